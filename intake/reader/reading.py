"""The whole way: from a cleaned text to its reading."""

from collections.abc import Sequence

from intake.reader import documents, events, items, meetings, names, papers, roles
from intake.reader.clean import shadow
from intake.reader.facts import Reading
from intake.reader.gazetteer import Gazetteer
from intake.reader.marks import Marks, recognise
from intake.reader.segment import segment
from intake.reader.years import Known, latest_fact

READER_VERSION = "1.2"


def read(text: str, gazetteer: Gazetteer) -> Reading:
    """Return the suggested facts of a cleaned article; nothing where nothing is told."""
    article = segment(text, lambda name: names.is_province(gazetteer, name))
    title = text[slice(*article.title)] if article.title else None
    reading = Reading(text, title, article.outlet, article.published_on, article.body)
    interpret(reading, recognise(article, gazetteer))
    return reading


def names_a_province(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a text names any province that is known, wherever it does."""
    return bool(names.provinces(text, shadow(text), gazetteer))


def interpret(reading: Reading, marks: Marks) -> None:
    """Fill a reading from what was recognised; without a meeting there is nothing to tell."""
    named = documents.documents(marks)
    found = meetings.meetings(marks, events.events(marks))
    if not found and not looks_back(marks, named):
        return
    known = {}
    signed, fact = papers.papers(marks, found, named), latest_fact(marks, named)
    for meeting in found:
        own = [
            m
            for paper in signed
            if paper.provinces == meeting.provinces
            for m in staged(paper)
        ]
        years = Known(own, meetings.known_days(meeting, found), fact)
        known[id(meeting)] = meetings.event(marks, meeting, years)
    reading.events = list(known.values())
    reading.documents = [
        papers.document(paper, reading.text, known) for paper in signed
    ]
    reading.people = roles.persons(marks, signed)
    provinces = {person.name: person.province for person in reading.people}
    signings = {
        m.sentence.start for p in signed if p.stage == "signed" for m in p.mentions
    }
    reading.items = items.items(marks, found, provinces, frozenset(signings))


def looks_back(marks: Marks, named: Sequence[documents.DocumentMark]) -> bool:
    """Whether an article without a meeting reviews a paper of its two provinces.

    The headline or the lead must speak of it, and its day must be printed.
    """
    pair = marks.parties
    if len(pair) != 2:  # noqa: PLR2004 - a paper of one side with the other
        return False
    opens = any(mark.sentence.passage <= 0 for mark in named)
    dated = any(
        mark.stage == "earlier" and mark.signed_on and mark.signed_on.day
        for mark in named
    )
    return (
        opens
        and dated
        and bool(marks.article.title and pair <= marks.codes(*marks.article.title))
    )


def staged(paper: papers.Paper) -> list[documents.DocumentMark]:
    """Return the mentions of a paper under the stage that was settled on."""
    return [documents.restaged(mark, paper.stage) for mark in paper.mentions]
