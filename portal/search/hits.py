"""Showing what was found: each match as its record stands now.

Only rows that are public at this moment are shown, whatever the search remembers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from django.db.models import Prefetch, QuerySet
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy

from portal.search.entries import KINDS
from portal.search.expression import Phrase
from portal.search.find import Match
from portal.search.highlight import marked, marks, stretch
from provinces.models import Province
from sources.text import shorten
from sources.translated import LANGUAGES
from summits.models import Progress
from summits.models.matters import Matter

KIND_NAMES = {
    "commitment": gettext_lazy("Commitment"),
    "proposal": gettext_lazy("Proposal"),
    "progress": gettext_lazy("Progress report"),
    "minutes": gettext_lazy("Minutes"),
    "summit": gettext_lazy("Summit"),
    "partnership": gettext_lazy("Partnership"),
    "province": gettext_lazy("Province"),
    "place": gettext_lazy("Place"),
    "official": gettext_lazy("Official"),
    "source": gettext_lazy("Source"),
}
HEADING_WORDS = 20
# Where the partnership stands above a row.
ABOVE = {
    "summit": "partnership",
    "minutes": "summit.partnership",
    "commitment": "minutes.summit.partnership",
    "proposal": "summit.partnership",
    "progress": "minutes.summit.partnership",
}


@dataclass(frozen=True)
class Piece:
    """A text in its language, and where the words looked for stand in it."""

    text: str
    lang: str
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def is_island(self) -> bool:
        """Whether it is in another language than the page."""
        return self.lang != (get_language() or "vi")[:2]

    @property
    def html(self) -> SafeString:
        return marked(self.text, self.spans)


@dataclass(frozen=True)
class Hit:
    """One result: the record, and the words that show why it is one."""

    kind: str
    record: Any
    title: Piece
    snippet: Piece | None
    url: str

    @property
    def kind_name(self) -> str:
        return str(KIND_NAMES[self.kind])

    @property
    def reference(self) -> str:
        """Its reference; a place has none."""
        return getattr(self.record, "reference", "")

    @cached_property
    def partnership(self) -> Any:
        """The partnership it belongs to, if it belongs to one."""
        if self.kind not in ABOVE:
            return None
        row = self.record
        for step in ABOVE[self.kind].split("."):
            row = getattr(row, step)
        return row

    @property
    def date(self) -> Any:
        """The day it is known by, as precise as that is known."""
        dated = DATES.get(self.kind)
        return dated(self.record) if dated else ""

    @property
    def sectors(self) -> list[Any]:
        return (
            list(self.record.sectors.all()) if hasattr(self.record, "sectors") else []
        )

    @property
    def sign(self) -> str:
        """The sign of a matter or report; nothing else has one."""
        has_one = self.kind in {"commitment", "progress"}
        return str(self.record.sign) if has_one else ""


DATES: dict[str, Callable[[Any], Any]] = {
    "summit": lambda row: row.date,
    "minutes": lambda row: row.signed_on or row.summit.date,
    "commitment": lambda row: row.minutes.signed_on or row.minutes.summit.date,
    "proposal": lambda row: row.summit.date,
    "progress": lambda row: row.reported_on,
    "source": lambda row: row.published_on,
}


def hits_of(matches: Sequence[Match], phrases: Sequence[Phrase]) -> list[Hit]:
    """Return the records of these matches in their order, as they stand now."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for match in matches:
        by_kind[match.kind].append(match.record)
    rows = {kind: shown(kind).in_bulk(ids) for kind, ids in by_kind.items()}
    found = ((match.kind, rows[match.kind].get(match.record)) for match in matches)
    return [_hit(kind, row, phrases) for kind, row in found if row is not None]


def shown(kind: str) -> QuerySet:
    """Return the public rows of a kind with what a result prints of each."""
    rows = KINDS[kind].rows().order_by()
    if kind in {"commitment", "proposal", "progress"}:
        path = ABOVE[kind].replace(".", "__")
        parties = Prefetch(f"{path}__provinces", Province.objects.public())
        return rows.prefetch_related(parties)
    if kind == "place":
        return rows.prefetch_related(
            Prefetch("provinces", Province.objects.public(), to_attr="public_provinces")
        )
    return rows


