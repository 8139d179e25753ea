"""Addresses of pages: the same page in another language, the same query elsewhere."""

from contextlib import suppress
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import NoReverseMatch, get_script_prefix, reverse

# What stands here has one address for all languages and is told the language by `lang`.
ONE_ADDRESS = ("/api/", "/admin/")


def in_language(request: HttpRequest, language: str) -> str:
    """Return the address of the page asked for, with its query, in another language."""
    path, query = request.path_info, request.GET.copy()
    if path.startswith(ONE_ADDRESS):
        query["lang"] = language
    else:
        path = prefixed(path, language)
    return get_script_prefix().rstrip("/") + path + _tail(query)


def prefixed(path: str, language: str) -> str:
    """Return the path of a page in another language."""
    first, _, rest = path.removeprefix("/").partition("/")
    bare = f"/{rest}" if first in dict(settings.LANGUAGES) else path
    return bare if language == settings.LANGUAGE_CODE else f"/{language}{bare}"


def _tail(query: QueryDict) -> str:
    return f"?{query.urlencode()}" if query else ""


def as_format(address: str, query: QueryDict, name: str) -> str:
    """Return an API address that answers the query of a page in the given format."""
    return f"{address}?{urlencode([*_kept(query), ('format', name)])}"


def feeds(name: str, query: QueryDict) -> list[tuple[str, str, str]]:
    """Return the feeds of a list that answer the query: kind, type and address."""
    tail = f"?{urlencode(kept)}" if (kept := _kept(query)) else ""
    known = [("Atom", "application/atom+xml", f"feed_{name}")]
    known += [("iCalendar", "text/calendar", f"{name}_calendar")]
    found = []
    for kind, media_type, page in known:
        with suppress(NoReverseMatch):
            found.append((kind, media_type, reverse(page) + tail))
    return found


def _kept(query: QueryDict) -> list[tuple[str, str]]:
    """Return what a query says of the rows, and nothing of how they are shown."""
    return [
        (key, value)
        for key, values in query.lists()
        for value in values
        if key not in {"page", "format", "lang"} and value
    ]


def without(query: QueryDict, name: str, value: str) -> str:
    """Return the query string with one value of one filter taken away, and its page."""
    rest = query.copy()
    rest.setlist(name, [other for other in rest.getlist(name) if other != value])
    if not rest.getlist(name):
        rest.pop(name, None)
    rest.pop("page", None)
    return f"?{rest.urlencode()}"
