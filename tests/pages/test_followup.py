"""The follow-up and the home page: counting, and choosing what is counted."""

import pytest
from django.http import QueryDict

from portal.pages import followup
from summits.models import Commitment, Sector
from summits.signs import Sign
from tests import make

pytestmark = pytest.mark.django_db


def one_of_each_sign():
    """Nine clauses, between them of every sign; returns each sign's clause."""
    paper = make.minutes(signed_on="2021-12-18")
    said = {
        "done": "completed",
        "reported": "substantial",
        "doing": "in_progress",
        "not_started": "not_started",
        "stalled": "stalled",
        "withdrawn": "withdrawn",
    }
    rows = {}
    for sign, implementation in said.items():
        rows[sign] = make.commitment(paper, sectors=("trade",))
        make.progress(rows[sign], implementation)
    rows["none"] = make.commitment(paper, sectors=("health",))
    rows["carried"] = make.commitment(paper, sectors=("health",))
    later = make.commitment(make.minutes(signed_on="2023-03-30"))
    make.continuation(later, rows["carried"])
    return rows


def test_the_database_reckons_the_same_sign_as_a_row_does():
    one_of_each_sign()
    rows = Commitment.objects.public()
    found = {sign: {row.sign for row in rows.bearing([sign])} for sign in Sign}
    seen = {row.sign for row in rows.with_status()}
    assert found == {sign: {sign} & seen for sign in Sign}
    assert rows.bearing(list(Sign)).count() == rows.count()
    assert seen == set(Sign)


def test_a_settled_clause_stays_settled_though_taken_up_again():
    settled = make.commitment(make.minutes(signed_on="2021-12-18"))
    make.progress(settled, "completed", reported_on="2022")
    make.continuation(make.commitment(make.minutes(signed_on="2023-03-30")), settled)
    [row] = Commitment.objects.bearing([Sign.DONE]).filter(pk=settled.pk)
    assert row.sign == Sign.DONE


@pytest.mark.parametrize("sign", [sign.value for sign in Sign if sign != "none"])
def test_each_sign_of_the_legend_leads_to_its_clauses(client, sign):
    rows = one_of_each_sign()
    shares = client.get("/follow-up/").context["distribution"].shares
    share = next(share for share in shares if share.sign == sign)
    assert share.count == 1
    answer = client.get(share.url)
    assert list(answer.context["page_obj"]) == [rows[sign]]


def test_choosing_a_sign_leaves_the_counts_of_the_others(client):
    one_of_each_sign()
    counts = client.get("/follow-up/?sign=done").context["distribution"]
    assert counts.total == 9


def test_the_legend_keeps_the_other_filters(client):
    one_of_each_sign()
    shares = client.get("/follow-up/?sector=health").context["distribution"].shares
    query = QueryDict(shares[0].url.partition("?")[2])
    assert query.getlist("sector") == ["health"]
    assert {share.sign: share.count for share in shares if share.count} == {
        "carried": 1,
        "none": 1,
    }


def test_no_information_is_counted_and_never_called_undone(client):
    make.commitment()
    page = client.get("/en/follow-up/").content.decode()
    assert "That does not mean nothing was done." in page
    assert "no source mentions it after 30 Mar 2023" in " ".join(page.split())


def test_the_matrix_shows_each_clause_once_under_its_first_sector(client):
    paper = make.minutes()
    both = make.commitment(paper, sectors=("trade", "health"))
    none = make.commitment(paper)
    matrix = client.get("/follow-up/").context["matrix"]
    laid = [clause for row in matrix.rows for _at, cell in row.cells for clause in cell]
    assert laid == [both, none]
    assert (matrix.total, matrix.hidden) == (2, 0)
    assert [total for _summit, total in matrix.summits] == [2]


def test_the_matrix_keeps_the_latest_eight_summits_and_counts_the_rest(client):
    for year in range(2010, 2020):
        make.commitment(make.minutes(make.summit(f"{year}-05-01")))
    matrix = client.get("/follow-up/").context["matrix"]
    assert [summit.date.year for summit, _total in matrix.summits] == [
        *range(2012, 2020)
    ]
    assert matrix.hidden == 2


def test_the_matrix_shows_whole_summits_as_long_as_their_signs_have_room(
    client, monkeypatch
):
    monkeypatch.setattr(followup, "SIGNS", 3)
    for year, number in ((2019, 1), (2021, 2), (2023, 1)):
        paper = make.minutes(make.summit(f"{year}-03-30"))
        for _clause in range(number):
            make.commitment(paper)

    def shown():
        matrix = client.get("/follow-up/").context["matrix"]
        years = [summit.date.year for summit, _total in matrix.summits]
        return years, matrix.total, matrix.hidden

    assert shown() == ([2021, 2023], 3, 1)
    monkeypatch.setattr(followup, "SIGNS", 0)
    assert shown() == ([2023], 1, 2)


def test_an_order_asked_for_is_kept(client):
    paper = make.minutes()
    first = make.commitment(paper, sectors=("trade",))
    second = make.commitment(paper, sectors=("health",))
    answer = client.get("/follow-up/?ordering=reference")
    assert [(sector, list(rows)) for sector, rows in answer.context["groups"]] == [
        (None, [first, second])
    ]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_home_page_costs_the_same_however_much_there_is(
    client, django_assert_num_queries, rows
):
    for code in ("LA-BL", "LA-KH", "LA-SV")[:rows]:
        paper = make.minutes(make.summit(codes=("VN-23", code)))
        make.citation(make.signature(paper), "name", "ký kết")
        make.progress(make.commitment(paper, sectors=("trade",)))
    with django_assert_num_queries(26):
        assert client.get("/").status_code == 200


def test_the_home_page_stands_before_there_is_anything(client):
    page = client.get("/en/").content.decode()
    assert "What did the provinces agree, and how far has it come?" in page
    assert "No paper is published yet whose signatories a source names." in page


def test_the_home_page_counts_only_what_is_public(client):
    make.commitment(make.minutes(make.summit()))
    make.commitment(make.minutes(make.summit("2022", published=False)))
    context = client.get("/").context
    counts = ("summit_count", "commitment_count", "province_count", "source_count")
    assert [context[name] for name in counts] == [1, 1, 2, 0]


def test_the_home_page_weaves_summits_with_oldest_on_top(client):
    for date in ("2021-12-18", "2023-03-30"):
        paper = make.minutes(make.summit(date))
        make.commitment(paper)
    cloth = client.get("/").context["cloth"]
    assert [(row.date, row.place, row.signs) for row in cloth] == [
        ("18/12/2021", "Bolikhămxay", ("none",)),
        ("30/3/2023", "Bolikhămxay", ("none",)),
    ]


def test_the_pages_of_the_board_follow_each_other_sector_by_sector(client, monkeypatch):
    monkeypatch.setattr(followup, "ROWS", 2)
    made = [
        make.commitment(make.minutes(signed_on=f"20{year}-01-01"), sectors=sectors)
        for year, sectors in enumerate(
            [("transport",), ("transport",), ("border", "transport"), ("border",)] * 2
            + [("transport",), ()],
            start=10,
        )
    ]
    places = {row.pk: row.position for row in Sector.objects.all()}

    def place(clause):
        own = [places[sector.pk] for sector in clause.sectors.all()]
        return min(own, default=followup.LAST), -int(clause.minutes.signed_on[:4])

    shown = [
        clause.pk
        for number in range(1, 6)
        for clause in client.get(f"/follow-up/?page={number}").context["page_obj"]
    ]
    assert shown == [clause.pk for clause in sorted(made, key=place)]
