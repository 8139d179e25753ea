"""How well readings agree with the gold of the test corpus.

    python -m tests.corpus.score tests/corpus/gold READINGS \
        --text tests/corpus --text fixtures/articles

GOLD and READINGS are folders of NAME.json; the article is the file that the gold names,
looked for in the folders given by --text. A gold fact has `quote` in place of
`evidence`; `{"any": [...]}` lists values that are all right, and null among them means
that nothing need be said. What is optional is neither missed nor wrong.
"""

import argparse
import json
import sys
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tests.corpus.agreement import (
    Fact,
    alternatives,
    date_points,
    fits,
    fold,
    joined,
    pairs,
    parties,
    same,
)

ROWS = tuple(
    """title|outlet|published on|events|event date|event provinces|
event status + kind|event place|event day part|people (name + province)|
head of delegation|signatory|titles|documents|document stage|
document signed on|document covers|document provinces|documents, all right|
items found|item force|item sectors|item actors|item addressees|
furniture cut""".replace("\n", "").split("|")
)
CLAIMS = (
    ("head_of_delegation", "head of delegation"),
    ("signatory", "signatory"),
)
FURNITURE_TOLERANCE = 80
SAME_PASSAGE = 0.5
INSIDE = 0.8


class Score:
    """Right, wrong and missed by row, and the wrong facts of each article."""

    def __init__(self) -> None:
        self.rows = {row: [0, 0, 0] for row in ROWS}
        self.wrong: dict[str, list[str]] = {}
        self.pieces = 0

    def add(self, row: str, right: int = 0, wrong: int = 0, missed: int = 0) -> None:
        """Count in one row."""
        counts = zip(self.rows[row], (right, wrong, missed), strict=True)
        self.rows[row] = [a + int(b) for a, b in counts]

    def value(self, row: str, got: Any, wanted: list[Any]) -> None:
        """Count one value; nothing said where nothing is wanted counts nothing."""
        right = got in wanted
        missed = not right and None not in wanted
        self.add(row, right and got is not None, not right and got is not None, missed)

    def elements(self, row: str, got: Iterable[Any], wanted: list[Any]) -> None:
        """Count the elements of a set, each with right values of its own."""
        found = set(got)
        choices = [alternatives(want) for want in wanted]
        needed = [set(values) for values in choices if None not in values]
        hits = sum(bool(values & found) for values in needed)
        allowed = {value for values in choices for value in values}
        self.add(row, hits, len(found - allowed), len(needed) - hits)

    def f1(self, row: str) -> float | None:
        """Return the F1 of a row, None where there is nothing to find."""
        right, wrong, missed = self.rows[row]
        total = 2 * right + wrong + missed
        return 2 * right / total if total else None

    def wrong_facts(self) -> list[str]:
        """Return every wrong fact with its article."""
        return [f"{name}: {fact}" for name in self.wrong for fact in self.wrong[name]]


