"""The map of the site for search engines: every public page in its three languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from portal.addresses import prefixed
from provinces.models import Official, Province
from publication.models import Record
from sources.models import Source
from summits.models import Commitment, Minutes, Partnership, Proposal, Summit

# Three languages each: some 10,000 addresses in a part, of the 50,000 allowed.
PER_PART = 3000
MOST_PARTS = 10_000
XML = "application/xml; charset=utf-8"
THREADS = "threads"
KINDS: dict[str, type[Record]] = {
    "summits": Summit,
    "minutes": Minutes,
    "commitments": Commitment,
    "proposals": Proposal,
    "partnerships": Partnership,
    "provinces": Province,
    "officials": Official,
    "sources": Source,
    THREADS: Commitment,
}
LINK = '<xhtml:link rel="alternate" hreflang="{}" href="{}"/>'
PAGES = "pages"
PAGE_NAMES = (
    "home",
    "followup",
    "summit_list",
    "partnership_list",
    "minutes_list",
    "commitment_list",
    "proposal_list",
    "thread_list",
    "province_list",
    "official_list",
    "source_list",
    "coverage",
    "changes",
    "about",
)


@dataclass(frozen=True)
class Mapped:
    """A page in its languages, and when what it shows first last changed."""

    path: str
    at: str = ""

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The address of each language."""
        return {
            code: settings.SITE_URL + prefixed(self.path, code)
            for code, _name in settings.LANGUAGES
        }

    @cached_property
    def links(self) -> SafeString:
        """The elements that name every language, the same beside each of them."""
        usual = self.addresses[settings.LANGUAGE_CODE]
        told = {**self.addresses, "x-default": usual}
        return format_html_join("", LINK, told.items())


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Name every part, with the moment something of its kind last changed."""
    parts = [(part_address(PAGES, 1), "")]
    for kind in KINDS:
        said = rows_of(kind).aggregate(count=Count("pk"), at=Max("modified_at"))
        parts += [
            (part_address(kind, number), moment(said["at"]))
            for number in range(1, -(-said["count"] // PER_PART) + 1)
        ]
    return render(
        request, "portal/sitemap_index.xml", {"parts": parts}, content_type=XML
    )


def part_address(kind: str, number: int) -> str:
    """Return the full address of a part."""
    return settings.SITE_URL + reverse("sitemap_part", args=[kind, number])


@require_safe
def sitemap_part(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Tell the addresses of one part."""
    pages = pages_of_part(kind, number) if 0 < number <= MOST_PARTS else []
    if not pages:
        raise Http404(kind)
    return render(request, "portal/sitemap.xml", {"pages": pages}, content_type=XML)


def pages_of_part(kind: str, number: int) -> list[Mapped]:
    """Return the pages of one part; none where there is no such part."""
    if kind == PAGES and number == 1:
        return [Mapped(reverse(name)) for name in PAGE_NAMES]
    if kind not in KINDS:
        return []
    return [
        Mapped(page_of(kind, row), moment(row.modified_at))
        for row in rows_of_part(rows_of(kind), number)
    ]


def rows_of(kind: str) -> QuerySet:
    """Return the public records whose pages are of a kind; of a matter, its beginning.

    A matter of two beginnings is named by both: the page of the later leads on.
    """
    rows: Any = KINDS[kind]._default_manager
    return rows.public().beginning_threads() if kind == THREADS else rows.public()


def page_of(kind: str, row: Any) -> str:
    """Return the address of the page a record has among those of a kind."""
    if kind == THREADS:
        return reverse("thread", args=[row.reference])
    return str(row.get_absolute_url())


def rows_of_part(rows: QuerySet, number: int) -> QuerySet:
    """Return the rows of one part, with what an address is made of."""
    ordered = rows.order_by("pk").only("reference", "modified_at")
    return ordered[(number - 1) * PER_PART : number * PER_PART]


def moment(at: datetime | None) -> str:
    """Return a moment as maps of sites write it."""
    return at.isoformat(timespec="seconds") if at else ""
