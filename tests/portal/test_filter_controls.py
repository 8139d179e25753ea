"""Filter forms: what the page shows of them, and the filters in use."""

import re

import pytest
from django import forms
from django.http import QueryDict
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from portal.filter_controls import Option, chips_of, controls_of


class Filters(forms.Form):
    q = forms.CharField(label="Words", required=False)
    year = forms.ChoiceField(
        label="Year", required=False, choices=[("", "All"), (2021, "2021")]
    )
    sector = forms.MultipleChoiceField(
        label="Sector",
        required=False,
        choices=[("Social", [("health", "Health")]), ("border", "Border")],
    )


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def controls(query):
    data = QueryDict(query)
    return controls_of(Filters(data), data)


def test_each_field_is_shown_by_what_it_accepts():
    assert [(c.name, c.label, c.kind) for c in controls("")] == [
        ("q", "Words", "text"),
        ("year", "Year", "one"),
        ("sector", "Sector", "several"),
    ]


def test_a_filter_with_nothing_to_choose_from_is_not_shown():
    class Young(Filters):
        sector = forms.MultipleChoiceField(label="Sector", required=False, choices=[])

    assert [c.name for c in controls_of(Young({}), QueryDict(""))] == ["q", "year"]


def test_of_too_many_choices_only_those_in_use_are_shown():
    class Large(Filters):
        sector = forms.MultipleChoiceField(
            label="Sector",
            required=False,
            choices=[(str(number), f"Name {number}") for number in range(101)],
        )

    def shown(query):
        data = QueryDict(query)
        found = controls_of(Large(data), data)
        chips = [chip.value for chip in chips_of(found, data)]
        return {c.name: (c.options, bool(c.errors)) for c in found[2:]}, chips

    assert shown("") == ({}, [])
    chosen = (Option("7", "Name 7", is_chosen=True),)
    assert shown("sector=7") == ({"sector": (chosen, False)}, ["Name 7"])
    assert shown("sector=no") == ({"sector": ((), True)}, ["no"])


def test_groups_of_choices_are_laid_flat_and_the_chosen_marked():
    assert controls("sector=border")[2].options == (
        Option("health", "Health", is_chosen=False),
        Option("border", "Border", is_chosen=True),
    )


def test_the_empty_choice_is_left_to_the_page():
    assert controls("year=2021")[1].options == (Option("2021", "2021", is_chosen=True),)


def test_each_filter_in_use_is_a_chip_that_takes_it_away():
    query = "q=8A&sector=health&sector=border&year=&page=2"
    chips = chips_of(controls(query), QueryDict(query))
    assert [(chip.label, chip.value, chip.url) for chip in chips] == [
        ("Words", "8A", "?sector=health&sector=border&year="),
        ("Sector", "Health", "?q=8A&sector=border&year="),
        ("Sector", "Border", "?q=8A&sector=health&year="),
    ]


def test_a_value_nobody_knows_is_shown_as_typed_with_its_error():
    found = controls("year=1066")[1]
    assert found.errors == (
        "Select a valid choice. 1066 is not one of the available choices.",
    )
    chips = chips_of([found], QueryDict("year=1066"))
    assert [chip.value for chip in chips] == ["1066"]


def shown(query):
    request = RequestFactory().get(f"/commitments/{query}")
    template = Template("{% load page %}{% filter_form form %}")
    form = Filters(request.GET)
    return template.render(Context({"request": request, "form": form}))


def test_the_form_is_folded_until_a_filter_is_in_use():
    assert '<details class="sheet filters fold" >' in shown("")
    assert '<details class="sheet filters fold" open>' in shown("?q=8A")


def test_the_form_shows_what_was_asked_and_escapes_it():
    page = shown('?q="><b>&sector=border')
    assert 'value="&quot;&gt;&lt;b&gt;"' in page
    assert re.findall(r'value="(\w+)"\s+checked', page) == ["border"]
    assert "<b>&quot;&gt;&lt;b&gt;</b>" in page


def test_an_error_is_tied_to_its_field():
    page = shown("?year=1066")
    assert 'aria-describedby="error-year"' in page
    assert '<p class="error" id="error-year">Select a valid choice' in page
