"""Text as it enters a record: one encoding, no invisible characters."""

import re
import unicodedata
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.spelling import fold

INVISIBLE = {"Cc", "Cf", "Zl", "Zp"}
KEPT = {"\n", "\t"}
QUOTE_WORDS = 50


def clean_text(text: str) -> str:
    """Return the text in NFC with LF line ends and without invisible characters.

    Raises ValidationError for NUL and unpaired surrogates, which no database keeps.
    """
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValidationError(
            _("The text holds characters that cannot be stored. Type it again."),
            code="unstorable",
        )
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        letter
        for letter in unicodedata.normalize("NFC", lines)
        if letter in KEPT or unicodedata.category(letter) not in INVISIBLE
    )


def clean_line(text: str) -> str:
    """Return clean text on one line, runs of space made one."""
    return " ".join(clean_text(text).split())


def shorten(quote: str, words: int = QUOTE_WORDS) -> str:
    """Return at most so many words of a quotation, […] marking what is left out."""
    pieces = list(re.finditer(r"\S+", quote))
    if len(pieces) <= words:
        return quote
    return f"{quote[: pieces[words - 1].end()]} […]"


class LineField(models.CharField):
    """One line of clean text, runs of space made one."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return clean_line(text) if text else text

    def get_prep_value(self, value: Any) -> Any:
        return self.to_python(super().get_prep_value(value))


class ProseField(models.TextField):
    """Clean text of any length, paragraphs kept."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return clean_text(text).strip() if text else text

    def get_prep_value(self, value: Any) -> Any:
        return self.to_python(super().get_prep_value(value))


class FoldedField(models.TextField):
    """The fold of another attribute, kept beside it so that search needs no marks."""

    def __init__(self, *args: Any, of: str = "", **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, **kwargs | {"editable": False, "default": ""})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Fold anew; a row of the history has no such attribute and keeps its copy."""
        if (text := getattr(model_instance, self.of, None)) is not None:
            setattr(model_instance, self.attname, fold(text))
        return super().pre_save(model_instance, add)
