"""The page around an article: headline, outlet, date line, bylines, related stories."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from intake.reader import lexicon, masthead, page_words
from intake.reader.patterns import CAPITALS, any_of, first_of, one_of

Known = Callable[[str], bool]

ARCHIVE = any_of(page_words.ARCHIVE)
MARKER = re.compile(
    rf"\s*(?:{one_of(page_words.FURNITURE)}|(?:(?:các|những) )?{one_of(page_words.LINKED)} "
    rf"{one_of(page_words.LINKED_HOW)})(?: ?\(\d+\))?\s*:?\s*$"
)
TOPIC = re.compile(
    rf"\s*{one_of(page_words.FURNITURE_STARTS)}(?:\s*:|\s+(?=\S.{{0,70}}$))"
)
TEASER = re.compile(rf"\s*{one_of(page_words.TEASERS)}\s*:?\s*\S")
BYLINE = first_of(page_words.BYLINES)
CRUMB = any_of(page_words.BREADCRUMBS)
SIGN = re.compile("|".join(map(re.escape, page_words.OUTLET_SIGNS)))
IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]\n]{2,40})[)\]]\s*[-–—:]\s*")
# "Huế (Thông tấn X) - ": the place written from, then the agency.
FROM_PLACE = re.compile(
    rf"\s*[{CAPITALS}][^()\[\]\n.,;:]{{1,30}} [(]([^()\[\]\n]{{2,40}})[)]\s*[-–—:]+\s*"
)
BARE = re.compile(r"\s*([^\n:;!?()]{2,40}?)\s+[-–—]\s+(?=\S)")
DATE = re.compile(
    r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)"
    r"|(?<!\d)(\d{1,2}) tháng (\d{1,2}),? năm (\d{4})"
    rf"|({'|'.join(lexicon.MONTHS)}) (\d{{1,2}}),? (\d{{4}})"
    rf"|(?<!\d)(\d{{1,2}}) ({'|'.join(lexicon.MONTHS)}),? (\d{{4}})"
)
CLOCK = re.compile(r"\d{1,2}\s?[:hg]\s?\d{0,2}(?::\d\d)?|[+-]\d{1,2}")
RESUMED = first_of(page_words.RESUMED)
PAPER_BAR = re.compile(r"^(?:báo|đài|tạp chí) [^|\d]{2,40}[|]")
OPENS_OUTLET = first_of(page_words.OUTLET_OPENERS)
OUTLET_NAME = re.compile(rf"\s*(?:{one_of(page_words.OUTLET_WORDS)}\s+)*[{CAPITALS}]")
HEAD_PARTS = re.compile(r"\s*\|\s*|\s+[-–—]\s+")
INTERVIEWER = re.compile(r"(?:pv|p\.v|phóng viên):? .*[.!?…]$")
CREDIT = re.compile(r"\s*\((?:thực hiện|ghi|lược ghi|tổng hợp|lược thuật)\)$")
DATE_WORD = any_of(page_words.DATE_LINE)
NAME_WORD = re.compile(rf"[{CAPITALS}][\w.’'-]*$")
BRACKETED = re.compile(r"\s*\[[^\[\]]*\]\s*$")
LONGEST_DATE_LINE = 90
LONGEST_BYLINE = 60
LONGEST_MENU = 60
LONGEST_TITLE = 400
LONGEST_BOX = 4
FINAL_MARKER = "đọc thêm"
LINES_ABOVE = 8


@dataclass
class Frame:
    """Where the article proper lies on the page, and what stands around it."""

    title: tuple[int, int] | None = None
    outlet: str | None = None
    published_on: str | None = None
    body_start: int = 0
    body_end: int = 0
    passages: list[tuple[int, int]] = field(default_factory=list)


def frame(text: str, low: str, is_province: Known) -> Frame:
    """Find headline, date line, outlet and the passages of the article proper."""
    lines = [found.span() for found in re.finditer(r"\S[^\n]*", text)]
    found = Frame()
    rest = lines[take_top(found, text, low, lines, is_province) :]
    body = proper(text, low, rest)
    while body and is_trailer(text, low, *body[-1]):
        found.published_on = found.published_on or date_line(
            low, *body[-1], labelled=True
        )
        body.pop()
    found.passages = [line for line in body if not TEASER.match(low, *line)]
    if body:
        found.body_start, found.body_end = body[0][0], len(text[: body[-1][1]].rstrip())
        take_outlet(found, text, low, is_province)
    return found


def take_top(
    found: Frame,
    text: str,
    low: str,
    lines: list[tuple[int, int]],
    is_province: Known,
) -> int:
    """Take headline and date line from the top; return the number of lines used."""
    used = 0
    for start, end in lines[:LINES_ABOVE]:
        if end - start > LONGEST_TITLE:
            break
        rest = lines[used + 1 : LINES_ABOVE + 1]
        if head := head_line(text, low, start, end, is_province):
            found.outlet, found.published_on = head[0] or found.outlet, head[1]
        elif published := date_line(low, start, end):
            found.published_on = found.published_on or published
        elif name := name_above(found, text, low, (start, end), rest, is_province):
            found.outlet = name
        elif is_passed_over(found, text, low, (start, end), rest):
            pass
        elif found.title and (name := outlet_line(text, low, start, end)):
            found.outlet = found.outlet or name
        elif found.title is None and not is_menu(low, start, end):
            found.title = (start, start + len(text[start:end].rstrip()))
        elif found.title is not None:
            break
        used += 1
    return used


def name_above(
    found: Frame,
    text: str,
    low: str,
    line: tuple[int, int],
    rest: list[tuple[int, int]],
    is_province: Known,
) -> str | None:
    """Return the paper's name from a line above the headline that holds nothing else."""
    if found.title or not rest:
        return None
    name = text[slice(*line)].strip()
    headline = next((text[a:b].rstrip() for a, b in rest if is_titular(low, a, b)), "")
    dated = date_line(low, *rest[0])
    words = low[slice(*line)].strip()
    if masthead.is_masthead(name, words, headline):
        return name
    over_date = masthead.is_name_over_date(name, words, headline, is_province)
    return name if dated and over_date else None


