"""Turns the lexicon's phrases into patterns over the shadow text."""

import re
from collections.abc import Iterable

from intake.reader.clean import shadow

CAPITALS = "".join(
    char for char in map(chr, (*range(0x250), *range(0x1E00, 0x1F00))) if char.isupper()
)


def one_of(phrases: Iterable[str]) -> str:
    """Return an alternation of whole phrases, the longest first."""
    ranked = sorted(map(shadow, phrases), key=len, reverse=True)
    words = [
        phrase for phrase in ranked if phrase[0].isalnum() and phrase[-1].isalnum()
    ]
    signs = [whole(phrase) for phrase in ranked if phrase not in words]
    # One look around for all the words: looking around each is several times slower.
    among = "|".join(re.escape(word).replace(r"\ ", " ") for word in words)
    return (
        "(?:"
        + "|".join([*signs, rf"(?<!\w)(?:{among})(?!\w)"][: None if words else -1])
        + ")"
    )


def whole(phrase: str) -> str:
    """Return one phrase as a pattern that does not begin or end inside a word."""
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    after = r"(?!\w)" if phrase[-1].isalnum() else ""
    return before + re.escape(phrase).replace(r"\ ", " ") + after


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a compiled alternation of whole phrases."""
    return re.compile(one_of(phrases))


def first_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for text that opens with one of the phrases."""
    return re.compile(r"\s*" + one_of(phrases))
