"""Saying of made-up records, wherever they are shown, that they are not real."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from publication import stamp

HEADER = "X-Synthetic-Data"


def is_synthetic(request: HttpRequest | None) -> bool:
    """Tell whether the records are made up; costs nothing where the stamp was read.

    A page that answers no public question, as one about an error, asks the records
    nothing: they may be what failed.
    """
    if said_synthetic(request):
        return True
    is_unread = getattr(request, "stamp_read", None) is None
    return is_unread and getattr(request, "is_public", False) and stamp.read()[1]


def said_synthetic(request: Any) -> bool:
    """Tell whether the stamp read for this request said so; asks nothing itself."""
    read = getattr(request, "stamp_read", None)
    return bool(read and read[1])


def synthetic_header(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Mark every public answer that shows made-up records."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if said_synthetic(request):
            response.headers[HEADER] = "true"
        return response

    return middleware
