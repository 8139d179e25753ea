"""Third stage, names: provinces and places of the gazetteer, however they are spelt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.reader import lexicon
from intake.reader.gazetteer import Gazetteer
from intake.reader.patterns import one_of
from sources.spelling import squeeze

WORD = re.compile(r"\w[\w'’]*")
TOWN_BEFORE = re.compile(rf"{one_of(lexicon.TOWN_WORDS)}\s+$")
LINK = re.compile(r"[ \u00a0]|-")
MOST_WORDS = 6
LOOK_BACK = 16


@dataclass(frozen=True)
class ProvinceMark:
    """A province named at an offset; a town or school called after it is no party."""

    start: int
    end: int
    code: str
    is_town: bool


def provinces(text: str, low: str, gazetteer: Gazetteer) -> list[ProvinceMark]:
    """Return every province named in a text, in order, the longest spelling first."""
    words = [found.span() for found in WORD.finditer(text)]
    printed = [text[start:end] for start, end in words]
    spelt = {word: squeeze(word) for word in set(printed)}
    folded = [spelt[word] for word in printed]
    found: list[ProvinceMark] = []
    index = 0
    while index < len(words):
        match = longest(text, words, folded, index, gazetteer)
        if match:
            last, code = match
            start, end = words[index][0], words[last][1]
            own_city = low[start:end] in lexicon.CITY_PROVINCES
            town = not own_city and TOWN_BEFORE.search(
                low[max(0, start - LOOK_BACK) : start]
            )
            found.append(ProvinceMark(start, end, code, is_town=bool(town)))
            index = last
        index += 1
    return found


def longest(
    text: str,
    words: list[tuple[int, int]],
    folded: list[str],
    index: int,
    gazetteer: Gazetteer,
) -> tuple[int, str] | None:
    """Return the last word and the code of the longest province name beginning here."""
    best = None
    for last, spelling in growing(text, words, folded, index):
        if spelling not in gazetteer.beginnings:
            break
        codes = gazetteer.by_spelling.get(spelling, frozenset())
        place = gazetteer.place_by_spelling.get(spelling)
        if not (codes or place) or not has_capital(
            text, words[index][0], words[last][1]
        ):
            continue
        # A longer name that is no province, such as a town's, is not one by its start.
        best = (last, min(codes)) if len(codes) == 1 else None
    return best


def growing(
    text: str, words: list[tuple[int, int]], folded: list[str], index: int
) -> Iterator[tuple[int, str]]:
    """Yield longer and longer runs of words joined by a space or a hyphen."""
    spelling = ""
    for last in range(index, min(index + MOST_WORDS, len(words))):
        if last > index and not LINK.fullmatch(
            text[words[last - 1][1] : words[last][0]]
        ):
            return
        spelling += folded[last]
        yield last, spelling


def has_capital(text: str, start: int, end: int) -> bool:
    """Whether a run of words is written as a name."""
    return any(map(str.isupper, text[start:end]))


def is_province(gazetteer: Gazetteer, name: str) -> bool:
    """Whether a whole string is the spelling of a province."""
    return squeeze(name) in gazetteer.by_spelling
