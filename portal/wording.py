"""The Lao wording of the interface as a list for its reviewers: docs/lao.md."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HEAD = """\
# Lao wording

Every text that the Lao pages show, for a native reader to review. The terms come from
the project's word list and were put into Lao by people who do not have it as their
mother tongue. Until each row of this page says *yes*, every Lao page tells its readers
that the wording has not been reviewed.

How to review: read the Lao beside the English and the Vietnamese. Where it is right,
put *yes* into the last column. Where it is not, write the better wording into
`locale/lo/LC_MESSAGES/django.po` under the same English text (a tool such as Poedit
opens it), then *yes* here. `make words` writes this page anew: it keeps each *yes*
whose Lao text is unchanged and adds what is new as *no*. Words such as `%(number)s`
stand for a value and stay as they are. The portal reads this page when it starts.
"""
TITLES = "| English | Vietnamese | Lao | reviewed |\n|---|---|---|---|\n"
ROW = re.compile(r"^\| .* \| (.*) \| (yes|no) \|$", re.MULTILINE)
# Where a text is looked for first, and what the page is called here.
PLACES = (
    ("Every page", ("templates/*.html", "portal/templatetags", "portal/signs.py")),
    ("Home", ("templates/portal/home.html",)),
    ("Follow-up and threads", ("templates/portal/followup.html", "templates/figures")),
    ("Summits and partnerships", ("templates/summits", "summits/templatetags")),
    ("Provinces and officials", ("templates/provinces",)),
    ("Sources and evidence", ("templates/sources", "sources/templatetags")),
    ("Reports of errors", ("templates/corrections", "portal/forms.py", "publication")),
    ("Other pages", ("templates/portal", "templates", "portal/pages", "portal/search")),
    ("API and its documentation", ("portal/api", "publication/api.py")),
    ("Names of things, states and filters", ("summits", "provinces", "sources")),
    ("The portal", ("portal",)),
)
ELSEWHERE = "From packages, and elsewhere"


@dataclass(frozen=True)
class Term:
    """One text in three languages."""

    english: str
    vietnamese: str
    lao: str

    def row(self, *, reviewed: bool) -> str:
        cells = [_cell(text) for text in (self.english, self.vietnamese, self.lao)]
        return f"| {' | '.join(cells)} | {'yes' if reviewed else 'no'} |\n"


def is_reviewed(page: Path) -> bool:
    """Whether every row of the list is marked reviewed; a list not there is not."""
    if not page.is_file():
        return False
    marks = [mark for _lao, mark in ROW.findall(page.read_text("utf-8"))]
    return bool(marks) and set(marks) == {"yes"}


def wording(root: Path, page: Path) -> str:
    """Return the list anew, keeping the marks of what is worded as it was."""
    before = page.read_text("utf-8") if page.is_file() else ""
    reviewed = {lao for lao, mark in ROW.findall(before) if mark == "yes"}
    terms, parts = list(_terms(root)), [HEAD]
    for title, texts in [*_places(root), (ELSEWHERE, None)]:
        here = [one for one in terms if texts is None or _says(texts, one.english)]
        terms = [one for one in terms if one not in here]
        rows = [one.row(reviewed=_cell(one.lao) in reviewed) for one in here]
        if rows:
            parts.append(f"\n## {title}\n\n{TITLES}{''.join(sorted(rows))}")
    return "".join(parts)


def _terms(root: Path) -> Iterator[Term]:
    for folder in ("locale", "locale/packages"):
        lao, vietnamese = (_catalogue(root / folder / code) for code in ("lo", "vi"))
        for english, text in lao.items():
            yield Term(english, vietnamese.get(english, ""), text)


def _catalogue(folder: Path) -> dict[str, str]:
    """Return what a compiled catalogue answers; of a plural, its one form."""
    with (folder / "LC_MESSAGES" / "django.mo").open("rb") as file:
        kept = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # noqa: SLF001
    named = {key[0] if isinstance(key, tuple) else key: kept[key] for key in kept}
    return {key.rpartition("\x04")[2]: text for key, text in named.items() if key}


def _places(root: Path) -> Iterator[tuple[str, str]]:
    """Yield each part of the portal with all that its files say, as one text."""
    for title, patterns in PLACES:
        files = [
            file
            for pattern in patterns
            for found in sorted(root.glob(pattern))
            for file in (sorted(found.rglob("*.*")) if found.is_dir() else [found])
            if file.suffix in {".html", ".py", ".txt"}
        ]
        yield title, "\n".join(_spoken(file.read_text("utf-8")) for file in files)


def _says(texts: str, text: str) -> bool:
    """Whether a text stands there whole: in quotes, or between two tags."""
    said = _spoken(text)
    forms = (f'"{said}"', f"%}}{said}{{%", f"%}} {said} {{%")
    return any(form in texts for form in forms)


def _spoken(text: str) -> str:
    """Return a text of code, template or catalogue in one form to compare."""
    joined = re.sub(r'"\s*\n\s*"', "", text)
    named = re.sub(r"%\((\w+)\)[sd]|\{\{ *(\w+) *\}\}", r"<\1\2>", joined)
    return " ".join(named.split())


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
