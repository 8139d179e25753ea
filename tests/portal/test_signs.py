"""Signs: one word, one glyph, one meaning each."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation

from portal.figures import Distribution, Share
from portal.signs import PROGRESS, SIGNS, in_words, sign_named

SPRITE = (Path(settings.BASE_DIR) / "templates/_sprite.html").read_text("utf-8")
STYLES = (Path(settings.BASE_DIR) / "static/site.css").read_text("utf-8")


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def render(text, **context):
    rendered = Template("{% load signs %}" + text).render(Context(context))
    return re.sub(r"\s+", " ", rendered).strip()


@pytest.mark.parametrize("name", SIGNS)
def test_every_sign_has_a_glyph_and_a_colour_of_its_own(name):
    assert SPRITE.count(f'id="s-{name}"') == 1
    assert re.search(rf"\.s-{name}(?=[,{{])", STYLES)


@pytest.mark.parametrize("name", PROGRESS)
def test_every_state_of_a_matter_has_a_fill_for_bar_and_cloth(name):
    assert re.search(rf"\.f-{name}{{fill:", STYLES)


def test_no_two_signs_share_a_word_a_glyph_or_a_meaning():
    drawn = dict(
        re.findall(r'<symbol id="s-(\w+)"[^>]*>(.*?)</symbol>', SPRITE, re.DOTALL)
    )
    assert len(set(drawn.values())) == len(SIGNS)
    assert len({str(sign.word) for sign in SIGNS.values()}) == len(SIGNS)
    assert len({str(sign.meaning) for sign in SIGNS.values()}) == len(SIGNS)


def test_a_sign_nobody_knows_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match=r"^'late' is no sign. Use one of: done, rep"):
        sign_named("late")


def test_a_status_shows_glyph_and_word():
    assert render('{% status "done" %}') == (
        '<span class="st s-done"><svg aria-hidden="true"><use href="#s-done"/></svg>'
        "Completed</span>"
    )


def test_a_status_may_bear_a_word_of_the_place_and_escapes_it():
    shown = render('{% status "signed" words %}', words="Signed <12>")
    assert shown.endswith("</svg>Signed &lt;12&gt;</span>")


def test_a_glyph_is_silent_unless_it_is_given_words():
    assert render('{% glyph "none" %}') == (
        '<svg class="gl s-none" aria-hidden="true"><use href="#s-none"/></svg>'
    )
    assert render('{% glyph "none" "1.1: no information" %}') == (
        '<svg class="gl s-none" role="img" aria-label="1.1: no information">'
        '<use href="#s-none"/></svg>'
    )


def test_counts_are_told_in_words():
    assert in_words([("done", 1), ("doing", 0), ("none", 12)]) == (
        "1 completed, 12 no information"
    )


def test_the_bar_says_its_numbers():
    shown = render(
        "{% bar figure %}", figure=Distribution((Share("done", 1), Share("none", 2)))
    )
    assert 'aria-label="Of 3: 1 completed, 2 no information."' in shown
    assert re.findall(r'width="([\d.]+)"', shown) == ["199.0", "398.0"]
    assert re.findall(r'class="(f-\w+)"', shown) == ["f-done", "f-hatch"]


def test_the_numbers_of_the_bar_are_written_for_machines_in_every_language():
    with translation.override("vi"):
        shown = render("{% bar figure %}", figure=Distribution.of(["done", "none"]))
    assert re.findall(r'width="([^"]+)"', shown) == ["298.5", "298.5"]


def test_a_bar_of_nothing_says_so():
    shown = render("{% bar figure %}", figure=Distribution())
    assert 'aria-label="Nothing to count yet."' in shown
    assert re.findall(r'class="(f-\w+)"', shown) == ["f-rest"]


def test_the_legend_links_only_where_there_is_a_list_to_show():
    shares = (Share("done", 1, "/follow-up/?sign=done"), Share("none", 2))
    shown = render("{% legend figure %}", figure=Distribution(shares))
    assert re.findall(r'href="([^"#]+)"', shown) == ["/follow-up/?sign=done"]
    assert re.findall(r"<b>(\d+)</b>", shown) == ["1", "2"]


def test_a_tally_draws_each_record_up_to_a_dozen_and_then_a_bar():
    few = render("{% tally figure %}", figure=Distribution.of(["none"] * 12))
    many = render("{% tally figure %}", figure=Distribution.of(["none"] * 13))
    assert few.count('href="#s-none"') == 12
    assert many.count('href="#s-none"') == 0
    assert 'aria-label="Of 13: 13 no information."' in many


def test_meanings_define_the_signs_asked_for():
    shown = render('{% meanings "none" "done" %}')
    assert re.findall(r"<dd>(.*?)</dd>", shown) == [
        "No source mentions it. That does not mean nothing was done.",
        "The source says plainly that it is finished.",
    ]
