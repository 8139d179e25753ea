"""What a reader or a program sees of a fault of ours: plain words, never its inside."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from portal.api.problems import problem
from portal.pages import corrections

FAULT = 500


def fault(request: HttpRequest) -> HttpResponse:
    """Answer a fault in the form of what was asked for: a page, or problem details."""
    if request.path_info.startswith("/api/v1/"):
        return problem(FAULT, _("The fault is ours and has been written down."))
    return HttpResponse(render_to_string("500.html"), status=FAULT)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Answer a form that cannot be shown to come from our page.

    A report of an error is shown again with all that was typed: mostly its cookie
    was refused or has gone.
    """
    match = request.resolver_match
    if match and match.view_name == corrections.NEW:
        return corrections.ask_again(request)
    return render(request, "403.html", status=403)