def _hit(kind: str, row: Any, phrases: Sequence[Phrase]) -> Hit:
    title = _piece(_title(kind, row), phrases)
    return Hit(
        kind, row, title, _snippet(kind, row, title, phrases), _address(kind, row)
    )


def _address(kind: str, row: Any) -> str:
    if kind == "place":  # shown on the pages of its provinces
        return row.public_provinces[0].get_absolute_url()
    return row.get_absolute_url()


def _title(kind: str, row: Any) -> Any:
    if isinstance(row, Matter | Progress):
        if row.title:
            return row.title
        text = row.text if isinstance(row, Matter) else row.note
        return _like(text, shorten(text, HEADING_WORDS))
    if kind == "minutes":
        return _like(row.title, capfirst(row.title))
    if kind == "source":
        return _Told(row.title, row.language)
    return getattr(row, "name", "") or str(row)


class _Told(str):
    """A text that knows its language."""

    lang: str

    def __new__(cls, text: str, lang: str) -> Self:
        value = super().__new__(cls, text)
        value.lang = lang
        return value


def _like(text: Any, changed: str) -> _Told:
    return _Told(changed, text.lang)


def _piece(text: Any, phrases: Sequence[Phrase]) -> Piece:
    lang = getattr(text, "lang", "") or (get_language() or "vi")[:2]
    return Piece(str(text), lang, tuple(marks(text, phrases)))


def _snippet(
    kind: str, row: Any, title: Piece, phrases: Sequence[Phrase]
) -> Piece | None:
    """Return the first text that shows what was found, or that says more at all."""
    told = [text for text in _texts(kind, row) if text and text != title.text]
    pieces = (_piece(text, phrases) for text in told)
    says = next((one for one in pieces if one.spans), None)
    if says is None:
        is_told = isinstance(row, Matter | Progress)
        says = _piece(told[0], ()) if told and is_told and row.title else None
    if says is None:
        return None
    text, spans = stretch(says.text, says.spans)
    return Piece(text, says.lang, tuple(spans))


def _texts(kind: str, row: Any) -> Iterable[_Told]:
    """Yield what else a row says, the reader's language first."""
    if isinstance(row, Matter):
        is_press = row.text_status == Matter.TextStatus.PRESS
        yield from (_cut(one) if is_press else one for one in _in_all(row, "text"))
        yield from _in_all(row, "title")
    elif isinstance(row, Progress):
        yield from map(_cut, _in_all(row, "note"))
        yield from _in_all(row, "title")
    elif kind in {"province", "place", "official"}:
        yield from _in_all(row, "name")
        yield from (_Told(name.text, name.language) for name in row.names.all())
    yield from _more(kind, row)


def _more(kind: str, row: Any) -> Iterable[_Told]:
    if kind == "official":
        for post in row.tenures.all():
            yield from _in_all(post, "title")
    elif kind == "summit":
        yield from (
            _Told(one.name, "vi")
            for side in row.delegations.all()
            for one in side.delegates.all()
        )
        yield from (_Told(text, "vi") for text in (row.venue, row.note))
        if row.place:
            yield from _in_all(row.place, "name")
    elif kind == "minutes":
        yield from _in_all(row, "title")
        yield from (_Told(one.name, "vi") for one in row.signatures.all())


def _cut(text: _Told) -> _Told:
    """As much as a quotation may carry."""
    return _like(text, shorten(text))


def _in_all(row: Any, name: str) -> list[_Told]:
    wanted = (get_language() or "vi")[:2]
    ordered = dict.fromkeys((wanted, *LANGUAGES))
    return [
        _Told(text, lang)
        for lang in ordered
        if (text := getattr(row, f"{name}_{lang}"))
    ]
