"""Numbering the passages a page rests on, as notes its facts point to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any

from sources.models import Citation, Source


@dataclass(frozen=True)
class Note:
    """One numbered passage of a page; several facts may rest on it."""

    number: int
    citation: Citation

    @property
    def anchor(self) -> str:
        return f"n{self.number}"

    @property
    def back(self) -> str:
        """The id of the place in the text that points here first."""
        return f"f{self.number}"


@dataclass(frozen=True)
class Statement:
    """One value of a fact that sources state differently, and all that state it."""

    value: str
    notes: tuple[Note, ...]
    is_followed: bool


class Evidence:
    """The notes of one page, numbered in the order in which rows were taken in."""

    def __init__(self, rows: Iterable[Any] = ()) -> None:
        self.notes: list[Note] = []
        self._by_passage: dict[tuple[Any, ...], Note] = {}
        self._by_fact: dict[tuple[str, int, str], list[Note]] = {}
        self._marked: set[int] = set()
        for row in rows:
            self.take(row)

    def take(self, row: Any, *, only: Container[str] | None = None) -> None:
        """Number the citations of a row whose queryset had ``with_evidence()``.

        With ``only``, those of these facts alone.
        """
        for citation in row.citations.all():
            if only is not None and citation.field not in only:
                continue
            note = self._note(citation)
            facts = self._by_fact.setdefault(self._key(row, citation.field), [])
            if note not in facts:
                facts.append(note)

    def of(self, row: Any, field: str) -> list[Note]:
        """Return the notes one fact of a row rests on."""
        return self._by_fact.get(self._key(row, field), [])

    def sources(self) -> list[tuple[Source, int]]:
        """Return each source of the page and how many of its notes come from it."""
        counted = Counter(note.citation.source for note in self.notes)
        return list(counted.items())

    def first_mark(self, note: Note) -> bool:
        """Tell, once for each note, that its first marker is being printed."""
        is_first = note.number not in self._marked
        self._marked.add(note.number)
        return is_first

    def is_marked(self, note: Note) -> bool:
        """Whether the page has printed a marker of this note by now."""
        return note.number in self._marked

    def statements(self, row: Any, field: str) -> list[Statement]:
        """Return each value with those who state it, where sources differ."""
        stated: dict[str, dict[int, Note]] = {}
        for citation in row.citations.all():
            if citation.field == field and citation.stated_value:
                note = self._note(citation)
                stated.setdefault(citation.stated_value, {})[note.number] = note
        if len(stated) < 2:  # noqa: PLR2004 - one value is no difference
            return []
        followed = str(getattr(row, field))
        return [
            Statement(value, tuple(notes.values()), value == followed)
            for value, notes in stated.items()
        ]

    def _note(self, citation: Citation) -> Note:
        passage = (
            citation.source_id,
            citation.quote,
            citation.basis,
            citation.reasoning,
        )
        if passage not in self._by_passage:
            note = Note(len(self.notes) + 1, citation)
            self._by_passage[passage] = note
            self.notes.append(note)
        return self._by_passage[passage]

    @staticmethod
    def _key(row: Any, field: str) -> tuple[str, int, str]:
        return row._meta.label_lower, row.pk, field