class ArticleScore:
    """Compares one reading with its gold and counts into a score."""

    def __init__(self, score: Score, name: str, gold: Fact, read: Fact, text: str):
        self.score, self.gold, self.read, self.text = score, gold, read, text
        self.notes = score.wrong.setdefault(name, [])

    def count(self) -> None:
        """Count everything an article holds."""
        for row in ("title", "outlet", "published on"):
            field = row.replace(" ", "_")
            wanted = [fold(value) for value in alternatives(self.gold[field])]
            self.score.value(row, fold(self.read.get(field)), wanted)
        self.events()
        self.people()
        self.documents()
        self.items()
        self.furniture()

    def facts(self, section: str) -> tuple[list[Fact], list[Fact]]:
        """Return a section's facts in the gold and in the reading."""
        return self.gold[section], self.read.get(section) or []

    def places(self, fact: Fact) -> set[int]:
        """Return the offsets a fact rests on."""
        spans = [tuple(span) for span in fact.get("evidence") or []]
        for quote in fact.get("quote", []):
            start = self.text.find(quote)
            spans += [(start, start + len(quote))] if start >= 0 else []
        return {offset for start, end in spans for offset in range(start, end)}

    def nearness(self, gold: Fact, read: Fact) -> float:
        """Return how much provinces and evidence of two facts have in common."""
        mine = set(read.get("provinces") or [])
        share = max(
            len(mine & set(codes)) / len(mine | set(codes) or {0})
            for codes in alternatives(gold["provinces"])
        )
        return 4 * share + bool(self.places(gold) & self.places(read))

    def event_worth(self, gold: Fact, read: Fact) -> float:
        """Return how likely two events are the same meeting."""
        near = self.nearness(gold, read)
        agree = 2 * same(gold, read, "kind") + 2 * same(gold, read, "status")
        part = same(gold, read, "day_part")
        return near and near + date_points(gold, read, "date", 4) + agree + part

    def document_worth(self, gold: Fact, read: Fact) -> float:
        """Return how likely two documents are the same paper."""
        near = self.nearness(gold, read)
        dates = sum(date_points(gold, read, f, 2) for f in ("signed_on", "covers"))
        agree = 2 * same(gold, read, "stage") + same(gold, read, "kind")
        return near and near + dates + agree

    def events(self) -> None:
        """Count the events and their fields."""
        for gold, read in pairs(*self.facts("events"), self.event_worth):
            if read is not None:
                self.contradict("event", gold, read, ("kind", "status"), ("date",))
            if gold is None or not gold.get("optional"):
                self.score.add("events", bool(gold and read), not gold, not read)
                self.event_fields(gold, read)

    def event_fields(self, gold: Fact | None, read: Fact | None) -> None:
        """Count the fields of one event."""
        got = read or {}
        want = gold or dict.fromkeys(("date", "place", "day_part"))
        right = [
            (status, kind)
            for status in alternatives(gold["status"])
            for kind in alternatives(gold["kind"])
        ] if gold else [None]  # fmt: skip
        said = (read.get("status"), read.get("kind")) if read else None
        where = [fold(place) for place in alternatives(want["place"])]
        self.score.value("event date", got.get("date"), alternatives(want["date"]))
        self.party(gold, read, "event provinces")
        self.score.value("event status + kind", said, right)
        self.score.value("event place", fold(got.get("place")), where)
        self.score.value(
            "event day part", got.get("day_part"), alternatives(want["day_part"])
        )

    def party(self, gold: Fact | None, read: Fact | None, row: str) -> None:
        """Count the set of provinces of a fact."""
        got = joined(read.get("provinces")) if read else None
        self.score.value(row, got, parties(gold) if gold else [None])

    def contradict(
        self, what: str, gold: Fact | None, read: Fact, plain: tuple, dates: tuple
    ) -> None:
        """Note every field of an event or document that the gold contradicts."""
        label = f"{what} {read.get('kind')} {read.get(dates[0])} "
        label += joined(read.get("provinces"))
        if gold is None:
            self.notes.append(f"{label}: not in the article")
            return
        bad = [field for field in plain if not same(gold, read, field)]
        bad += ["provinces"] * (joined(read.get("provinces")) not in parties(gold))
        bad += [
            field
            for field in dates
            if read.get(field) and not fits(read[field], alternatives(gold[field]))
        ]
        self.notes += [f"{label}: {field} is {gold[field]}" for field in bad]

    def people(self) -> None:
        """Count names with provinces, titles, heads of delegation and signatories."""
        row, (golds, reads) = "people (name + province)", self.facts("people")
        known, seen = {fold(person["name"]): person for person in golds}, set()
        for read in reads:
            name = fold(read.get("name"))
            gold = known.get(name) if name not in seen else None
            seen.add(name)
            if gold and gold.get("optional"):
                continue
            right = bool(gold) and same(gold, read, "province")
            self.score.add(row, right, not right, bool(gold) and not right)
            if gold:
                self.titles(gold, read)
        absent = [n for n in known if n not in seen and not known[n].get("optional")]
        self.score.add(row, missed=len(absent))
        for role, claim in CLAIMS:
            self.claims(role, claim, known, reads)

    def titles(self, gold: Fact, read: Fact) -> None:
        """Count the titles of one person."""
        wanted = [
            {"any": [fold(value) for value in alternatives(title)]}
            for title in gold["titles"]
        ]
        self.score.elements("titles", map(fold, read.get("titles") or []), wanted)

    def claims(
        self, role: str, row: str, known: dict[str, Fact], reads: list[Fact]
    ) -> None:
        """Count and check those to whom a reading gives a role that matters."""
        claimed = {fold(p["name"]) for p in reads if role in (p.get("roles") or [])}
        if role == "signatory":
            papers = self.facts("documents")[1]
            signed = [paper for paper in papers if paper.get("stage") == "signed"]
            claimed |= {fold(n) for p in signed for n in p.get("signatories") or []}
        holders = {
            name: self.needed(name, person, role)
            for name, person in known.items()
            if any(role in alternatives(held) for held in person["roles"])
        }
        self.score.elements(row, claimed, list(holders.values()))
        extra = sorted(claimed - set(holders))
        self.notes += [f"{row} {name}: not so in the article" for name in extra]

    def needed(self, name: str, person: Fact, role: str) -> Fact:
        """Return the element a role's holder is, one that may be left out or not."""
        held = next(alternatives(r) for r in person["roles"] if role in alternatives(r))
        spare = None in held or person.get("optional")
        return {"any": [name, None] if spare else [name]}

    def documents(self) -> None:
        """Count the documents and their fields."""
        for gold, read in pairs(*self.facts("documents"), self.document_worth):
            if read is not None:
                fields = ("signed_on", "covers")
                self.contradict("document", gold, read, ("stage",), fields)
                self.signers(gold, read)
            if gold is None or not gold.get("optional"):
                self.score.add("documents", bool(gold and read), not gold, not read)
                self.document_fields(gold, read)

    def signers(self, gold: Fact | None, read: Fact) -> None:
        """Note who did not sign, where the article names those who did."""
        wanted = {fold(name) for name in (gold or {}).get("signatories", [])}
        extra = {fold(name) for name in read.get("signatories") or []} - wanted
        if wanted:
            label = f"document {read.get('kind')} {read.get('covers')}"
            self.notes += [f"{label}: not signed by {name}" for name in sorted(extra)]

    def document_fields(self, gold: Fact | None, read: Fact | None) -> None:
        """Count the fields of one document, and whether all of them are right."""
        plain = ("stage", "signed_on", "covers")
        all_right = bool(gold and read)
        for field in plain:
            got = read.get(field) if read else None
            wanted = alternatives(gold[field]) if gold else [None]
            self.score.value(f"document {field.replace('_', ' ')}", got, wanted)
            all_right = all_right and got in wanted
        self.party(gold, read, "document provinces")
        if gold and read:
            all_right = all_right and joined(read.get("provinces")) in parties(gold)
        extra, missed = bool(read) and not all_right, bool(gold) and not all_right
        self.score.add("documents, all right", all_right, extra, missed)

    def items(self) -> None:
        """Count the items and their fields; a piece of an item is counted apart."""
        golds, reads = self.facts("items")
        where = {id(fact): self.places(fact) for fact in (*golds, *reads)}

        def worth(gold: Fact, read: Fact) -> float:
            mine, its = where[id(gold)], where[id(read)]
            share = len(mine & its) / len(mine | its or {0})
            return share if share >= SAME_PASSAGE else 0

        found = pairs(golds, reads, worth)
        wholes = [where[id(g)] for g, r in found if g and (r or g.get("optional"))]
        for gold, read in found:
            if gold is None and read is not None:
                self.left_over(where[id(read)], wholes)
            elif gold and not gold.get("optional"):
                self.score.add("items found", bool(read), missed=not read)
                self.item_fields(gold, read)

    def left_over(self, mine: set[int], wholes: list[set[int]]) -> None:
        """Count an item that the gold does not have: a piece of one, or wrong."""
        needed = INSIDE * len(mine)
        is_piece = bool(mine) and any(len(mine & it) >= needed for it in wholes)
        self.score.pieces += is_piece
        self.score.add("items found", wrong=not is_piece)

    def item_fields(self, gold: Fact, read: Fact | None) -> None:
        """Count the fields of one item that was found."""
        if read is None:
            return
        self.score.value("item force", read.get("force"), alternatives(gold["force"]))
        for field in ("sectors", "actors"):
            self.score.elements(f"item {field}", read.get(field) or [], gold[field])
        got, wanted = (
            [name for name in fact.get("addressees") or [] if name.startswith("gov")]
            for fact in (read, gold)
        )
        self.score.elements("item addressees", got, wanted)

    def furniture(self) -> None:
        """Count whether the article ends where the gold says."""
        last = self.gold["body"][1]
        end = self.text.find(last) + len(last)
        got = (self.read.get("body") or [0, None])[1]
        near = got is not None and abs(got - end) <= FURNITURE_TOLERANCE
        self.score.add("furniture cut", near, got is not None and not near, not near)


