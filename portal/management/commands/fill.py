"""``manage.py fill``: an empty portal becomes the demonstration."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from intake.review import Outcome, ReviewError
from portal.fill import demo_logins, fill, is_empty, make_demo_staff


class Command(BaseCommand):
    help = "Fill an empty database with the demonstration; leave any other alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", default="8000", help="the port to print")

    def handle(self, *args: Any, port: str, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "The demonstration has well-known passwords. Set DEBUG to 1, on a "
                "machine of your own, to fill it."
            )
        if is_empty():
            self._fill()
        self.stdout.write(f"\n  http://127.0.0.1:{port}/\n")
        for name, password, role in demo_logins():
            self.stdout.write(
                f"  http://127.0.0.1:{port}/admin/  {name} / {password}  ({role})"
            )

    @transaction.atomic
    def _fill(self) -> None:
        make_demo_staff()
        publisher = User.objects.get(username="publisher")
        try:
            filled = fill(by=publisher, at=timezone.now())
        except (ReviewError, ValidationError) as error:
            reasons = getattr(error, "messages", [str(error)])
            raise CommandError("\n".join(reasons)) from error
        for name, outcome in filled.reviews.items():
            self.stdout.write(f"{name}: {_told(outcome)}")
        self.stdout.write(f"{len(filled.published)} records published.")


def _told(outcome: Outcome) -> str:
    return (
        f"{outcome.decisions.total()} decisions "
        f"({', '.join(f'{n} {name}' for name, n in outcome.decisions.items())}), "
        f"{outcome.corrected_share:.1%} add or correct a fact, "
        f"{outcome.undecided} suggestions undecided"
    )
