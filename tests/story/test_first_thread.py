"""From two newspaper articles to a public record: what it must get right."""

import pytest

from intake.models import Suggestion
from provinces.models import Official, OfficialName
from publication.models import Change
from sources.models import Source
from summits.models import (
    Commitment,
    Delegate,
    Minutes,
    Progress,
    Proposal,
    Signature,
    Summit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("filled")]


def summit(date, other="LA-BL"):
    return next(
        one
        for one in Summit.objects.public().between(["VN-23", other])
        if one.date.certain == date
    )


def quotes(row, field):
    return [
        citation.quote
        for citation in row.citations.filter(field=field)
        if citation.quote
    ]


def test_the_summit_of_2023_was_held_in_bolikhamxay_on_a_morning():
    held = summit("2023-03-30")
    assert (held.stage, held.day_part, held.host.code, held.venue) == (
        "held",
        "morning",
        "LA-BL",
        "tỉnh Bolikhămxay",
    )


def test_its_year_is_inferred_and_says_from_what():
    citation = summit("2023-03-30").citations.get(field="date")
    assert citation.quote.startswith("Sáng 30/3, tại tỉnh Bolikhămxay")
    assert citation.basis == "inferred"
    assert "biên bản hợp tác năm 2023" in citation.reasoning


def test_its_two_heads_are_known_with_their_titles_as_written():
    heads = Delegate.objects.heads().filter(delegation__summit=summit("2023-03-30"))
    assert {head.name: head.title_list[-1] for head in heads} == {
        "Hoàng Trung Dũng": "Bí thư Tỉnh ủy",
        "Kong Keo Xay Sông Kham": "Tỉnh trưởng",
    }


def test_that_both_heads_signed_is_known_only_from_a_caption():
    signed = Signature.objects.filter(minutes__summit=summit("2023-03-30"))
    caption = (
        "Đồng chí Hoàng Trung Dũng - Bí thư Tỉnh ủy Hà Tĩnh và đồng chí Kong Keo Xay "
        "Sông Kham - Bí thư, Tỉnh trưởng tỉnh Bolikhămxay ký kết biên bản hội nghị cấp "
        "cao năm 2023."
    )
    assert {one.name: quotes(one, "name") for one in signed} == {
        "Hoàng Trung Dũng": [caption],
        "Kong Keo Xay Sông Kham": [caption],
    }


def test_agreed_clauses_and_petitions_stand_as_the_text_divides_them():
    clauses = Commitment.objects.public().filter(minutes__summit=summit("2023-03-30"))
    assert [clause.force for clause in clauses] == [
        *["agreed"] * 6,
        *["petition"] * 4,
        *["agreed"] * 3,
    ]
    assert clauses[12].text_vi.startswith("Tỉnh Bolikhămxay tiếp tục giúp đỡ")
    assert [actor.code for actor in clauses[12].actors.all()] == ["LA-BL"]


def test_every_clause_has_the_offices_short_title_in_three_languages():
    untitled = [
        clause.reference
        for clause in Commitment.objects.public()
        if not (clause.title_vi and clause.title_lo and clause.title_en)
    ]
    assert untitled == []


def test_what_the_secretary_asked_for_is_no_commitment():
    proposals = Proposal.objects.public().filter(summit=summit("2023-03-30"))
    assert len(proposals) >= 15
    assert {proposal.adopted_as for proposal in proposals} == {None}
    texts = set(Commitment.objects.values_list("text_vi", flat=True))
    assert not texts & {proposal.text_vi for proposal in proposals}


def test_results_are_reported_on_the_minutes_whose_clauses_nobody_knows():
    reports = Progress.objects.public().filter(occasion=summit("2023-03-30"))
    earlier = Minutes.objects.get(summit=summit("2021-12-18"))
    assert len(reports) >= 6
    assert {report.minutes for report in reports} == {earlier}
    assert {report.commitment for report in reports} == {None}
    assert not earlier.commitments.exists()


def test_both_meetings_of_december_2021_are_held_by_another_sources_word():
    for other in ("LA-BL", "LA-KH"):
        held = summit("2021-12-18", other)
        assert held.stage == "held"
        said = {c.stated_value: c.source for c in held.citations.filter(field="stage")}
        assert said["announced"].sha256
        assert not said["held"].sha256


def test_the_minutes_of_december_2019_are_known_by_their_day():
    signed = [
        (paper.summit.partnership.reference, str(paper.signed_on))
        for paper in Minutes.objects.public().filter(signed_on__startswith="2019-12")
    ]
    assert sorted(signed) == [
        ("VN-23.LA-BL", "2019-12-25"),
        ("VN-23.LA-KH", "2019-12-26"),
    ]


def test_one_paper_bears_two_years_and_both_are_kept_with_their_sources():
    paper = Minutes.objects.get(summit=summit("2021-12-18"))
    said = {c.stated_value: c.source_id for c in paper.citations.filter(field="covers")}
    assert said.keys() == {"2021", "2022"}
    assert len(set(said.values())) == 2


def test_no_key_fact_says_more_than_some_source_of_it():
    beyond = [
        f"{record.reference} {fact}"
        for record in [*Summit.objects.public(), *Minutes.objects.public()]
        for fact in set(record.key_facts) - {"title_vi"}  # may translate its source
        if getattr(record, fact)
        and not record.citations.filter(
            field=fact, stated_value__in=["", getattr(record, fact)]
        )
    ]
    assert beyond == []


def test_an_article_keeps_the_address_that_its_reviewer_knew():
    announced = Source.objects.get(sha256__startswith="f60c265d")
    assert announced.url.endswith("post224139.html")


def test_there_is_one_kong_keo_whatever_the_papers_spelling():
    spelled = OfficialName.objects.filter(folded="kong keo xay song kham")
    assert {name.text for name in spelled} == {
        "Kong Keo Xay Sông Kham",
        "Kong Kẹo Xay Sông Kham",
    }
    assert Official.objects.spelled("Kong Kẹo Xay Sông Kham").count() == 1


def test_nobody_and_nothing_comes_from_below_the_article():
    for source in Source.objects.exclude(text=""):
        start = source.text.index("Đọc thêm")
        late = [
            suggestion.quote
            for suggestion in Suggestion.objects.filter(reading__source=source)
            if any(end > start for _begin, end in suggestion.spans)
        ]
        assert late == []
    strangers = ["Hồ Văn Ngọc", "Hồ Viết Luận", "Nguyễn Thị Lệ Hà", "Nguyễn Tú Tài"]
    assert not OfficialName.objects.filter(text__in=strangers).exists()


def test_every_public_summit_was_published_once_and_stands_in_the_log():
    references = Summit.objects.public().values_list("reference", flat=True)
    logged = Change.objects.filter(record_type="summit", kind="publication")
    assert sorted(logged.values_list("reference", flat=True)) == sorted(references)


def test_the_review_added_or_corrected_at_most_one_fact_in_ten(filled):
    shares = {name: outcome.corrected_share for name, outcome in filled.reviews.items()}
    assert [name for name, share in shares.items() if share > 0.1] == []
    assert {outcome.undecided for outcome in filled.reviews.values()} == {0}
