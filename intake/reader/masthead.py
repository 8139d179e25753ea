"""Second stage, masthead: what stands above a headline and is no headline."""

import re
from collections.abc import Callable

from intake.reader import page_words
from intake.reader.patterns import CAPITALS, any_of, first_of, one_of

SECTIONS = one_of(page_words.RUBRICS)
RUBRIC = re.compile(rf"\s*{SECTIONS}(?:\s*[-–—|/&,]\s*{SECTIONS})*\s*$")
CONTROLS = first_of(page_words.CONTROLS)
PAPER = first_of((*page_words.OUTLET_OPENERS, *page_words.PAPERS))
NAME_WORD = re.compile(
    rf"[{CAPITALS}][\w.’'-]*$|(?:và|của|tỉnh|điện|tử|truyền|hình|phát|thanh|thông|tin)$|[-&]$"
)
ISSUE = re.compile(rf"{PAPER.pattern} .{{2,50}} số \d{{1,4}}$")
NAMED = any_of(page_words.PAPER_NAMES)
LONGEST_NAME = 40
LONGEST_LINE = 60
LONGEST_HEADLINE = 200


def is_rubric(low: str) -> bool:
    """Whether a line only names a section of the paper: "THỜI SỰ", "Phóng sự - Ghi chép"."""
    return len(low) <= LONGEST_LINE and bool(RUBRIC.match(low))


def is_control(low: str) -> bool:
    """Whether a line holds the buttons of a page: "Cỡ chữ: A- A A+"."""
    return len(low) <= LONGEST_NAME and bool(CONTROLS.match(low))


def is_masthead(line: str, low: str, following: str) -> bool:
    """Whether a line is a paper's name, all of it, with a headline still to come."""
    if ISSUE.match(low) and is_headline(following):
        return len(line) <= LONGEST_LINE
    opening = PAPER.match(low)
    if opening is None or len(line) > LONGEST_LINE or not is_headline(following):
        return False
    return all(map(NAME_WORD.match, line[opening.end() :].split()))


def is_name_over_date(
    line: str, low: str, following: str, is_province: Callable[[str], bool]
) -> bool:
    """Whether a line above a day and a headline, short and in capitals, is a paper's name.

    A word of such names must be in it: the line may be the headline, or words above it.
    """
    plain = line.replace(" ", "").isalpha() and line.isupper()
    short = len(line) <= LONGEST_NAME and not is_province(line)
    return plain and short and is_headline(following) and bool(NAMED.search(low))


def is_headline(line: str) -> bool:
    """Whether a line may be a headline: not too long, and no sentence of the text."""
    return 0 < len(line) <= LONGEST_HEADLINE and line[-1] not in ".:;"
