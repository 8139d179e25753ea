"""What a reading holds: suggested facts, each with its evidence, rule and confidence."""

from dataclasses import dataclass, field
from typing import Any

Span = tuple[int, int]


@dataclass(frozen=True)
class Reason:
    """Why a year was inferred: a code and the passages it rests on."""

    code: str
    spans: tuple[Span, ...]

    def as_json(self, text: str) -> dict[str, Any]:
        """Return the code with the quoted passages, for printing in any language."""
        quotes = [text[start:end] for start, end in self.spans]
        return {
            "code": self.code,
            "quote": quotes[0],
            "also": quotes[1:],
            "spans": [list(span) for span in self.spans],
        }


@dataclass
class Event:
    """A meeting: what, when, where, between whom, and whether it took place."""

    kind: str
    status: str
    provinces: frozenset[str]
    date: str | None = None
    date_as_printed: str | None = None
    year_inferred: bool = False
    day_part: str | None = None
    place: str | None = None
    evidence: tuple[Span, ...] = ()
    rule: str = ""
    confidence: str = "likely"
    reasoning: Reason | None = None


@dataclass
class Person:
    """Somebody who takes part, with titles as printed and the roles played."""

    name: str
    titles: tuple[str, ...]
    province: str | None
    roles: tuple[str, ...]
    evidence: tuple[Span, ...] = ()
    rule: str = ""
    confidence: str = "likely"


@dataclass
class Document:
    """A paper: signed at the event, planned for it, or one of an earlier time."""

    kind: str
    name_as_printed: str
    covers: str | None
    signed_on: str | None
    place: str | None
    provinces: frozenset[str]
    stage: str
    signatories: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    rule: str = ""
    confidence: str = "likely"
    reasoning: Reason | None = None


@dataclass
class Item:
    """One thing agreed, proposed, petitioned or reported, in the words of the text."""

    force: str
    start: int
    end: int
    sectors: tuple[str, ...]
    actors: tuple[str, ...]
    addressees: tuple[str, ...]
    rule: str = ""
    confidence: str = "likely"
    side: str | None = None


@dataclass
class Reading:
    """Everything read from one article; offsets point into its text."""

    text: str
    title: str | None
    outlet: str | None
    published_on: str | None
    body: Span
    events: list[Event] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return the reading in the printed format, its keys in the order documented."""
        return {
            "title": self.title,
            "outlet": self.outlet,
            "published_on": self.published_on,
            "body": list(self.body),
            "events": [self.event(event) for event in self.events],
            "people": [self.person(person) for person in self.people],
            "documents": [self.document(document) for document in self.documents],
            "items": [self.item(item) for item in self.items],
        }

    def event(self, event: Event) -> dict[str, Any]:
        """Return one event as printed."""
        fields = (
            "kind",
            "date",
            "date_as_printed",
            "year_inferred",
            "day_part",
            "place",
        )
        return {
            **{name: getattr(event, name) for name in fields},
            "provinces": sorted(event.provinces),
            "status": event.status,
            **self.basis(event),
        }

    def person(self, person: Person) -> dict[str, Any]:
        """Return one person as printed."""
        return {
            "name": person.name,
            "titles": list(person.titles),
            "province": person.province,
            "roles": list(person.roles),
            **self.basis(person),
        }

    def document(self, document: Document) -> dict[str, Any]:
        """Return one document as printed."""
        fields = ("kind", "name_as_printed", "covers", "signed_on", "place")
        return {
            **{name: getattr(document, name) for name in fields},
            "provinces": sorted(document.provinces),
            "stage": document.stage,
            "signatories": list(document.signatories),
            **self.basis(document),
        }

    def item(self, item: Item) -> dict[str, Any]:
        """Return one item as printed."""
        return {
            "force": item.force,
            "text": self.text[item.start : item.end],
            "sectors": list(item.sectors),
            "actors": list(item.actors),
            "addressees": list(item.addressees),
            "side": item.side,
            "evidence": [[item.start, item.end]],
            "confidence": item.confidence,
            "rule": item.rule,
        }

    def basis(self, fact: Event | Person | Document) -> dict[str, Any]:
        """Return evidence, confidence and rule of a fact, and why its year was inferred."""
        basis: dict[str, Any] = {
            "evidence": [list(span) for span in fact.evidence],
            "confidence": fact.confidence,
            "rule": fact.rule,
        }
        if not isinstance(fact, Person):
            reason = fact.reasoning
            basis["reasoning"] = reason.as_json(self.text) if reason else None
        return basis
