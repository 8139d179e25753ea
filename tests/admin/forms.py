"""Filling in forms of the admin as a browser does: what stands there, then changes."""

from html.parser import HTMLParser
from typing import Any

from django.utils import translation


class Fields(HTMLParser):
    """The values a browser would send back for a page, untouched."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, Any] = {}
        self._select = self._text = ""

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        name = found.get("name") or ""
        kind = found.get("type", "")
        if tag == "select":
            self._select = name
            self.values.setdefault(name, [])
        elif tag == "option" and self._select and "selected" in found:
            self.values[self._select].append(found.get("value", ""))
        elif tag == "textarea":
            self._text = name
            self.values[name] = ""
        elif tag == "input" and kind not in {"submit", "file"} and _is_sent(found):
            self.values[name] = found.get("value") or ""

    def handle_endtag(self, tag):
        self._select = "" if tag == "select" else self._select
        self._text = "" if tag == "textarea" else self._text

    def handle_data(self, data):
        if self._text:
            self.values[self._text] += data.removeprefix("\n").removeprefix("\r\n")


def _is_sent(found: dict[str, Any]) -> bool:
    is_box = found.get("type") in {"checkbox", "radio"}
    return bool(found.get("name")) and ("checked" in found or not is_box)


def fields_of(page) -> dict[str, Any]:
    """Return what the form of a page would send as it stands."""
    fields = Fields()
    fields.feed(page.content.decode())
    return fields.values


def save(client, address: str, **changes: Any):
    """Open a form, change these fields, send it; returns the answer."""
    values = fields_of(client.get(address))
    return client.post(address, values | changes)


def errors_of(page) -> list[str]:
    """Return every sentence that says why a form was not taken."""
    with translation.override("en"):
        return [str(text) for texts in page.context["errors"] for text in _flat(texts)]


def _flat(texts) -> list[str]:
    return (
        [texts]
        if isinstance(texts, str)
        else [t for text in texts for t in _flat(text)]
    )
