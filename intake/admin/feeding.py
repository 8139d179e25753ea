"""The page where articles are fed in: several files, or one pasted text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intake.models import Reading
from intake.reader.clean import MEGABYTE, UnreadableArticle
from intake.readings import Kept, store_article
from publication.admin import may
from sources.models import Source
from sources.partial_dates import PartialDate
from sources.resources.cells import to_iso

MOST_FILES = 50
MOST_BYTES = 20 * MEGABYTE


def desk_of(reading: Reading) -> str:
    """Return the address of the page where a reading is decided on."""
    try:
        return reverse("admin:intake_reading_desk", args=[reading.pk])
    except NoReverseMatch:
        return reverse("admin:intake_reading_change", args=[reading.pk])


@dataclass(frozen=True)
class Article:
    """One article as it was sent, not yet looked into."""

    name: str
    raw: bytes
    is_file: bool = True

    def refuse_other_files(self) -> None:
        """Raise ValidationError for a file that is, by its name, no plain text."""
        if self.is_file and PurePath(self.name).suffix.lower() != ".txt":
            raise ValidationError(
                _("This is no .txt file. Save the article as UTF-8 text (.txt).")
            )


@dataclass(frozen=True)
class Fed:
    """What became of one article: where it is kept, or why it was refused."""

    name: str
    kept: Kept | None = None
    refusal: str = ""

    @property
    def desk(self) -> str:
        """The address where its suggestions are decided on."""
        return desk_of(self.kept.reading) if self.kept else ""

    @property
    def earlier_desk(self) -> str:
        """The address of the reading of the version it replaces, if it has one."""
        earlier = self.kept.replaces if self.kept else None
        reading = earlier.readings.first() if earlier else None
        return desk_of(reading) if reading else ""


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Any number of files, each looked into on its own later."""

    widget = SeveralFiles(attrs={"accept": ".txt,text/plain"})

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Return the files sent; empty ones too, to be refused by name."""
        clean_one = super().clean
        return [clean_one(file, initial) for file in data or () if file]


class FeedForm(forms.Form):
    """Articles as files, or one as text, and what staff know of a single one."""

    files = SeveralFilesField(
        label=gettext_lazy("Files"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy(
            "Plain text (.txt) in UTF-8, one article in each; at most 50 files, 1 MB "
            "each and 20 MB in all."
        ),
    )
    text = forms.CharField(
        label=gettext_lazy("Or the text of one article"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("With its headline on the first line."),
    )
    url = forms.URLField(
        label=gettext_lazy("Address"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=gettext_lazy(
            "For a single article: where it can be read. Other words at an address "
            "known here are kept as a new version."
        ),
    )
    published_on = forms.CharField(
        label=gettext_lazy("Published on"),
        required=False,
        max_length=23,
        help_text=gettext_lazy(
            "For a single article, where its text does not say so: 30/3/2023, 3/2023 "
            "or 2023."
        ),
    )

    def clean_files(self) -> list[UploadedFile]:
        files: list[UploadedFile] = self.cleaned_data["files"]
        if len(files) > MOST_FILES:
            raise ValidationError(
                _(
                    "These are %(count)d files. At most %(most)d are taken at once. "
                    "Nothing was stored; send them in parts."
                )
                % {"count": len(files), "most": MOST_FILES}
            )
        size = sum(file.size or 0 for file in files)
        if size > MOST_BYTES:
            raise ValidationError(
                _(
                    "These files have %(size).1f MB together. At most %(most)d MB are "
                    "taken at once. Nothing was stored; send them in parts."
                )
                % {"size": size / MEGABYTE, "most": MOST_BYTES // MEGABYTE}
            )
        return files

    def clean_published_on(self) -> str:
        text = self.cleaned_data["published_on"].strip()
        try:
            return PartialDate(to_iso(text)) if text else ""
        except ValueError as error:
            raise ValidationError(
                _(
                    "“%(value)s” is no day, month or year. Write 30/3/2023, 3/2023 "
                    "or 2023, or leave it blank."
                )
                % {"value": text}
            ) from error

    def clean(self) -> None:
        sent = self.cleaned_data
        count = len(sent.get("files", ())) + bool(sent.get("text", "").strip())
        if not count and not self.errors:
            raise ValidationError(
                _("Choose at least one file, or paste the text of an article.")
            )
        if count > 1 and (sent.get("url") or sent.get("published_on")):
            raise ValidationError(
                _(
                    "An address and a day belong to one article; %(count)d were sent. "
                    "Nothing was stored; send that one alone."
                )
                % {"count": count}
            )

    def articles(self) -> Iterator[Article]:
        """Yield each article that was sent."""
        for file in self.cleaned_data["files"]:
            yield Article(file.name or "", file.read())
        if text := self.cleaned_data["text"].strip():
            yield Article(_("Pasted text"), text.encode(), is_file=False)

    @property
    def about(self) -> dict[str, str]:
        """What is known of the one article that was sent."""
        names = ("url", "published_on")
        known = {name: self.cleaned_data[name] for name in names}
        return {name: value for name, value in known.items() if value}


class FeedPage:
    """Mixed into the admin of readings: one is added by feeding in its article."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whoever may keep a source and decide on what is read in it."""
        return may(request.user, "add", Source) and may(request.user, "change", Reading)

    def add_view(
        self,
        request: HttpRequest,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Ask for articles; say of each what became of it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        sent = request.method == "POST"
        form = FeedForm(*((request.POST, request.FILES) if sent else ()))
        fed: list[Fed] = []
        if sent and form.is_valid():
            fed = [
                self._feed(request, article, form.about) for article in form.articles()
            ]
            form = FeedForm()
        context = {
            **self.admin_site.each_context(request),
            "title": _("Feed in articles"),
            "opts": self.opts,
            "form": form,
            "fed": fed,
        }
        return TemplateResponse(request, "admin/intake/reading/feed.html", context)

    def _feed(
        self, request: HttpRequest, article: Article, about: dict[str, str]
    ) -> Fed:
        try:
            article.refuse_other_files()
            kept = store_article(article.raw, **about)
        except (UnreadableArticle, ValidationError) as error:
            told = getattr(error, "messages", [str(error)])
            return Fed(article.name, refusal=" ".join(told))
        if kept.is_new:
            self.log_addition(request, kept.source, [{"added": {}}])
        return Fed(article.name, kept)
