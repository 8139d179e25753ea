"""The same page in another language, the same query in another format."""

import pytest
from django.http import QueryDict
from django.test import RequestFactory
from django.urls import set_script_prefix

from portal.addresses import as_format, in_language, without


def other(path, language):
    return in_language(RequestFactory().get(path), language)


@pytest.mark.parametrize(
    ("path", "language", "expected"),
    [
        ("/", "vi", "/"),
        ("/", "lo", "/lo/"),
        ("/lo/", "vi", "/"),
        ("/lo/", "en", "/en/"),
        ("/summits/", "en", "/en/summits/"),
        ("/en/summits/VN-23.LA-BL.2023-1/", "vi", "/summits/VN-23.LA-BL.2023-1/"),
        ("/lotus/", "en", "/en/lotus/"),
    ],
)
def test_a_page_keeps_its_address_but_for_the_language(path, language, expected):
    assert other(path, language) == expected


def test_switching_language_keeps_every_filter():
    path = "/lo/commitments/?sector=health&sector=border&q=%C4%91%C6%B0%E1%BB%9Dng"
    assert other(path, "en") == path.replace("/lo/", "/en/")


def test_what_has_one_address_is_told_the_language():
    assert other("/api/docs/?lang=lo", "en") == "/api/docs/?lang=en"
    assert other("/admin/", "vi") == "/admin/?lang=vi"


def test_a_site_below_another_path_stays_there():
    set_script_prefix("/records/")
    try:
        assert other("/lo/summits/", "en") == "/records/en/summits/"
    finally:
        set_script_prefix("/")


def test_a_format_link_asks_the_same_question_without_page_or_empty_filters():
    query = QueryDict("sector=health&sector=border&q=&page=3&lang=en&format=json")
    assert as_format("/api/v1/commitments/", query, "csv") == (
        "/api/v1/commitments/?sector=health&sector=border&format=csv"
    )


def test_taking_away_one_value_leaves_the_others_and_returns_to_the_first_page():
    query = QueryDict("sector=health&sector=border&q=8A&page=3")
    assert without(query, "sector", "health") == "?sector=border&q=8A"
    assert without(query, "q", "8A") == "?sector=health&sector=border"
    assert without(QueryDict("q=8A"), "q", "8A") == "?"
