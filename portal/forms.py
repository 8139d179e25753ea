"""The form by which anybody reports an error, and what keeps robots from it."""

import re
import secrets
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from publication.models import Record
from publication.reports import LINK_LENGTH, TEXT_LENGTH, CorrectionReport
from sources.text import clean_text

SALT = "portal.forms.correction"
# Nobody reads the form and writes a sentence faster.
QUICKEST = timedelta(seconds=3)
LONGEST = timedelta(days=1)
MOST_LINKS = 3
MOST_READ = 10 * TEXT_LENGTH
LINK = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)


class Prose(forms.CharField):
    """Text of some paragraphs, cleaned before it is measured.

    What no cleaning could make short enough is refused as it is.
    """

    def __init__(self, *, rows: int, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "maxlength": TEXT_LENGTH})
        super().__init__(widget=widget, **options)
        too_long = gettext_lazy(
            "This has %(show_value)d characters; %(limit_value)d are taken. "
            "Shorten it, or send a second report."
        )
        self.validators.append(MaxLengthValidator(TEXT_LENGTH, too_long))

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text or len(text) > MOST_READ:
            return text
        return clean_text(text).strip()


class CorrectionForm(forms.ModelForm):
    """Asks what is wrong; nothing but that has to be answered."""

    wrong = Prose(
        rows=5,
        label=gettext_lazy("What is wrong?"),
        help_text=gettext_lazy(
            "Say which words, number, name or date, and where on the page they stand."
        ),
        error_messages={"required": gettext_lazy("Write what is wrong.")},
    )
    right = Prose(
        rows=4,
        required=False,
        label=gettext_lazy("What is right, and how do you know?"),
        help_text=gettext_lazy(
            "The paper, article or person you know it from. It helps us most."
        ),
    )
    source_link = forms.URLField(
        required=False,
        max_length=LINK_LENGTH,
        assume_scheme="https",
        label=gettext_lazy("Address of a source"),
        help_text=gettext_lazy("An article or paper on the web that shows it."),
        error_messages={
            "invalid": gettext_lazy(
                "This is no web address. Use one such as https://example.org/article."
            )
        },
    )
    contact = forms.EmailField(
        required=False,
        label=gettext_lazy("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": gettext_lazy(
                "This is no e-mail address. Use one such as name@example.org, or "
                "leave it empty."
            )
        },
    )
    # People do not see it; robots fill in whatever they find.
    topic = forms.CharField(
        required=False,
        label=gettext_lazy("Leave this empty"),
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = CorrectionReport
        fields = ("wrong", "right", "source_link", "contact")

    def __init__(
        self, *args: Any, about: Record | None, at: datetime, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.about, self.at = about, at
        self.label_suffix = ""
        for name in self.Meta.fields:
            self.fields[name].widget.attrs["class"] = "input"
        self.fields["stamp"].initial = stamped(about, at=at)
        self.fields["contact"].help_text = _(
            "Only to ask you about this report. It is not published, nobody outside "
            "the office gets it, and it is deleted after %(days)d days."
        ) % {"days": settings.CONTACT_DAYS}

    @property
    def asked(self) -> list[forms.BoundField]:
        """The fields that people see."""
        return [self[name] for name in self.Meta.fields]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        texts = (cleaned.get("wrong") or "", cleaned.get("right") or "")
        if len(LINK.findall(" ".join(texts))) > MOST_LINKS:
            raise ValidationError(
                _("The text holds more than %(count)d links. Name the others in words.")
                % {"count": MOST_LINKS}
            )
        self._refuse_robots(cleaned)
        return cleaned

    def _refuse_robots(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get("topic"):
            self._refill("topic", "")
            raise ValidationError(
                _(
                    "A field that people do not see was filled in, perhaps by your "
                    "browser. It is empty again: send the report once more."
                )
            )
        opened = opened_with(cleaned.get("stamp", ""), about=self.about)
        if opened is None or self.at - opened["at"] > LONGEST:
            self._refill("stamp", stamped(self.about, at=self.at))
            raise ValidationError(
                _(
                    "The form was open for more than a day. What you wrote is still "
                    "here: look it over and send it again."
                )
            )
        if self.at - opened["at"] < QUICKEST:
            raise ValidationError(
                _(
                    "The form was sent within a moment, as robots do. What you wrote "
                    "is still here: look it over and send it again."
                )
            )
        self.instance.form_stamp = opened["nonce"]
        self.instance.data_at = opened["data_at"]

    def _refill(self, name: str, value: str) -> None:
        sent: Any = self.data.copy()  # type: ignore[attr-defined]
        sent[name] = value
        self.data = sent

    def report(self, *, sender: str) -> CorrectionReport:
        """Return what the form says, ready to be kept."""
        report: CorrectionReport = self.instance
        report.sender, report.page = sender, reverse("home")
        if self.about:
            report.reference = self.about.reference
            report.record_type = str(self.about._meta.model_name)
            report.page = self.about.get_absolute_url()  # type: ignore[attr-defined]
        return report


def stamped(record: Record | None, *, at: datetime) -> str:
    """Return a signed note of which form was opened when, and of what it showed."""
    seen_at = record.modified_at if record else at
    note = [_name_of(record), at.isoformat(), seen_at.isoformat()]
    return signing.dumps([*note, secrets.token_hex(16)], salt=SALT)


def opened_with(stamp: str, *, about: Record | None) -> dict[str, Any] | None:
    """Return what our own note about this record says; nothing of any other."""
    try:
        reference, at, data_at, nonce = signing.loads(stamp, salt=SALT)
    except signing.BadSignature:
        return None
    if reference != _name_of(about):
        return None
    times = {"at": parse_datetime(at), "data_at": parse_datetime(data_at)}
    return {"nonce": nonce, **times}


def _name_of(record: Record | None) -> str:
    return record.reference if record else ""
