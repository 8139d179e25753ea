"""What a reading missed or got wrong, in words and by article."""

import json
from pathlib import Path
from typing import Any

from tests.corpus.agreement import Fact, alternatives, fold
from tests.corpus.score import ArticleScore, Score, article_text

LONGEST_QUOTE = 90


class Notes(Score):
    """A score that also notes each value that is missing or not right."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.about = ""

    def note(self, row: str, sentence: str) -> None:
        """Note one thing, with the fact it belongs to."""
        self.lines.append(f"{row}: {sentence}{self.about}")

    def value(self, row: str, got: Any, wanted: list[Any]) -> None:
        super().value(row, got, wanted)
        if got not in wanted:
            self.note(row, f"{said(got)}, gold {said({'any': wanted})}")

    def elements(self, row: str, got: Any, wanted: list[Any]) -> None:
        got = set(got)
        super().elements(row, got, wanted)
        choices = [alternatives(want) for want in wanted]
        missing = [c for c in choices if None not in c and not got & set(c)]
        extra = got.difference(*choices) if choices else got
        for choice in missing:
            self.note(row, f"missed {said({'any': choice})}")
        for value in sorted(extra):
            self.note(row, f"{said(value)} is not in the gold")


class Misses(ArticleScore):
    """Compares a reading with its gold, and notes what differs."""

    score: Notes

    def whole(self, row: str, gold: Fact | None, read: Fact | None) -> bool:
        """Whether a fact stands in gold and reading; note it where it does not."""
        quote = self.quote(gold or read or {})
        self.score.about = ""
        if gold is None or read is None:
            self.score.note(row, f"{'missed' if gold else 'not in the gold'} {quote}")
        else:
            self.score.about = f" in {quote}"
        return bool(gold and read)

    def quote(self, fact: Fact) -> str:
        """Return the beginning of the words a fact rests on."""
        places = self.places(fact)
        words = self.text[min(places) : max(places) + 1] if places else ""
        return f"“{' '.join(words.split())[:LONGEST_QUOTE]}”"

    def event_fields(self, gold: Fact | None, read: Fact | None) -> None:
        if self.whole("events", gold, read):
            super().event_fields(gold, read)
        self.score.about = ""

    def document_fields(self, gold: Fact | None, read: Fact | None) -> None:
        if self.whole("documents", gold, read):
            super().document_fields(gold, read)
        self.score.about = ""

    def item_fields(self, gold: Fact, read: Fact | None) -> None:
        if self.whole("items found", gold, read):
            super().item_fields(gold, read)
        self.score.about = ""

    def left_over(self, mine: set[int], wholes: list[set[int]]) -> None:
        pieces = self.score.pieces
        super().left_over(mine, wholes)
        row = "piece of an item" if self.score.pieces > pieces else "items found"
        spans = [(min(mine), max(mine) + 1)] if mine else []
        self.whole(row, None, {"evidence": spans})

    def titles(self, gold: Fact, read: Fact) -> None:
        self.score.about = f" of {gold['name']}"
        super().titles(gold, read)
        self.score.about = ""

    def people(self) -> None:
        super().people()
        row, (golds, reads) = "people (name + province)", self.facts("people")
        known = {fold(person["name"]): person for person in golds}
        found = {fold(person["name"]): person for person in reads}
        for name, gold in known.items():
            if gold.get("optional"):
                continue
            if name not in found:
                self.score.note(row, f"missed {gold['name']}")
            else:
                self.province(row, gold, found[name])
        for name in found.keys() - known.keys():
            self.score.note(row, f"{found[name]['name']} is not in the gold")

    def province(self, row: str, gold: Fact, read: Fact) -> None:
        """Note a person of another province."""
        if read.get("province") not in alternatives(gold["province"]):
            differ = f"{said(read.get('province'))}, gold {said(gold['province'])}"
            self.score.note(row, f"{gold['name']} of {differ}")

    def furniture(self) -> None:
        super().furniture()
        _right, wrong, missed = self.score.rows["furniture cut"]
        if wrong or missed:
            self.score.note("furniture cut", f"gold ends “{self.gold['body'][1]}”")


def said(value: Any) -> str:
    """Return a value of the gold as it is read by people."""
    choices = [
        "+".join(choice) if isinstance(choice, list) else str(choice)
        for choice in alternatives(value)
        if choice is not None
    ]
    return " or ".join(choices) or "nothing"


def misses(golds: Path, texts: tuple[Path, ...], reads: Any) -> dict[str, list[str]]:
    """Return by article what its reading missed or got wrong, wrong facts first."""
    found = {}
    for path in sorted(golds.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text, notes = article_text(gold, texts), Notes()
        Misses(notes, path.stem, gold, reads(path.stem, text), text).count()
        wrong = [f"WRONG FACT {fact}" for fact in notes.wrong[path.stem]]
        found[path.stem] = wrong + notes.lines
    return found
