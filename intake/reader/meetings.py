"""Fifth stage, events: one event for each meeting, however many sentences tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from intake.reader.dates import DateMark
from intake.reader.events import EventMark
from intake.reader.facts import Event, Reason
from intake.reader.marks import Marks
from intake.reader.years import Known, infer

LEAD = 2
MOST_MEETINGS = 30
MOST_MENTIONS = 200
MOST_EVIDENCE = 4


@dataclass
class Meeting:
    """A meeting with every mention of it, the headline's last."""

    provinces: frozenset[str]
    mentions: list[EventMark] = field(default_factory=list)
    stay: DateMark | None = None

    @property
    def day(self) -> DateMark | None:
        """The printed day, one with its year where some mention has it."""
        days = [mention.date for mention in self.mentions if mention.date]
        return next((day for day in days if day.year), days[0] if days else None)

    @property
    def day_part(self) -> str | None:
        """The part of the day that the mentions name."""
        parts = (mention.date.day_part for mention in self.mentions if mention.date)
        return next(filter(None, parts), None)

    @property
    def status(self) -> str:
        """What the first sentence says, unless one says that it was put off."""
        said = [mention.status for mention in self.mentions]
        return next(
            (word for word in said if word in {"postponed", "cancelled"}), said[0]
        )

    @property
    def first(self) -> int:
        """Where the first mention in the body begins."""
        return min(mention.start for mention in self.mentions)


def meetings(marks: Marks, mentions: Sequence[EventMark]) -> list[Meeting]:
    """Return the meetings of an article, the more particular mention taken first."""
    known = resolved(marks, mentions)
    stays = [mention.date for mention in known if mention.date and mention.date.until]
    tours = [mention.provinces for mention in known if is_tour(mention)]
    usable = [
        mention
        for mention in known
        if is_usable(marks, mention, stays)
        or (mention.date and not mention.date.year and is_stop(mention, tours))
    ]
    usable = usable[:MOST_MENTIONS]
    usable.sort(key=lambda mention: (mention.sentence.kind == "title", mention.start))
    days: dict[object, list[Meeting]] = {}
    general = []
    for mention in sorted(usable, key=lambda mention: len(mention.provinces)):
        if mention.date is None:
            general.append(mention)
            continue
        day = (mention.date.month, mention.date.day, mention.date.until)
        place(days.setdefault(day, []), mention)
    found = [meeting for group in days.values() for meeting in group]
    found = without_sums(found)
    found += lead_only(found, general)
    for meeting in found:
        meeting.mentions.sort(
            key=lambda mention: (mention.sentence.kind == "title", mention.start)
        )
    return sorted(found, key=lambda meeting: meeting.mentions[0].start)[:MOST_MEETINGS]


def resolved(marks: Marks, mentions: Sequence[EventMark]) -> list[EventMark]:
    """Return mentions with "the same day" and "today" replaced by the day meant."""
    found: list[EventMark] = []
    last: DateMark | None = None
    for mention in mentions:
        day = mention.date
        if day and day.cue == "same day":
            day = (
                replace(day, year=last.year, month=last.month, day=last.day)
                if last
                else None
            )
        elif day and day.cue == "today":
            day = today(marks, day)
        last = day or last
        found.append(replace(mention, date=day))
    return found


def today(marks: Marks, day: DateMark) -> DateMark | None:
    """Return the day of publication where "today" is said and one is printed."""
    if marks.article.published_on is None:
        return None
    year, month, number = map(int, marks.article.published_on.split("-"))
    return replace(day, year=year, month=month, day=number)


def is_usable(marks: Marks, mention: EventMark, stays: Sequence[DateMark] = ()) -> bool:
    """Whether provinces of two countries meet; visits count only in the lead,
    or on a day of a longer stay.
    """
    in_stay = mention.kind == "visit" and any(
        falls_into(mention.date, stay) for stay in stays[:MOST_MEETINGS]
    )
    is_minor = mention.kind in {"visit", "signing"} and not in_stay
    if is_minor and mention.sentence.passage > LEAD:
        return False
    return marks.is_pair(mention.provinces)


def is_tour(mention: EventMark) -> bool:
    """Whether headline or lead tell of a visit to several provinces, and of no day."""
    return (
        mention.kind == "visit"
        and mention.date is None
        and mention.sentence.passage <= 0
        and len(mention.provinces) > 2  # noqa: PLR2004 - the two sides
    )


def is_stop(mention: EventMark, tours: Sequence[frozenset[str]]) -> bool:
    """Whether a visit is to one of the provinces of a tour that the lead tells of."""
    return any(mention.provinces < tour for tour in tours[:MOST_MEETINGS])


def sums_up(meeting: Meeting, found: Sequence[Meeting]) -> bool:
    """Whether talks of several days and parties are told again day by day.

    A visit of several days is one of its own.
    """
    stay = meeting.day
    if stay is None or stay.until is None or meeting.mentions[0].kind == "visit":
        return False
    parts = [
        other.provinces
        for other in found[:MOST_MEETINGS]
        if other.provinces < meeting.provinces and falls_into(other.day, stay)
    ]
    return bool(parts) and frozenset().union(*parts) == meeting.provinces


