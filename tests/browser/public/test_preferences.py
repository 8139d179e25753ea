"""Readers who choose their own colours, or want nothing to move."""

from itertools import combinations

import pytest

from portal.signs import PROGRESS

pytestmark = pytest.mark.django_db(transaction=True)

# Everything a style moves by itself, and how the page scrolls to a note.
MOVING = """() => [...document.querySelectorAll("*")].flatMap((one) =>
  ["", "::before", "::after"].map((part) => getComputedStyle(one, part || null)))
  .filter(({animationName, transitionDuration}) =>
    animationName !== "none" || transitionDuration !== "0s").length"""
SCROLLING = "getComputedStyle(document.documentElement).scrollBehavior"


def pictures(page, selector: str) -> list[bytes]:
    return [one.screenshot() for one in page.locator(selector).all()]


def alike(found: list[bytes]) -> list[tuple[bytes, bytes]]:
    return [pair for pair in combinations(found, 2) if pair[0] == pair[1]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_status_keeps_a_shape_of_its_own_in_forced_colours(look, site, scheme):
    look.emulate_media(forced_colors="active", color_scheme=scheme)
    look.goto(site.at("about"))
    glyphs = pictures(look, "main dt .st svg")
    assert len(glyphs) == len(PROGRESS)
    assert alike(glyphs) == []


def test_statuses_stand_in_a_frame_in_forced_colours(look, site):
    look.emulate_media(forced_colors="active")
    look.goto(site.at("about"))
    border = "found => found.map((one) => getComputedStyle(one).borderStyle)"
    assert set(look.locator(".st").evaluate_all(border)) == {"solid"}


def test_diamonds_of_the_cloth_differ_from_each_other_in_forced_colours(look, site):
    look.emulate_media(forced_colors="active")
    look.goto(site.at("home"))
    signs = look.evaluate("[...document.querySelectorAll('.cloth g')].map(g => g.id)")
    drawn = [
        look.locator(f".cloth use[href='#{sign}']").first.screenshot() for sign in signs
    ]
    assert len(drawn) > 1
    assert alike(drawn) == []


def test_one_can_tell_where_one_is_in_forced_colours(look, site):
    look.emulate_media(forced_colors="active")
    look.goto(site.at("follow-up"))
    current = look.locator(".main-nav [aria-current]")
    assert current.evaluate("a => getComputedStyle(a).borderBottomStyle") == "solid"
    current.focus()
    look.keyboard.press("Shift+Tab")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert look.evaluate(outline) == "solid"


def test_nothing_moves_for_who_wants_nothing_to_move(look, site):
    for kind in ("home", "minutes of a summit", "follow-up"):
        look.emulate_media(reduced_motion="reduce")
        look.goto(site.at(kind))
        assert (look.evaluate(MOVING), look.evaluate(SCROLLING)) == (0, "auto")
        look.emulate_media(reduced_motion="no-preference")
        assert look.evaluate(SCROLLING) == "smooth"
