"""Fifth stage, documents: one document for each paper, whatever it is called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from intake.reader import paper_words
from intake.reader.dates import DateMark
from intake.reader.documents import HEAD, DocumentMark
from intake.reader.facts import Document, Event
from intake.reader.marks import Marks
from intake.reader.meetings import MOST_EVIDENCE, Meeting, edtf
from intake.reader.patterns import any_of
from intake.reader.signers import before_the_verb, in_next_sentence
from intake.reader.years import LAST_CLEAR_MONTH

MOST_NAMED = 100
# What sets a further paper apart from the one just told of.
FURTHER = re.compile(
    r"(?<!\w)(?:cũng|nhân dịp này|dịp này|ngoài ra|đồng thời|bên cạnh đó|cùng với đó|cùng ngày|"
    r"trong khuôn khổ|also|on this occasion)(?!\w)"
)
BODY = any_of(paper_words.SIGNING_BODIES)
# These are never another name of minutes, a memorandum or an agreement.
APART = frozenset({"plan", "annex", "other"})


@dataclass
class Paper:
    """One paper with every mention of it, the parties and who signed."""

    stage: str
    provinces: frozenset[str]
    mentions: list[DocumentMark] = field(default_factory=list)
    signers: list[str] = field(default_factory=list)
    meeting: Meeting | None = None
    is_further: bool = False
    bodies: frozenset[str] = frozenset()

    @property
    def kinds(self) -> set[str]:
        """The kinds that the mentions name."""
        return {mark.kind for mark in self.mentions}

    @property
    def covers(self) -> str | None:
        """The year or period on the label."""
        return next((mark.covers for mark in self.mentions if mark.covers), None)

    @property
    def signed(self) -> DateMark | None:
        """The printed day of signing, the fullest of them."""
        days = [mark.signed_on for mark in self.mentions if mark.signed_on]
        return next((day for day in days if day.day), days[0] if days else None)

    @property
    def is_annex(self) -> bool:
        """Whether it is an annex, which is never the paper it adds to."""
        return any(mark.kind == "annex" for mark in self.mentions)


def papers(
    marks: Marks, meetings: Sequence[Meeting], mentions: Sequence[DocumentMark]
) -> list[Paper]:
    """Return the papers of an article, mentions of the same one put together."""
    found: list[Paper] = []
    last: Paper | None = None
    for mention in sorted(
        mentions[:MOST_NAMED],
        key=lambda mark: (mark.sentence.kind == "title", mark.start),
    ):
        told = last if last and is_told_again(marks, last, mention) else None
        sides = parties(marks, meetings, mention)
        for provinces, meeting in [(told.provinces, told.meeting)] if told else sides:
            candidate = Paper(mention.stage, provinces, [mention], meeting=meeting)
            settle(candidate, marks, meetings)
            candidate.signers = (
                signers(marks, mention) if candidate.stage == "signed" else []
            )
            low, opening = marks.article.low, mention.sentence.start
            candidate.is_further = bool(FURTHER.search(low, opening, mention.start))
            candidate.bodies = bodies(marks, mention)
            last = add(found, candidate, told)
    return [paper for paper in found if is_told(paper)]


def is_told_again(marks: Marks, paper: Paper, mention: DocumentMark) -> bool:
    """Whether the paper just told of is meant again: opening a sentence, or cut short.

    "Biên bản gồm 6 chương", "ký thỏa thuận này", "trao và ký biên bản".
    """
    last, sentence = paper.mentions[-1], mention.sentence
    if mention.covers or sentence.passage != last.sentence.passage:
        return False
    low = marks.article.low
    if last.kind == mention.kind:
        opens = not low[sentence.start : mention.start].strip()
        named = marks.codes(sentence.start, mention.end)
        if mention.refers or (opens and not named):
            return True
    shorter = low.startswith(low[mention.start : mention.end], last.start)
    both_signed = mention.stage == last.stage == "signed"
    return shorter and both_signed and sentence is not last.sentence


def bodies(marks: Marks, mention: DocumentMark) -> frozenset[str]:
    """Return the kinds of bodies named as the sides of a paper: police, army, firms.

    Those in the titles of people are not meant.
    """
    sentence, low = mention.sentence, marks.article.low
    if sentence.kind == "title":
        return frozenset()
    officials = marks.people.within(sentence.start, sentence.end)
    return frozenset(
        found[0]
        for found in BODY.finditer(low, sentence.start, sentence.end)
        if not any(mark.first <= found.start() < mark.last for mark in officials)
    )


def parties(
    marks: Marks, meetings: Sequence[Meeting], mention: DocumentMark
) -> list[tuple[frozenset[str], Meeting | None]]:
    """Return whose paper it is: named beside it, by its signers, else those then meeting."""
    sentence = mention.sentence
    before = marks.codes(sentence.start, mention.start)
    subject = before if marks.is_pair(before) and len(before) == 2 else frozenset()  # noqa: PLR2004
    named = (
        marks.completed(mention.provinces) if mention.provinces else frozenset[str]()
    )
    if subject and not marks.is_pair(mention.provinces):
        named = subject
    whole = marks.codes(sentence.start, mention.until)
    if not marks.is_pair(named):
        named = whole if marks.is_pair(whole) else frozenset()
    inside = [meeting for meeting in meetings if meeting.provinces <= named]
    distinct = {meeting.provinces: meeting for meeting in reversed(inside)}
    if named and named not in distinct and len(distinct) > 1:
        return list(distinct.items())
    if named in distinct or len(named) == 2 or marks.is_pair(mention.provinces):  # noqa: PLR2004
        return [(named, current(meetings, mention, named))]
    meeting = current(meetings, mention, None)
    if meeting:
        return [(meeting.provinces, meeting)]
    return [(marks.parties, None)] if marks.is_pair(marks.parties) else []


def current(
    meetings: Sequence[Meeting], mention: DocumentMark, provinces: frozenset[str] | None
) -> Meeting | None:
    """Return the meeting that the text tells of when it names a paper."""
    able = [m for m in meetings if provinces is None or m.provinces == provinces]
    if provinces and not able:
        able = [m for m in meetings if provinces < m.provinces]
    told = [
        m
        for m in able
        if any(
            e.start < mention.sentence.end
            for e in m.mentions
            if e.sentence.kind != "title"
        )
    ]
    main = [m for m in told if not (m.day and m.day.year and told[0] is not m)] or told
    by_last = sorted(main, key=lambda m: last_mention(m, mention.sentence.end))
    return by_last[-1] if by_last else (able[0] if able else None)


def last_mention(meeting: Meeting, end: int) -> int:
    """Return where the last mention of a meeting before an offset begins."""
    return max(
        m.start
        for m in meeting.mentions
        if m.start < end and m.sentence.kind != "title"
    )


def settle(paper: Paper, marks: Marks, meetings: Sequence[Meeting]) -> None:
    """Move a paper told of as signed on another day to the earlier ones."""
    mention, meeting = paper.mentions[0], paper.meeting
    if paper.stage != "signed" or mention.sentence.kind == "title":
        return
    if not meetings:
        paper.stage = "earlier"
        paper.mentions = [replace(mention, stage="earlier")]
    if meeting and meeting.status != "held":
        paper.stage = "planned"
    days = [
        day
        for day in marks.dates.within(mention.sentence.start, mention.start)
        if day.is_day
        and day.day
        and day.year
        and not HEAD.search(marks.article.low, mention.sentence.start, day.start)
    ]
    own = meeting.day if meeting else None
    if days and own and (days[-1].month, days[-1].day) != (own.month, own.day):
        paper.stage = "earlier"
        paper.mentions = [replace(mention, stage="earlier", signed_on=days[-1])]


def add(found: list[Paper], candidate: Paper, told: Paper | None) -> Paper:
    """Put a mention to the paper it speaks of, the latest that agrees, or add a new one.

    Returns the paper; ``told`` is the one that is certainly meant.
    """
    kind = candidate.mentions[0].kind
    alike = [p for p in found if any(mark.kind == kind for mark in p.mentions)]
    others = [p for p in found if all(mark.kind != kind for mark in p.mentions)]
    if told and told.stage == candidate.stage:
        join(told, candidate)
        return told
    for paper in (*reversed(alike), *reversed(others)):
        if is_same(paper, candidate):
            join(paper, candidate)
            return paper
    found.append(candidate)
    return candidate


def join(paper: Paper, candidate: Paper) -> None:
    """Take another mention of a paper, with those who are said to sign it."""
    paper.mentions += candidate.mentions
    paper.signers += [name for name in candidate.signers if name not in paper.signers]
    paper.stage = "signed" if candidate.stage == "signed" else paper.stage


def is_same(paper: Paper, other: Paper) -> bool:
    """Whether two mentions can be of one paper."""
    if paper.provinces != other.provinces or paper.is_annex != other.is_annex:
        return False
    if "earlier" in {paper.stage, other.stage}:
        if paper.stage != other.stage:
            return (
                bool(paper.covers) and paper.covers == other.covers and not other.signed
            )
        return same_earlier(paper, other)
    if paper.meeting is not other.meeting and paper.meeting and other.meeting:
        return False
    if is_another(paper, other) and (
        not paper.covers or paper.covers != other.covers or is_apart(paper, other)
    ):
        return False
    return None in {paper.covers, other.covers} or paper.covers == other.covers


def is_another(paper: Paper, other: Paper) -> bool:
    """Whether kind, place in the text or signers tell a further paper of one meeting."""
    if paper.signers and other.signers and not {*paper.signers} & {*other.signers}:
        return True
    if other.mentions[0].is_one_of_them:
        return True
    if of_other_bodies(paper, other):
        return True
    if paper.kinds & other.kinds:
        return False
    if (paper.kinds | other.kinds) & APART or paper.stage != other.stage:
        return True
    beside = any(mark.sentence is other.mentions[0].sentence for mark in paper.mentions)
    return beside or other.is_further


def of_other_bodies(paper: Paper, other: Paper) -> bool:
    """Whether quite other bodies are the sides of two papers."""
    return bool(paper.bodies and other.bodies) and not paper.bodies & other.bodies


def is_apart(paper: Paper, other: Paper) -> bool:
    """Whether two mentions with one label are of papers that are never the same.

    One is a plan or an annex, or quite other people or bodies sign.
    """
    differ = paper.kinds != other.kinds and (paper.kinds | other.kinds) & APART
    strangers = (
        paper.signers and other.signers and not {*paper.signers} & {*other.signers}
    )
    return bool(differ or strangers) or of_other_bodies(paper, other)


def same_earlier(paper: Paper, other: Paper) -> bool:
    """Whether two mentions of earlier papers agree in label and day."""
    if paper.signed and other.signed:
        mine, its = paper.signed, other.signed
        return mine.year == its.year and (
            None in {mine.day, its.day} or mine == its or same_day(mine, its)
        )
    if paper.covers and other.covers:
        return paper.covers == other.covers
    return paper.kinds == other.kinds and is_of_its_year(paper, other)


def is_of_its_year(paper: Paper, other: Paper) -> bool:
    """Whether one mention has the label of the year in which the other says it was signed.

    Towards the year's end the label may be that of the next.
    """
    day, label = paper.signed or other.signed, paper.covers or other.covers
    early = day and day.day and (day.month or 0) <= LAST_CLEAR_MONTH
    return bool(day and early) and label == f"{day.year if day else 0}"


def same_day(mine: DateMark, its: DateMark) -> bool:
    """Whether two marks print the same day."""
    return (mine.month, mine.day) == (its.month, its.day)


def is_told(paper: Paper) -> bool:
    """Whether enough is known of a paper to suggest it."""
    if paper.stage == "earlier":
        told = bool(paper.covers or paper.signed)
        return told or any(mark.is_of_two for mark in paper.mentions)
    return any(mark.sentence.kind != "title" or mark.covers for mark in paper.mentions)


def signers(marks: Marks, mention: DocumentMark) -> list[str]:
    """Return who signs a paper: named behind it, before the verb, or in the next sentence."""
    sentence = mention.sentence
    return (
        list(mention.signed_by)
        or before_the_verb(marks, sentence, mention.start)
        or in_next_sentence(marks, sentence)
    )


def document(paper: Paper, text: str, events: dict[int, Event]) -> Document:
    """Return a paper as a document, its day that of the meeting or the one printed."""
    first = next((mark for mark in paper.mentions if mark.covers), paper.mentions[0])
    kinds = [mark.kind for mark in paper.mentions]
    signed, reasoning, year = None, None, paper.signed
    event = events.get(id(paper.meeting))
    if paper.stage == "signed" and event:
        signed, reasoning = event.date, event.reasoning
    elif paper.stage == "earlier" and year:
        month = f"-{year.month:02}" if year.month and not year.day else ""
        signed = edtf(year, year.year, certain=True) or f"{year.year}{month}"
    spans = dict.fromkeys(
        (
            mark.start,
            max(
                mark.end,
                mark.signed_on.end
                if mark.signed_on and mark.signed_on.end > mark.start
                else 0,
            ),
        )
        for mark in paper.mentions
    )
    return Document(
        kind="memorandum" if "memorandum" in kinds else first.kind,
        name_as_printed=text[first.start : first.end].strip(),
        covers=paper.covers, signed_on=signed,
        place=next((mark.place for mark in paper.mentions if mark.place), None),
        provinces=paper.provinces, stage=paper.stage, signatories=tuple(paper.signers),
        evidence=tuple(list(spans)[:MOST_EVIDENCE]), rule=f"document_{paper.stage}",
        confidence="sure" if paper.signed or paper.signers else "likely", reasoning=reasoning,
    )  # fmt: skip