def is_titular(low: str, start: int, end: int) -> bool:
    """Whether a line at the top is none of those that stand around a headline."""
    line = low[start:end].strip()
    return not (
        is_menu(low, start, end)
        or date_line(low, start, end)
        or masthead.is_rubric(line)
        or masthead.is_control(line)
    )


def is_passed_over(
    found: Frame,
    text: str,
    low: str,
    line: tuple[int, int],
    rest: list[tuple[int, int]],
) -> bool:
    """Whether a line names a section or holds buttons, or parts headline and date line."""
    words = low[slice(*line)].strip()
    if masthead.is_control(words) or (not found.title and masthead.is_rubric(words)):
        return True
    printed = text[slice(*line)].strip()
    parts = found.title and rest and date_line(low, *rest[0])
    return bool(parts) and printed.isupper() and len(printed) <= LONGEST_BYLINE


def head_line(
    text: str, low: str, start: int, end: int, is_province: Known
) -> tuple[str | None, str] | None:
    """Return outlet and day of a line such as "Báo X | 18:52 | 04/12/2025".

    A name with the hour of publication may be the author's: it dates, but names no outlet.
    """
    if end - start > LONGEST_DATE_LINE or len(DATE.findall(low, start, end)) != 1:
        return None
    parts = [part.strip() for part in HEAD_PARTS.split(text[start:end])]
    names = [part for part in parts if not is_clock(part.lower())]
    names = the_outlet(names) or names
    days = [date_line(part.lower(), 0, len(part)) for part in parts]
    day = next(filter(None, days), None)
    if day is None or len(names) != 1 or is_province(names[0]):
        return None
    barred = "|" in text[start:end] and names[0][:1].isupper()
    signed = SIGN.search(names[0].lower() + " ") or OPENS_OUTLET.match(names[0].lower())
    if barred or signed:
        return names[0], day
    timed = CLOCK.search(DATE.sub(" ", low[start:end])) and named_alone(names[0])
    return (None, day) if timed else None


def the_outlet(names: list[str]) -> list[str]:
    """Return the one outlet where the other parts of a head line are sections."""
    papers = [name for name in names if not masthead.is_rubric(name.lower())]
    return papers if len(papers) == 1 else []


def named_alone(name: str) -> bool:
    """Whether all words of a part of a head line are names, as an author's or a paper's."""
    return all(map(NAME_WORD.match, name.split()))


def is_clock(part: str) -> bool:
    """Whether a part of a head line holds a day, an hour and words of a date alone."""
    rest = DATE_WORD.sub(" ", CLOCK.sub(" ", DATE.sub(" ", part)))
    return not re.search(r"\w", rest)


