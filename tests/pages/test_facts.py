"""What pages say of facts: their evidence, their gaps, what sources say differently."""

import re

import pytest

from provinces.models import OfficialName
from tests import make

pytestmark = pytest.mark.django_db


def words(client, address):
    """Return the text of an English page, tags and doubled spaces away."""
    page = client.get(f"/en{address}").content.decode()
    body = page.partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def test_an_inferred_year_shows_its_reasoning(client):
    meeting = make.summit()
    make.citation(
        meeting, "date", "Sáng 30/3", basis="inferred", reasoning="From the label 2023."
    )
    page = words(client, meeting.get_absolute_url())
    assert page.count("From the label 2023.") == 2  # beside the fact and in its note


def test_both_values_are_shown_where_sources_differ_and_the_one_followed_is_marked(
    client,
):
    paper = make.minutes(covers="2022")
    make.citation(paper, "covers", "năm 2022", stated_value="2022")
    make.citation(paper, "covers", "năm 2021", stated_value="2021")
    page = words(client, paper.get_absolute_url())
    said = page.partition("For the year or period")[2].partition("Signed on")[0]
    stated = r"(\d{4})\W+\d\W+(this record follows it|stated otherwise)"
    assert re.findall(stated, said) == [
        ("2022", "this record follows it"),
        ("2021", "stated otherwise"),
    ]


def test_each_value_is_shown_once_with_every_source_that_states_it(client):
    paper = make.minutes(covers="2021")
    for quote, year in (("theo năm", "2021"), ("khác", "2022"), ("cũng là", "2021")):
        make.citation(paper, "covers", quote, stated_value=year)
    page = words(client, paper.get_absolute_url())
    said = page.partition("For the year or period")[2].partition("Signed on")[0]
    stated = r"(\d{4})((?:\W+\d)+)\W+(this record follows it|stated otherwise)"
    found = re.findall(stated, said)
    assert [(year, re.findall(r"\d", notes), word) for year, notes, word in found] == [
        ("2021", ["1", "3"], "this record follows it"),
        ("2022", ["2"], "stated otherwise"),
    ]


def test_a_summit_held_still_shows_that_a_source_only_announced_it(client):
    meeting = make.summit()
    make.citation(meeting, "stage", "sẽ diễn ra", stated_value="announced")
    make.citation(meeting, "stage", "đã họp", stated_value="held")
    page = words(client, meeting.get_absolute_url())
    said = page.partition("Stage")[2].partition("Papers")[0]
    assert re.findall(r"(Held|Announced)\W+\d\W+(this|stated)", said) == [
        ("Announced", "stated"),
        ("Held", "this"),
    ]


ONLY_ANNOUNCED = "announced; no source here says who came"


def announced_part(meeting, *, stated="announced"):
    """A delegate known from one article, and what it states of the meeting."""
    article = make.source()
    person = make.official()
    part = make.delegate(meeting, person.name_vi, "LA-BL", official=person)
    make.citation(part, "name", person.name_vi, source=article)
    if stated:
        make.citation(meeting, "stage", stated_value=stated, source=article)
    return part


def test_who_was_only_announced_is_not_said_to_have_come(client):
    meeting = make.summit()
    part = announced_part(meeting)
    make.citation(meeting, "stage", "đã họp", stated_value="held")
    for address in (meeting.get_absolute_url(), part.official.get_absolute_url()):
        assert words(client, address).count(ONLY_ANNOUNCED) == 1
    make.citation(part, "titles", "đã dự", source=make.source(published=False))
    assert ONLY_ANNOUNCED in words(client, meeting.get_absolute_url())


@pytest.mark.parametrize("stated", ["held", ""])
def test_who_is_known_from_a_source_that_says_more_is_not_only_announced(
    client, stated
):
    meeting = make.summit()
    part = announced_part(meeting)
    told = make.source()
    make.citation(part, "titles", "đã dự", source=told)
    if stated:
        make.citation(meeting, "stage", source=told, stated_value=stated)
    assert ONLY_ANNOUNCED not in words(client, meeting.get_absolute_url())


def test_a_source_that_says_both_says_that_they_came(client):
    meeting = make.summit()
    part = announced_part(meeting)
    article = part.citations.get().source
    make.citation(meeting, "stage", "đã họp", source=article, stated_value="held")
    assert ONLY_ANNOUNCED not in words(client, meeting.get_absolute_url())


