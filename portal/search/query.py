"""Reading what somebody typed: words, phrases, and names with all their spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Q

from portal.models import SearchName
from portal.search.expression import Phrase
from portal.search.short import written_out
from portal.search.tokens import pieces, sound, squeezed, tokens

LONGEST = 200  # characters of a question
MOST_WORDS = 16
# Words this long are found by their beginnings; shorter ones are whole syllables.
OPEN_FROM = 4
LAST_OPEN_FROM = 2
# A name is written in at most so many words; a sound is sure from so many letters.
NAME_WORDS = 8
SURE_SOUND = 6
MOST_SPELLINGS = 40
QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')


@dataclass(frozen=True)
class Word:
    """What stands between two spaces, or between quotation marks."""

    key: str
    words: tuple[str, ...]
    is_quoted: bool = False
    is_last: bool = False

    @property
    def phrase(self) -> Phrase:
        """How it is looked for: long words, and the last, by their beginnings."""
        length = len(self.key)
        least = LAST_OPEN_FROM if self.is_last else OPEN_FROM
        is_latin = self.key.isascii()
        is_open = not self.is_quoted and (length >= least if is_latin else length == 1)
        return Phrase(self.words, is_open=is_open)


@dataclass(frozen=True)
class Question:
    """What is looked for: every term, each as one of its phrases."""

    text: str
    terms: tuple[tuple[Phrase, ...], ...]
    # Spellings looked for besides what was typed, as people write them.
    also: tuple[str, ...] = ()
    # The entries whose very name was typed.
    named: frozenset[int] = frozenset()

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every phrase that may be marked in what is found."""
        return tuple(phrase for term in self.terms for phrase in term)

    @property
    def whole(self) -> Phrase | None:
        """All of it as one phrase, where it is more than one word."""
        if len(self.terms) < 2:  # noqa: PLR2004
            return None
        words = tuple(word for term in self.terms for word in term[0].words)
        return Phrase(words, is_open=self.terms[-1][0].is_open)


def asked(text: str) -> Question:
    """Read a question; a name in it is looked for in every public spelling of it."""
    words = cut(text)
    names = _names(words)
    terms: list[tuple[Phrase, ...]] = []
    also: dict[str, None] = {}
    owners: set[int] = set()
    place = 0
    while place < len(words):
        length = _longest_name(words, place, names)
        run = words[place : place + max(1, length)]
        if length:
            spelled = names[_key(run)]
            owners |= {one.entry for one in spelled}
            terms.append(_spellings(run, spelled))
            also |= dict.fromkeys(one.text for one in _others(run, spelled))
        elif (long := written_out(run[0].key)) and not run[0].is_quoted:
            terms.append(_long_too(run[0], long))
            also[long] = None
        else:
            terms.append((run[0].phrase,))
        place += len(run)
    is_name = len(terms) == 1
    return Question(
        text, tuple(terms), tuple(also), frozenset(owners if is_name else ())
    )


def cut(text: str) -> list[Word]:
    """Return the words of a question; what is quoted stays together."""
    found: list[Word] = []
    end = 0
    text = text[:LONGEST]
    for quoted in QUOTED.finditer(text):
        found += _plain(text[end : quoted.start()])
        if words := tuple(tokens(quoted[1])):
            found.append(Word(squeezed(quoted[1]), words, is_quoted=True))
        end = quoted.end()
    found += _plain(text[end:])
    found = found[:MOST_WORDS]
    if found and not found[-1].is_quoted:
        last = found[-1]
        found[-1] = Word(last.key, last.words, is_last=True)
    return found


def _plain(text: str) -> Iterator[Word]:
    return (Word(piece, tuple(words)) for piece, words in pieces(text))


def _long_too(word: Word, long: str) -> tuple[Phrase, ...]:
    """Return a short form as it was typed, and what it is short for."""
    return word.phrase, Phrase(tuple(tokens(long)), is_open=word.phrase.is_open)


def _key(words: list[Word]) -> str:
    return "".join(word.key for word in words)


def _runs(words: list[Word]) -> set[str]:
    """Every stretch of the question that may be a name."""
    return {
        _key(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + NAME_WORDS) + 1)
    }


def _names(words: list[Word]) -> dict[str, list[SearchName]]:
    """Return, for stretches that are names, every spelling of what they name."""
    runs = _runs(words)
    if not runs:
        return {}
    sounds = {sound(run): run for run in runs if len(run) >= SURE_SOUND}
    given = SearchName.objects.filter(Q(squeezed__in=runs) | Q(sound__in=sounds))
    spellings = SearchName.objects.filter(entry__in=given.values("entry"))
    by_entry: dict[int, list[SearchName]] = defaultdict(list)
    for name in spellings.order_by("entry", "pk"):
        by_entry[name.entry].append(name)
    found: dict[str, list[SearchName]] = {}
    for run in runs:
        exact = _of(by_entry, lambda name, run=run: name.squeezed == run)
        same = (
            _of(by_entry, lambda name, run=run: name.sound == sound(run))
            if not exact and len(run) >= SURE_SOUND
            else []
        )
        if spelled := exact or same:
            found[run] = spelled
    return found


def _of(
    by_entry: dict[int, list[SearchName]], is_it: Callable[[SearchName], bool]
) -> list[SearchName]:
    return [
        name
        for names in by_entry.values()
        if any(is_it(one) for one in names)
        for name in names
    ]


def _longest_name(
    words: list[Word], place: int, names: dict[str, list[SearchName]]
) -> int:
    """Return how many words from here on make a name, 0 if none does."""
    for length in range(min(len(words) - place, NAME_WORDS), 0, -1):
        run = words[place : place + length]
        if _key(run) in names and not any(word.is_quoted for word in run):
            return length
    return 0


def _spellings(run: list[Word], spelled: list[SearchName]) -> tuple[Phrase, ...]:
    """Return what was typed as a phrase, then every other spelling."""
    typed = Phrase(_typed(run), is_open=run[-1].phrase.is_open)
    others = (Phrase(tuple(tokens(name.text))) for name in spelled)
    kept = (one for one in others if one.words and one.words != typed.words)
    phrases = dict.fromkeys([typed, *kept])
    return tuple(phrases)[:MOST_SPELLINGS]


def _others(run: list[Word], spelled: list[SearchName]) -> list[SearchName]:
    """The spellings that are other words than those typed, each once."""
    seen = {_typed(run)}
    others = []
    for name in spelled:
        words = tuple(tokens(name.text))
        if words not in seen:
            seen.add(words)
            others.append(name)
    return others


def _typed(run: list[Word]) -> tuple[str, ...]:
    """The words of a run; Lao pieces are put together, as texts are."""
    return tuple(tokens(" ".join(word.key for word in run)))
