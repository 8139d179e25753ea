"""Errors of the API as problem details (RFC 9457)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.encoding import force_str
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from publication.api import Withdrawn
from publication.filters import BadQuery, Fault
from publication.models import Change

MEDIA_TYPE = "application/problem+json"
# The kinds of problem; each has its place on the documentation page.
KINDS = {
    400: "bad-query",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    410: "withdrawn",
    415: "not-acceptable",
}


def titles() -> dict[str, str]:
    """Return the title of each kind of problem in the reader's language."""
    return {
        "bad-query": _("This question cannot be answered"),
        "not-found": _("There is no such record"),
        "method-not-allowed": _("The API is for reading"),
        "not-acceptable": _("There is no such format"),
        "withdrawn": _("This record was withdrawn"),
        "failed": _("The question failed"),
    }


def problem(
    status: int, detail: str, *, errors: list[dict[str, Any]] | None = None, **more: Any
) -> HttpResponse:
    """Return problem details in the reader's language."""
    kind = KINDS.get(status, "failed")
    body = {
        "type": f"{settings.SITE_URL}{reverse('api_docs')}#problem-{kind}",
        "title": titles()[kind],
        "status": status,
        "detail": detail,
        **more,
        "errors": errors or [],
    }
    response = HttpResponse(
        JSONRenderer().render(body), content_type=MEDIA_TYPE, status=status
    )
    patch_vary_headers(response, ["Accept-Language"])
    return response


def problem_response(exc: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Answer an error as ``application/problem+json``; none of ours passes on."""
    if isinstance(exc, BadQuery):
        return bad_query(exc.faults)
    if isinstance(exc, Http404):
        return not_found()
    if isinstance(exc, Withdrawn):
        return withdrawn(exc.withdrawal)
    if not isinstance(exc, APIException):
        return None
    response = problem(exc.status_code, detail_of(exc))
    if exc.status_code == 405:  # noqa: PLR2004
        response["Allow"] = ", ".join(context["view"].allowed_methods)
    return response


def detail_of(exc: APIException) -> str:
    """Return what went wrong and what is accepted."""
    if exc.status_code == 405:  # noqa: PLR2004
        return _("Only GET and HEAD are accepted here.")
    if exc.status_code == 406:  # noqa: PLR2004
        return _("Ask for application/json; lists come as text/csv and XLSX as well.")
    return force_str(exc.detail)


def bad_query(faults: tuple[Fault, ...]) -> HttpResponse:
    """Answer a query with every fault in it and what is accepted instead."""
    errors = [
        {
            "parameter": fault.parameter,
            "detail": fault.message,
            "accepted": list(fault.accepted),
        }
        for fault in faults
    ]
    return problem(400, " ".join(str(fault) for fault in faults), errors=errors)


def withdrawn(withdrawal: Change) -> HttpResponse:
    """Answer for a record that was public: since when it is not, and why."""
    return problem(
        410,
        _("It was public and has been taken down. Its address stays."),
        reference=withdrawal.reference,
        withdrawn_at=timezone.localtime(withdrawal.at),
        reason=withdrawal.reason,
    )


def not_found() -> HttpResponse:
    """Answer for what is not there, or not public: the two look alike."""
    return problem(
        404,
        _("Nothing public has this address. See %(docs)s for what there is.")
        % {"docs": settings.SITE_URL + reverse("api_docs")},
    )


def unknown_address(request: HttpRequest | Request, path: str) -> HttpResponse:
    """Answer an address of the API that there is none of, or add its last slash."""
    whole = f"{request.path_info}/"
    if not whole.endswith("//") and _is_known(whole):
        query = request.META.get("QUERY_STRING", "")
        target = f"{request.path}/" + (f"?{query}" if query else "")
        return HttpResponsePermanentRedirect(target)
    return not_found()


def _is_known(path: str) -> bool:
    try:
        return resolve(path).func is not unknown_address
    except Resolver404:
        return False
