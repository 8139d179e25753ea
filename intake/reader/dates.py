"""Third stage, dates: every printed form of a day, month or year, with its offsets."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.reader import lexicon
from intake.reader.patterns import one_of

NUMBER = r"(?<![\w/.,-])(?P<{0}>\d{{1,2}})"
YEAR = r"(?:(?P<{0}>(?:19|20)\d\d))"
AFTER = r"(?![\w/%]|[.,-]\d)"
FULL = r"(?P<{0}d>\d{{1,2}})(?P<{0}s>[/.-])(?P<{0}m>\d{{1,2}})(?P={0}s)(?P<{0}y>(?:19|20)\d\d)"
ANNIVERSARY = re.compile(
    r"(?<![\w/.-])"
    + FULL.format("a")
    + r"\s*(?:[-–—]|đến)\s*"
    + FULL.format("b")
    + AFTER
)
JOIN = r"\s*(?:[-–—]|đến hết ngày|đến ngày|đến hết|đến|tới ngày|tới|và ngày|và|,)\s*(?:ngày )?"
RANGE = re.compile(
    NUMBER.format("d1")
    + r"(?:[/-](?P<m1>\d{1,2}))?"
    + JOIN
    + r"(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?:(?P=s)"
    + YEAR.format("y")
    + ")?"
    + AFTER
)
NUMERIC = re.compile(
    NUMBER.format("d")
    + r"\s?(?P<s>[/.-])\s?(?P<m>\d{1,2})(?:\s?(?P=s)\s?"
    + YEAR.format("y")
    + ")?"
    + AFTER
)
WORDED = re.compile(
    NUMBER.format("d")
    + r" tháng (?P<m>\d{1,2})(?!\d|[/-]\d)(?:,? năm "
    + YEAR.format("y")
    + ")?"
)
WORDED_RANGE = re.compile(
    NUMBER.format("d1") + r"(?P<m1>)" + JOIN + r"(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})"
    r"(?!\d|[/-]\d)(?:,? năm " + YEAR.format("y") + ")?"
)
ENGLISH = re.compile(
    rf"(?<!\w)(?P<name>{'|'.join(lexicon.MONTHS)}) (?P<d>\d{{1,2}}),? "
    + YEAR.format("y")
    + rf"|(?<!\w)(?P<d2>\d{{1,2}}) (?P<name2>{'|'.join(lexicon.MONTHS)}),? (?P<y2>20\d\d)"
)
MONTH = re.compile(
    r"(?<!\w)tháng (?P<m>\d{1,2})\s?(?:[/-]|,? năm )\s?" + YEAR.format("y") + r"(?!\d)"
    r"|(?<![\w/.-])(?P<m2>\d{1,2})/(?P<y2>(?:19|20)\d\d)(?![\w/])"
)
LONE_YEAR = re.compile(
    r"(?<!\w)(?P<word>năm|hè|mùa) " + YEAR.format("y") + r"(?![\w/])"
)
SAME_DAY = re.compile(
    rf"(?:(?P<part>{one_of(lexicon.DAY_PARTS)}),? )?(?:cùng ngày|(?:trong )?ngày hôm đó)"
)
TODAY = re.compile(rf"(?P<part>{one_of(lexicon.DAY_PARTS)}|hôm) nay(?! *\()")
DAY_CUE = re.compile(
    rf"(?:(?P<part>{one_of(lexicon.DAY_PARTS)})(?: ngày| nay| qua| mai| hôm nay| hôm qua)*"
    rf"|ngày|hôm nay|hôm qua|nay|vào|từ|đến|tới|và|hôm)\s*(?:,\s*)?[(]?\s*(?:ngày )?$"
)
WEEKDAY = re.compile(
    rf"(?:(?P<part>{one_of(lexicon.DAY_PARTS)}) )?(?P<name>{one_of(lexicon.WEEKDAYS)})"
    r"[,\s(]*(?:ngày )?$"
)
TOMORROW = re.compile(r"(?<!\w)mai(?!\w)")
COMING = re.compile(r"\)?\s*(?:tới|sắp tới)(?!\w)")


@dataclass(frozen=True)
class DateMark:
    """A printed date; `until` is the last day where several are named."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: tuple[int, int] | None = None
    day_part: str | None = None
    weekday: int | None = None
    cue: str = ""
    weekday_at: int | None = None

    @property
    def is_day(self) -> bool:
        """Whether a day of an event may be meant (an anniversary is none)."""
        return self.cue in {"same day", "today"} or (
            self.day is not None and self.cue != "anniversary"
        )


