import hashlib
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from summits.models import MinutesFile

MEGABYTE = 1024 * 1024
LARGEST = 20
PDF_MARK = b"%PDF-"


class MinutesFileForm(forms.ModelForm):
    """Takes a PDF by what it is, not by what it is called; a kept file stays."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "file" in self.fields:
            self.fields["file"].disabled = True

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            if file.size is None or file.size > LARGEST * MEGABYTE:
                raise ValidationError(
                    _("“%(name)s” has %(size)d MB. A file has at most %(most)d MB."),
                    params={
                        "name": file.name,
                        "size": -(-(file.size or 0) // MEGABYTE),
                        "most": LARGEST,
                    },
                )
            self.instance.sha256 = _checked(file)
        return file


class MinutesFileFormSet(forms.BaseInlineFormSet):
    """The files of one paper, each attached once."""

    def clean(self) -> None:
        seen: set[str] = set()
        for form in self.forms:
            digest = form.instance.sha256
            if digest and digest in seen:
                constraint = MinutesFile._meta.constraints[0]
                raise ValidationError(constraint.get_violation_error_message())
            seen.add(digest)


def _checked(file: UploadedFile) -> str:
    """Return the digest of a PDF, or refuse what is none."""
    digest, start = hashlib.sha256(), b""
    for chunk in file.chunks():
        start = start or chunk[: len(PDF_MARK)]
        digest.update(chunk)
    file.seek(0)
    if start != PDF_MARK:
        raise ValidationError(
            _("“%(name)s” is no PDF, whatever its name says. Attach a PDF."),
            params={"name": file.name},
        )
    return digest.hexdigest()
