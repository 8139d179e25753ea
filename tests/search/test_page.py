"""The search page."""

import re
from urllib.parse import parse_qs

import pytest
from django.core.checks import run_checks
from django.db import connection

from portal.search import find as finding
from portal.search.engines import TABLE
from portal.search.index import refresh
from tests import make

pytestmark = pytest.mark.django_db


def page(client, query="", lang="en", **params):
    prefix = "" if lang == "vi" else f"/{lang}"
    return client.get(f"{prefix}/search/", {"q": query, **params})


def text_of(answer):
    return " ".join(re.sub(r"<[^>]+>", "", answer.content.decode()).split())


def titles(answer):
    return [hit.title.text for hit in answer.context["hits"]]


def test_words_are_marked_in_the_text_as_it_is_written(client):
    make.commitment(text="Nâng cấp Quốc lộ 8A & cảng")
    html = page(client, "quoc lo 8a").content.decode()
    assert "Nâng cấp <mark>Quốc lộ 8A</mark> &amp; cảng" in html


def test_a_road_is_found_by_its_short_form_and_marked(client):
    make.commitment(text="Nâng cấp Quốc lộ 8A & cảng")
    answer = page(client, "ql8a")
    assert "Nâng cấp <mark>Quốc lộ 8A</mark>" in answer.content.decode()
    assert "Also searched as: quốc lộ 8A" in text_of(answer)


def test_it_says_which_spellings_it_looked_for_besides(client):
    make.commitment(text="Giao lưu với Bolikhămxay")
    answer = page(client, "bolikhamsai")
    assert "Also searched as: Bolikhămxay, ບໍລິຄຳໄຊ" in text_of(answer)
    assert "<mark>Bolikhămxay</mark>" in answer.content.decode()


def test_without_words_nothing_is_found_and_examples_are_given(client):
    make.commitment()
    answer = page(client)
    assert answer.status_code == 200
    assert answer.context["hits"] == []
    assert "quoc lo 8a" in text_of(answer)


def test_where_nothing_is_found_names_alike_are_offered(client):
    make.province("LA-BL")
    answer = page(client, "bolikamxy")
    assert [one.text for one in answer.context["suggestions"]] == ["Bolikhămxay"]
    assert 'href="?q=Bolikh%C4%83mxay"' in answer.content.decode()


def test_where_one_word_stands_nowhere_the_others_are_offered(client):
    make.commitment(text="Nâng cấp quốc lộ")
    answer = page(client, "quoc lo zzz")
    assert [one.text for one in answer.context["suggestions"]] == ["quoc lo"]


def test_facets_count_what_each_would_leave_and_can_be_taken_back(client):
    paper = make.minutes()
    make.commitment(paper, "Trồng rừng", sectors=("transport",))
    make.commitment(paper, "Trồng rừng", sectors=("health",))
    make.proposal(paper.summit, "Trồng rừng")
    answer = page(client, "trong rung", sector="health")
    assert len(answer.context["hits"]) == 1
    shown = {
        facet["label"]: {one.url: int(one.count) for one in facet["choices"]}
        for facet in answer.context["facets"]
    }
    assert list(shown["Sector"].values()) == [1, 1]
    assert list(shown["Kind of record"].values()) == [1]
    queries = [parse_qs(url[1:]) for url in shown["Sector"]]
    assert {"q": ["trong rung"]} in queries
    both = next(query for query in queries if len(query) > 1)
    assert sorted(both["sector"]) == ["health", "transport"]
    assert len(client.get("/en/search/", both).context["hits"]) == 2


def test_more_than_are_looked_at_are_told_as_such(client, monkeypatch):
    monkeypatch.setattr(finding, "NEWEST", 2)
    paper = make.minutes()
    for number in range(3):
        make.commitment(paper, f"Trồng rừng {number}")
    assert "2+ results for “trong rung”" in text_of(page(client, "trong rung"))
    monkeypatch.undo()
    assert page(client, "trong rung").context["newest"] == "1,000"
    assert page(client, "trong rung", "vi").context["newest"] == "1.000"


def test_a_long_answer_is_cut_and_leads_on(client):
    paper = make.minutes()
    for number in range(21):
        make.commitment(paper, f"Trồng rừng {number}")
    first = page(client, "trong rung")
    assert len(first.context["hits"]) == 20
    second = client.get(f"/en/search/{first.context['next']}")
    assert len(second.context["hits"]) == 1
    assert second.context["next"] == ""
    assert not {*titles(first)} & {*titles(second)}


