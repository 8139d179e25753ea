"""The sentence around a few words: what a reader must see to believe a fact."""

import re
from collections.abc import Iterable, Sequence

# A sentence ends at its mark before a capital; "QL. 8" and "30.3" do not end one.
SENTENCE_END = re.compile(r"[.!?…][”\"')]*\s+(?=[^\W\d_])")

Span = Sequence[int]


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence, or sentences, that a span lies in.

    A sentence never crosses a line: captions and headings stand on lines of their own.
    """
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    first, last = line_start, line_end
    for mark in SENTENCE_END.finditer(text, line_start, line_end):
        if not text[mark.end()].isupper():
            continue
        if mark.end() <= start:
            first = mark.end()
        elif mark.start() + 1 >= end:
            last = mark.start() + 1
            break
    return first, last


def telling(text: str, spans: Iterable[Span], words: Iterable[str]) -> tuple[int, int]:
    """Return the first sentence around a span that holds one of the words.

    Where none does, the sentence around the first span stands in. Raises IndexError
    without spans.
    """
    sentences = [sentence_around(text, *span) for span in spans]
    sought = [word.casefold() for word in words if word]
    for start, end in sentences:
        passage = text[start:end].casefold()
        if any(word in passage for word in sought):
            return start, end
    return sentences[0]
