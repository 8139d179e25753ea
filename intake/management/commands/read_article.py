"""``manage.py read_article``: what the reader finds in an article."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from intake.gazetteer import gazetteer
from intake.reader import read
from intake.reader.clean import UnreadableArticle, decode
from intake.readings import store_article
from intake.refusals import refused_in_own_language

SECTIONS = ("events", "people", "documents", "items")


class Command(BaseCommand):
    help = "Read newspaper articles: print what they say, or keep it for review."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="- reads stdin")
        parser.add_argument("--json", action="store_true", help="print the readings")
        parser.add_argument(
            "--save", action="store_true", help="keep source and suggestions"
        )

    def handle(self, *args: Any, files: list[str], **options: Any) -> None:
        failed = 0
        for number, name in enumerate(files, start=1):
            try:
                self._one(name, f"[{number}/{len(files)}] ", **options)
            except (UnreadableArticle, ValidationError, OSError) as error:
                failed += 1
                reasons = getattr(error, "messages", [said(error)])
                self.stderr.write(f"{name}: {' '.join(reasons)}")
        if failed:
            raise CommandError(f"{failed} of {len(files)} files could not be read.")

    def _one(
        self, name: str, progress: str, *, json: bool, save: bool, **_options: Any
    ) -> None:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        if save:
            source = store_article(raw)
            self.stdout.write(f"{progress}{name}: {source.reference} {source}")
        if json or not save:
            with refused_in_own_language():
                text = decode(raw)
            found = read(text, gazetteer()).as_json()
            self.stdout.write(_printed(found) if json else _summary(found))


def said(error: Exception) -> str:
    """Return an error's own words; of a file that cannot be opened, why."""
    if isinstance(error, OSError):
        return _("The file cannot be opened. Give the path of a text file (.txt).")
    return str(error)


def _printed(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1)


def _summary(found: dict[str, Any]) -> str:
    counts = ", ".join(f"{len(found[name])} {name}" for name in SECTIONS)
    return f"{found['title']}\n{counts} (--json prints them, --save keeps them)"
