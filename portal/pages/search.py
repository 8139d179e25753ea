"""The search page: one question to everything public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from portal.addresses import as_format, without
from portal.models import SearchEntry
from portal.search import find
from portal.search.answer import FACETS, Answer, FacetValue
from portal.search.filters import SearchFilterSet
from portal.search.suggest import suggestions
from publication.filters import BadQuery, Fault, narrow
from publication.views import PAGE_NUMBER

PAGE_SIZE = 20
ALSO_SHOWN = 6


@dataclass(frozen=True)
class Choice:
    """A value of a facet as a link: it adds the value, or takes it away."""

    label: str
    count: str
    url: str
    is_chosen: bool


def search(request: HttpRequest) -> HttpResponse:
    """What is public about the words asked for, best first, and how to narrow it."""
    narrowed = narrow(
        SearchFilterSet, request, SearchEntry.objects.none(), also=["page"]
    )
    answer = Answer(narrowed)
    page = _page(narrowed.given, answer.found.count)
    given = narrowed.given
    newest = number_format(find.NEWEST, force_grouping=True)
    context = {
        "q": given.get("q", ""),
        "has_words": bool(answer.question.terms),
        "hits": answer.hits((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
        "count": answer.found.count,
        "has_more": answer.found.has_more,
        "newest": newest,
        "told_count": _told(answer.found.count, answer.found),
        "behind": answer.behind,
        "also": answer.question.also[:ALSO_SHOWN],
        "facets": _choices(answer, given) if answer.question.terms else [],
        "chips": _chips(answer, given),
        "order": answer.order,
        "best_first": _with(given, "ordering"),
        "newest_first": _with(given, "ordering", "-date"),
        "previous": _paged(given, page - 1) if page > 1 else "",
        "next": _paged(given, page + 1)
        if answer.found.count > page * PAGE_SIZE
        else "",
        "first": (page - 1) * PAGE_SIZE + 1,
        "hidden": [
            (key, one) for key in (*FACETS, "ordering") for one in given.getlist(key)
        ],
        **(_otherwise(answer, given) if not answer.found.count else {}),
        "unfiltered": without_filters(given),
        "json": as_format("/api/v1/search/", given, "json"),
    }
    response = render(request, "portal/search.html", context)
    if answer.behind != 0:  # soon there is more to tell, though no record changes
        response.headers["Cache-Control"] = "private, no-store"
    return response


def without_filters(given: QueryDict) -> str:
    """Return the query with its words alone."""
    bare = QueryDict(mutable=True)
    bare["q"] = given.get("q", "")
    return f"?{bare.urlencode()}"


def _otherwise(answer: Answer, given: QueryDict) -> dict[str, Any]:
    """Where nothing was found: which filter to drop, and what else to ask."""
    loosened = [
        {"label": label, "count": _told(found.count, found), "url": _with(given, name)}
        for name, label, found in answer.loosened
    ]
    asked = [] if loosened else suggestions(answer.question)
    return {"loosened": loosened, "suggestions": asked}


def _told(count: int, found: find.Found) -> str:
    """Return a number of matches; with a plus where not all were looked at."""
    number = number_format(min(count, find.NEWEST), force_grouping=True)
    return f"{number}+" if found.has_more else number


def _page(given: QueryDict, count: int) -> int:
    asked = given.get("page", "1").strip()
    if not PAGE_NUMBER.fullmatch(asked):
        message = _("“%(value)s” is not accepted here.") % {"value": asked[:100]}
        raise BadQuery([Fault("page", message, ("1", "2", "…"))])
    page = int(asked)
    if page > 1 and (page - 1) * PAGE_SIZE >= count:
        raise Http404(asked)
    return page


def _with(given: QueryDict, name: str, value: str = "") -> str:
    query = given.copy()
    query.pop("page", None)
    if value:
        query[name] = value
    else:
        query.pop(name, None)
    return f"?{query.urlencode()}"


def _paged(given: QueryDict, page: int) -> str:
    query = given.copy()
    query["page"] = str(page)
    return f"?{query.urlencode()}"


def _choices(answer: Answer, given: QueryDict) -> list[dict[str, Any]]:
    here = _with(given, "page")

    def url(name: str, one: FacetValue) -> str:
        if one.is_chosen:
            return without(given, name, one.value)
        return f"{here}&{urlencode({name: one.value})}"

    return [
        {
            "label": facet.label,
            "choices": [
                Choice(
                    one.label,
                    _told(one.count, answer.found),
                    url(facet.name, one),
                    one.is_chosen,
                )
                for one in facet.values
            ],
        }
        for facet in answer.facets
    ]


def _chips(answer: Answer, given: QueryDict) -> list[dict[str, str]]:
    if not answer.question.terms:
        return []
    return [
        {
            "label": facet.label,
            "value": one.label,
            "url": without(given, facet.name, one.value),
        }
        for facet in answer.facets
        for one in facet.values
        if one.is_chosen
    ]
