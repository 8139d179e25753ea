"""What public pages of every room answer: a record, a page of a list, or what became
of a record that is gone.
"""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import register_converter
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from publication.filters import BadQuery, Fault
from publication.gone import successor_of, withdrawal_of
from publication.models import Change
from publication.reckoned import reckoned

View = Callable[..., HttpResponse]
PAGE_SIZE = 50
PAGE_NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)


class ReferenceConverter:
    """The part of an address that is a reference; anything else is no address here."""

    regex = r"[A-Za-z0-9][A-Za-z0-9.\-]{0,119}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(ReferenceConverter, "reference")


class Lost(Exception):  # noqa: N818 - a state of affairs, not a mistake
    """No public record answers to a reference."""


def found(records: QuerySet, reference: str) -> Any:
    """Return the record with this reference; its page says what became of a lost one.

    The view that calls this is a ``record_page``.
    """
    try:
        return records.get(reference=reference)
    except records.model.DoesNotExist:
        raise Lost(reference) from None


def record_page(view: View) -> View:
    """Answer 301 for a merged record, 410 for a withdrawn one, 404 for any other."""

    @wraps(view)
    def page(request: HttpRequest, reference: str, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, reference, **kwargs)
        except Lost:
            return _moved(request, reference) or _withdrawn(request, reference)

    return page


class KeyedPaginator(Paginator):
    """Finds the keys of a page first, so that no other row is reckoned to the end.

    How many rows there are is counted once for each state of the data, by the name
    that nothing else narrowed otherwise may have.
    """

    def __init__(self, rows: QuerySet, per_page: int, *, name: str) -> None:
        super().__init__(rows, per_page)
        self.name = name

    @cached_property
    def count(self) -> int:
        return reckoned(self.name, self.object_list.count)

    def page(self, number: int) -> Page:
        number = self.validate_number(number)
        kept = self.keys((number - 1) * self.per_page, self.per_page)
        return self._get_page(self.object_list.filter(pk__in=kept), number, self)

    def keys(self, first: int, size: int) -> list[int]:
        """Return the keys of so many rows from one place on."""
        return list(self.object_list.values_list("pk", flat=True)[first : first + size])


def page_of(
    rows: QuerySet,
    request: HttpRequest,
    *,
    by: type[KeyedPaginator] = KeyedPaginator,
    size: int | None = None,
) -> Page:
    """Return the page of 50 rows, or ``size``, that the query asks for.

    Raises BadQuery for what is no number, and Http404 beyond the last page.
    """
    asked = request.GET.get("page", "").strip() or "1"
    if not PAGE_NUMBER.fullmatch(asked):
        message = _("“%(value)s” is not accepted here.") % {"value": asked[:100]}
        raise BadQuery([Fault("page", message, ("1", "2", "…"))])
    pages = by(rows, size or PAGE_SIZE, name=_name_of(request))
    if int(asked) > pages.num_pages:
        raise Http404(asked)
    return pages.page(int(asked))


def _name_of(request: HttpRequest) -> str:
    """Return the address that all pages of one list share."""
    query = request.GET.copy()
    query.pop("page", None)
    return f"{request.path_info}?{query.urlencode()}"


def _moved(request: HttpRequest, reference: str) -> HttpResponse | None:
    """Lead on to the last successor of a record that was public once."""
    successor = successor_of(reference)
    if not successor:
        return None
    place = request.resolver_match
    return redirect(place.view_name, successor, permanent=True) if place else None


def _withdrawn(request: HttpRequest, reference: str) -> HttpResponse:
    """Say when and why a record was taken down, with what stands above it or alone."""
    withdrawal = withdrawal_of(reference)
    if withdrawal is None:
        raise Http404(reference)
    return withdrawn(request, withdrawal)


def withdrawn(request: HttpRequest, withdrawal: Change) -> HttpResponse:
    """Answer 410 with the day of a withdrawal and its reason."""
    on = timezone.localtime(withdrawal.at).date()
    told = {
        "reference": withdrawal.reference,
        "on": date_format(on, "SHORT_DATE_FORMAT"),
        "reason": withdrawal.reason,
    }
    return render(request, "410.html", {"withdrawn": told}, status=410)
