"""What to ask instead, where nothing was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from django.db.models import Q
from django.db.models.functions import Length

from portal.models import SearchName, SearchWord
from portal.search.expression import Expression, Phrase
from portal.search.find import exists, find, how_many
from portal.search.hits import hits_of
from portal.search.nearness import apart
from portal.search.query import Question, asked, cut
from portal.search.tokens import sound, squeezed

MOST_NAMES = 5000
MOST_WORDS = 3000
MOST = 5
ALIKE = 0.72
LEAST_LETTERS = 3
# Words this long may have two faults; of those near, so many are tried.
LONG, FAULTS, FAULTS_OF_LONG = 5, 1, 2
MOST_NEAR, MOST_TRIED, MOST_RESPELT = 12, 48, 2
# A second spelling is offered where it stands at least a third as often as the first.
LIKELY = 3


@dataclass(frozen=True)
class Suggestion:
    """Another question, likely to find something."""

    text: str


def suggestions(question: Question) -> list[Suggestion]:
    """Return words written as they stand here, names alike, and what does find."""
    if not question.terms:
        return []
    names = _alike(question.text)
    by_key = {squeezed(name): name for name in names}
    respelt = [by_key.get(squeezed(text), text) for text in _respelt(question)]
    fewer = [] if respelt else _without_the_lost(question)
    found = dict.fromkeys([*respelt, *names, *fewer])
    return [Suggestion(text) for text in found][:MOST]


def _without_the_lost(question: Question) -> Iterable[str]:
    """The question without the words that stand nowhere, if some then are left."""
    if len(question.terms) < 2:  # noqa: PLR2004
        return []
    held = [term for term in question.terms if exists(Expression((term,)))]
    if not held or len(held) == len(question.terms):
        return [" ".join(term[0].words) for term in held] if held else []
    return [" ".join(word for term in held for word in term[0].words)]


def _respelt(question: Question) -> list[str]:
    """The question with one word written otherwise, the likeliest first."""
    tried = islice(_with_another_word(question), MOST_TRIED)
    worth = [(*_worth(terms), terms) for terms in tried]
    best = sorted((one for one in worth if one[1]), key=lambda one: one[:2])[::-1]
    likely = [one for one in best if one[0] and LIKELY * one[0] >= best[0][0]]
    chosen = likely[:MOST_RESPELT] or best[:1]
    return list(dict.fromkeys(_as_written(terms) for *_worth, terms in chosen))


def _with_another_word(question: Question) -> Iterator[list[Phrase]]:
    """Yield the question with each word near one that may be wrong, in its place.

    A word that stands nowhere is wrong; where all stand somewhere, any may be.
    """
    typed = [term[0] for term in question.terms]
    lost = [n for n, one in enumerate(typed) if not exists(Expression(((one,),)))]
    if len(lost) > 1:
        return
    for place in lost or sorted(range(len(typed)), key=lambda n: len(typed[n].words)):
        if len(typed[place].words) == 1:
            for word in _near(typed[place].words[0]):
                phrases = [*typed]
                phrases[place] = Phrase((word,))
                yield phrases


def _worth(phrases: list[Phrase]) -> tuple[int, int]:
    """Return how often all of it stands together, and at all; neither counted out."""
    words = tuple(word for phrase in phrases for word in phrase.words)
    together = Phrase(words, is_open=phrases[-1].is_open)
    apart = Expression(tuple((phrase,) for phrase in phrases))
    return how_many(Expression(((together,),))), how_many(apart)


def _near(word: str) -> list[str]:
    """Return the words here that are written nearly so, the nearest first."""
    if not word.isalpha():
        return []
    most = FAULTS_OF_LONG if len(word) >= LONG else FAULTS
    begun = Q(text__startswith=word[0])
    if len(word) > 1:
        begun |= Q(text__startswith=word[1])
    rows = SearchWord.objects.annotate(length=Length("text")).filter(begun)
    sized = rows.filter(length__range=(len(word) - most, len(word) + most))
    words = sized.exclude(text=word).values_list("text", flat=True)[:MOST_WORDS]
    near = sorted((distance, one) for one in words if (distance := apart(word, one)))
    return [one for distance, one in near if distance <= most][:MOST_NEAR]


def _as_written(phrases: list[Phrase]) -> str:
    """Return these words as the best record that has them writes them."""
    words = " ".join(word for phrase in phrases for word in phrase.words)
    question = asked(words)
    together = question.whole or phrases[0]
    for hit in hits_of(find(question, {}).matches[:1], [together]):
        for piece in (hit.title, hit.snippet):
            if piece and piece.spans:
                start, end = piece.spans[0]
                written = piece.text[start:end]
                return written if squeezed(written) == squeezed(words) else words
    return words


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