def dates(low: str) -> list[DateMark]:
    """Return every date of a shadow text in order, the longer form first where two fit."""
    found: list[DateMark] = []
    taken = bytearray(len(low) + 1)
    for mark in every_form(low):
        if not taken[mark.start] and not taken[mark.end - 1]:
            taken[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
            found.append(mark)
    return sorted(found, key=lambda mark: mark.start)


def every_form(low: str) -> Iterator[DateMark]:
    """Yield candidates form by form, the most specific first."""
    for found in ANNIVERSARY.finditer(low):
        yield from anniversary(found)
    for pattern in (RANGE, WORDED_RANGE):
        for found in pattern.finditer(low):
            yield from several_days(found, low)
    for pattern in (NUMERIC, WORDED):
        for found in pattern.finditer(low):
            yield from one_day(found, low)
    for found in ENGLISH.finditer(low):
        yield from english_day(found)
    yield from wider(low)
    yield from relative(low)


def english_day(found: re.Match[str]) -> Iterator[DateMark]:
    """Yield "May 23, 2023" or "23 May 2023"."""
    month = lexicon.MONTHS[found["name"] or found["name2"]]
    year, day = int(found["y"] or found["y2"]), int(found["d"] or found["d2"])
    if real(day, month, year):
        yield DateMark(*found.span(), year, month, day)


def wider(low: str) -> Iterator[DateMark]:
    """Yield months and years, which date no event but hint at the year of one."""
    for found in MONTH.finditer(low):
        month = int(found["m"] or found["m2"])
        if month in range(1, 13):
            yield DateMark(*found.span(), int(found["y"] or found["y2"]), month)
    for found in LONE_YEAR.finditer(low):
        yield DateMark(*found.span(), int(found["y"]))


def relative(low: str) -> Iterator[DateMark]:
    """Yield "the same day" and "today"."""
    for pattern, cue in ((SAME_DAY, "same day"), (TODAY, "today")):
        for found in pattern.finditer(low):
            part = lexicon.DAY_PARTS.get(found["part"] or "")
            yield DateMark(*found.span(), day_part=part, cue=cue)


def anniversary(found: re.Match[str]) -> Iterator[DateMark]:
    """Yield the later year of "5/9/1962 - 5/9/2022": no event, but a hint at the year."""
    if (found["ad"], found["am"]) == (found["bd"], found["bm"]):
        day, month = int(found["bd"]), int(found["bm"])
        yield DateMark(*found.span(), int(found["by"]), month, day, cue="anniversary")


def several_days(found: re.Match[str], low: str) -> Iterator[DateMark]:
    """Yield "từ 19 đến 21-6-2023" as one mark."""
    day, month = int(found["d"]), int(found["m"])
    first_day, first_month = int(found["d1"]), int(found["m1"] or found["m"])
    year = int(found["y"]) if found["y"] else None
    ordered = (first_month, first_day) < (month, day)
    if not (ordered and real(first_day, first_month, year) and real(day, month, year)):
        return
    cue = DAY_CUE.search(low[max(0, found.start() - 30) : found.start()])
    if year is None and cue is None:
        return
    mark = DateMark(*found.span(), year, first_month, first_day, until=(month, day))
    yield with_surroundings(mark, low)


def one_day(found: re.Match[str], low: str) -> Iterator[DateMark]:
    """Yield a single day; without a year only where a word says that it is one."""
    day, month = int(found["d"]), int(found["m"])
    year = int(found["y"]) if found["y"] else None
    if not real(day, month, year):
        return
    cue = DAY_CUE.search(low[max(0, found.start() - 30) : found.start()])
    bracketed = (
        low[found.start() - 1 : found.start()] == "("
        and low[found.end() : found.end() + 1] == ")"
    )
    dotted = found.groupdict().get("s") == "."
    before = low[max(0, found.start() - 20) : found.start()]
    said = cue or bracketed or WEEKDAY.search(before)
    if year is not None or (said and not dotted):
        yield with_surroundings(DateMark(*found.span(), year, month, day), low)


def with_surroundings(mark: DateMark, low: str) -> DateMark:
    """Widen a mark over the part of day and weekday before it, and see what follows."""
    before = max(0, mark.start - 30)
    cue = DAY_CUE.search(low[before : mark.start])
    start, part = mark.start, None
    if cue and (cue["part"] or cue[0].startswith("ngày")):
        start = before + cue.start()
        part = lexicon.DAY_PARTS.get(cue["part"] or "")
    look_back = max(0, start - 20)
    weekday = WEEKDAY.search(low[look_back:start])
    tomorrow = cue and TOMORROW.search(cue[0])
    return replace(
        mark,
        start=start,
        day_part=part or lexicon.DAY_PARTS.get((weekday and weekday["part"]) or ""),
        weekday=lexicon.WEEKDAYS[weekday["name"]] if weekday else None,
        cue="coming" if tomorrow or COMING.match(low, mark.end) else "",
        weekday_at=look_back + weekday.start() if weekday else None,
    )


def real(day: int, month: int, year: int | None) -> bool:
    """Whether the calendar has such a day (29 February counts without a year)."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2024, month)[1]  # noqa: PLR2004
