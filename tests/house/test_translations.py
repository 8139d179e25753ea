"""The compiled translations are those of the texts, and the texts are whole."""

import gettext
import re

import polib
import pytest
from django.utils import translation

from portal.wording import is_reviewed, wording
from tests.house.rules import ROOT, named

CATALOGUES = sorted((ROOT / "locale").glob("**/LC_MESSAGES/django.po"))
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")

LAO = re.compile("[\u0e80-\u0eff]")
# What Lao writes without a letter of its own.
WITHOUT_LAO_LETTERS = {
    "%(date)s, %(part)s",
    "%(truncated_text)s…",
    ", ",
    ":",
    "…",
}

# Whose every text must be translated; English is written in the code itself.
COMPLETE = {"vi"}


def which(path) -> str:
    return path.relative_to(ROOT / "locale").parts[0]


def expected(catalogue: polib.POFile) -> dict:
    """Return what a compiled catalogue must answer, as gettext keeps it."""
    messages = {}
    for entry in catalogue.translated_entries():
        key = f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid
        if entry.msgid_plural:
            plurals = entry.msgstr_plural.items()
            messages |= {(key, int(form)): text for form, text in plurals}
        else:
            messages[key] = entry.msgstr
    return messages


def placeholders(text: str) -> set[str]:
    return {name for pair in PLACEHOLDER.findall(text) for name in pair if name}


def test_vietnamese_has_a_catalogue():
    assert "vi" in {which(path) for path in CATALOGUES}


@pytest.mark.parametrize("path", CATALOGUES, ids=which)
def test_the_compiled_catalogue_is_the_one_the_text_compiles_to(path):
    compiled = path.with_suffix(".mo")
    assert compiled.exists(), f"{named(compiled)} is missing: manage.py compilemessages"
    with compiled.open("rb") as file:
        kept = dict(gettext.GNUTranslations(file)._catalog)  # noqa: SLF001 - no door to all of it
    kept.pop("", None)
    assert kept == expected(polib.pofile(str(path))), (
        f"{named(path)} was changed since: manage.py compilemessages"
    )


@pytest.mark.parametrize("path", CATALOGUES, ids=which)
def test_no_translation_is_a_guess(path):
    assert [entry.msgid for entry in polib.pofile(str(path)) if entry.fuzzy] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=which)
def test_a_translation_fills_in_the_values_of_its_original(path):
    wrong = [
        (entry.msgid, text)
        for entry in polib.pofile(str(path)).translated_entries()
        for text in (
            entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        )
        if not placeholders(text)
        <= placeholders(entry.msgid) | placeholders(entry.msgid_plural)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", sorted(COMPLETE))
def test_a_complete_language_lacks_no_text(name):
    path = ROOT / "locale" / name / "LC_MESSAGES" / "django.po"
    catalogue = polib.pofile(str(path))
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []


def test_english_pages_say_what_the_code_says():
    path = ROOT / "locale" / "vi" / "LC_MESSAGES" / "django.po"
    asked = [entry for entry in polib.pofile(str(path)) if not entry.msgid_plural]
    with translation.override("en"):
        answers = {
            entry.msgid: translation.pgettext(entry.msgctxt, entry.msgid)
            if entry.msgctxt
            else translation.gettext(entry.msgid)
            for entry in asked
        }
    assert answers == {entry.msgid: entry.msgid for entry in asked}


def test_english_counts_one_and_many():
    with translation.override("en"):
        said = [
            translation.ngettext("%(number)s source", "%(number)s sources", count)
            for count in (1, 2)
        ]
    assert said == ["%(number)s source", "%(number)s sources"]


def test_lao_pages_show_vietnamese_where_no_lao_is_known():
    with translation.override("lo"):
        said = [translation.gettext("Minutes"), translation.gettext("Reject")]
    assert said == ["ບົດບັນທຶກ", "Bỏ"]


def test_a_lao_text_has_a_lao_letter_unless_it_is_listed():
    texts = [
        (entry.msgid, text)
        for path in CATALOGUES
        if which(path) == "lo" or "packages/lo" in named(path)
        for entry in polib.pofile(str(path)).translated_entries()
        for text in entry.msgstr_plural.values() or [entry.msgstr]
    ]
    assert {msgid for msgid, text in texts if not LAO.search(text)} == (
        WITHOUT_LAO_LETTERS
    )


def rows(page: str) -> list[str]:
    return sorted(line for line in page.splitlines() if line.startswith("| "))


def test_the_list_of_lao_wording_has_every_text_of_the_catalogues():
    page = ROOT / "docs" / "lao.md"
    assert rows(wording(ROOT, page)) == rows(page.read_text("utf-8")), (
        "docs/lao.md is older than the catalogues: make words"
    )


def test_lao_is_reviewed_when_every_row_says_so(tmp_path):
    page = tmp_path / "lao.md"
    answers = [is_reviewed(page)]
    for marks in (("no", "no"), ("yes", "no"), ("yes", "yes")):
        page.write_text("".join(f"| a | b | ກ | {mark} |\n" for mark in marks))
        answers.append(is_reviewed(page))
    assert answers == [False, False, False, True]
