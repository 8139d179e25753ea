"""Fifth stage, years: from which evidence the year of a printed day may be inferred."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from intake.reader.dates import DateMark
from intake.reader.documents import DocumentMark
from intake.reader.facts import Reason, Span
from intake.reader.marks import Index, Marks

AHEAD = re.compile(r"(?:đến|tới|vào|mục tiêu|nhiệm kỳ|giai đoạn|thời kỳ|[-–—])\s*$")
SINCE = re.compile(r"(?<!\w)từ(?: ngày)?\s*$")
LAST_CLEAR_MONTH = 8
# What lies further from the day of publication is printed with its year.
FAR = 270
DECEMBER = 12
LONGEST_LABEL = 160


@dataclass(frozen=True)
class Clue:
    """A year printed somewhere in the article."""

    year: int
    span: Span


@dataclass(frozen=True)
class Known:
    """What an article prints of years: papers, other meetings' days, its latest fact."""

    papers: Sequence[DocumentMark]
    days: Sequence[DateMark]
    fact: Clue | None


@dataclass(frozen=True)
class Inference:
    """A year, whether it is beyond doubt, and why."""

    year: int
    is_certain: bool
    reason: Reason


def infer(marks: Marks, day: DateMark, known: Known) -> Inference | None:
    """Return the year of a day printed without one, None where nothing tells it."""
    if inference := from_stay(day, known.days):
        return inference
    if marks.article.published_on:
        return from_publication(marks, day)
    previous, fact = latest(known.papers, known.days), known.fact
    for clue in labels(day, known.papers):
        found = from_label(day, clue, fact, previous)
        if found and fits(day, found.year, previous):
            return found
        return from_weekday(day, clue, previous)
    if previous and (fact is None or fact.year <= previous.year + 1):
        year = previous.year + 1
        if fits(day, year, previous):
            return Inference(year, False, Reason("previous_minutes", (previous.span,)))
    return None


def from_publication(marks: Marks, day: DateMark) -> Inference | None:
    """Return the year by the printed date of publication, the best evidence there is.

    A printed weekday that is another makes it a guess; a day that would lie far from
    the publication is not told.
    """
    published = date_of(marks.article.published_on or "")
    if published is None:
        return None
    ahead = {"coming": (0, FAR), "either": (-FAR, FAR)}.get(day.cue, (-FAR, 0))
    for year in (published.year, published.year - 1, published.year + 1):
        try:
            found = date(year, day.month or 0, day.day or 0)
        except ValueError:
            continue
        if ahead[0] <= (found - published).days <= ahead[1]:
            reason = Reason("publication_date", (published_span(marks),))
            return Inference(year, on_weekday(day, year), reason)
    return None


def date_of(edtf: str) -> date | None:
    """Return a printed full date, None where the calendar has no such day."""
    try:
        return date.fromisoformat(edtf)
    except ValueError:
        return None


def from_stay(day: DateMark, others: Sequence[DateMark]) -> Inference | None:
    """Return the year of the longer stay, printed in full, that a day falls into."""
    for other in others:
        if (
            other.until
            and (other.month, other.day) <= (day.month, day.day) <= other.until
        ):
            reason = Reason("same_event_full_date", ((other.start, other.end),))
            return Inference(other.year or 0, True, reason)
    return None


def published_span(marks: Marks) -> Span:
    """Return where the date of publication is printed."""
    year, month, day = map(int, (marks.article.published_on or "0-0-0").split("-"))
    for mark in marks.dates:
        if (mark.year, mark.month, mark.day) == (year, month, day):
            return mark.start, mark.end
    return marks.article.title or marks.article.body


def labels(day: DateMark, papers: Sequence[DocumentMark]) -> list[Clue]:
    """Return the label years of the papers signed or planned, the nearest sentence first."""
    own = [
        paper
        for paper in papers
        if paper.covers and paper.stage in {"signed", "planned"}
    ]
    own.sort(
        key=lambda paper: not paper.sentence.start <= day.start < paper.sentence.end
    )
    return [
        Clue(int((paper.covers or "")[:4]), (paper.start, paper.end)) for paper in own
    ]


def latest(papers: Sequence[DocumentMark], others: Sequence[DateMark]) -> Clue | None:
    """Return the latest earlier paper or meeting whose day is printed in full."""
    days = [paper.signed_on for paper in papers if paper.stage == "earlier"]
    clues = [
        Clue(day.year, (day.start, day.end))
        for day in (*days, *others)
        if day and day.year and day.day and not day.until
    ]
    return max(clues, key=lambda clue: clue.year, default=None)


def latest_fact(marks: Marks, papers: Sequence[DocumentMark]) -> Clue | None:
    """Return the latest year printed of something past: no label, no plan."""
    labelled = Index(papers)
    low, (start, end) = marks.article.low, marks.article.body
    clues = []
    for mark in marks.dates.within(start, end):
        since = SINCE.search(low[max(0, mark.start - 12) : mark.start])
        whole_day = mark.day is not None and mark.cue != "anniversary" and not since
        if (
            mark.year is None
            or whole_day
            or AHEAD.search(low[max(0, mark.start - 12) : mark.start])
        ):
            continue
        beside = labelled.within(mark.start - LONGEST_LABEL, mark.start + 1)
        if not any(mark.start < paper.end for paper in beside):
            clues.append(Clue(mark.year, (mark.start, mark.end)))
    return max(clues, key=lambda clue: clue.year, default=None)


def from_label(
    day: DateMark, label: Clue, fact: Clue | None, previous: Clue | None
) -> Inference | None:
    """Return the year a label tells; towards the year's end it may name the next year."""
    year, month = label.year, day.month or DECEMBER
    if fact and fact.year > year:
        return None
    if month <= LAST_CLEAR_MONTH:
        if previous and previous.year + 1 < year:
            return None  # a year was left out, or the label names the year to come
        return Inference(year, False, Reason("label_year", (label.span,)))
    if fact and (fact.year == year or (month == DECEMBER and fact.year == year - 1)):
        return Inference(
            fact.year, False, Reason("label_and_latest_fact", (label.span, fact.span))
        )
    if previous and previous.year + 1 in {year, year - 1}:
        spans = (label.span, previous.span)
        return Inference(
            previous.year + 1, False, Reason("label_and_previous_minutes", spans)
        )
    return None


def from_weekday(day: DateMark, label: Clue, previous: Clue | None) -> Inference | None:
    """Return the year, that of the label or the one before, in which the weekday is right.

    A day falls on the same weekday in no two years that follow each other.
    """
    if day.weekday_at is None or (day.month or 0) <= LAST_CLEAR_MONTH:
        return None
    for year in (label.year, label.year - 1):
        if fits(day, year, previous):
            spans = (label.span, (day.weekday_at, day.end))
            return Inference(year, False, Reason("label_and_weekday", spans))
    return None


def fits(day: DateMark, year: int, previous: Clue | None) -> bool:
    """Whether a day in a year exists, falls on its printed weekday and follows the past."""
    return on_weekday(day, year) and (previous is None or year >= previous.year)


def on_weekday(day: DateMark, year: int) -> bool:
    """Whether a day exists in a year and falls on its printed weekday, if there is one."""
    try:
        found = date(year, day.month or 1, day.day or 1)
    except ValueError:
        return False
    return day.weekday in {None, found.weekday()}
