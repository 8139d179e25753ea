"""``manage.py reindex``: the search, made anew from the records."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.search.index import rebuild


class Command(BaseCommand):
    help = "Make the search anew from the public records."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild()} entries can be found.")
