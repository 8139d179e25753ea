"""How alike two spellings are, by rules that can be told in a sentence each."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Any

from sources.spelling import GAPS, VIETNAMESE_MARKS, fold, squeeze

TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
VIETNAM = "VN"

# Letters by which papers write one sound of a Lao or Thai name, told by ear.
SOUNDS = (
    (re.compile(r"nh|ny"), "n"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"x"), "s"),
    (re.compile(r"y"), "i"),
    (re.compile(r"ch|[cq]"), "k"),
    (re.compile(r"(?<=[aeiounmp])h\b"), ""),
)
DOUBLED = re.compile(r"(.)\1+")
# What the same sounds in other letters are worth, beside the same letters.
BY_EAR = 0.98
# The share of a Vietnamese name that its last syllable, the given name, carries.
GIVEN = 0.5


def same_name(one: str, other: str, country: str) -> bool:
    """Whether two spellings are one name, of a person of that country.

    A Vietnamese name is its marks too (Dũng is not Dung), unless one of the two was
    printed without any. Each paper marks and cuts the names of Laos its own way:
    there, what is the same letter by letter is the same.
    """
    if country != VIETNAM:
        return bool(squeeze(one)) and squeeze(one) == squeeze(other)
    if not fold(one) or fold(one) != fold(other):
        return False
    return _is_bare(one) or _is_bare(other) or _marked(one) == _marked(other)


def name_likeness(one: str, other: str, country: str) -> float:
    """Return how alike two names are, from 0 to 1, letters or sounds."""
    if country == VIETNAM:
        return _by_syllable(fold(one).split(), fold(other).split())
    letters = closeness(squeeze(one), squeeze(other))
    return max(letters, BY_EAR * closeness(heard(one), heard(other)))


def text_likeness(one: str, other: str) -> float:
    """Return which share of the words, and pairs of words, two texts have in common.

    Pairs count beside words because a Vietnamese word is mostly two syllables.
    """
    ours, theirs = _pieces(one), _pieces(other)
    if not ours or not theirs:
        return 0.0
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def spellings_of(row: Any) -> list[str]:
    """Return every form of a name of a province, place or person, each once.

    Queries nothing where the names were fetched.
    """
    own = (row.name_vi, row.name_lo, row.name_en)
    seen = (name.text for name in row.names.all())
    return list(dict.fromkeys(name for name in (*own, *seen) if name))


@lru_cache(maxsize=4096)
def heard(name: str) -> str:
    """Return the letters of a name by its sounds: Bounmy and Bun Mi are alike."""
    said = fold(name)
    for letters, sound in SOUNDS:
        said = letters.sub(sound, said)
    return DOUBLED.sub(r"\1", said.replace(" ", ""))


@lru_cache(maxsize=16384)
def closeness(one: str, other: str) -> float:
    """Return the share of letters that need no change, from 0 to 1.

    A change is a letter added, dropped, put for another or swapped with its neighbour.
    """
    if one == other:
        return 1.0
    longest = max(len(one), len(other))
    return 1 - _changes(one, other) / longest if one and other else 0.0


def _changes(one: str, other: str) -> int:
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row = row, [i]
        for j, against in enumerate(other, 1):
            put = last[j - 1] + (letter != against)
            best = min(put, last[j] + 1, row[j - 1] + 1)
            if i > 1 and j > 1 and (letter, one[i - 2]) == (other[j - 2], against):
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before = last
    return row[-1]


def _by_syllable(one: list[str], other: list[str]) -> float:
    """Weigh the given name as much as all before it, which thousands share."""
    if not one or not other:
        return 0.0
    given = closeness(one[-1], other[-1])
    return GIVEN * given + (1 - GIVEN) * closeness(
        " ".join(one[:-1]), " ".join(other[:-1])
    )


@lru_cache(maxsize=4096)
def _pieces(text: str) -> frozenset[str | tuple[str, str]]:
    words = re.findall(r"\w+", fold(text))
    return frozenset([*words, *pairwise(words)])


def _is_bare(name: str) -> bool:
    """Whether a name was printed without a single Vietnamese mark."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "đ" not in letters and letters == letters.translate(VIETNAMESE_MARKS)


def _marked(name: str) -> list[tuple[str, str]]:
    """Return each syllable and its tone; where the tone is put is a habit of print."""
    syllables = GAPS.split(unicodedata.normalize("NFKC", name).casefold().strip())
    apart = [unicodedata.normalize("NFD", one) for one in syllables]
    return [
        (one.translate(TONES), "".join(c for c in one if ord(c) in TONES))
        for one in apart
    ]
