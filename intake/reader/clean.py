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
    """The file is no article: what was found, and what is accepted.

    ``sentence`` is one of REFUSALS, ``values`` what stands in it, so that it can be
    said in another language.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence % values)
        self.sentence, self.values = sentence, values


EMPTY = "The file is empty. An article of at least two sentences is needed."
TOO_LARGE = (
    "The file has %(size)s MB. Articles of up to 1 MB (1,000,000 bytes) are accepted."
)
UTF_16 = "The file is UTF-16. Save the article as UTF-8 text (.txt)."
NOT_UTF_8 = (
    "The file is not UTF-8: byte %(byte)d cannot be read. "
    "Save the article as UTF-8 text (.txt)."
)
BINARY = (
    "The file is binary (a picture, a PDF or a Word file?). "
    "Save the article as UTF-8 text (.txt)."
)
SCRAPS = (
    "The file holds %(letters)d letters and is no article. "
    "An article has at least two sentences."
)
ELSEWHERE = (
    "The text names no province that is recorded here, so it is no article about one. "
    "Record the province first, or choose another file."
)
REFUSALS = {EMPTY, TOO_LARGE, UTF_16, NOT_UTF_8, BINARY, SCRAPS, ELSEWHERE}


def decode(raw: bytes) -> str:
    """Return the text of an uploaded file in NFC with LF line ends.

    Raises UnreadableArticle for what is no article.
    """
    refuse_size(raw)
    refuse_binary(raw)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        raise UnreadableArticle(NOT_UTF_8, byte=err.start) from err
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    refuse_scraps(text)
    return text


def refuse_size(raw: bytes) -> None:
    """Refuse files that hold nothing or more than an article can."""
    if not raw.strip():
        raise UnreadableArticle(EMPTY)
    if len(raw) > LIMIT:
        raise UnreadableArticle(TOO_LARGE, size=f"{len(raw) / MEGABYTE:.1f}")


def refuse_binary(raw: bytes) -> None:
    """Refuse files that are no text: NUL bytes, or mostly control characters."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableArticle(UTF_16)
    controls = sum(byte < SPACE and chr(byte) not in CONTROLS_ALLOWED for byte in raw)
    if b"\0" in raw or controls * 10 > len(raw):
        raise UnreadableArticle(BINARY)


def refuse_scraps(text: str) -> None:
    """Refuse texts that cannot be an article: too few letters, or no sentences."""
    letters = sum(map(str.isalpha, text))
    if letters < FEWEST_LETTERS or not SENTENCE_END.search(text):
        raise UnreadableArticle(SCRAPS, letters=letters)


def shadow(text: str) -> str:
    """Return the lower-case twin of a text, same length, with tone marks in one place.

    Cue words are looked for in the twin and quoted from the text, so the two share offsets.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return MISPLACED_TONE.sub(lambda match: TONE_PLACES[match[0]], lower)
