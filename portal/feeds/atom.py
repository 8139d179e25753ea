"""Writing Atom (RFC 4287): Django's own writer, in pages that lead on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language, gettext

from publication.serializers import LICENSE

# What XML 1.0 cannot hold in any form.
UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """One entry: ``key`` never changes, ``updated`` says since when it reads so."""

    key: str
    title: str
    url: str
    updated: datetime
    published: datetime | None
    said: str
    language: str = ""


class PagedAtom(Atom1Feed):
    """Atom whose pages name the next one, and whose entries name their language."""

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        for relation in ("next", "previous"):
            if address := self.feed.get(relation):
                handler.addQuickElement("link", "", {"rel": relation, "href": address})

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]} if item["language"] else {}

    def latest_post_date(self) -> datetime:
        """An empty feed has been so since the day began: the same for everybody."""
        midnight = timezone.localtime().replace(hour=0, minute=0, second=0)
        days = [item["updateddate"] for item in self.items]
        return max(days, default=midnight.replace(microsecond=0))


def atom(
    request: HttpRequest,
    page: Page,
    entries: Iterable[Entry],
    *,
    title: str,
    subtitle: str,
    alternate: str,
) -> HttpResponse:
    """Answer one page of a feed."""
    portal = gettext("Summit records")
    feed = PagedAtom(
        title=printable(f"{title} – {portal}"),
        link=settings.SITE_URL + alternate,
        description="",
        subtitle=printable(subtitle),
        language=get_language(),
        author_name=portal,
        feed_url=address_of(request, page.number),
        feed_guid=address_of(request, 1),
        feed_copyright=LICENSE,
        next=address_of(request, page.number + 1) if page.has_next() else "",
        previous=address_of(request, page.number - 1) if page.has_previous() else "",
    )
    for entry in entries:
        feed.add_item(
            title=printable(entry.title),
            link=entry.url,
            description=escape(printable(entry.said)),
            unique_id=entry.key,
            pubdate=entry.published,
            updateddate=entry.updated,
            language=entry.language,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def address_of(request: HttpRequest, number: int) -> str:
    """Return the full address of a page of this feed, its query kept."""
    query = request.GET.copy()
    query.pop("page", None)
    if number > 1:
        query["page"] = str(number)
    tail = f"?{query.urlencode()}" if query else ""
    return f"{settings.SITE_URL}{request.path}{tail}"


def printable(text: str) -> str:
    """Return the text without what XML cannot hold."""
    return UNPRINTABLE.sub("", text)