def outlet_line(text: str, low: str, start: int, end: int) -> str | None:
    """Return the outlet that stands by itself on the line under the headline."""
    name = text[start:end].strip()
    opening = OPENS_OUTLET.match(low, start, end)
    if not opening or len(name) > LONGEST_BYLINE or name[-1] in ".:;!?…":
        return None
    named = opening[0].startswith(("cổng", "trang")) or OUTLET_NAME.match(
        text, opening.end(), end
    )
    return name if named else None


def is_menu(low: str, start: int, end: int) -> bool:
    """Whether a line above the headline is a trail of section names."""
    return end - start <= LONGEST_MENU and bool(CRUMB.search(low, start, end))


def date_line(low: str, start: int, end: int, *, labelled: bool = False) -> str | None:
    """Return the day of a line that holds a date of publication and nothing else."""
    line = low[start:end]
    dates = list(DATE.finditer(line)) if len(line) <= LONGEST_DATE_LINE else []
    if len(dates) != 1 or (labelled and not DATE_WORD.match(line)):
        return None
    rest = DATE_WORD.sub(" ", CLOCK.sub(" ", DATE.sub(" ", PAPER_BAR.sub("", line))))
    return edtf_day(dates[0]) if not re.search(r"\w", rest) else None


def edtf_day(date: re.Match[str]) -> str | None:
    """Return a matched full date as EDTF, None where the calendar has no such day."""
    if name := date[8] or date[12]:
        day, year = int(date[9] or date[11]), int(date[10] or date[13])
        month = lexicon.MONTHS[name]
    else:
        day, month, year = (
            int(date[a] or date[b]) for a, b in ((1, 5), (3, 6), (4, 7))
        )
    if not (1 <= day <= 31 and 1 <= month <= 12):  # noqa: PLR2004 - the calendar's own
        return None
    return f"{year:04}-{month:02}-{day:02}"


def proper(text: str, low: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the lines above the furniture, without a box of links in their midst."""
    kept: list[tuple[int, int]] = []
    skip = 0
    for index, line in enumerate(lines):
        if skip:
            skip -= 1
        elif index and MARKER.match(low, *line):
            skip = box(text, low, lines[index : index + LONGEST_BOX + 1])
            if not skip:
                return kept
            skip -= 1
        else:
            kept.append(line)
    return kept


def box(text: str, low: str, lines: list[tuple[int, int]]) -> int:
    """Return how many lines a box of links takes; 0 where the article does not go on.

    Below "Đọc thêm" it never does.
    """
    if low.startswith(FINAL_MARKER, lines[0][0]):
        return 0
    for number, (start, end) in enumerate(lines[1:], start=1):
        line = text[start:end].rstrip()
        if (
            line.endswith(".")
            and len(line) > LONGEST_MENU
            and RESUMED.match(low, start)
        ):
            return number if number > 1 else 0
        if line[-1] in ".!?…":
            return 0
    return 0


def is_trailer(text: str, low: str, start: int, end: int) -> bool:
    """Whether a last line is no article: topic, tags, byline, date or note."""
    line = text[start:end].strip()
    if (
        TOPIC.match(low, start, end)
        or BRACKETED.match(line)
        or TEASER.match(low, start, end)
    ):
        return True
    if MARKER.match(low, start, end) or date_line(low, start, end, labelled=True):
        return True
    return len(line) <= LONGEST_BYLINE and is_byline(line, low[start:end])


def is_byline(line: str, low: str) -> bool:
    """Whether a short last line only names who wrote it."""
    if INTERVIEWER.match(low.strip()):
        return False
    if BYLINE.match(low):
        return True
    line = CREDIT.sub("", line)
    words = [word for word in re.split(r"[\s,&–—-]+", line.strip("().")) if word]
    return line[-1] not in "…?!" and bool(words) and all(map(NAME_WORD.match, words))


def take_outlet(found: Frame, text: str, low: str, is_province: Known) -> None:
    """Take the outlet's name from the dateline that opens one of the first passages."""
    if found.outlet:
        return
    for start, end in found.passages[:3]:
        for pattern in (IN_BRACKETS, FROM_PLACE, BARE):
            match = pattern.match(text, start, min(end, start + 60))
            if match and is_outlet(
                match[1], low[slice(*match.span(1))], pattern, is_province
            ):
                found.outlet = match[1].strip()
                return


def is_outlet(
    name: str, low: str, pattern: re.Pattern[str], is_province: Known
) -> bool:
    """Whether a dateline names a paper, not the place it writes from."""
    if is_province(name):
        return False
    if SIGN.search(low + " "):
        return True
    return pattern is IN_BRACKETS or name.isupper() or bool(OPENS_OUTLET.match(low))
