"""Third stage, places: the shortest phrase that says where something happened."""

import re

from intake.reader import lexicon
from intake.reader.patterns import CAPITALS, one_of

WORD = r"[^\s,.;:()]+"
AT = re.compile(
    rf"(?<!\w)(?:tại|ở)\s+((?:cặp )?{one_of(lexicon.PLACE_WORDS)}(?: {WORD}){{1,9}})"
)
VENUE = re.compile(
    rf"({one_of(lexicon.PLACE_WORDS)}(?: {WORD}){{1,8}}?) (?:sẽ |đã )?(?:là nơi|là địa điểm|đăng cai)"
)
CITY = re.compile(
    rf"(?<!\w)in ([{CAPITALS}]\w+(?: [{CAPITALS}]\w+)* (?:city|town|district))"
)
NAMED = re.compile(rf"(?<!\w)[Tt]ại ((?:[{CAPITALS}][\w-]*)(?: [{CAPITALS}][\w-]*)*)")
STOP = re.compile(
    r" (?:đã|sẽ|diễn|đoàn|lãnh|giữa|vào|ngày|và|có|do|với|trong|để|nhân|đồng|hai|các|"
    r"tiến|khi|sáng|chiều|tối|cùng|từ|theo|nơi|hội nghị (?!tỉnh)|được|của|bằng|về|thông|"
    r"long|chính (?:thức|quyền)|vừa|tổ|là|cho|nhằm|trước|sau)(?!\w)"
)


def place(text: str, low: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the first place named between two offsets."""
    for pattern in (AT, VENUE):
        if found := pattern.search(low, start, end):
            stop = STOP.search(text, *found.span(1))
            finish = stop.start() if stop else found.end(1)
            if (
                any(map(str.isupper, text[found.start(1) : finish]))
                or " " in low[found.start(1) : finish]
            ):
                return found.start(1), finish
    found = NAMED.search(text, start, end) or CITY.search(text, start, end)
    return found.span(1) if found else None
