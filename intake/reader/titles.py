"""Third stage, titles: where a string of titles begins and ends beside a name."""

import re

from intake.reader import lexicon
from intake.reader.clean import shadow
from intake.reader.patterns import CAPITALS, any_of, one_of

HEAD = any_of(lexicon.TITLE_HEADS)
RANK = rf"(?:{one_of((*lexicon.RANKS, *lexicon.HONORIFICS))}[ ]+)*"
AFTER_NAME = re.compile(
    rf"(?:\s+[-–—]\s*|\s*,\s*|\s*\()(?={RANK}{one_of(lexicon.TITLE_HEADS)})"
)
NEXT_RANK = rf"và (?:{one_of((*lexicon.RANKS, *lexicon.HONORIFICS, 'trưởng đoàn'))})"
STOP = re.compile(
    rf"[.;:()\n!?]|\s[-–—]\s|(?<!ngoại)\s+(?!dự khuyết|giao thông){one_of(lexicon.TITLE_STOPS)}|\s+{NEXT_RANK}"
)
# "Sở Văn hóa, Thể thao và Du lịch" is one office.
COMMA = re.compile(r"\s*,(?!\s*[Tt]hể thao)\s*")
ENGLISH_AND = re.compile(r"\s+and\s+(?=[A-Z])")
SEVERAL = re.compile(r"(?<!\w)(?:hai|ba|các|2|3) $")
LONGEST = 260
LOOK_AHEAD = 40
LONGEST_BEFORE = 90
SENTENCE_MARK = re.compile(
    rf"[.;:!?\n)]|,\s|\svà\s(?={RANK}{one_of(lexicon.TITLE_HEADS)})"
)
PART = re.compile(rf"({one_of(lexicon.TITLE_HEADS)}[^.;:!?\n(),]{{0,60}}),\s*$")
ABROAD = re.compile(rf"{one_of(lexicon.DIPLOMATS)}[^,;.]*? tại")
# "Tham tán Đại sứ quán Việt Nam tại Lào": where a diplomat is posted is in the title.
POSTED = re.compile(
    rf"{one_of(lexicon.DIPLOMATS)}"
    r"(?: (?:đại sứ quán|quán|việt nam|lào|nước|chxhcn|chdcnd|công sứ))* tại(?!\w)"
)
NEXT_PERSON = re.compile(
    rf"\s+và\s+(?=[{CAPITALS}]\S*(?: [{CAPITALS}]\S*){{1,6}}(?:,| [-–—]) "
    rf"(?i:{one_of(lexicon.TITLE_HEADS)}))"
)
NEXT_TITLED = re.compile(rf"\svà\s(?={RANK}{one_of(lexicon.TITLE_HEADS)})")
PARTED = re.compile(rf",\s+(?:{one_of((*lexicon.HONORIFICS, *lexicon.RANKS))}\s+)?$")
INTRODUCES = re.compile(r"(?:(?<!\w)(?:là|do|có|gồm):? |[.\n]\s*|^)$")
OTHER_STOP = re.compile(
    rf"(?<!ngoại )(?!dự khuyết|giao thông){one_of(lexicon.TITLE_STOPS)}"
)


def after(text: str, low: str, end: int) -> tuple[int, int] | None:
    """Return the span of the titles that follow a name ending at `end`."""
    opening = AFTER_NAME.match(low, end)
    if not opening:
        return None
    start, limit = opening.end(), min(len(low), opening.end() + LONGEST)
    posted = POSTED.match(low, start, limit)
    stop = STOP.search(low, posted.end() if posted else start, limit)
    finish = stop.start() if stop else limit
    another = NEXT_PERSON.search(text, start, min(len(text), finish + LOOK_AHEAD))
    if another and another.start() < finish:
        finish = another.start()
    finish = last_title(low, start, finish)
    return start, start + len(text[start:finish].rstrip(" ,"))


def last_title(low: str, start: int, finish: int) -> int:
    """Cut a string of titles at the first comma behind which no title begins."""
    for comma in COMMA.finditer(low, start, finish):
        if not HEAD.match(low, comma.end()):
            return comma.start()
    return finish


def before(low: str, start: int) -> int | None:
    """Return where the title that ends right before `start` begins, if there is one."""
    floor = max(0, start - LONGEST_BEFORE)
    for mark in SENTENCE_MARK.finditer(low, floor, start):
        floor = mark.end()
    heads = [
        head.start()
        for head in HEAD.finditer(low, floor, start)
        if not OTHER_STOP.search(ABROAD.sub("", low[head.start() : start]))
    ]
    return chained(low, heads[0]) if heads else None


def chained(low: str, start: int) -> int:
    """Return where the first of several titles joined by commas begins."""
    while part := PART.search(low, max(0, start - LONGEST_BEFORE), start):
        if OTHER_STOP.search(part[1]) or SEVERAL.search(low[: part.start()][-8:]):
            break
        if another := NEXT_TITLED.search(part[1]):
            return part.start() + another.end()
        start = part.start()
    return start


def leading(low: str, start: int) -> tuple[int, int] | None:
    """Return the span of the titles that a comma parts from the name behind them.

    So in "Dẫn đầu đoàn là Bí thư Tỉnh ủy, X" and "Phó Tỉnh trưởng, ông X"; a name
    before the titles would own them.
    """
    comma = PARTED.search(low, max(0, start - 24), start)
    if comma is None:
        return None
    begin = before(low, comma.start())
    if begin is None or begin == comma.start():
        return None
    return (
        (begin, comma.start())
        if INTRODUCES.search(low[max(0, begin - 12) : begin])
        else None
    )


def split(text: str, span: tuple[int, int]) -> list[str]:
    """Return the titles of a span, one by one, as printed."""
    parts = [
        part
        for piece in COMMA.split(text[slice(*span)])
        for part in ENGLISH_AND.split(piece)
    ]
    return [title for part in parts if HEAD.match(shadow(title := bare(part)))]


def bare(title: str) -> str:
    """Return a title without the honorific or rank in front of it."""
    return title[re.match(RANK, shadow(title)).end() :].strip()  # type: ignore[union-attr]
