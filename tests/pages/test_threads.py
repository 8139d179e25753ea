"""Matters through the minutes: their clauses, what came between, and silence."""

import re
from itertools import pairwise

import pytest

from tests import make

pytestmark = pytest.mark.django_db


def paper(year, **values):
    """Signed minutes of a summit of that year."""
    day = f"{year}-03-30"
    return make.minutes(make.summit(day), signed_on=day, **values)


def matter(*years, sectors=("transport",)):
    """The clauses of one matter, each taking up the one before it."""
    clauses = [make.commitment(paper(year), sectors=sectors) for year in years]
    for earlier, later in pairwise(clauses):
        make.citation(make.continuation(later, earlier), "kind", "tiếp tục")
    return clauses


def words(answer):
    body = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    body = re.sub(r"<script.*?</script>", "", body, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def thread_of(clause):
    return f"/en/threads/{clause.reference}/"


def test_a_matter_stands_under_its_earliest_clause_and_later_ones_lead_there(client):
    first, second, third = matter("2019", "2021", "2023")
    assert client.get(thread_of(first)).context["thread"].clauses == (
        first,
        second,
        third,
    )
    for later in (second, third):
        answer = client.get(thread_of(later))
        assert (answer.status_code, answer["Location"]) == (301, thread_of(first))


def test_two_beginnings_that_grew_together_are_one_matter(client):
    one, joined = matter("2019", "2023")
    other = make.commitment(paper("2021"))
    make.continuation(joined, other)
    assert client.get(thread_of(other))["Location"] == thread_of(one)
    thread = client.get(thread_of(one)).context["thread"]
    assert thread.clauses == (one, other, joined)
    assert {stitch.earlier for stitch in thread.before(joined)} == {one, other}


def test_a_draft_between_two_clauses_joins_nothing(client):
    first, hidden, last = matter("2019", "2021", "2023")
    hidden.state = "draft"
    hidden.save()
    assert client.get(thread_of(first)).context["thread"].clauses == (first,)
    assert client.get(thread_of(hidden)).status_code == 404
    assert client.get(thread_of(last)).context["thread"].clauses == (last,)


def test_reports_and_adopted_proposals_stand_with_their_clause(client):
    first, last = matter("2019", "2023")
    told = make.progress(first, reported_on="2020-05")
    make.progress(first, published=False)
    asked = make.proposal(first.minutes.summit, adopted_as=first)
    make.proposal(first.minutes.summit)
    thread = client.get(thread_of(first)).context["thread"]
    assert [(clause.reports, clause.asked) for clause in thread.clauses] == [
        ([told], [asked]),
        ([], []),
    ]
    page = words(client.get(thread_of(first)))
    assert page.count("No public evidence of results of this clause as of") == 1
    assert last.reference not in page


def test_minutes_that_pass_over_a_matter_are_named_between_and_after(client):
    first, _last = matter("2019", "2023")
    make.commitment(paper("2021"), "Điều khác")
    make.commitment(paper("2024"), "Điều khác")
    paper("2025")
    paper("2018")
    make.minutes(make.summit("2024-01-01", ("VN-23", "LA-KH")), signed_on="2024-01-01")
    context = client.get(thread_of(first)).context
    steps = [
        (str(step.paper.signed_on)[:4], len(step.clauses), step.is_silent)
        for step in context["steps"]
    ]
    assert steps == [
        ("2019", 1, False),
        ("2021", 0, True),
        ("2023", 1, False),
        ("2024", 0, True),
        ("2025", 0, False),
    ]
    assert [str(step.paper.signed_on) for step in context["later_silent"]] == [
        "2024-03-30"
    ]


ENDINGS = ("Not mentioned again", "Whether it returned is not", "No later minutes are")


@pytest.mark.parametrize("ending", ENDINGS)
def test_not_mentioned_again_is_said_only_of_later_minutes_with_known_clauses(
    client, ending
):
    first, _last = matter("2021", "2023")
    if ending != ENDINGS[2]:
        later = paper("2024")
    if ending == ENDINGS[0]:
        make.commitment(later, "Điều khác")
    page = words(client.get(thread_of(first)))
    assert [one for one in ENDINGS if one in page] == [ending]


def test_reports_on_whole_minutes_are_counted_and_not_taken_for_the_clause(client):
    first, _last = matter("2021", "2023")
    make.progress(minutes=first.minutes)
    answer = client.get(thread_of(first))
    assert [step.report_count for step in answer.context["steps"]] == [1, 0]
    assert answer.context["thread"].first.reports == []


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_a_matter_costs_the_same_however_long_it_is(
    client, django_assert_num_queries, rows
):
    clauses = matter(*(str(year) for year in range(2015, 2016 + rows)))
    for clause in clauses:
        make.citation(make.progress(clause), "note_vi", "đang làm")
        asked = make.proposal(clause.minutes.summit, adopted_as=clause)
        make.citation(asked, "text_vi", "đề nghị")
        make.citation(clause, "text_vi", "nâng cấp")
    with django_assert_num_queries(22):
        assert client.get(thread_of(clauses[0])).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_matters_costs_the_same_however_many_there_are(
    client, django_assert_num_queries, rows
):
    for number in range(rows):
        matter(str(2010 + number), str(2020 + number))
    with django_assert_num_queries(14):
        assert len(client.get("/threads/").context["threads"]) == rows


def test_a_matter_that_nothing_took_up_is_in_no_list_and_has_its_page(client):
    alone = make.commitment()
    assert list(client.get("/threads/").context["threads"]) == []
    assert client.get(thread_of(alone)).context["thread"].clauses == (alone,)


def test_a_clause_leads_to_its_matter_be_it_taken_up_or_not(client):
    first, last = matter("2019", "2023")
    alone = make.commitment()
    for clause in (first, last, alone):
        page = client.get(clause.get_absolute_url()).content.decode()
        assert f'href="/threads/{clause.reference}/"' in page


def test_an_error_is_reported_of_a_report_wherever_it_is_listed(client):
    first, _last = matter("2019", "2023")
    told = make.progress(first, occasion=first.minutes.summit)
    ask = f"/en/corrections/new/?about={told.reference}"
    pages = [
        thread_of(first),
        *(
            f"/en{row.get_absolute_url()}"
            for row in (first, first.minutes, first.minutes.summit)
        ),
    ]
    for address in pages:
        assert f'href="{ask}"' in client.get(address).content.decode()
    assert client.get(ask).context["record"] == told


def test_the_list_is_narrowed_by_sector_and_refuses_what_it_does_not_know(client):
    road, _ = matter("2019", "2023")
    matter("2020", "2024", sectors=("health",))
    found = client.get("/threads/?sector=transport").context["threads"]
    assert [thread.first for thread in found] == [road]
    assert client.get("/threads/?sign=done").status_code == 400


def test_the_board_and_the_matters_lead_to_each_other(client):
    assert 'href="/threads/"' in client.get("/follow-up/").content.decode()
    assert 'href="/follow-up/"' in client.get("/threads/").content.decode()


def test_programs_are_told_the_whole_matter(client):
    first, last = matter("2019", "2023")
    listed = client.get("/api/v1/threads/").json()["results"]
    assert [(row["type"], row["reference"]) for row in listed] == [
        ("thread", first.reference)
    ]
    told = client.get(f"/api/v1/threads/{first.reference}/").json()
    assert [row["reference"] for row in told["commitments"]] == [
        first.reference,
        last.reference,
    ]
    assert [stitch["kind"] for stitch in told["stitches"]] == ["repeats"]
    moved = client.get(f"/api/v1/threads/{last.reference}/")
    assert (moved.status_code, moved["Location"]) == (301, told["url"])


def test_a_clause_and_a_proposal_lead_to_their_neighbours(client):
    rows = [make.commitment(paper_) for paper_ in [paper("2023")] * 3]
    asked = [make.proposal(rows[0].minutes.summit) for _number in range(2)]
    middle = client.get(rows[1].get_absolute_url()).context
    assert (middle["previous"], middle["next"]) == (rows[0], rows[2])
    last = client.get(asked[1].get_absolute_url()).context
    assert (last["previous"], last["next"]) == (asked[0], None)


def test_minutes_lead_to_the_papers_signed_before_and_after(client):
    before, here, after = (paper(year) for year in ("2019", "2021", "2023"))
    context = client.get(here.get_absolute_url()).context
    assert (context["previous"], context["next"]) == (before, after)


@pytest.mark.parametrize("rows", [1, 3])
def test_proposals_are_listed_with_what_became_of_them(
    client, django_assert_num_queries, rows
):
    clause = make.commitment()
    for _number in range(rows):
        make.proposal(clause.minutes.summit, adopted_as=clause)
    with django_assert_num_queries(13):
        answer = client.get("/en/proposals/")
    assert words(answer).count("Agreed to in the minutes") == rows