def without_sums(found: Sequence[Meeting]) -> list[Meeting]:
    """Return the meetings told day by day, each with the longer stay that summed it up."""
    sums = [meeting for meeting in found if sums_up(meeting, found)]
    kept = [meeting for meeting in found if meeting not in sums]
    for meeting in kept:
        stays = (other.day for other in sums[:MOST_MEETINGS] if other.day)
        meeting.stay = next((s for s in stays if falls_into(meeting.day, s)), None)
    return kept


def falls_into(day: DateMark | None, stay: DateMark) -> bool:
    """Whether a single day is one of a longer stay."""
    if day is None or day.until or stay.until is None or not (day.month and day.day):
        return False
    first = (stay.month or 0, stay.day or 0)
    return first <= (day.month, day.day) <= stay.until


def place(group: list[Meeting], mention: EventMark) -> None:
    """Add a mention to the meeting of its day, or to each that it sums up."""
    narrower = [
        meeting
        for meeting in group
        if meeting.provinces < mention.provinces and not is_later(meeting)
    ]
    if narrower:
        for meeting in narrower:
            meeting.mentions.append(replace(mention, status=meeting.mentions[0].status))
        return
    for meeting in group:
        if meeting.provinces == mention.provinces and same_part(meeting, mention):
            meeting.mentions.append(mention)
            return
    group.append(Meeting(mention.provinces, [mention]))


def is_later(meeting: Meeting) -> bool:
    """Whether a meeting followed another "on the same day", which cannot sum it up."""
    return all(m.date and m.date.cue == "same day" for m in meeting.mentions)


def same_part(meeting: Meeting, mention: EventMark) -> bool:
    """Whether nothing says that two mentions are of different hours."""
    part = mention.date.day_part if mention.date else None
    return part is None or meeting.day_part in {None, part}


def lead_only(found: list[Meeting], general: list[EventMark]) -> list[Meeting]:
    """Return the meeting of headline and lead where no dated one is told of there."""
    if any(m.sentence.passage <= LEAD for meeting in found for m in meeting.mentions):
        return []
    current = [meeting for meeting in found if meeting.day and not meeting.day.year]
    general = [
        mention
        for mention in general
        if all(meeting.provinces != mention.provinces for meeting in current)
    ]
    body = sorted(
        general, key=lambda mention: (mention.sentence.kind == "title", mention.start)
    )
    same = [mention for mention in body if mention.provinces == body[0].provinces]
    return [Meeting(body[0].provinces, same)] if same else []


def event(marks: Marks, meeting: Meeting, known: Known) -> Event:
    """Return a meeting as an event, its year inferred only from evidence."""
    first = meeting.mentions[0]
    places = [mention.place for mention in meeting.mentions if mention.place]
    found = Event(
        kind=first.kind, status=meeting.status, provinces=meeting.provinces,
        day_part=meeting.day_part, place=places[0] if places else None,
        evidence=evidence(meeting), rule=f"{first.kind}_{'dated' if first.date else 'lead'}",
    )  # fmt: skip
    date_event(marks, meeting, found, known)
    return found


def known_days(meeting: Meeting, all_meetings: Sequence[Meeting]) -> list[DateMark]:
    """Return the days with a printed year of the other meetings of the same provinces."""
    days = [
        other.day
        for other in all_meetings
        if other is not meeting and other.day and other.day.year
        if other.provinces >= meeting.provinces
    ]
    return [meeting.stay, *days] if meeting.stay and meeting.stay.year else days


def evidence(meeting: Meeting) -> tuple[tuple[int, int], ...]:
    """Return the sentences that tell of a meeting, the first few of them."""
    spans = dict.fromkeys((m.sentence.start, m.sentence.end) for m in meeting.mentions)
    return tuple(list(spans)[:MOST_EVIDENCE])


def date_event(marks: Marks, meeting: Meeting, found: Event, known: Known) -> None:
    """Set the day of an event, and say from what its year is known."""
    day = meeting.day
    if day is None:
        found.confidence = "uncertain"
        return
    printed = next(m.date for m in meeting.mentions if m.date)
    found.date_as_printed = marks.article.text[printed.start : printed.end].strip(" (")
    year, certain = day.year, True
    if year is None or printed.year is None:
        found.year_inferred = True
        if year is not None:
            code = "publication_date" if day.cue == "today" else "same_event_full_date"
            found.reasoning = Reason(code, ((day.start, day.end),))
        elif inference := infer(marks, ahead(meeting, day), known):
            year, certain = inference.year, inference.is_certain
            found.reasoning = inference.reason
    found.confidence = "uncertain" if year is None else "sure" if certain else "likely"
    found.date = edtf(day, year, certain=certain)


def ahead(meeting: Meeting, day: DateMark) -> DateMark:
    """Return a day as one to come where the meeting is only announced.

    One put off may lie on either side of the day of publication.
    """
    cue = {"announced": "coming", "held": ""}.get(meeting.status, "either")
    return replace(day, cue=cue) if cue and day.cue == "" else day


def edtf(day: DateMark, year: int | None, *, certain: bool) -> str | None:
    """Return a day or days as EDTF, with "?" where the year is inferred; None without one."""
    if year is None or day.month is None or day.day is None:
        return None
    mark = "" if certain else "?"
    first = f"{year:04}-{day.month:02}-{day.day:02}{mark}"
    if day.until is None:
        return first
    month, last = day.until
    return f"{first}/{year:04}-{month:02}-{last:02}{mark}"
