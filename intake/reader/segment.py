"""Second stage: which part of a page is the article, and what its passages are."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from intake.reader import furniture
from intake.reader.clean import shadow

# "Quốc lộ 7." and "quý I." end a sentence; the "1." of a list within a line does not.
ABBREVIATION = re.compile(
    r"(?:\b(?:tp|tx|ts|ths|pgs|gs|bs|p|st|mr|ms|dr|"
    r"(?<!khoa )(?<!quý )(?<!hạng )(?<!loại )[^\W\d])|(?:^|[.:;!?])\s*\d)\.$"
)
SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[”\"’)]*\s+|[:]\s*\n")
BULLET = re.compile(r"\s*(?:[-–—•+*●▪►]|\d{1,2}[.)]|[a-zđ]\))\s+(?=\S)")
LONGEST_SENTENCE = 1500
LONGEST_HEADING = 90


@dataclass(frozen=True)
class Sentence:
    """A run of words with its offsets and the kind of passage it stands in."""

    start: int
    end: int
    kind: str
    passage: int


@dataclass(frozen=True)
class Article:
    """An article cut into passages; offsets point into its text."""

    text: str
    title: tuple[int, int] | None
    outlet: str | None
    published_on: str | None
    body: tuple[int, int]
    sentences: tuple[Sentence, ...]

    @cached_property
    def low(self) -> str:
        """The shadow text in which cue words are found."""
        return shadow(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Where each sentence begins, for finding the one around an offset."""
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def passages(self) -> dict[int, int]:
        """Where the first sentence of each passage begins, by the passage's number."""
        found: dict[int, int] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.passage, sentence.start)
        return found

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence around an offset, None between sentences."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].end:
            return None
        return self.sentences[index]


def segment(text: str, is_province: "furniture.Known") -> Article:
    """Cut a cleaned text into title, outlet, date line and the sentences of the body."""
    low = shadow(text)
    frame = furniture.frame(text, low, is_province)
    found = []
    heading = text[slice(*frame.title)] if frame.title else ""
    for number, (start, end) in enumerate(frame.passages):
        if shadow(text[start:end]).strip() == shadow(heading).strip():
            continue  # the headline again, as the text of an image
        first, kind = passage_kind(text, low, start, end)
        found += [
            Sentence(a, b, kind, number) for a, b in sentences(text, low, first, end)
        ]
    body = (frame.body_start, frame.body_end)
    return Article(
        text, frame.title, frame.outlet, frame.published_on, body, tuple(found)
    )


def passage_kind(text: str, low: str, start: int, end: int) -> tuple[int, str]:
    """Return where a passage begins behind its bullet, and what kind it is."""
    if bullet := BULLET.match(text, start, end):
        return bullet.end(), "list"
    if furniture.ARCHIVE.search(low, start, end):
        return start, "archive"
    stop = text[start:end].rstrip()[-1:]
    if stop == ":" or (end - start <= LONGEST_HEADING and stop not in '.!?…;”"'):
        return start, "heading" if stop != ":" else "text"
    return start, "text"


def sentences(text: str, low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a passage, without the white space around them."""
    here = start
    for stop in SENTENCE_END.finditer(text, start, end):
        following = text[stop.end() : stop.end() + 1]
        if following.islower() or ABBREVIATION.search(
            low[max(start, stop.start() - 6) : stop.start() + 1]
        ):
            continue
        yield from bounded(text, here, stop.start() + len(stop[0].rstrip()))
        here = stop.end()
    tail = text[here:end].rstrip()
    if tail:
        yield from bounded(text, here, here + len(tail))


def bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a sentence, so that the work for each stays bounded."""
    while end - start > LONGEST_SENTENCE:
        gap = text.rfind(" ", start, start + LONGEST_SENTENCE)
        cut = gap if gap > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut + 1
    yield start, end
