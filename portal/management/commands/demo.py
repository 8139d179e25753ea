"""``manage.py demo``: the demonstration, or made-up records by the thousand."""

from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from portal.demo.weave import SCALES, make_up
from portal.fill import make_demo_staff
from portal.search.index import rebuild
from summits.models import Commitment


class Command(BaseCommand):
    help = (
        "Fill an empty database: S with the demonstration (as fill does), M with "
        "10,000 made-up commitments, L with 200,000, for load tests."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--scale", choices=["S", *SCALES], default="S")

    def handle(self, *args: Any, scale: str, **options: Any) -> None:
        if scale == "S":
            call_command("fill", stdout=self.stdout)
            return
        begun = monotonic()
        try:
            make_up(SCALES[scale])
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        if settings.DEBUG:
            make_demo_staff()
        rebuild()
        self.stdout.write(
            f"{Commitment.objects.count()} made-up commitments in "
            f"{monotonic() - begun:.0f} s. Every page says that they are not real."
        )
