"""What is kept of each kind of record: its words, its names, what narrows to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from portal.search.expression import Words
from portal.search.tokens import tokens
from provinces.models import (
    Official,
    OfficialName,
    Place,
    PlaceName,
    Province,
    ProvinceName,
    Tenure,
)
from publication.models import State
from sources.models import Source
from summits.models import (
    Commitment,
    Delegate,
    Minutes,
    Partnership,
    Progress,
    Proposal,
    Signature,
    Summit,
)

LANGUAGES = ("vi", "lo", "en")
NOT_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Entry:
    """What the search keeps of one row."""

    record: int
    title: list[str]
    body: list[str]
    partnership: str = ""
    date: str = ""
    sectors: tuple[int, ...] = ()
    implementation: str = ""
    # Spellings as (text, language): searching for one finds the others too.
    names: tuple[tuple[str, str], ...] = ()

    @property
    def year(self) -> int | None:
        """The year of its date, where one is known."""
        return int(self.date[:4]) if self.date[:4].isdigit() else None

    def words(self, kind: str) -> Words:
        """Return what it is found by, labels for narrowing included."""
        return Words(_cut(self.title), _cut(self.body), tuple(self._labels(kind)))

    def _labels(self, kind: str) -> Iterable[str]:
        yield label("kind", kind)
        if self.partnership:
            yield label("partnership", self.partnership)
        if self.year:
            yield label("year", self.year)
        for sector in self.sectors:
            yield label("sector", sector)
        if self.implementation:
            yield label("implementation", self.implementation)


def label(name: str, value: Any) -> str:
    """Return the word an entry bears for a value: year_2023."""
    return f"{name}_{NOT_PLAIN.sub('_', str(value).lower())}"


def _cut(texts: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    cut = (tuple(tokens(text)) for text in dict.fromkeys(texts) if text)
    return tuple(words for words in cut if words)


def _in_all(row: Any, *names: str) -> list[str]:
    return [getattr(row, f"{name}_{lang}") for name in names for lang in LANGUAGES]


@dataclass(frozen=True)
class Kind:
    """One kind of thing that can be found."""

    model: type[Any]
    rows: Callable[[], QuerySet]
    entry: Callable[[Any], Entry]
    # The path of the date that the newest are known by; names have none.
    date: str = ""


def _named(row: Any, body: Iterable[str] = ()) -> Entry:
    """A name: every public spelling is part of it."""
    own = [(text, lang) for lang in LANGUAGES if (text := getattr(row, f"name_{lang}"))]
    spelled = [(name.text, name.language) for name in row.names.all()]
    names = tuple(dict.fromkeys(own + spelled))
    titles = [text for text, _lang in names]
    return Entry(row.pk, titles, [*body, getattr(row, "reference", "")], names=names)


def _official(row: Official) -> Entry:
    return _named(
        row, [one for post in row.tenures.all() for one in _in_all(post, "title")]
    )


def _partnership(row: Partnership) -> Entry:
    return Entry(
        row.pk,
        [*_in_all(row, "name"), *_parties(row)],
        [row.reference],
        partnership=row.reference,
    )


def _parties(partnership: Partnership) -> list[str]:
    """Its provinces in each language, as one line: what it is called by."""
    return [
        " – ".join(
            getattr(one, f"name_{lang}") or one.name_vi for one in partnership.parties
        )
        for lang in LANGUAGES
    ]


def _summit(row: Summit) -> Entry:
    delegates = [
        one.name for side in row.delegations.all() for one in side.delegates.all()
    ]
    place = _in_all(row.place, "name") if row.place else []
    return Entry(
        row.pk,
        [*_in_all(row.partnership, "name"), *_parties(row.partnership)],
        [*place, row.venue, row.note, *delegates, row.date[:4], row.reference],
        partnership=row.partnership.reference,
        date=row.date,
    )


def _minutes(row: Minutes) -> Entry:
    return Entry(
        row.pk,
        _in_all(row, "title"),
        [
            *_parties(row.summit.partnership),
            *(one.name for one in row.signatures.all()),
            row.place,
            row.covers,
            row.reference,
        ],
        partnership=row.summit.partnership.reference,
        date=row.signed_on or row.summit.date,
    )


def _commitment(row: Commitment) -> Entry:
    return Entry(
        row.pk,
        _in_all(row, "title"),
        [*_in_all(row, "text"), row.lead_agencies, row.reference],
        partnership=row.minutes.summit.partnership.reference,
        date=row.minutes.signed_on or row.minutes.summit.date,
        sectors=tuple(sector.pk for sector in row.sectors.all()),
        implementation=row.implementation,
    )


def _proposal(row: Proposal) -> Entry:
    return Entry(
        row.pk,
        _in_all(row, "title"),
        [*_in_all(row, "text"), row.reference],
        partnership=row.summit.partnership.reference,
        date=row.summit.date,
        sectors=tuple(sector.pk for sector in row.sectors.all()),
    )


def _progress(row: Progress) -> Entry:
    return Entry(
        row.pk,
        _in_all(row, "title"),
        [*_in_all(row, "note"), row.reported_by, row.reference],
        partnership=row.minutes.summit.partnership.reference,
        date=row.reported_on,
        sectors=tuple(sector.pk for sector in row.sectors.all()),
        implementation=row.implementation,
    )


def _source(row: Source) -> Entry:
    return Entry(
        row.pk, [row.title], [row.publisher, row.reference], date=row.published_on
    )


def places() -> QuerySet:
    """Return the places anybody may read of: those in a published province."""
    shown = Q(provinces__state=State.PUBLISHED)
    return Place.objects.filter(pk__in=Place.objects.filter(shown).values("pk"))


def _spelled(rows: QuerySet, names: type[Any]) -> QuerySet:
    return rows.prefetch_related(Prefetch("names", names.objects.public()))


def _partnerships(path: str, rows: QuerySet) -> QuerySet:
    """Fetch partnerships with those of their provinces that are public."""
    public = Prefetch(f"{path}provinces", Province.objects.public())
    return rows.prefetch_related(public)


KINDS: dict[str, Kind] = {
    "province": Kind(
        Province, lambda: _spelled(Province.objects.public(), ProvinceName), _named
    ),
    "place": Kind(Place, lambda: _spelled(places(), PlaceName), _named),
    "partnership": Kind(
        Partnership,
        lambda: _partnerships("", Partnership.objects.public()),
        _partnership,
    ),
    "official": Kind(
        Official,
        lambda: _spelled(Official.objects.public(), OfficialName).prefetch_related(
            Prefetch("tenures", Tenure.objects.public())
        ),
        _official,
    ),
    "summit": Kind(
        Summit,
        lambda: _partnerships(
            "partnership__",
            Summit.objects.public().select_related("partnership", "place"),
        ).prefetch_related(
            Prefetch("delegations__delegates", Delegate.objects.public())
        ),
        _summit,
        "date",
    ),
    "minutes": Kind(
        Minutes,
        lambda: _partnerships(
            "summit__partnership__",
            Minutes.objects.public().select_related("summit__partnership"),
        ).prefetch_related(Prefetch("signatures", Signature.objects.public())),
        _minutes,
        "signed_on",
    ),
    "commitment": Kind(
        Commitment,
        lambda: (
            Commitment.objects.public()
            .with_status()
            .select_related("minutes__summit__partnership")
            .prefetch_related("sectors")
        ),
        _commitment,
        "minutes__signed_on",
    ),
    "proposal": Kind(
        Proposal,
        lambda: (
            Proposal.objects.public()
            .select_related("summit__partnership")
            .prefetch_related("sectors")
        ),
        _proposal,
        "summit__date",
    ),
    "progress": Kind(
        Progress,
        lambda: (
            Progress.objects.public()
            .select_related("minutes__summit__partnership")
            .prefetch_related("sectors")
        ),
        _progress,
        "reported_on",
    ),
    "source": Kind(
        Source,
        lambda: Source.objects.public().defer("text"),
        _source,
        "published_on",
    ),
}