@pytest.mark.parametrize("number", ["0", "-1", "x", "٣"])
def test_a_page_that_is_no_number_is_refused(client, number):
    assert page(client, "x", page=number).status_code == 400


def test_beyond_the_last_page_there_is_none(client):
    make.commitment()
    assert page(client, "quoc", page="2").status_code == 404


@pytest.mark.parametrize(
    "params", [{"kind": "x"}, {"year": "x"}, {"colour": "red"}, {"sector": "x"}]
)
def test_what_is_not_understood_is_refused(client, params):
    assert page(client, "quoc", **params).status_code == 400


def test_of_a_newspaper_no_more_is_shown_than_a_quotation_carries(client):
    words = [f"từ{number}" for number in range(60)]
    make.commitment(text=" ".join([*words, "cuối"]), title_vi="Dài")
    answer = page(client, "cuoi")
    assert len(answer.context["hits"]) == 1
    assert "cuối" not in answer.content.decode().replace("từ0", "")
    assert "từ59" not in answer.content.decode()


def test_a_text_in_another_language_is_an_island(client):
    make.commitment(text="Trồng rừng", text_lo="ປູກປ່າ")
    html = page(client, "ປູກ ປ່າ", "vi").content.decode()
    shown = re.search(r'class="snip"\s+lang="lo"\s*>\s*(.*?)\s*</p', html)
    assert shown[1] == "<mark>ປູກປ່າ</mark>"


def test_nothing_hidden_is_told(client):
    canary = "qzxsecret"
    hidden = make.partnership("VN-22", "LA-SV", published=False, name_vi=canary)
    summit = make.summit(partnership=hidden, published=False, venue=canary)
    paper = make.minutes(summit, published=False, title_vi=canary)
    make.commitment(paper, canary, published=False)
    make.commitment(make.minutes(make.summit(published=False)), canary)
    make.official(canary, published=False)
    make.source(canary, published=False)
    make.source("Một bài", text=canary)
    make.province("LA-XX", published=False, name_vi=canary)
    answer = page(client, canary)
    assert answer.context["count"] == 0
    assert answer.context["suggestions"] == []


def records(number):
    for place in range(number):
        codes = ("VN-23", ("LA-BL", "LA-KH", "LA-SV")[place])
        summit = make.summit(codes=codes, note="Trồng rừng")
        paper = make.minutes(summit, title_vi="Trồng rừng")
        sectors = (("transport", "health", "trade")[place],)
        clause = make.commitment(paper, "Trồng rừng", sectors=sectors)
        make.progress(clause, note_vi="Trồng rừng")
        make.proposal(summit, "Trồng rừng")
        make.official(f"Trồng rừng {place}", codes[1])
        make.source("Trồng rừng")


@pytest.mark.parametrize("rows", [1, 3])
def test_an_answer_costs_as_many_queries_for_three_rows_as_for_one(
    client, django_assert_num_queries, rows
):
    records(rows)
    refresh()
    with django_assert_num_queries(27):
        answer = page(client, "trong rung")
    assert answer.context["count"] == 7 * rows


def test_the_header_of_every_page_asks_here(client):
    html = client.get("/en/summits/").content.decode()
    assert 'role="search" action="/en/search/"' in html


def test_a_database_without_its_table_of_words_is_told_how_to_get_it():
    assert run_checks(databases=["default"], tags=["database"]) == []
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {TABLE}")
    problems = run_checks(databases=["default"], tags=["database"])
    assert [one.id for one in problems] == ["portal.E002"]


def test_where_a_filter_lets_nothing_through_it_is_offered_without(client):
    paper = make.minutes()
    make.commitment(paper, "Trồng rừng", sectors=("transport",))
    make.sector("health")
    answer = page(client, "trong rung", sector="health", year="2023")
    assert "No public record that the filters let through" in text_of(answer)
    (offer,) = answer.context["loosened"]
    assert (offer["label"], offer["count"]) == ("Sector", "1")
    assert parse_qs(offer["url"][1:]) == {"q": ["trong rung"], "year": ["2023"]}
    assert len(client.get(f"/en/search/{offer['url']}").context["hits"]) == 1


def test_where_not_all_was_looked_at_the_counts_by_which_to_narrow_say_so(
    client, monkeypatch
):
    monkeypatch.setattr(finding, "NEWEST", 2)
    paper = make.minutes()
    for number in range(3):
        make.commitment(paper, f"Trồng rừng {number}")
    (kinds, *_rest) = page(client, "trong rung").context["facets"]
    assert [(one.label, one.count) for one in kinds["choices"]] == [
        ("Commitment", "2+")
    ]
