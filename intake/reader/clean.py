"""First stage: from the bytes of a file to the text whose characters every later stage counts."""

import re
import unicodedata
from typing import Final

LIMIT: Final = 1_000_000
MEGABYTE: Final = 1_000_000
FEWEST_LETTERS: Final = 80
SPACE: Final = 32
CONTROLS_ALLOWED: Final = "\t\n\r\f"

SENTENCE_END = re.compile(r"[.!?…。]")

# The two habits of placing a tone mark (hoà/hòa, uỷ/ủy) differ under every normal form.
TONED: Final = {
    "oa": ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
    "oe": ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
    "uy": ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
}
TONE_PLACES: Final = {
    new: old
    for olds, news in TONED.values()
    for new, old in zip(olds.split(), news.split(), strict=True)
}
MISPLACED_TONE = re.compile(rf"(?<!q)(?:{'|'.join(TONE_PLACES)})(?!\w)")


class UnreadableArticle(ValueError):  # noqa: N818 - it names what was found, not the error
    """The file is no article; the message says what was found and what is accepted."""


def decode(raw: bytes) -> str:
    """Return the text of an uploaded file in NFC with LF line ends, or raise UnreadableArticle."""
    refuse_size(raw)
    refuse_binary(raw)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        message = f"The file is not UTF-8: byte {err.start} cannot be read. Save the article as UTF-8 text (.txt)."
        raise UnreadableArticle(message) from err
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    refuse_scraps(text)
    return text


def refuse_size(raw: bytes) -> None:
    """Refuse files that hold nothing or more than an article can."""
    if not raw.strip():
        raise UnreadableArticle(
            "The file is empty. An article of at least two sentences is needed."
        )
    if len(raw) > LIMIT:
        size = len(raw) / MEGABYTE
        message = f"The file has {size:.1f} MB. Articles of up to 1 MB (1,000,000 bytes) are accepted."
        raise UnreadableArticle(message)


def refuse_binary(raw: bytes) -> None:
    """Refuse files that are no text: NUL bytes, or mostly control characters."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableArticle(
            "The file is UTF-16. Save the article as UTF-8 text (.txt)."
        )
    controls = sum(byte < SPACE and chr(byte) not in CONTROLS_ALLOWED for byte in raw)
    if b"\0" in raw or controls * 10 > len(raw):
        message = "The file is binary (a picture, a PDF or a Word file?). Save the article as UTF-8 text (.txt)."
        raise UnreadableArticle(message)


def refuse_scraps(text: str) -> None:
    """Refuse texts that cannot be an article: too few letters, or no sentences."""
    letters = sum(map(str.isalpha, text))
    if letters < FEWEST_LETTERS or not SENTENCE_END.search(text):
        message = f"The file holds {letters} letters and is no article. An article has at least two sentences."
        raise UnreadableArticle(message)


def shadow(text: str) -> str:
    """Return the lower-case twin of a text, same length, with tone marks in one place.

    Cue words are looked for in the twin and quoted from the text, so the two share offsets.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return MISPLACED_TONE.sub(lambda match: TONE_PLACES[match[0]], lower)
