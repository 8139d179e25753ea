"""What the records cover, and how fresh each page is."""

import re
from datetime import date

import pytest
from django.utils import timezone

from portal.pages.coverage import Outlet, years_until
from publication.models import Change
from publication.publish import correct
from tests import make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def text_of(client, address):
    page = client.get(f"/en{address}").content.decode()
    body = page.partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def this_year():
    return timezone.localdate().year


def known(client):
    """Return, for each partnership, what each year shows: summits, source or gap."""
    return [
        [
            len(one.summits) if one.summits else ("source" if one.has_source else "gap")
            for one in row.years
        ]
        for row in client.get("/coverage/").context["rows"]
    ]


def test_each_year_of_a_pair_is_known_spoken_of_or_a_gap(client):
    year = this_year()
    make.summit(f"{year - 3}-05-01")
    make.summit(f"{year - 3}-11-01")
    told = make.minutes(make.summit(f"{year - 2}", published=False))
    report = make.progress(minutes=make.minutes(make.summit(f"{year - 3}")))
    make.citation(
        report, "note_vi", source=make.source(published_on=f"{year - 1}-02-03")
    )
    make.citation(told, "title_vi", source=make.source(published_on=f"{year - 2}"))
    assert known(client) == [[3, "gap", "source", "gap"]]


def test_summits_of_no_known_year_and_of_earlier_years_are_counted(client):
    make.summit("1999")
    make.summit("")
    (row,) = client.get("/coverage/").context["rows"]
    assert (row.earlier, row.undated, row.gaps) == (1, 1, 8)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ((), []),
        (("2024",), [2024, 2025, 2026]),
        (("1990",), list(range(2019, 2027))),
        (("2025", "2027"), [2025, 2026, 2027]),
        (("2040",), [2027]),
    ],
)
def test_the_years_shown_run_to_this_or_to_one_announced(dates, expected):
    for day in dates:
        make.summit(day)
    assert years_until(TODAY) == expected


def test_sources_are_counted_by_publisher_and_year_of_print(client):
    make.source(publisher="Báo A", published_on="2023-03-30")
    make.source(publisher="Báo A", published_on="2021")
    make.source(publisher="Báo A")
    make.source(publisher="")
    make.source(publisher="Báo B", published=False)
    context = client.get("/coverage/").context
    assert context["outlets"] == [
        Outlet("Báo A", (("2021", 1), ("2023", 1)), 0, 1),
        Outlet("", (("2021", 0), ("2023", 0)), 0, 1),
    ]
    assert context["source_count"] == 4


def test_publishers_beyond_thirty_are_counted_and_not_listed(client):
    for number in range(32):
        make.source(publisher=f"Báo {number:02}", published_on=f"{1990 + number}")
    context = client.get("/coverage/").context
    assert (len(context["outlets"]), context["outlets_hidden"]) == (30, 2)
    assert [outlet.total for outlet in context["outlets"]] == [1] * 30
    assert len(context["outlet_years"]) == 8


@pytest.mark.parametrize("rows", [1, 3])
def test_coverage_costs_the_same_however_much_there_is(
    client, django_assert_num_queries, rows
):
    for code in ("LA-BL", "LA-KH", "LA-SV")[:rows]:
        meeting = make.summit(codes=("VN-23", code))
        make.minutes(meeting)
        make.citation(meeting, "date", source=make.source(published_on="2024"))
    with django_assert_num_queries(16):
        assert len(client.get("/coverage/").context["rows"]) == rows


def test_coverage_stands_before_there_is_anything(client):
    page = text_of(client, "/coverage/")
    assert "No summit with a known year is published yet." in page
    assert "No source is published yet." in page


def test_the_foot_of_a_record_says_how_fresh_it_is(client):
    clause = make.commitment()
    make.citation(clause, "text_vi", "nâng cấp")
    correct(clause, by=None, at=make.NOON, reason="Sửa số.")
    freshness = client.get(clause.get_absolute_url()).context["freshness"]
    assert (freshness.reference, len(freshness.sources)) == (clause.reference, 1)
    assert freshness.verified_on == date(2026, 1, 2)
    assert freshness.as_of == timezone.localdate()
    assert [change.reason for change in freshness.corrections] == ["Sửa số."]


def test_a_record_without_a_line_in_the_log_was_checked_when_it_was_published(client):
    meeting = make.summit()
    assert Change.objects.count() == 0
    freshness = client.get(meeting.get_absolute_url()).context["freshness"]
    assert freshness.verified_on == date(2026, 1, 2)


def test_a_clause_says_that_no_evidence_is_known_until_there_is_some(client):
    clause = make.commitment()
    said = "No public evidence of results as of"
    assert text_of(client, clause.get_absolute_url()).count(said) == 1
    make.progress(clause)
    assert text_of(client, clause.get_absolute_url()).count(said) == 0


@pytest.mark.parametrize("language", ["", "/lo", "/en"])
@pytest.mark.parametrize("page", ["coverage", "changes", "about", "threads"])
def test_every_page_leads_to_what_is_said_of_all(client, language, page):
    home = client.get(f"{language}/").content.decode()
    assert client.get(f"{language}/{page}/").status_code == 200
    assert (f'href="{language}/{page}/"' in home) is (page != "threads")
