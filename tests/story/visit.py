"""A visitor who follows every link of a language and notes what is said in which."""

import gettext
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

from django.test import Client
from django.utils.translation import trans_real

PREFIXES = {"vi": "", "lo": "/lo", "en": "/en"}
OTHER_ADDRESSES = re.compile(r"/(lo|en|admin|static|media|api|feeds)(/|$)")
REFERENCE = re.compile(r"[A-Z0-9][A-Za-z0-9.-]{3,}|[os]-\d+|\d+")
# Pages of one shape say the same words; so many of each are read.
EACH = 3
EMPTY_ELEMENTS = set(
    "area base br col embed hr img input link meta source track wbr".split()
)
SPOKEN_ATTRIBUTES = ("aria-label", "alt", "placeholder", "title")


@dataclass(frozen=True)
class Said:
    """Words of a page, the language they are marked with, and what holds them."""

    lang: str
    words: str
    element: str


class Reader(HTMLParser):
    """Reads a page into what it says."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.stack: list[tuple[str, str]] = []
        self.said: list[Said] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        lang = values.get("lang") or (self.stack[-1][1] if self.stack else "")
        for name in SPOKEN_ATTRIBUTES:
            if values.get(name):
                self.said.append(Said(lang, values[name], name))
        if tag not in EMPTY_ELEMENTS:
            self.stack.append((tag, lang))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY_ELEMENTS:
            self.stack.pop()

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data):
        words = " ".join(data.split())
        if words and self.stack and self.stack[-1][0] not in {"script", "style"}:
            element, lang = self.stack[-1]
            self.said.append(Said(lang, words, element))


@dataclass
class Visit:
    """What a visitor met in one language."""

    language: str
    pages: dict[str, str] = field(default_factory=dict)
    faults: dict[str, int] = field(default_factory=dict)
    fell_back: dict[str, str] = field(default_factory=dict)
    at: str = ""

    @property
    def said(self) -> Iterator[tuple[str, Said]]:
        for address, page in self.pages.items():
            for one in Reader(page).said:
                yield address, one


def visit(language: str, *also: str) -> Visit:
    """Read every public page reachable from the home page, and the addresses named."""
    prefix, shapes, found = PREFIXES[language], Counter(), Visit(language)
    waiting = [f"{prefix}/", *(f"{prefix}{address}" for address in also)]
    client = Client(raise_request_exception=False)
    with noting_fallbacks(language, found):
        while waiting:
            address = waiting.pop(0)
            shape = shape_of(address)
            if address in found.pages or shapes[shape] == EACH:
                continue
            shapes[shape] += 1
            found.at = address
            answer = client.get(address)
            if answer.status_code >= 500:
                found.faults[address] = answer.status_code
            if answer.headers.get("Content-Type", "").startswith("text/html"):
                page = found.pages[address] = answer.content.decode()
                waiting += links(page, address, prefix)
    return found


def shape_of(address: str) -> str:
    """Return an address without what tells one record, or one question, from others."""
    path, asks, _ = address.partition("?")
    return REFERENCE.sub("*", path) + asks


def links(page: str, address: str, prefix: str) -> list[str]:
    """Return where a page leads within its language."""
    hrefs = re.findall(r'<a\b[^>]*?\bhref="([^"]*)"', page)
    targets = [
        urljoin(address, href.replace("&amp;", "&")).partition("#")[0] for href in hrefs
    ]
    return [
        target
        for target in targets
        if target.startswith(f"{prefix}/")
        and (prefix or not OTHER_ADDRESSES.match(target))
    ]


class Noting(gettext.NullTranslations):
    """Answers as another catalogue would and notes what it was asked."""

    def __init__(self, other: gettext.NullTranslations, found: Visit) -> None:
        super().__init__()
        self.other, self.found = other, found

    def note(self, message: str) -> None:
        self.found.fell_back.setdefault(message, self.found.at)

    def gettext(self, message):
        self.note(message)
        return self.other.gettext(message)

    def ngettext(self, msgid1, msgid2, n):
        self.note(msgid1)
        return self.other.ngettext(msgid1, msgid2, n)

    def pgettext(self, context, message):
        self.note(message)
        return self.other.pgettext(context, message)

    def npgettext(self, context, msgid1, msgid2, n):
        self.note(msgid1)
        return self.other.npgettext(context, msgid1, msgid2, n)


@contextmanager
def noting_fallbacks(language: str, found: Visit) -> Iterator[None]:
    """Note each text that the language's own catalogues do not know."""
    catalogue = trans_real.translation(language)
    other = catalogue._fallback  # noqa: SLF001 - gettext has no door to it
    catalogue._fallback = Noting(other or gettext.NullTranslations(), found)  # noqa: SLF001
    try:
        yield
    finally:
        catalogue._fallback = other  # noqa: SLF001
