"""When two facts agree, and which fact of a reading answers which of the gold."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

Fact = dict[str, Any]


def fold(value: Any) -> Any:
    """Return a text without case, spaces and punctuation; tone marks count."""
    if not isinstance(value, str):
        return value
    words = re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", value).casefold())
    return " ".join(words.split())


def alternatives(value: Any) -> list[Any]:
    """Return every value that is right."""
    return value["any"] if isinstance(value, dict) and "any" in value else [value]


def joined(codes: Iterable[str] | None) -> str:
    """Return a set of provinces as one comparable value."""
    return "+".join(sorted(codes or []))


def parties(gold: Fact) -> list[str]:
    """Return the sets of provinces that are right for a fact."""
    return [joined(codes) for codes in alternatives(gold["provinces"])]


def same(gold: Fact, read: Fact, field: str) -> bool:
    """Whether a field holds one of the right values."""
    return read.get(field) in alternatives(gold[field])


def ends(edtf: str) -> tuple[str, str]:
    """Return both ends of a day, year or interval, without marks of doubt."""
    bare = [re.sub("[?~%]", "", part) for part in edtf.split("/")]
    return bare[0], bare[-1]


def fits(date: str, wanted: Iterable[str | None]) -> bool:
    """Whether a date contradicts none of those wanted: vaguer or within is no error."""
    first, last = ends(date)
    return any(is_within(first, last, *ends(other)) for other in wanted if other)


def is_within(first: str, last: str, start: str, end: str) -> bool:
    """Whether an interval lies in another, or one end is the other's vaguer form."""
    pairs = ((first, start), (last, end))
    vaguer = any(a.startswith(b) or b.startswith(a) for a, b in pairs)
    return vaguer or start <= first <= last <= end


def date_points(gold: Fact, read: Fact, field: str, most: int) -> int:
    """Return what an equal date is worth, one less where it only fits."""
    got = read.get(field)
    if same(gold, read, field):
        return most if got else 1
    return (most - 1) * bool(got and fits(got, alternatives(gold[field])))


def pairs(
    golds: list[Fact], reads: list[Fact], worth: Callable[[Fact, Fact], float]
) -> list[tuple[Fact | None, Fact | None]]:
    """Pair facts one to one, the worthiest first; what is left over stands alone."""
    ranked = sorted(
        (
            (worth(gold, read), -i, -j)
            for i, gold in enumerate(golds)
            for j, read in enumerate(reads)
        ),
        reverse=True,
    )
    missed, extra = dict(enumerate(golds)), dict(enumerate(reads))
    found: list[tuple[Fact | None, Fact | None]] = [
        (missed.pop(-i), extra.pop(-j))
        for points, i, j in ranked
        if points and -i in missed and -j in extra
    ]
    found += [(gold, None) for gold in missed.values()]
    return found + [(None, read) for read in extra.values()]
