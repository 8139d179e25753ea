"""The one spelling fold: which printed forms count as the same spelling."""

import re
import unicodedata

# Combining marks that Vietnamese writes: tones (grave, acute, tilde, hook above,
# dot below) and vowel marks (circumflex, breve, horn). Lao marks are not among them.
VIETNAMESE_MARKS = {ord(mark): None for mark in "̛̣̀́̃̉̂̆"}
GAPS = re.compile(r"[\s\-‐-―_.,'’·]+")


def fold(text: str) -> str:
    """Return the form under which spellings match: no case, no Vietnamese marks.

    NFKC first, so that the two encodings of Lao ຳ are one; đ becomes d; hyphens, dots
    and runs of space become one space; Lao tone and vowel marks stay.
    """
    compatible = unicodedata.normalize("NFKC", text).casefold().replace("đ", "d")
    bare = unicodedata.normalize("NFD", compatible).translate(VIETNAMESE_MARKS)
    return GAPS.sub(" ", unicodedata.normalize("NFC", bare)).strip()


def squeeze(text: str) -> str:
    """Return the fold without any space, for names that papers cut apart at will."""
    return fold(text).replace(" ", "")
