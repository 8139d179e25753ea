"""Fourth stage, heads: who leads a delegation."""

import re

from intake.reader import lexicon
from intake.reader.patterns import one_of
from intake.reader.people import PersonMark

HEAD_AFTER = re.compile(rf"[\s,]*(?:sẽ |đã )?{one_of(lexicon.HEAD_AFTER)}")
BOTH_AFTER = re.compile(
    rf"[\s,]*(?:sẽ |đã |cùng |lần lượt )*(?:dẫn đầu|làm trưởng) (?:\w+ )?{one_of(lexicon.OF_BOTH)}"
)
LEADING = re.compile(r"trưởng đoàn(?: (?:công tác|phía|việt nam|lào)[^,;]{0,30})?")
IN_BRACKETS = re.compile(
    r"\s*[(,]\s*(?:đồng )?trưởng đoàn(?: (?:công tác|phía|đại biểu(?! quốc))[^,;.()]{0,30})?[),;. ]"
)
HEAD_BEFORE = re.compile(
    r"(?:led|headed) by\s+$|dẫn đầu (?:đoàn|phía)[^.;,]{0,80} (?:là|có)"
    rf"(?: {one_of((*lexicon.HONORIFICS, *lexicon.RANKS))})*\s+$|"
    r"(?<!phó )(?<!tháp tùng )(?<!cùng )(?<!với )trưởng đoàn"
    rf"(?! (?:{one_of(lexicon.STANDING_TITLES)}|đại biểu quốc hội))(?:(?! các )[^.;,]){{0,80}}(?: là|:| [-–]) "
    rf"(?:{one_of((*lexicon.HONORIFICS, *lexicon.RANKS))}\s*)*$"
)


def is_head(low: str, mark: PersonMark, before: str) -> bool:
    """Whether somebody leads a delegation: the words before, after, or the last title."""
    last_title = mark.titles[-1].lower() if mark.titles else ""
    return bool(
        HEAD_AFTER.match(low, mark.last)
        or IN_BRACKETS.match(low, mark.last)
        or HEAD_BEFORE.search(before)
        or is_leading(last_title)
    )


def is_leading(title: str) -> bool:
    """Whether a title only says that somebody leads a delegation."""
    return bool(LEADING.fullmatch(title.lower()))
