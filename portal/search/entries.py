"""What is kept of each kind of record: its words, its names, what narrows to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Cast

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


def _cut(texts: Iterable[str]) -> tuple[str, ...]:
    cut = (" ".join(tokens(text)) for text in dict.fromkeys(texts) if text)
    return tuple(words for words in cut if words)


def _in_all(row: Any, *names: str) -> list[str]:
    return [getattr(row, f"{name}_{lang}") for name in names for lang in LANGUAGES]


@dataclass(frozen=True)
class Kind:
    """One kind of thing that can be found."""

    model: type[Any]
    rows: Callable[[], QuerySet]
    entry: Callable[..., Entry]
    # The path of the date that the newest are known by; names have none.
    date: str = ""
    # Of what may be many, the columns that an entry is made of, without whole rows.
    columns: Callable[[], QuerySet] | None = None

    def entries(self, ids: Sequence[int]) -> list[Entry]:
        """Return the entries of those of these rows that are public."""
        if self.columns is None:
            rows = self.rows().order_by("pk").filter(pk__in=ids)
            return [self.entry(row) for row in rows]
        sectors = self._sectors(ids)
        return [
            self.entry(row, sectors.get(row.pk, ()))
            for row in self.columns().order_by().filter(pk__in=ids)
        ]

    def _sectors(self, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
        found: dict[int, tuple[int, ...]] = defaultdict(tuple)
        rows = self.model._default_manager.order_by("pk", "sectors__pk")
        kept = rows.filter(pk__in=ids).exclude(sectors=None)
        for key, sector in kept.values_list("pk", "sectors"):
            found[key] += (sector,)
        return found


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


def _matter(row: Any, sectors: tuple[int, ...]) -> Entry:
    return Entry(
        row.pk,
        [row.title_vi, row.title_lo, row.title_en],
        [row.text_vi, row.text_lo, row.text_en, row.said_by, row.reference],
        partnership=row.above,
        date=row.dated or row.held,
        sectors=sectors,
        implementation=row.known,
    )


def _plain(rows: QuerySet, text: str, summit: str, **also: Any) -> QuerySet:
    """Read what an entry is made of; dates as they are written, unparsed."""
    told = {f"text_{lang}": F(f"{text}_{lang}") for lang in LANGUAGES}
    named = {
        "above": F(f"{summit}__partnership__reference"),
        "held": Cast(f"{summit}__date", CharField()),
        **(told if text != "text" else {}),
        **also,
    }
    titles = [f"title_{lang}" for lang in LANGUAGES]
    return rows.annotate(**named).values_list(
        "pk", "reference", *titles, *told, *named.keys() - told.keys(), named=True
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
        _matter,
        "minutes__signed_on",
        lambda: _plain(
            Commitment.objects.public().with_status(),
            "text",
            "minutes__summit",
            dated=Cast("minutes__signed_on", CharField()),
            known=F("implementation"),
            said_by=F("lead_agencies"),
        ),
    ),
    "proposal": Kind(
        Proposal,
        lambda: (
            Proposal.objects.public()
            .select_related("summit__partnership")
            .prefetch_related("sectors")
        ),
        _matter,
        "summit__date",
        lambda: _plain(
            Proposal.objects.public(),
            "text",
            "summit",
            dated=Value(""),
            known=Value(""),
            said_by=Value(""),
        ),
    ),
    "progress": Kind(
        Progress,
        lambda: (
            Progress.objects.public()
            .select_related("minutes__summit__partnership")
            .prefetch_related("sectors")
        ),
        _matter,
        "reported_on",
        lambda: _plain(
            Progress.objects.public(),
            "note",
            "minutes__summit",
            dated=Cast("reported_on", CharField()),
            known=F("implementation"),
            said_by=F("reported_by"),
        ),
    ),
    "source": Kind(
        Source,
        lambda: Source.objects.public().defer("text"),
        _source,
        "published_on",
    ),
}
