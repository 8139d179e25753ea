"""Fourth stage, clauses: a sentence cut where one thing ends and the next begins."""

import re
from collections.abc import Iterator

from intake.reader import lexicon
from intake.reader.facts import Span
from intake.reader.patterns import first_of, one_of

PURPOSE = first_of(lexicon.PURPOSES)
LEADING = re.compile(
    rf"(?:[^,;:]*{one_of(lexicon.ATTRIBUTIONS)}(?:(?! đã )[^,;:])*[,:]\s+)"
)
TOPIC = re.compile(r"\s*(?:về|trên lĩnh vực|lĩnh vực) [^;:.]{3,60}:\s+")
ANSWERER = re.compile(r"\s*(?:ông|bà|đồng chí|đ/c) [^,;:.]{3,40}:\s+")
OPENING = re.compile(r"\s*(?:và |đồng thời |còn )?")
SHORTEST = 12
SHORTEST_ITEM = 16


def clauses(low: str, start: int, end: int) -> Iterator[Span]:
    """Yield what stands between semicolons; a clause that tells a purpose stays attached."""
    pieces = list(pieces_of(low, start, end))
    while pieces:
        begin, finish = pieces.pop(0)
        while pieces and PURPOSE.match(low, *pieces[0]):
            finish = pieces.pop(0)[1]
        yield trimmed(low, begin, finish)


def pieces_of(low: str, start: int, end: int) -> Iterator[Span]:
    """Yield the runs between the semicolons outside brackets and quotation marks."""
    depth, here = 0, start
    for index in range(start, end):
        char = low[index]
        depth += (char in "(“") - (char in ")”")
        if char == ";" and depth <= 0:
            yield here, index
            here = index + 1
    yield here, end


def trimmed(low: str, start: int, end: int) -> Span:
    """Return a span without white space and the full stop."""
    piece = low[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = low[start:end].rstrip()
    return start, start + len(piece.rstrip(".;, "))


def unattributed(low: str, start: int, end: int) -> int:
    """Return where a clause begins behind "he said," and "over the past year,"."""
    if answerer := ANSWERER.match(low, start, end):
        start = answerer.end()
    if (topic := TOPIC.match(low, start, end)) and end - topic.end() >= SHORTEST:
        start = topic.end()
    while leading := LEADING.match(low, start, end):
        if end - leading.end() < SHORTEST:
            break
        start = leading.end()
    return start
