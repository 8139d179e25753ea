"""The screen that takes spreadsheets in: send, look, confirm."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import Any, ClassVar, Protocol

from django.contrib import messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import conditional_escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sources.import_screen.exporting import ExportScreen, may
from sources.import_screen.forms import ImportForm
from sources.models import Source, Upload
from sources.resources import Book, Outcome
from sources.resources.workbook import RowPreview, SheetOutcome
from sources.spreadsheets import Sheet, read
from sources.spreadsheets.files import check_size

KEPT_FOR = timedelta(days=1)
SALT = "sources.import"
LOGGED = {"new": ADDITION, "update": CHANGE}


class Article(Protocol):
    """An article that was kept."""

    source: Source
    is_new: bool


class SpreadsheetScreen(ExportScreen):
    """Mixed into a ModelAdmin: ``workbook`` says which sheets come and go.

    ``article_reader`` makes a source of the bytes of an article, and says whether it
    is new; with it the screen takes ``.txt`` files too.
    """

    article_reader: ClassVar[Callable[[bytes], Article] | None] = None

    change_list_template = "admin/import_export/change_list.html"

    # Who may

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Whoever may add and change these records may import them."""
        return self.has_add_permission(request) and self.has_change_permission(request)  # type: ignore[attr-defined]

    def _check_rights(self, request: HttpRequest, sheets: Sequence[Sheet]) -> None:
        for resource, sheet in self.workbook.match(sheets):
            if not may(request, resource, "add", "change"):
                raise ValidationError(
                    _("You may not change what the sheet “%(sheet)s” holds.")
                    % {"sheet": sheet.name}
                )

    # Addresses

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        views = (
            ("import", self.import_view),
            ("process_import", self.confirm_view),
            ("export", self.export_view),
        )
        ours = [
            path(f"{name}/", wrap(view), name=self.name_of(name))
            for name, view in views
        ]
        return ours + super().get_urls()  # type: ignore[misc]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        links = {
            "import_address": self.address_of("import")
            if self.has_import_permission(request)
            else "",
            "export_address": self.address_of("export")
            if self.has_export_permission(request)
            else "",
        }
        return super().changelist_view(request, (extra_context or {}) | links)  # type: ignore[misc]

    # Sending a file and looking at it

    @method_decorator(require_http_methods(["GET", "POST"]))
    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Show the form; with a file, what taking it in would do."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        sent = request.method == "POST"
        form = ImportForm(*((request.POST, request.FILES) if sent else ()))
        if not form.is_valid():
            return self._page(request, form)
        upload = self._upload(request, form)
        try:
            outcome = self._preview(request, upload)
        except ValidationError as error:
            form.add_error("import_file", error)
            return self._page(request, form)
        return self._keep_and_show(request, upload, outcome)

    def _upload(self, request: HttpRequest, form: ImportForm) -> Upload:
        file = form.cleaned_data["import_file"]
        raw = file.read()
        return Upload(
            owner=request.user,
            screen=self.name_of("import"),
            file_name=file.name,
            sha256=hashlib.sha256(raw).hexdigest(),
            content=raw,
            reason=form.cleaned_data["reason"],
            sent_at=timezone.now(),
        )

    def _preview(self, request: HttpRequest, upload: Upload) -> Outcome:
        with transaction.atomic():
            outcome = self._take_in(request, upload)
            transaction.set_rollback(True)
        return outcome

    def _take_in(self, request: HttpRequest, upload: Upload) -> Outcome:
        raw = bytes(upload.content or b"")
        if self.article_reader and PurePath(upload.file_name).suffix.lower() == ".txt":
            return self._read_article(raw)
        sheets = read(raw, upload.file_name)
        self._check_rights(request, sheets)
        book = Book(
            by=request.user,  # type: ignore[arg-type]
            at=timezone.now(),
            reason=upload.reason,
            file_name=upload.file_name,
        )
        return self.workbook.take_in(sheets, book)

    def _read_article(self, raw: bytes) -> Outcome:
        check_size(raw)
        try:
            kept = type(self).article_reader(raw)  # type: ignore[misc]
        except ValueError as error:
            raise ValidationError(str(error)) from error
        told = SheetOutcome("txt", str(Source._meta.verbose_name_plural))
        if kept.is_new:
            told.new = 1
            told.instances = {"new": [kept.source]}
            cells = self.article_details(kept.source)
            told.rows = [RowPreview(1, "new", kept.source.title, cells)]
        else:
            told.unchanged = 1
        return Outcome([told])

    def article_details(self, source: Source) -> list[tuple[str, str]]:
        """Return what the preview says of an article that was read."""
        names = ("title", "publisher", "published_on", "language")
        labelled = [
            (str(Source._meta.get_field(name).verbose_name), getattr(source, name))
            for name in names
        ]
        return [(label, conditional_escape(value)) for label, value in labelled]

    def _keep_and_show(
        self, request: HttpRequest, upload: Upload, outcome: Outcome, note: str = ""
    ) -> HttpResponse:
        upload.outcome = outcome.digest
        upload.save()
        _forget_old(timezone.now())
        token = signing.dumps([str(upload.pk), request.user.pk], salt=SALT)
        told = {"outcome": outcome, "token": token, "upload": upload, "note": note}
        return self._page(request, None, **told)

    # Confirming what was shown

    @method_decorator(require_POST)
    def confirm_view(self, request: HttpRequest) -> HttpResponse:
        """Store what the preview showed, exactly that, once."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        try:
            with transaction.atomic():
                upload = self._waiting(request)
                outcome = self._take_in(request, upload)
                if outcome.digest == upload.outcome:
                    self._settle(request, upload, outcome)
                else:
                    transaction.set_rollback(True)
        except ValidationError as error:
            form = ImportForm({}, {})
            form.errors.clear()
            form.add_error(None, error)
            return self._page(request, form, status=409)
        if upload.confirmed_at is None:
            return self._keep_and_show(request, upload, outcome, note=_changed_since())
        self._say_done(request, outcome)
        return HttpResponseRedirect(self.address_of("changelist"))

    def _waiting(self, request: HttpRequest) -> Upload:
        """Return the upload that the form names, if it waits for this person."""
        token = request.POST.get("import_file_name", "")
        try:
            key, owner = signing.loads(token, salt=SALT, max_age=KEPT_FOR)
        except signing.BadSignature:
            key, owner = None, None
        waiting = Upload.objects.select_for_update().filter(
            pk=key,
            owner=request.user.pk,
            screen=self.name_of("import"),
            content__isnull=False,
        )
        upload = waiting.first() if owner == request.user.pk else None
        if upload is None:
            raise ValidationError(
                _(
                    "This file does not wait for your confirmation: it was imported "
                    "already, is too old, or was sent by somebody else. Send it again."
                )
            )
        return upload

    def _settle(self, request: HttpRequest, upload: Upload, outcome: Outcome) -> None:
        upload.confirmed_at = timezone.now()
        upload.content = None
        upload.save()
        for sheet in outcome.sheets:
            for kind, rows in sheet.instances.items():
                LogEntry.objects.log_actions(
                    request.user.pk,
                    rows,  # type: ignore[arg-type]
                    LOGGED[kind],
                    _("Import of %(file)s") % {"file": upload.file_name},
                    single_object=len(rows) == 1,
                )

    def _say_done(self, request: HttpRequest, outcome: Outcome) -> None:
        messages.success(
            request,
            _("Imported: %(new)d new, %(changed)d changed, %(unchanged)d unchanged.")
            % {
                "new": outcome.new,
                "changed": outcome.changed,
                "unchanged": outcome.unchanged,
            },
        )

    def _page(
        self,
        request: HttpRequest,
        form: ImportForm | None,
        *,
        status: int = 200,
        **more: Any,
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Import"),
            "opts": self.model._meta,
            "form": form,
            "headers": self.workbook.headers(),
            "takes_articles": self.article_reader is not None,
            "import_address": self.address_of("import"),
            "confirm_address": self.address_of("process_import"),
            **more,
        }
        return TemplateResponse(
            request, "admin/import_export/import.html", context, status=status
        )


def _forget_old(now: datetime) -> None:
    """Let go of the content of files that nobody confirmed within a day."""
    for upload in Upload.objects.filter(
        content__isnull=False, sent_at__lt=now - KEPT_FOR
    ).defer("content"):
        upload.content = None
        upload.save(update_fields=["content"])


def _changed_since() -> str:
    return _(
        "Records have changed since this file was shown. Nothing was stored. "
        "Look at what it does now, and confirm again."
    )