def test_nobody_is_said_to_be_only_announced_where_the_summit_is_not_held(client):
    meeting = make.summit(stage="announced")
    announced_part(meeting)
    assert ONLY_ANNOUNCED not in words(client, meeting.get_absolute_url())
    held = make.summit("2024-01-01")
    make.delegate(held, "Không ai dẫn nguồn")
    assert ONLY_ANNOUNCED not in words(client, held.get_absolute_url())


def test_an_announced_summit_is_said_to_be_announced_only(client):
    meeting = make.summit("2020-01-01", stage="announced")
    assert "Announced only." in words(client, meeting.get_absolute_url())
    assert "Announced only." not in words(client, make.summit().get_absolute_url())


def test_agreed_petitioned_proposed_and_reported_stand_apart(client):
    earlier = make.minutes(make.summit("2021-12-18"))
    meeting = make.summit()
    paper = make.minutes(meeting)
    make.commitment(paper, "Điều đã thống nhất")
    make.commitment(paper, "Điều cùng kiến nghị", force="petition")
    make.proposal(meeting, "Điều một bên đề nghị")
    make.progress(minutes=earlier, occasion=meeting, note_vi="Điều đã báo cáo")
    answer = client.get(meeting.get_absolute_url())
    texts = {
        name: [str(row) for row in answer.context[name]]
        for name in ("agreed", "petitions", "proposals", "reports")
    }
    assert texts == {
        "agreed": ["Điều đã thống nhất"],
        "petitions": ["Điều cùng kiến nghị"],
        "proposals": ["Điều một bên đề nghị"],
        "reports": ["Điều đã báo cáo"],
    }
    ids = re.findall(r'<section class="block" id="(\w+)"', answer.content.decode())
    parts = ["delegations", "reports", "agreed", "petitions", "proposals"]
    assert ids == [*parts, "cite"]


def test_a_newspaper_is_quoted_no_further_than_fifty_words(client):
    long_text = " ".join(f"từ{number}" for number in range(120))
    paper = make.minutes()
    clause = make.commitment(paper, long_text)
    make.citation(clause, "text_vi", long_text)
    for address in (paper.get_absolute_url(), clause.get_absolute_url()):
        page = words(client, address)
        assert "từ49 […]" in page
        assert "từ50" not in page


def test_an_authentic_text_is_given_whole(client):
    long_text = " ".join(f"từ{number}" for number in range(120))
    clause = make.commitment(text=long_text, text_status="authentic")
    assert "từ119" in words(client, clause.get_absolute_url())


def test_no_page_shows_the_text_of_a_source(client):
    source = make.source(text="Cả bài báo mà chỉ cán bộ được đọc.")
    meeting = make.summit()
    make.citation(meeting, "date", "Sáng 30/3", source=source)
    for address in (source.get_absolute_url(), meeting.get_absolute_url(), "/sources/"):
        assert "chỉ cán bộ" not in client.get(address).content.decode()


def test_a_source_page_names_every_fact_drawn_from_it_under_its_summit(client):
    source = make.source()
    meeting = make.summit()
    paper = make.minutes(meeting)
    make.citation(meeting, "date", source=source)
    make.citation(meeting, "venue", source=source)
    make.citation(paper, "title_vi", source=source)
    make.citation(make.official(), "name_vi", source=source)
    hidden = make.summit("2020-01-01", published=False)
    make.citation(hidden, "date", source=source)
    answer = client.get(source.get_absolute_url())
    assert answer.context["fact_count"] == 4
    groups = [
        (summit, [[name for name, _citation in row.facts] for row in rows])
        for summit, rows in answer.context["groups"]
    ]
    assert [summit for summit, _rows in groups] == [meeting, None]
    assert [len(names) for _summit, rows in groups for names in rows] == [2, 1, 1]


def test_evidence_from_an_unpublished_source_is_no_evidence_yet(client):
    meeting = make.summit()
    make.citation(meeting, "date", "câu bí mật", source=make.source(published=False))
    page = client.get(meeting.get_absolute_url())
    assert "câu bí mật" not in page.content.decode()
    assert page.context["evidence"].notes == []


def test_the_canonical_name_is_shown_with_the_printed_one(client):
    meeting = make.summit()
    person = make.official("Kong Kẹo Xay Sông Kham")
    make.delegate(meeting, "Kong Keo Xay Sông Kham", "LA-BL", official=person)
    page = words(client, meeting.get_absolute_url())
    assert "Kong Kẹo Xay Sông Kham" in page
    assert "printed “Kong Keo Xay Sông Kham”" in page


