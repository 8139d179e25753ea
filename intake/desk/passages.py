"""Which words of an article carry which field, and the article cut at their edges.

Nothing here asks the database: text, suggestions and spellings in, runs out. Offsets
count code points of the stored text, as everywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from unicodedata import normalize

from intake.models import Suggestion

TIME, PROVINCE, PERSON, PAPER, AGREED, OTHER = (
    "time",
    "prov",
    "pers",
    "min",
    "agr",
    "evt",
)
# The letter that each kind of passage ends with, beside its colour: thời gian và
# nơi (N), tỉnh (T), chức vụ (C), biên bản (B), nội dung hợp tác (H), sự kiện (S).
LETTERS = {
    TIME: "N",
    PROVINCE: "T",
    PERSON: "C",
    PAPER: "B",
    AGREED: "H",
    OTHER: "S",
}
AGREED_FORCES = {"agreed", "petition"}
# What stands before a day and belongs to it: "trong sáng ngày 18/12".
BEFORE_A_DAY = re.compile(
    r"(?:(?:trong\s+)?(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?\Z", re.IGNORECASE
)
LONGEST_BEFORE = 30
CAPTION = re.compile(r"\(?\bẢnh(?:\s*:|\s+tư liệu)|\(TL\)|\btư liệu\)", re.IGNORECASE)

Span = Sequence[int]
Field = tuple[int, str]


@dataclass
class Mark:
    """Words of the article that carry fields; the first of them is where a link goes.

    ``by_hand`` are the fields for which a person picked these very words; ``number``
    counts from 1 in the order of the text, ``paragraph`` likewise.
    """

    start: int
    end: int
    kind: str
    fields: list[Field] = field(default_factory=list)
    by_hand: set[Field] = field(default_factory=set)
    number: int = 0
    paragraph: int = 0

    @property
    def anchor(self) -> str:
        return f"p{self.number}"

    @property
    def letter(self) -> str:
        return LETTERS[self.kind]

    @property
    def target(self) -> str:
        return anchor_of(*self.fields[0])


@dataclass(frozen=True)
class Run:
    """Words between two edges, with the marks over them, the narrowest first.

    ``begun`` are the marks that begin with it, ``ended`` those that end with it.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    begun: tuple[Mark, ...] = ()
    ended: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """One line of the article with its number and the look it is given."""

    number: int
    start: int
    runs: tuple[Run, ...]
    look: str = ""


@dataclass(frozen=True)
class Part:
    """Paragraphs in a row: of the article, or skipped as the page's furniture."""

    paragraphs: tuple[Paragraph, ...]
    is_skipped: bool = False

    @property
    def first(self) -> int:
        return self.paragraphs[0].number

    @property
    def last(self) -> int:
        return self.paragraphs[-1].number


@dataclass(frozen=True)
class Passages:
    """An article with its marks, and which mark is the passage of which field.

    ``printed`` says how the article spells each province where it first names it.
    """

    parts: tuple[Part, ...]
    marks: tuple[Mark, ...]
    of_field: Mapping[Field, Mark]
    printed: Mapping[str, str]

    def of(self, pk: int, name: str) -> Mark | None:
        """Return the passage of a field, or of its suggestion where it has none."""
        return self.of_field.get((pk, name)) or self.of_field.get((pk, ""))

    def count(self, kind: str) -> int:
        return sum(mark.kind == kind for mark in self.marks)


def anchor_of(pk: int, name: str) -> str:
    """Return the id that the row of a field bears."""
    return f"f{pk}-{name}"


def passages_of(
    text: str,
    suggestions: Iterable[Suggestion],
    spellings: Mapping[str, Sequence[str]],
    *,
    body: Span = (),
    chosen: Mapping[Field, Sequence[Span]] | None = None,
) -> Passages:
    """Return the article in paragraphs, cut at the edges of all its passages.

    ``spellings`` are the names of each province, ``body`` the bounds of the article
    itself (all of the text unless given), ``chosen`` the evidence picked by hand.
    """
    found: dict[tuple[int, int, str], Mark] = {}
    printed: dict[str, str] = {}
    for one in suggestions:
        for start, end, kind, name in _found(text, one, spellings, printed):
            _keep(found, start, end, kind, (one.pk, name))
        for (pk, name), spans in (chosen or {}).items():
            if pk == one.pk:
                for start, end in spans:
                    kind = kind_of(one, name)
                    _keep(found, start, end, kind, (pk, name), is_by_hand=True)
    marks = sorted(found.values(), key=lambda mark: (mark.start, -mark.end))
    lines = _lines(text)
    starts = [start for start, _end in lines]
    for number, mark in enumerate(marks, start=1):
        mark.number = number
        mark.paragraph = max(1, bisect_right(starts, mark.start))
    parts = _parts(text, lines, marks, body)
    return Passages(parts, tuple(marks), _of_field(marks), printed)


def kind_of(suggestion: Suggestion, name: str) -> str:
    """Return the kind of passage that carries a field."""
    if name in {"provinces", "province"}:
        return PROVINCE
    if suggestion.kind == Suggestion.Kind.EVENT:
        return TIME
    if suggestion.kind == Suggestion.Kind.PERSON:
        return PERSON
    if suggestion.kind == Suggestion.Kind.DOCUMENT:
        return PAPER
    is_agreed = suggestion.values.get("force") in AGREED_FORCES
    return AGREED if is_agreed else OTHER


def _keep(
    found: dict[tuple[int, int, str], Mark],
    start: int,
    end: int,
    kind: str,
    of: Field,
    *,
    is_by_hand: bool = False,
) -> None:
    mark = found.setdefault((start, end, kind), Mark(start, end, kind))
    if is_by_hand:
        mark.by_hand.add(of)
    if of not in mark.fields:
        mark.fields.insert(0 if is_by_hand else len(mark.fields), of)


