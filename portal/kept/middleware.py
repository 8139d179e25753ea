"""What answers from memory, and says who may keep an answer outside."""

from collections.abc import Callable, Hashable
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers

from portal.kept.marks import forget_person, is_public
from portal.kept.packing import pack, tag_of, way_of
from portal.kept.store import Answer, Store
from portal.middleware import API, chosen_language
from publication import stamp

OK, GONE, FAULT = 200, 410, 500
KEPT_STATUSES = {OK, 301, GONE}
# Longer addresses and larger answers are made anew each time.
LONGEST_ADDRESS, LARGEST = 1000, 1 << 20
# What the key tells apart; an answer that hangs on more is nobody else's.
OF_PAGES = {"accept-encoding"}
OF_API = {"accept-encoding", "accept-language", "accept"}


class Kept:
    """Answers a public question again from memory until something public changes.

    A public view is handed a request without a person, and its answer is kept under
    the stamp read before it began: it can only be newer than that, never older. An
    answer that is not for everybody is marked as nobody's to keep.
    """

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        self.get_response = get_response
        self.store = Store(settings.KEPT_BYTES)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = key_of(request)
        version = version_now() if key else None
        request.stamp_read = version  # type: ignore[attr-defined]
        if version and (answer := self.store.get(key, version)):
            return conditional(request, told(answer))
        response = self.get_response(request)
        if not is_for_all(request, response):
            return private(response)
        finish(request, response)
        if version and request.method == "GET" and is_keepable(response):
            self.store.put(key, taken(response, version))
        return conditional(request, response)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], *_arguments: Any
    ) -> None:
        """See that a public view cannot know who is asking."""
        if is_public(view) and asks_openly(request):
            request.is_public = True  # type: ignore[attr-defined]
            forget_person(request)


def asks_openly(request: HttpRequest) -> bool:
    """Tell whether a request only reads, and presents no key."""
    return (
        request.method in {"GET", "HEAD"} and "HTTP_AUTHORIZATION" not in request.META
    )


def key_of(request: HttpRequest) -> Hashable:
    """Return all that an answer may hang on beside the data, or None: do not keep.

    The query stands as it was sent: pages repeat it in their links.
    """
    if not asks_openly(request):
        return None
    try:
        site = f"{request.scheme}://{request.get_host()}"
    except DisallowedHost:
        return None
    told_of = request.META
    query = told_of.get("QUERY_STRING", "")
    accepted = told_of.get("HTTP_ACCEPT", "") if is_of_api(request) else ""
    # In bytes a letter of any script weighs as much as it does on its way.
    address = [
        part.encode(errors="surrogatepass")
        for part in (site, request.path, query, accepted)
    ]
    if sum(map(len, address)) > LONGEST_ADDRESS:
        return None
    way = way_of(told_of.get("HTTP_ACCEPT_ENCODING", ""))
    return (*address, chosen_language(request), way)


def version_now() -> tuple[int, bool, int] | None:
    """Return the stamp, whether the data is made up, and the day; or None: do not keep.

    What an open transaction sees may never come true.
    """
    if connection.in_atomic_block:
        return None
    try:
        return *stamp.read(), timezone.localdate().toordinal()
    except Error:
        return None


def is_of_api(request: HttpRequest) -> bool:
    """Tell whether the headers of a request choose language and format."""
    return request.path_info.startswith(API)


def is_for_all(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Tell whether anybody who asks this is to get this answer.

    A view that knows of better to come says so itself: ``no-store``.
    """
    accounted = OF_API if is_of_api(request) else OF_PAGES
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",")}
    return (
        getattr(request, "is_public", False)
        and response.status_code < FAULT
        and not response.cookies
        and "no-store" not in response.get("Cache-Control", "")
        and varies - {""} <= accounted
    )


def private(response: HttpResponseBase) -> HttpResponseBase:
    """Say that nobody may keep this, unless it says something already."""
    response.headers.setdefault("Cache-Control", "private, no-store")
    return response


def finish(request: HttpRequest, response: HttpResponseBase) -> None:
    """Say that all may keep this if they ask again, pack it, and name its bytes."""
    response.headers.setdefault("Cache-Control", "public, no-cache")
    patch_vary_headers(response, ["Accept-Encoding"])
    if isinstance(response, HttpResponse):
        pack(response, way_of(request.META.get("HTTP_ACCEPT_ENCODING", "")))
        if response.status_code == OK:
            response.headers["ETag"] = tag_of(response.content)


def is_keepable(response: HttpResponseBase) -> bool:
    """Tell whether an answer for all is one to keep, and small enough."""
    return (
        isinstance(response, HttpResponse)
        and response.status_code in KEPT_STATUSES
        and len(response.content) <= LARGEST
    )


def taken(response: HttpResponse, version: Hashable) -> Answer:
    """Return an answer as it can be told again."""
    headers = dict(response.headers)
    return Answer(version, response.status_code, headers, response.content)


def told(answer: Answer) -> HttpResponse:
    """Return a kept answer as if it had just been made."""
    return HttpResponse(answer.body, status=answer.status, headers=answer.headers)


def conditional(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Return the answer, or that the reader has it already."""
    if "HTTP_IF_NONE_MATCH" not in request.META or not response.has_header("ETag"):
        return response
    plain = response if isinstance(response, HttpResponse) else None
    return (
        get_conditional_response(request, response["ETag"], response=plain) or response
    )
