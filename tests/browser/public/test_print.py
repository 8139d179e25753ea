"""What a page is on paper: the record and its evidence, nothing to click."""

import re

import pytest

pytestmark = pytest.mark.django_db(transaction=True)

TO_CLICK = """
  nav, form, button, .btn, .skip, .crumbs, .site-foot, .formats, .back, .filters
"""
SHOWN = """(things) => [...document.querySelectorAll(things)]
  .filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80))"""
INK = """() => [getComputedStyle(document.body).color,
  getComputedStyle(document.body).backgroundColor]"""
KINDS = (
    "home",
    "summit",
    "minutes of a summit",
    "commitment",
    "partnership",
    "thread",
    "official",
    "province",
    "source",
)


@pytest.fixture
def paper(look):
    """A page as it would be printed by somebody who reads in the dark."""
    look.emulate_media(media="print", color_scheme="dark")
    return look


def sheets(page) -> int:
    """Count the pages of A4."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_nothing_to_click_is_printed(paper, site):
    shown = {}
    for kind in KINDS:
        assert paper.goto(site.at(kind)).ok
        if left := paper.evaluate(SHOWN, TO_CLICK):
            shown[kind] = left
    assert shown == {}


def test_print_is_black_on_white(paper, site):
    paper.goto(site.at("summit"))
    assert paper.evaluate(INK) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_evidence_is_printed_as_numbered_notes(paper, site):
    paper.goto(site.at("minutes of a summit"))
    notes = paper.locator(".note").all()
    numbers = [note.locator(".note-n").inner_text() for note in notes]
    assert numbers == [str(place) for place in range(1, len(notes) + 1)]
    assert len(notes) > 10
    assert [note for note in notes if not note.is_visible()] == []
    marks = {mark.inner_text() for mark in paper.locator(".ev sup, .evn").all()}
    assert marks - set(numbers) == set()


def test_minutes_of_thirteen_clauses_take_no_more_than_six_sheets(look, site):
    look.goto(site.at("minutes of a summit"))
    assert sheets(look) <= 6