def article_text(gold: Fact, folders: Iterable[Path]) -> str:
    """Return the text a gold speaks of, as offsets count it."""
    for folder in folders:
        path = folder / gold["file"]
        if path.is_file():
            text = path.read_bytes().decode("utf-8-sig")
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            return unicodedata.normalize("NFC", text)
    message = f"No article {gold['file']} in any folder given with --text."
    raise FileNotFoundError(message)


def score(
    golds: Path,
    texts: list[Path],
    read: Callable[[str, str], Fact],
    names: str = "*",
) -> Score:
    """Return the score of `read(name, text)` over the articles of a gold folder."""
    total = Score()
    for path in sorted(golds.glob(f"{names}.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = article_text(gold, texts)
        ArticleScore(total, path.stem, gold, read(path.stem, text), text).count()
    return total


def counts(total: Score) -> str:
    """Return precision, recall and F1 of each row with what they are made of."""
    lines = [f"{'':26}  prec.    rec.     F1      tp    fp    fn"]
    for row, (right, wrong, missed) in total.rows.items():
        shares = [
            f"{part / whole:5.3f}" if whole else "    -"
            for part, whole in (
                (right, right + wrong),
                (right, right + missed),
                (2 * right, 2 * right + wrong + missed),
            )
        ]
        parts = f"{right:5} {wrong:5} {missed:5}"
        lines.append(f"{row:26}  {'   '.join(shares)}  {parts}")
    lines.append(f"pieces of items, not counted: {total.pieces}")
    lines.append(f"wrong facts: {len(total.wrong_facts())}")
    return "\n".join(lines) + "\n"


def table(total: Score) -> str:
    """Return the score as a table with the wrong facts below."""
    return counts(total) + "".join(f"{fact}\n" for fact in total.wrong_facts())


def main(arguments: list[str] | None = None) -> None:
    """Print the score of a folder of readings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("golds", type=Path)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--text", type=Path, action="append", required=True)
    options = parser.parse_args(arguments)

    def printed(name: str, _: str) -> Fact:
        path = options.readings / f"{name}.json"
        return json.loads(path.read_text("utf-8")) if path.is_file() else {}

    sys.stdout.write(table(score(options.golds, options.text, printed)))


if __name__ == "__main__":
    main()
