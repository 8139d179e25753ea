"""``manage.py reindex``: the search, made anew from the records."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.search.index import rebuild
from publication import stamp


class Command(BaseCommand):
    help = "Make the search anew from the public records."

    def handle(self, *args: Any, **options: Any) -> None:
        count = rebuild()
        stamp.touch()  # what was found before may be found otherwise now
        self.stdout.write(f"{count} entries can be found.")
