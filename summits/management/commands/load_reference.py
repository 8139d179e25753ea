"""Loading the reference facts of a fresh database, as any spreadsheet is loaded."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from sources.resources import Book, Outcome
from sources.spreadsheets import FORMATS, Sheet, read
from summits.resources import REFERENCE_FACTS

FOLDER = Path(settings.BASE_DIR) / "fixtures" / "reference"
EXTENSIONS = {f".{one.extension}" for one in FORMATS}


def load_reference(
    folder: Path = FOLDER, *, only: Container[str] | None = None
) -> Outcome:
    """Take in every sheet of every file in the folder, or nothing at all.

    ``only`` names the sheets wanted; without it all of them are. Loading the same
    files again changes nothing. Raises ValidationError with a sentence for each thing
    wrong.
    """
    sheets = [sheet for path in sorted(folder.iterdir()) for sheet in _sheets(path)]
    wanted = [one for one in sheets if only is None or one.name in only]
    book = Book(at=timezone.now(), file_name=folder.name)
    return REFERENCE_FACTS.take_in(wanted, book)


def _sheets(path: Path) -> list[Sheet]:
    return read(path.read_bytes(), path.name) if path.suffix in EXTENSIONS else []


class Command(BaseCommand):
    help = "Load provinces, places, sectors, officials and the timeline of summits."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            outcome = load_reference(options["folder"])
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        for sheet in outcome.sheets:
            self.stdout.write(
                f"{sheet.name}: {sheet.new} new, {sheet.changed} changed, "
                f"{sheet.unchanged} unchanged"
            )
