"""``manage.py read_article``: what the reader finds in an article."""

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import gettext as _

from intake.gazetteer import gazetteer
from intake.reader import read
from intake.reader.clean import UnreadableArticle, decode
from intake.readings import Kept, read_source, store_article, unread
from intake.refusals import refused_in_own_language

SECTIONS = ("events", "people", "documents", "items")


class Command(BaseCommand):
    help = "Read newspaper articles: print what they say, or keep it for review."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", metavar="FILE", help="- reads stdin")
        parser.add_argument("--json", action="store_true", help="print the readings")
        parser.add_argument(
            "--save", action="store_true", help="keep source and suggestions"
        )
        parser.add_argument(
            "--url", default="", help="with --save: where the one FILE is on the web"
        )
        parser.add_argument(
            "--again",
            action="store_true",
            help="read every article kept that this reader has not read yet",
        )

    def handle(self, *args: Any, files: list[str], **options: Any) -> None:
        if bool(files) == options["again"]:
            raise CommandError("Give one FILE or more, or --again alone.")
        if options["url"] and not (options["save"] and len(files) == 1):
            raise CommandError("--url belongs to one FILE and --save.")
        if options["again"]:
            self._read_again()
        else:
            self._read_files(files, **options)

    def _read_again(self) -> None:
        sources = list(unread())
        for number, source in enumerate(sources, start=1):
            reading = read_source(source)
            is_open = reading.suggestions.undecided().count()
            self.stdout.write(
                f"[{number}/{len(sources)}] {source.reference} {source}: {is_open} open"
            )
        self.stdout.write(f"{len(sources)} read again. {_where()}")

    def _read_files(self, files: list[str], *, save: bool, **options: Any) -> None:
        became: Counter[str] = Counter()
        for number, name in enumerate(files, start=1):
            try:
                kept = self._one(name, save=save, **options)
            except (UnreadableArticle, ValidationError, OSError) as error:
                became["refused"] += 1
                self.stderr.write(f"{name}: {said(error)}")
                continue
            if kept:
                became[_became(kept)] += 1
                told = f"{_became(kept)}, {kept.source.reference} {kept.source}"
                self.stdout.write(f"[{number}/{len(files)}] {name}: {told}")
        if save:
            self.stdout.write(f"{_counted(became)}. {_where()}")
        if refused := became["refused"]:
            raise CommandError(f"{refused} of {len(files)} files could not be read.")

    def _one(
        self, name: str, *, json: bool, save: bool, url: str, **_options: Any
    ) -> Kept | None:
        """Read one article; returns where it is kept, if it is."""
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        kept = store_article(raw, **({"url": url} if url else {})) if save else None
        if json or not save:
            with refused_in_own_language():
                text = decode(raw)
            found = read(text, gazetteer()).as_json()
            self.stdout.write(_printed(found) if json else _summary(found))
        return kept


def said(error: Exception) -> str:
    """Return an error's own words; of a file that cannot be opened, why."""
    if isinstance(error, OSError):
        return _("The file cannot be opened. Give the path of a text file (.txt).")
    return " ".join(getattr(error, "messages", [str(error)]))


def _became(kept: Kept) -> str:
    if kept.replaces:
        return "new version"
    return "new" if kept.is_new else "known"


def _counted(became: Counter[str]) -> str:
    return (
        f"{became['new']} new, {became['known']} known, "
        f"{became['new version']} new versions, {became['refused']} refused"
    )


def _where() -> str:
    queue = reverse("admin:intake_reading_changelist")
    return f"The queue: {settings.SITE_URL}{queue}"


def _printed(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1)


def _summary(found: dict[str, Any]) -> str:
    counts = ", ".join(f"{len(found[name])} {name}" for name in SECTIONS)
    return f"{found['title']}\n{counts} (--json prints them, --save keeps them)"
