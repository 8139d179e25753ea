"""Where anybody reports an error of a record, and learns what became of the report.

Nothing here is kept by any cache, and no search engine is to show it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_safe

from portal.forms import CorrectionForm
from portal.senders import mark_of
from publication.correcting import TooMany, is_reference, public_record, receive
from publication.gone import successor_of, withdrawal_of
from publication.models import Record
from publication.reports import CorrectionReport
from publication.views import withdrawn

NEW = "correction-new"
View = Callable[..., HttpResponse]


def for_one_reader(view: View) -> View:
    """Keep an answer from every cache and every search engine."""

    @wraps(view)
    def page(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        response = view(request, **kwargs)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return page


@for_one_reader
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Ask what is wrong with the record named in the query, and keep the answer.

    Without a record in the query it is the site as a whole.
    """
    reference = request.GET.get("about", "")
    record = public_record(reference)
    if reference and record is None:
        return _lost(request, reference)
    form = _form(request, record)
    if not form.is_bound:
        return _page(request, form)
    if not form.is_valid():
        return _page(request, form, status=400)
    now = form.at
    try:
        report = receive(form.report(sender=mark_of(request, at=now)), at=now)
    except TooMany as refusal:
        form.add_error(None, refusal.text)
        response = _page(request, form, status=429)
        response["Retry-After"] = str(int(refusal.wait.total_seconds()))
        return response
    return redirect("correction", report.number)


@for_one_reader
def ask_again(request: HttpRequest) -> HttpResponse:
    """Show a form again that did not come with the cookie of our own page."""
    reference = request.GET.get("about", "")
    record = public_record(reference)
    if reference and record is None:
        return _lost(request, reference)
    return _page(request, _form(request, record), status=403, is_unproven=True)


@for_one_reader
@require_safe
def sent(request: HttpRequest, number: str) -> HttpResponse:
    """Confirm a report with the number to quote, and say how far it has come."""
    given = CorrectionReport.objects.filter(number=number.upper())
    report = given.first() if number.isprintable() else None
    if report is None:
        return render(request, "corrections/which.html", status=404)
    context = {
        "report": report,
        "record": public_record(report.reference),
        "corrections": report.corrections.all(),
        "contact_days": settings.CONTACT_DAYS,
    }
    return render(request, "corrections/sent.html", context)


def _form(request: HttpRequest, record: Record | None) -> CorrectionForm:
    typed = request.POST if request.method == "POST" else None
    return CorrectionForm(typed, about=record, at=timezone.now())


def _page(
    request: HttpRequest,
    form: CorrectionForm,
    *,
    status: int = 200,
    is_unproven: bool = False,
) -> HttpResponse:
    context = {
        "form": form,
        "record": form.about,
        "kind": capfirst(str(form.about._meta.verbose_name)) if form.about else "",
        "is_unproven": is_unproven,
    }
    return render(request, "corrections/new.html", context, status=status)


def _lost(request: HttpRequest, reference: str) -> HttpResponse:
    """Lead on to a successor, tell of a withdrawal, or say that there is no record."""
    if not is_reference(reference):
        return render(request, "corrections/which.html", status=404)
    successor = successor_of(reference)
    if successor and public_record(successor):
        return redirect(f"{reverse(NEW)}?{urlencode({'about': successor})}")
    if withdrawal := withdrawal_of(reference):
        return withdrawn(request, withdrawal)
    return render(request, "corrections/which.html", status=404)
