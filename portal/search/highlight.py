"""Marking what was looked for in the text as it stands, marks and capitals kept."""

from collections.abc import Iterable, Sequence

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from portal.search.expression import Phrase
from portal.search.tokens import Token, placed

Span = tuple[int, int]
# A stretch of text around what was found: so many letters, a few of them before it.
STRETCH = 260
BEFORE = 80


def marks(text: str, phrases: Iterable[Phrase]) -> list[Span]:
    """Return where phrases stand in a text, left to right, joined where they meet."""
    words = placed(text)
    spans = sorted(span for phrase in phrases for span in _found(words, phrase))
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _found(words: Sequence[Token], phrase: Phrase) -> Iterable[Span]:
    *whole, last = phrase.words
    for place, word in enumerate(words[len(whole) :]):
        if word.text != last and not (phrase.is_open and word.text.startswith(last)):
            continue
        run = words[place : place + len(whole)]
        if all(one.text == other for one, other in zip(run, whole, strict=True)):
            yield words[place].start, word.end


def marked(text: str, spans: Iterable[Span]) -> SafeString:
    """Return the text for a page, what was found between ``mark`` tags."""
    parts, place = [], 0
    for start, end in spans:
        parts += [
            escape(text[place:start]),
            format_html("<mark>{}</mark>", text[start:end]),
        ]
        place = end
    parts.append(escape(text[place:]))
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped


def stretch(text: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """Return a readable part of a long text with the first of the marks in it."""
    first = spans[0][0] if spans else 0
    begin = 0
    if len(text) > STRETCH and first > BEFORE:
        begin = _after_space(text, first - BEFORE)
    end = len(text)
    if end - begin > STRETCH:
        end = text.rfind(" ", begin, begin + STRETCH)
        end = end if end > first else begin + STRETCH
    opening, closing = "… " if begin else "", " …" if end < len(text) else ""
    shift = len(opening) - begin
    kept = [
        (start + shift, min(stop, end) + shift)
        for start, stop in spans
        if begin <= start < end
    ]
    return f"{opening}{text[begin:end].strip()}{closing}", kept


def _after_space(text: str, place: int) -> int:
    space = text.find(" ", place)
    return space + 1 if space >= 0 else place
