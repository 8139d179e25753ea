"""What a reader or a program sees of a fault of ours: plain words, never its inside."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from portal.api.problems import problem

FAULT = 500


def fault(request: HttpRequest) -> HttpResponse:
    """Answer a fault in the form of what was asked for: a page, or problem details."""
    if request.path_info.startswith("/api/v1/"):
        return problem(FAULT, _("The fault is ours and has been written down."))
    return HttpResponse(render_to_string("500.html"), status=FAULT)
