"""Fourth stage, asking: by which words one side asks for something, or says what is needed."""

import re

from intake.reader import lexicon
from intake.reader.agreeing import PAST
from intake.reader.clauses import SHORTEST_ITEM
from intake.reader.marks import Marks
from intake.reader.patterns import any_of, one_of
from intake.reader.segment import Sentence

# "những đề xuất của tỉnh bạn": requests that are spoken of, not made.
NOUN = re.compile(r"(?<!\w)(?:những|các|một số|nhiều|theo|ý kiến|lời|với) $")
OF = re.compile(r" (?:của|nêu trên|này|đó)(?!\w)")
WISHED_FOR = re.compile(
    r" được (?:[^,.;]{0,30} )?(?:giúp|hỗ trợ|tạo|tiếp tục|hợp tác|chia sẻ|đầu tư|cử|học|tiếp nhận)"
)
NEED = re.compile(r"(?<!\w)cần(?! (?:thiết|cù|có|được))(?: phải)?(?!\w)")
AGAIN = re.compile(
    rf"\s*(?:cũng )?(?:theo )?{one_of(lexicon.HONORIFICS)}(?: cũng)?"
    r"(?:,| cho rằng| nhấn mạnh| lưu ý)"
)
SAID = re.compile(
    r"(?<!\w)(?:theo|cho rằng|nhấn mạnh|lưu ý|nêu|đặt vấn đề|gợi mở)(?!\w)"
)
EVERYBODY = any_of(lexicon.BOTH_SIDES)


def need(marks: Marks, sentence: Sentence) -> re.Match[str] | None:
    """Return the "cần" by which an official says what a province or both should do."""
    low = marks.article.low
    found = NEED.search(low, sentence.start, sentence.end)
    people = marks.people.within(sentence.start, found.start()) if found else []
    if not found or not SAID.search(low, sentence.start, found.end()):
        return None
    behind = people[-1].last if people else said_again(low, sentence)
    if behind is None or PAST.search(low, behind, found.end()):
        return None
    named = marks.codes(behind, found.end())
    return found if named or EVERYBODY.search(low, behind, found.end()) else None


def said_again(low: str, sentence: Sentence) -> int | None:
    """Return where the words begin of whoever was named before: "theo đồng chí, ..."."""
    again = AGAIN.match(low, sentence.start, sentence.end)
    return again.end() if again else None


def asks(low: str, verb: re.Match[str], end: int) -> bool:
    """Whether something is wished of somebody, not merely hoped for."""
    rest = low[verb.end() : end]
    if WISHED_FOR.match(rest):
        return True
    return len(rest) > SHORTEST_ITEM and not re.match(
        r" (?:được|nhận được|nhận|có dịp)", rest
    )


def named(marks: Marks, start: int, end: int) -> bool:
    """Whether the subject before a verb is one province."""
    codes = marks.codes(start, end)
    return len(codes) == 1 and not re.search(
        r"(?<!\w)(?:hai|các) ", marks.article.low[start:end]
    )
