"""What to ask instead, where nothing was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from portal.models import SearchName
from portal.search.expression import Expression
from portal.search.find import exists
from portal.search.query import Question, cut
from portal.search.tokens import sound

MOST_NAMES = 5000
MOST = 5
ALIKE = 0.72
LEAST_LETTERS = 3


@dataclass(frozen=True)
class Suggestion:
    """Another question, likely to find something."""

    text: str


def suggestions(question: Question) -> list[Suggestion]:
    """Return names that look or sound alike, and the words that do find something."""
    found = dict.fromkeys([*_without_the_lost(question), *_alike(question.text)])
    return [Suggestion(text) for text in found][:MOST]


def _without_the_lost(question: Question) -> Iterable[str]:
    """The question without the words that stand nowhere, if some then are left."""
    if len(question.terms) < 2:  # noqa: PLR2004
        return []
    held = [term for term in question.terms if exists(Expression((term,)))]
    if not held or len(held) == len(question.terms):
        return [" ".join(term[0].words) for term in held] if held else []
    return [" ".join(word for term in held for word in term[0].words)]


def _alike(text: str) -> list[str]:
    words = cut(text)
    whole = "".join(word.key for word in words)
    asked = {sound(key) for key in (whole, *(word.key for word in words))}
    asked = {key for key in asked if len(key) >= LEAST_LETTERS}
    rows = SearchName.objects.order_by("pk").values_list("text", "sound", "entry")
    best: dict[int, tuple[float, str]] = {}
    for name, heard, entry in rows[:MOST_NAMES]:
        alike = max((_likeness(key, heard) for key in asked), default=0)
        if alike > best.get(entry, (ALIKE, ""))[0]:
            best[entry] = (alike, name)
    return [name for _alike, name in sorted(best.values(), reverse=True)]


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0
    return matcher.ratio()
