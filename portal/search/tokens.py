"""Cutting text into words of plain ASCII, so that every database cuts it alike.

Vietnamese and other Latin words lose their marks. Lao is written without spaces: it
loses its tone marks and is cut into overlapping pairs of letters, so that any stretch
of it is found as a phrase, whether spaces stand in it or not.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from sources.spelling import GAPS, fold

LAO_TONES = "\u0ec8\u0ec9\u0eca\u0ecb"
# Words of Latin letters and digits; else a run of another script, spaces aside.
RUN = re.compile(r"[a-z0-9]+|[^\x00-\x7f]+(?: +[^\x00-\x7f]+)*")
LATIN = re.compile(r"[a-z0-9]+")
MAX_WORD = 60


class _Folding(dict[int, str]):
    """What each letter becomes; filled as letters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


def _folded(letter: str) -> str:
    kind = unicodedata.category(letter)
    if letter in LAO_TONES or kind == "Cf":
        return ""
    if (digit := unicodedata.digit(letter, None)) is not None:
        return str(digit)
    bare = "".join(
        part
        for part in unicodedata.normalize("NFD", fold(letter))
        if not "\u0300" <= part <= "\u036f" and part not in LAO_TONES
    )
    if bare:
        return bare if kind[0] in "LMN" else _spaced(bare)
    return "" if kind == "Mn" and not GAPS.match(letter) else " "


def _spaced(bare: str) -> str:
    return bare if bare.isalnum() else " "


FOLDING = _Folding()


class Token(NamedTuple):
    """A word of the index and the part of the original text it stands for."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[str]:
    """Return the words a text is found by, in their order."""
    folded = text.translate(FOLDING)
    if folded.isascii():  # most are, and there are very many
        return [word[:MAX_WORD] for word in LATIN.findall(folded)]
    return [word for run in RUN.findall(folded) for word in _words(run)]


def pieces(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each piece of a text between its spaces, folded, with its words."""
    for run in RUN.findall(text.translate(FOLDING)):
        for piece in run.split():
            yield piece, list(_words(piece))


def placed(text: str) -> list[Token]:
    """Return the same words, each with its place in the text as it was given."""
    if all(len(FOLDING[ord(letter)]) == 1 for letter in set(text)):
        return [
            Token(word, run.start() + start, run.start() + end)
            for run in RUN.finditer(text.translate(FOLDING))
            for word, start, end in _placed_words(run[0])
        ]
    folded, places = [], []
    for place, letter in enumerate(text):
        for part in FOLDING[ord(letter)]:
            folded.append(part)
            places.append(place)
    places.append(len(text))
    found = []
    for run in RUN.finditer("".join(folded)):
        for word, start, end in _placed_words(run[0]):
            first, last = places[run.start() + start], places[run.start() + end - 1]
            found.append(Token(word, first, _whole(text, last + 1)))
    return found


def squeezed(text: str) -> str:
    """Return the folded text without any space: the key a name is known by."""
    return "".join(RUN.findall(text.translate(FOLDING))).replace(" ", "")


def _whole(text: str, end: int) -> int:
    """Take in the marks that belong to the last letter, and stand behind it."""
    while end < len(text) and FOLDING[ord(text[end])] == "":
        end += 1
    return end


def _words(run: str) -> Iterator[str]:
    if run.isascii():
        yield run[:MAX_WORD]
    else:
        letters = run.replace(" ", "")
        for place in range(max(1, len(letters) - 1)):
            yield _pair(letters[place : place + 2])


def _placed_words(run: str) -> Iterator[tuple[str, int, int]]:
    if run.isascii():
        yield run[:MAX_WORD], 0, len(run)
        return
    places = [place for place, letter in enumerate(run) if letter != " "]
    for first, second in zip(places, places[1:] or places, strict=False):
        letters = run[first] if first == second else run[first] + run[second]
        yield _pair(letters), first, second + 1


def _pair(letters: str) -> str:
    """Write one or two letters of another script in ASCII: u0e9au0eb2."""
    return "".join(f"u{ord(letter):04x}" for letter in letters)


# How Lao names written in Latin letters vary from paper to paper.
SOUNDS = (
    ("ch", "s"),
    ("ph", "p"),
    ("kh", "k"),
    ("th", "t"),
    ("x", "s"),
    ("oo", "u"),
    ("ou", "u"),
    ("w", "v"),
    ("y", "i"),
    ("c", "k"),
    ("q", "k"),
    ("r", "l"),
)
REPEATED = re.compile(r"(.)\1+")


def sound(key: str) -> str:
    """Return the key with letters that stand for one Lao sound made one letter."""
    for written, plain in SOUNDS:
        key = key.replace(written, plain)
    return REPEATED.sub(r"\1", key)
