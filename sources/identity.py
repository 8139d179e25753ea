"""What tells one source from another: its words, and where it is read."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.text import clean_line

# What pages add to an address to learn where a reader came from.
TRACKERS = ("utm_", "fbclid", "gclid")
PORTS = {"http": 80, "https": 443}


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text's letters, however they are spaced; "" of none."""
    words = clean_line(text)
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


def plain_address(url: str) -> str:
    """Return what two spellings of one web address share.

    Neither http or https, capitals of the host, a slash at the end, a fragment nor a
    tracker makes another address. What is no address is returned as it is.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    if not parts.hostname:
        return url
    host = parts.hostname.rstrip(".")
    if port and port != PORTS.get(parts.scheme):
        host = f"{host}:{port}"
    asked = [
        part
        for part in parts.query.split("&")
        if part and not part.lower().startswith(TRACKERS)
    ]
    query = f"?{'&'.join(asked)}" if asked else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


class DerivedField(models.CharField):
    """What follows from another attribute, kept beside it so that it can be found."""

    @staticmethod
    def derive(value: str, /) -> str:
        """Return what follows from a value of the other attribute."""
        raise NotImplementedError  # pragma: no cover

    def __init__(self, *args: Any, of: str = "", **kwargs: Any) -> None:
        self.of = of
        given = {"editable": False, "default": "", "blank": True, "db_index": True}
        super().__init__(*args, **kwargs | given)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: ARG002
        """Derive anew whenever the row is saved."""
        value = type(self).derive(getattr(model_instance, self.of))
        setattr(model_instance, self.attname, value)
        return value


class DigestField(DerivedField):
    """The digest of a text's letters."""

    derive = staticmethod(digest_of)


class AddressField(DerivedField):
    """A web address without what makes no other address of it."""

    derive = staticmethod(plain_address)


class KeptTextField(models.TextField):
    """A text that stays as it is once it is there: offsets point into it."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Raise ValidationError where a stored text would become another."""
        text = super().pre_save(model_instance, add)
        if not model_instance._state.adding:
            rows = type(model_instance)._default_manager.filter(pk=model_instance.pk)
            if rows.exclude(**{f"{self.name}__in": ["", text]}).exists():
                raise ValidationError(
                    _(
                        "The text of a source never changes: passages point into it. "
                        "Feed in the corrected article as a new version instead."
                    ),
                    code="text_kept",
                )
        return text