def _found(
    text: str,
    one: Suggestion,
    spellings: Mapping[str, Sequence[str]],
    printed: dict[str, str],
) -> Iterator[tuple[int, int, str, str]]:
    """Yield start, end, kind and field of what a suggestion rests on."""
    spans = [span for span in one.spans if span[0] < span[1] <= len(text)]
    values = one.values
    first = _first_point(one)
    if one.kind == Suggestion.Kind.EVENT:
        told = [*_days(text, spans, values), *_words(text, spans, values, "place")]
        yield from ((*bounds, TIME, name) for *bounds, name in told)
        if not any(name == "date" for *_bounds, name in told):
            yield from ((*span, TIME, first) for span in spans[:1])
    elif one.kind == Suggestion.Kind.DOCUMENT:
        yield from ((*span, PAPER, _told_in(text, span, values)) for span in spans)
    else:
        used = spans if one.kind == Suggestion.Kind.PERSON else spans[:1]
        yield from ((*span, kind_of(one, first), first) for span in used)
    if one.kind in {Suggestion.Kind.EVENT, Suggestion.Kind.DOCUMENT}:
        for code in values.get("provinces") or []:
            if code not in printed:
                for start, end in _named(text, spans, spellings.get(code, ()))[:1]:
                    printed[code] = text[start:end]
                    yield start, end, PROVINCE, "provinces"


def _first_point(one: Suggestion) -> str:
    return {
        Suggestion.Kind.EVENT: "date",
        Suggestion.Kind.PERSON: "name",
        Suggestion.Kind.DOCUMENT: "name_as_printed",
    }.get(Suggestion.Kind(one.kind), "text")


def _days(
    text: str, spans: Iterable[Span], values: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    """Yield the day as printed in each span, with the part of the day before it."""
    for start, end, _name in _words(text, spans, values, "date_as_printed"):
        before = text[max(0, start - LONGEST_BEFORE) : start]
        led_by = BEFORE_A_DAY.search(before)
        begun = start - len(led_by[0]) if led_by else start
        yield begun, end, "date"
        if values.get("day_part") and begun < start - len("ngày "):
            yield begun, end, "day_part"


def _words(
    text: str, spans: Iterable[Span], values: Mapping[str, str], name: str
) -> Iterator[tuple[int, int, str]]:
    wanted = normalize("NFC", str(values.get(name) or ""))
    for start, end in spans if wanted else ():
        at = text.find(wanted, start, end)
        if at >= 0:
            yield at, at + len(wanted), name


def _named(
    text: str, spans: Iterable[Span], names: Iterable[str]
) -> list[tuple[int, int]]:
    """Return where a province is first named in its spans, the longest name first."""
    wanted = sorted({normalize("NFC", name) for name in names if name}, key=len)
    if not wanted:
        return []
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in reversed(wanted))})(?!\w)"
    )
    found = (pattern.search(text, *span) for span in sorted(map(tuple, spans)))
    return [match.span() for match in found if match]


def _told_in(text: str, span: Span, values: Mapping[str, str]) -> str:
    """Return the field of a paper that the words of a span tell."""
    words = text[slice(*span)]
    if (values.get("name_as_printed") or "") in words or not values.get("signed_on"):
        return "name_as_printed"
    return "signed_on" if re.search(r"\d/\d", words) else "name_as_printed"


def _of_field(marks: Iterable[Mark]) -> dict[Field, Mark]:
    found: dict[Field, Mark] = {}
    for mark in marks:
        for pk, name in mark.fields:
            found.setdefault((pk, name), mark)
            if (pk, name) in mark.by_hand:
                found[pk, name] = mark
            if mark.kind != PROVINCE:
                found.setdefault((pk, ""), mark)
    return found


def _lines(text: str) -> list[tuple[int, int]]:
    """Return the bounds of each line that holds something."""
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((start, start + len(line)))
        start += len(line) + 1
    return lines


def _parts(
    text: str, lines: Sequence[tuple[int, int]], marks: Sequence[Mark], body: Span
) -> tuple[Part, ...]:
    """Return the paragraphs in order, those outside the article itself apart."""
    ends = body[1] if len(body) == 2 else len(text)  # noqa: PLR2004
    title = text[slice(*lines[0])].strip() if lines else ""
    parts: list[tuple[bool, list[Paragraph]]] = []
    waiting = list(marks)
    for number, (start, end) in enumerate(lines, start=1):
        waiting = [mark for mark in waiting if mark.end > start]
        over = [mark for mark in waiting if mark.start < end]
        look = _look(text[start:end], title, number)
        paragraph = Paragraph(number, start, tuple(_runs(text, start, end, over)), look)
        is_skipped = start >= ends
        if not parts or parts[-1][0] != is_skipped:
            parts.append((is_skipped, []))
        parts[-1][1].append(paragraph)
    return tuple(Part(tuple(row), is_skipped) for is_skipped, row in parts)


def _look(line: str, title: str, number: int) -> str:
    if number == 1:
        return "title"
    is_caption = line.strip() == title or CAPTION.search(line)
    return "cap" if is_caption else ""


def _runs(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Run]:
    """Cut a line at every edge, so that passages may overlap and links never do."""
    edges = {start, end}
    edges |= {edge for m in marks for edge in (m.start, m.end) if start < edge < end}
    ordered = sorted(edges)
    for first, last in pairwise(ordered):
        over = [mark for mark in marks if mark.start < last and mark.end > first]
        over.sort(key=lambda mark: (mark.end - mark.start, mark.start))
        yield Run(
            text=text[first:last],
            marks=tuple(over),
            begun=tuple(mark for mark in over if mark.start == first),
            ended=tuple(mark for mark in over if min(mark.end, end) == last),
        )