def test_a_person_not_yet_published_is_named_only_as_printed(client):
    meeting = make.summit()
    person = make.official("Tên trong hồ sơ nháp", published=False)
    make.delegate(meeting, "Tên trên báo", "LA-BL", official=person)
    page = words(client, meeting.get_absolute_url())
    assert "Tên trên báo" in page
    assert "Tên trong hồ sơ nháp" not in page


def test_posts_are_given_by_their_sources_without_a_span(client):
    person = make.official()
    for date, titles in (
        ("2021-12-18", "Bí thư"),
        ("2023-03-30", "Bí thư; Tỉnh trưởng"),
    ):
        make.delegate(make.summit(date), "X", "LA-BL", official=person, titles=titles)
    posts = client.get(person.get_absolute_url()).context["posts"]
    assert [(post.date, post.titles) for post in posts] == [
        ("2023-03-30", ("Bí thư", "Tỉnh trưởng")),
        ("2021-12-18", ("Bí thư",)),
    ]


def test_spellings_are_listed_with_the_source_of_each(client):
    person = make.official()
    OfficialName.objects.create(
        official=person, text="Kongkeo Xaysongkham", source=make.source(publisher="VNA")
    )
    page = words(client, person.get_absolute_url())
    assert "Kongkeo Xaysongkham (VNA)" in page


def test_neighbouring_summits_are_those_of_the_same_provinces(client):
    before, here, after = (
        make.summit(date) for date in ("2019-12-25", "2021-12-18", "2023-03-30")
    )
    make.summit("2021-12-19", ("VN-23", "LA-KH"))
    make.summit("", published=True)
    make.summit("2022-01-01", published=False)
    context = client.get(here.get_absolute_url()).context
    assert (context["previous"], context["next"]) == (before, after)
    assert client.get(before.get_absolute_url()).context["previous"] is None


def test_years_without_a_summit_are_named_as_gaps(client):
    for date in ("2019-12-25", "2021-12-18", "2023-03-30"):
        last = make.summit(date)
    timeline = client.get(last.partnership.get_absolute_url()).context["timeline"]
    told = [event.year or str(event.date) for event in timeline]
    assert told == ["2023-03-30", 2022, "2021-12-18", 2020, "2019-12-25"]


def test_events_stand_on_the_side_of_their_host(client):
    make.summit("2019-12-25", host=make.province("LA-BL"))
    make.summit("2020-12-18", host=make.province("VN-23"))
    last = make.summit("2021-12-18")
    timeline = client.get(last.partnership.get_absolute_url()).context["timeline"]
    assert [event.side for event in timeline] == ["mid", "", "r"]


def test_clauses_have_anchors_of_their_own(client):
    clause = make.commitment()
    page = client.get(clause.minutes.get_absolute_url()).content.decode()
    assert clause.reference.endswith(".c01")
    assert '<section class="clause" id="c01">' in page


def test_a_matter_is_followed_through_the_minutes(client):
    old = make.commitment(
        make.minutes(make.summit("2019-12-25"), signed_on="2019-12-25")
    )
    new = make.commitment(make.minutes(signed_on="2023-03-30"))
    later = make.commitment(
        make.minutes(make.summit("2024-01-01"), signed_on="2024-01-01")
    )
    stitch = make.continuation(new, old)
    make.citation(stitch, "kind", "Tiếp tục")
    make.continuation(later, new)
    chain = client.get(new.get_absolute_url()).context["chain"]
    assert [(link.label, link.url, link.firm) for link in chain] == [
        ("2019", old.get_absolute_url(), True),
        ("2023", "", True),
        ("2024", later.get_absolute_url(), False),
    ]


def test_a_proposal_is_agreed_to_only_where_a_public_clause_took_it_up(client):
    clause = make.commitment(published=False)
    asked = make.proposal(adopted_as=clause)
    gap = "Nothing shows that it entered the minutes."
    assert gap in words(client, asked.get_absolute_url())
    make.publish(clause)
    assert gap not in words(client, asked.get_absolute_url())


def test_a_merged_province_keeps_its_page_and_names_its_successor(client):
    today = make.province("VN-24")
    old = make.province("VN-22", successor=today, valid_until="2025-07-01")
    page = words(client, old.get_absolute_url())
    assert "It stood until 1 Jul 2025." in page
    assert today.name_en in page
