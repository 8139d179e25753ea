from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from publication.admin.rows import REASON, TrackedAdmin, may, may_handle
from publication.forms import ReasonForm
from publication.models import Record, State, reach
from publication.publish import obstacles_of, publish, send_to_review, withdraw
from publication.reports import CorrectionReport


@dataclass(frozen=True)
class Waiting:
    """One record of a bundle, as the page that asks shows it."""

    kind_name: str
    name: str
    reference: str

    @classmethod
    def of(cls, record: Record) -> Waiting:
        """Return the line about one record."""
        return cls(str(record._meta.verbose_name), str(record), record.reference)


class RecordAdmin(TrackedAdmin):
    """Records on their way to the public: drafts, review, publishing, withdrawal."""

    list_filter = ("state",)
    kept_fields: ClassVar[tuple[str, ...]] = (
        "reference",
        "state",
        "published_at",
        "modified_at",
    )

    def bundle(self, record: Record) -> list[Record]:
        """Return what is published together with this record, itself among it."""
        return [record]

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_tag(self, record: Record) -> SafeString:
        return format_html(
            '<span class="state state--{}">{}</span>',
            record.state,
            record.get_state_display(),
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*super().get_readonly_fields(request, obj), *self.kept_fields)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        sections = super().get_fieldsets(request, obj)
        if obj:
            kept = {"fields": [self.kept_fields], "classes": ["kept"]}
            sections.append((gettext_lazy("Record"), kept))
        return sections

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only a draft that was never public may go: a reference given out stays."""
        is_open = obj is None or (obj.is_draft and not obj.was_public)
        return is_open and super().has_delete_permission(request, obj)

    def get_urls(self) -> list[Any]:
        acts = [
            ("review", self.review_view),
            ("publish", self.publish_view),
            ("withdraw", self.withdraw_view),
        ]
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path(
                f"<path:object_id>/{act}/",
                self.admin_site.admin_view(view),
                name=f"{name}_{act}",
            )
            for act, view in acts
        ] + super().get_urls()

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if record := kwargs.get("obj"):
            context |= {
                "acts": self.acts_on(request, record),
                "record": record,
                "open_reports": self.open_reports(request, record),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def open_reports(self, request: HttpRequest, record: Record) -> list[Any]:
        """Return what readers report of this record, for those who handle it."""
        if not may_handle(request.user):
            return []
        return list(CorrectionReport.objects.open().about(record.reference))

    def acts_on(self, request: HttpRequest, record: Record) -> list[tuple[str, str]]:
        """Return label and address of each act this person may do to this record."""
        user = request.user
        waiting = any(not row.is_published for row in self.bundle(record))
        offered = [
            ("review", _("Send to review"), self._may_review(request, record)),
            ("publish", _("Publish…"), waiting and may(user, "publish", record)),
            (
                "withdraw",
                _("Withdraw…"),
                record.is_published and may(user, "withdraw", record),
            ),
        ]
        acts = [
            (label, self._at(act, record)) for act, label, is_on in offered if is_on
        ]
        return acts + _pages_of(record)

    def review_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask, then say that a draft is ready for a publisher."""
        record = self._called(request, object_id)
        if not self._may_review(request, record):
            raise PermissionDenied
        if request.method == "POST":
            send_to_review(record)
            return self._done(request, record, _("“%s” waits for review now."))
        return self._ask(request, record, "review", _("Send to review"))

    def publish_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show what is published together and what keeps it back; then publish it."""
        record = self._called(request, object_id)
        waiting = [row for row in self.bundle(record) if not row.is_published]
        if not all(may(request.user, "publish", row) for row in (record, *waiting)):
            raise PermissionDenied
        obstacles = obstacles_of(waiting)
        if request.method == "POST" and not obstacles:
            done = publish(waiting, by=request.user, at=timezone.now())
            return self._done(request, record, _published(len(done)))
        return self._ask(
            request,
            record,
            "publish",
            _("Publish"),
            waiting=[Waiting.of(row) for row in waiting],
            obstacles=obstacles,
            hidden_by=[row for row in above(record) if row not in waiting],
        )

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask for the reason; then take the record from the public."""
        record = self._called(request, object_id)
        if not may(request.user, "withdraw", record):
            raise PermissionDenied
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            reason = form.cleaned_data["reason"]
            setattr(record, REASON, reason)
            try:
                withdraw(record, by=request.user, at=timezone.now(), reason=reason)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                return self._done(request, record, _("“%s” is withdrawn."))
        return self._ask(request, record, "withdraw", _("Withdraw"), form=form)

    def _may_review(self, request: HttpRequest, record: Record) -> bool:
        is_draft = record.state == State.DRAFT
        return is_draft and self.has_change_permission(request, record)

    def _at(self, act: str, record: Record) -> str:
        name = f"{self.opts.app_label}_{self.opts.model_name}_{act}"
        return reverse(f"{self.admin_site.name}:{name}", args=[record.pk])

    def _called(self, request: HttpRequest, object_id: str) -> Record:
        record = self.get_queryset(request).filter(pk=_number(object_id)).first()
        if record is None or not self.has_view_permission(request, record):
            raise Http404(object_id)
        return record

    def _done(self, request: HttpRequest, record: Record, text: str) -> HttpResponse:
        said = text % record if "%s" in text else text
        self.log_change(request, record, said)
        self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(self._at("change", record))

    def _ask(
        self, request: HttpRequest, record: Record, act: str, verb: str, **more: Any
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": verb,
            "subtitle": str(record),
            "opts": self.opts,
            "record": record,
            "act": act,
            "verb": verb,
            **more,
        }
        return TemplateResponse(request, "admin/publication/act.html", context)


def above(record: Record) -> list[Record]:
    """Return the rows above a record that still keep it from the public."""
    rows = [reach(record, way) for way in record.follows]
    return [row for row in rows if not row.is_published]


def _published(count: int) -> str:
    text = ngettext("%d record is public now.", "%d records are public now.", count)
    return text % count


def _number(object_id: str) -> int | None:
    text = unquote(object_id)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None  # noqa: PLR2004


def _pages_of(record: Record) -> list[tuple[str, str]]:
    """Return the preview of a record, and its public page once it has one."""
    if record.is_public:
        return [(_("Public page"), record.get_absolute_url())]
    return [(_("Preview"), reverse("preview", args=[record.reference]))]
