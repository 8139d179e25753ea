"""Weaving a made-up database: papers in order, each taking up the one before it."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.demo.ledger import Ledger
from portal.demo.matters import FIRST_SAID, LAST_SAID, Clause, again, clause, report
from portal.demo.meetings import CITED, Meetings, Pair, Paper, Shelf
from portal.demo.pairs import People, days, shares
from portal.fill import FACTS, is_empty
from provinces.models import Province
from publication import stamp
from publication.models import ReferenceSeries
from publication.publish import publish
from summits import models
from summits.management.commands.load_reference import load_reference

BEGUN = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
GOVERNMENTS = json.dumps(["government-VN", "government-LA"])
# Each fourth matter is taken up again by so many papers, one by fifty.
EVERY, THREAD, LONG_THREAD = 4, 5, 50
ANNOUNCED = 3


@dataclass(frozen=True)
class Scale:
    """So many summits held, each with minutes; how many clauses each has in turn."""

    summits: int
    clauses: tuple[int, ...] = (12, 20, 8, 50, 16, 14, 20, 24, 10, 26)


# 10,000 and 200,000 commitments: 20 to a paper.
SCALES = {"M": Scale(500), "L": Scale(10_000)}


@transaction.atomic
def make_up(scale: Scale) -> None:
    """Fill an empty database with made-up records, the same ones every time.

    The database says from then on that it holds no real ones. Raises ValidationError
    where it holds records already.
    """
    if not is_empty():
        raise ValidationError(_("This database holds records already; it is left."))
    stamp.mark_synthetic()
    load_reference(only=FACTS)
    publish(Province.objects.all(), by=None, at=BEGUN)
    Weaver(scale, Ledger(BEGUN)).weave()


class Weaver:
    """Writes pair after pair; each paper is forgotten once the next is written."""

    def __init__(self, scale: Scale, ledger: Ledger) -> None:
        self.ledger = ledger
        rows = Province.objects.values_list("reference", "pk", "name_vi")
        self.provinces = {code: (key, name) for code, key, name in rows}
        self.sectors = dict(models.Sector.objects.values_list("code", "pk"))
        self.officials = ReferenceSeries.objects.get(prefix="o-")
        self.numbers = count(self.officials.last + 1)
        self.shelf = Shelf(ledger)
        self.people = People(ledger, self.numbers, self.provinces)
        self.meetings = Meetings(ledger, self.people, self.shelf)
        self.scale, self.written = scale, 0
        self.chance = Random("clauses")  # noqa: S311 - the same every time, no secret
        self._open_tables()

    def _open_tables(self) -> None:
        table = self.ledger.table
        self.partnerships = table(models.Partnership, "reference")
        self.parties = table(
            models.Partnership.provinces.through, "partnership province"
        )
        self.commitments = table(
            models.Commitment,
            "reference minutes number force title_vi text_vi folded addressees",
        )
        self.cited = table(models.CommitmentCitation, CITED)
        self.fields = table(models.Commitment.sectors.through, "commitment sector")
        self.actors = table(models.Commitment.actors.through, "commitment province")
        self.stitches = table(models.Continuation, "later earlier")
        self.joined = table(models.ContinuationCitation, CITED)
        self.progress = table(
            models.Progress,
            "reference minutes commitment occasion implementation evidence "
            "note_vi folded reported_on reporter",
        )
        self.reported = table(models.ProgressCitation, CITED)

    def weave(self) -> None:
        """Write all pairs, and what numbers were given."""
        for place, (codes, summits) in enumerate(shares(self.scale.summits)):
            self._partnership(codes, summits, is_first=place == 0)
            if place < ANNOUNCED:
                self.meetings.announced(self.pair, date(2027, 3 + place, 1))
        self.shelf.close()
        self.ledger.close()
        self.officials.last = next(self.numbers) - 1
        self.officials.save()

    def _partnership(
        self, codes: tuple[str, ...], summits: int, *, is_first: bool
    ) -> None:
        reference = ".".join(codes)
        key = self.ledger.record(self.partnerships, reference)
        keys = {code: self.provinces[code][0] for code in codes}
        for province in keys.values():
            self.ledger.add(self.parties, key, province)
        name = " – ".join(self.provinces[code][1] for code in codes)
        self.pair = Pair(key, reference, name, keys)
        years: Counter[int] = Counter()
        before: Paper | None = None
        for place, day in enumerate(days(summits)):
            self.ledger.at = BEGUN + timedelta(minutes=self.written)
            paper = self.meetings.met(self.pair, day, place, years)
            self._clauses(paper, before, place, is_first=is_first)
            if before:
                self._reports(before, paper)
            before = paper
        if before:
            self._reports(before, None)
        for year, last in years.items():
            self.ledger.given(f"{reference}.{year}-", last)

    def _clauses(
        self, paper: Paper, before: Paper | None, place: int, *, is_first: bool
    ) -> None:
        size = self.scale.clauses[self.written % len(self.scale.clauses)]
        self.written += 1
        for number in range(1, size + 1):
            goes_on = (number % EVERY == 0 and place % THREAD) or (
                number == 1 and is_first and place < LONG_THREAD
            )
            earlier = before.clauses.get(number) if before and goes_on else None
            pair, year = self.pair.name, paper.day.year
            said = (
                again(earlier[1], self.chance, pair, year)
                if earlier
                else clause(self.chance, pair, year)
            )
            key = self._clause(paper, number, said)
            paper.clauses[number] = key, said
            if earlier:
                quote = said.text.partition(",")[0]
                stitch = self.ledger.add(self.stitches, key, earlier[0])
                self.ledger.add(self.joined, stitch, paper.source, "kind", quote, "")
        self.ledger.given(f"{paper.reference}.c", size)

    def _clause(self, paper: Paper, number: int, said: Clause) -> int:
        key = self.ledger.record(
            self.commitments,
            f"{paper.reference}.c{number:02d}",
            paper.key,
            number,
            said.force,
            said.title,
            said.text,
            said.folded,
            GOVERNMENTS if said.force == "petition" else "[]",
        )
        self.ledger.add(self.cited, key, paper.source, "text_vi", said.text, "")
        for code in said.sectors:
            self.ledger.add(self.fields, key, self.sectors[code])
        for province in self.pair.provinces.values():
            self.ledger.add(self.actors, key, province)
        return key

    def _reports(self, paper: Paper, following: Paper | None) -> None:
        """Write two reports on each clause: at the next meeting, and a later one."""
        first = following.day if following else paper.day + timedelta(days=200)
        source = following.source if following else self.shelf.report(first.year)
        later = first + timedelta(days=500)
        told = (
            (FIRST_SAID, "press", first, following, source),
            (LAST_SAID, "official", later, None, self.shelf.report(later.year)),
        )
        number = count(1)
        for row in paper.clauses.values():
            for choice, evidence, day, occasion, where in told:
                said = self.chance.choice(choice)
                note, folded = report(self.chance, said, row[1])
                key = self.ledger.record(
                    self.progress,
                    f"{paper.reference}.r{next(number):02d}",
                    paper.key,
                    row[0],
                    occasion and occasion.summit,
                    said,
                    evidence,
                    note,
                    folded,
                    day.isoformat(),
                    self.chance.choice(list(self.pair.provinces.values())),
                )
                self.ledger.add(self.reported, key, where, "note_vi", note, "")
        self.ledger.given(f"{paper.reference}.r", 2 * len(paper.clauses))
