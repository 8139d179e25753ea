"""What every answer passes through: its language and its policy."""

from collections.abc import Callable
from contextlib import suppress

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.utils.translation.trans_real import (
    get_supported_language_variant,
    parse_accept_lang_header,
)

Answer = Callable[[HttpRequest], HttpResponse]
PREFIXED = ("lo", "en")
# No prefix in their addresses: they choose by ?lang, then by the browser's wish.
API = "/api/"
# Who chooses a language here is kept to it.
STAFF = "/admin/"
NEGOTIATED = (STAFF, API)


def language(get_response: Answer) -> Answer:
    """Choose the language: by the address's prefix, or by the reader's wish.

    Pages are Vietnamese without a prefix, whatever the browser asks for, so that one
    address is one page; API and admin have one address for all three.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        negotiated = request.path_info.startswith(NEGOTIATED)
        asked = _asked(request) if request.path_info.startswith(STAFF) else ""
        chosen = asked or chosen_language(request)
        with translation.override(chosen):
            request.LANGUAGE_CODE = chosen
            response = get_response(request)
            response.headers.setdefault("Content-Language", chosen)
        if negotiated:
            patch_vary_headers(response, ["Accept-Language"])
        if asked:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                asked,
                path=STAFF,
                samesite="Lax",
                httponly=True,
            )
        return response

    return middleware


def chosen_language(request: HttpRequest) -> str:
    """Return the language of an address; public ones know of no cookie."""
    negotiated = request.path_info.startswith(NEGOTIATED)
    return _wished(request) if negotiated else _prefixed(request)


def _asked(request: HttpRequest) -> str:
    """Take the language asked for out of the query; lists filter by the rest."""
    asked = request.GET.get("lang", "")
    if asked in dict(settings.LANGUAGES):
        rest = request.GET.copy()
        del rest["lang"]
        request.GET = rest  # type: ignore[assignment]
        return asked
    return ""


def _prefixed(request: HttpRequest) -> str:
    first = request.path_info.lstrip("/").partition("/")[0]
    return first if first in PREFIXED else settings.LANGUAGE_CODE


def _wished(request: HttpRequest) -> str:
    asked = request.GET.get("lang", "")
    if asked in dict(settings.LANGUAGES):
        return asked
    if request.path_info.startswith(STAFF):
        return get_language_from_request(request)
    return _preferred(request.META.get("HTTP_ACCEPT_LANGUAGE", ""))


def _preferred(header: str) -> str:
    """Return the first language of a browser's wish that there is."""
    for code, _quality in parse_accept_lang_header(header):
        with suppress(LookupError):
            return get_supported_language_variant(code)
    return settings.LANGUAGE_CODE


def security_policy(get_response: Answer) -> Answer:
    """Put the content security policy on every answer, faults under DEBUG too.

    django-csp leaves those to Django's own reports, which nobody is shown here.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if HEADER not in response:
            response[HEADER] = build_policy()
        return response

    return middleware


class PlainWords:
    """Answers a wrong address or query of a page in plain words, in every setting.

    Django would show its own reports instead while DEBUG is on, and ``make run`` is
    for readers too. It stands innermost, so the page has its language already.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if isinstance(exception, BadRequest):
            faults = getattr(exception, "faults", ())
            problems = [str(fault) for fault in faults]
            return render(request, "400.html", {"problems": problems}, status=400)
        if isinstance(exception, Http404):
            return render(request, "404.html", status=404)
        return None
