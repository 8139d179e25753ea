"""Papers match by meeting, day or label, clauses by their words in those papers."""

import pytest

from intake.match import match, match_all
from tests import make

pytestmark = pytest.mark.django_db

TEXT = (
    "Sáng 30/3, hai tỉnh họp. Ký biên bản năm 2023. Nhìn lại biên bản năm 2021.\n"
    "Hai bên thống nhất nâng cấp quốc lộ 8A. Đề nghị xây trường dân tộc nội trú.\n"
    "Hai bên đã tuần tra chung dọc tuyến biên giới 24 đợt.\n"
)


@pytest.fixture
def reading():
    return make.reading(TEXT)


@pytest.fixture
def event(reading):
    return make.suggestion(reading, "event", "Sáng 30/3", decision="pending")


def paper(reading, quote="biên bản năm 2023", **values):
    return make.suggestion(
        reading, "document", quote, decision="pending", **{"covers": "2023"} | values
    )


def item(reading, quote="Hai bên thống nhất nâng cấp quốc lộ 8A", **values):
    return make.suggestion(reading, "item", quote, decision="pending", **values)


def candidates(suggestion):
    found = match(suggestion)
    assert found.record is None
    return [one.record for one in found.candidates]


def test_a_paper_is_that_of_the_articles_own_meeting(reading, event):
    known = make.minutes(make.summit("2023-03-30"))
    make.minutes(make.summit("2021-12-18"), covers="2021", signed_on="2021-12-18")
    assert match(paper(reading)).record == known


def test_a_rejected_event_says_nothing_of_a_paper(reading, event):
    make.minutes(make.summit("2023-03-30"), signed_on="")
    event.decision, event.decided_at = "rejected", make.NOON
    event.save()
    assert candidates(paper(reading)) == []


def test_two_papers_of_one_kind_and_meeting_are_a_question(reading, event):
    at = make.summit("2023-03-30")
    both = [make.minutes(at, covers=""), make.minutes(at, covers="2023")]
    assert set(candidates(paper(reading))) == set(both)


def test_a_paper_of_a_meeting_that_may_be_meant_may_be_meant(reading, event):
    known = make.minutes(make.summit("2023-03-31"), signed_on="")
    assert candidates(paper(reading)) == [known]


def test_an_earlier_paper_is_known_by_its_day(reading, event):
    known = make.minutes(
        make.summit("2021-12-18"), covers="2022", signed_on="2021-12-18"
    )
    one = paper(
        reading,
        "biên bản năm 2021",
        stage="earlier",
        covers=None,
        signed_on="2021-12-18",
    )
    assert match(one).record == known


def test_one_paper_of_two_labels_is_a_question(reading, event):
    known = make.minutes(
        make.summit("2021-12-18"), covers="2022", signed_on="2021-12-18"
    )
    for day in ("2021-12-18", None):
        one = paper(
            reading, "biên bản năm 2021", stage="earlier", covers="2021", signed_on=day
        )
        assert candidates(one) == [known]


def test_papers_of_the_meeting_on_the_day_of_signing_may_be_meant(reading):
    known = make.minutes(make.summit("2021-12-18"), covers="2022", signed_on="")
    one = paper(
        reading,
        "biên bản năm 2021",
        stage="earlier",
        covers="2021",
        signed_on="2021-12-18",
    )
    assert candidates(one) == [known]


def test_a_label_alone_is_enough_where_no_other_paper_may_bear_it(reading):
    known = make.minutes(make.summit("2020-12-18"), covers="2021", signed_on="")
    label = {"stage": "earlier", "covers": "2021"}
    one = paper(reading, "biên bản năm 2021", **label)
    assert match(one).record == known
    other = make.minutes(
        make.summit("2021-12-18"), covers="2022", signed_on="2021-12-18"
    )
    assert candidates(one) == [known, other]


def test_the_label_of_the_paper_now_signed_proves_nothing(reading, event):
    make.minutes(make.summit("2022-12-01"), covers="2023", signed_on="2022-12-01")
    assert candidates(paper(reading)) == []


def test_an_earlier_paper_is_not_the_one_now_signed(reading, event):
    make.minutes(make.summit("2023-03-30"), covers="", signed_on="")
    one = paper(reading, "biên bản năm 2021", stage="earlier", covers="2021")
    assert candidates(one) == []


def test_an_editors_link_is_followed(reading):
    known = make.minutes(make.summit("2021-12-18"), covers="2022")
    one = paper(
        reading,
        "biên bản năm 2021",
        stage="earlier",
        covers="2021",
        same_as={"date": "2021-12-18", "reasoning": "Hội nghị duy nhất."},
    )
    assert match(one).record == known


def signed(reading):
    paper(reading)
    return make.minutes(make.summit("2023-03-30"))


def test_a_clause_in_the_same_words_is_the_same_clause(reading, event):
    of = signed(reading)
    known = make.commitment(of, "hai bên thống nhất nâng cấp Quốc lộ 8A")
    make.commitment(of, "Hai bên thống nhất xây trường")
    assert match(item(reading)).record == known


def test_a_clause_of_another_force_is_another_clause(reading, event):
    known = make.commitment(
        signed(reading), "Hai bên thống nhất nâng cấp quốc lộ 8A", force="petition"
    )
    assert candidates(item(reading)) == [known]


def test_a_clause_twice_in_the_minutes_is_a_question(reading, event):
    of = signed(reading)
    text = "Hai bên thống nhất nâng cấp quốc lộ 8A"
    both = [make.commitment(of, text) for _ in range(2)]
    assert candidates(item(reading)) == both


def test_a_clause_in_other_words_is_a_question_and_others_are_not(reading, event):
    of = signed(reading)
    known = make.commitment(of, "Hai bên thống nhất sớm nâng cấp quốc lộ 8A và 12C")
    make.commitment(of, "Phối hợp bảo vệ đường biên, mốc quốc giới")
    assert candidates(item(reading)) == [known]


def test_the_same_words_in_other_minutes_are_another_clause(reading, event):
    signed(reading)
    earlier = make.minutes(make.summit("2021-12-18"), covers="2021")
    make.commitment(earlier, "Hai bên thống nhất nâng cấp quốc lộ 8A")
    assert candidates(item(reading)) == []


def test_a_request_is_no_clause_and_a_clause_no_request(reading, event):
    of = signed(reading)
    quote = "Đề nghị xây trường dân tộc nội trú"
    make.commitment(of, quote)
    one = item(reading, quote, force="proposed", side="VN-23")
    assert candidates(one) == []
    known = make.proposal(of.summit, quote)
    assert match(one).record == known


def test_the_request_of_the_other_side_is_a_question(reading, event):
    quote = "Đề nghị xây trường dân tộc nội trú"
    known = make.proposal(make.summit("2023-03-30"), quote, "LA-BL")
    one = item(reading, quote, force="proposed", side="VN-23")
    assert candidates(one) == [known]


def test_a_result_never_finds_its_clause_by_itself(reading, event):
    earlier = make.minutes(make.summit("2021-12-18"), covers="2021", signed_on="")
    quote = "Hai bên đã tuần tra chung dọc tuyến biên giới 24 đợt"
    known = make.commitment(earlier, quote)
    make.commitment(earlier, "Nâng cấp quốc lộ 8A")
    make.summit("2023-03-30")
    one = item(reading, quote, force="reported")
    assert candidates(one) == [known]
    paper(reading, "biên bản năm 2021", stage="earlier", covers="2021")
    assert candidates(one) == [known]


def queries_of(of, django_assert_num_queries, number):
    with django_assert_num_queries(number):
        return match_all(type(of).objects.get(pk=of.pk))


@pytest.mark.parametrize("count", [1, 3])
def test_an_article_is_matched_in_so_many_queries(django_assert_num_queries, count):
    text = "".join(
        f"Sáng {n}/3 ông Khăm B{n} ký biên bản {n}. Thống nhất mở đường {n}.\n"
        for n in range(1, count + 1)
    )
    of = make.reading(text)
    for n in range(1, count + 1):
        day = f"2023-03-{n:02}"
        known = make.minutes(make.summit(day), covers="", signed_on=day)
        make.commitment(known, f"Thống nhất mở đường {n}")
        make.proposal(known.summit)
        make.delegate(known.summit, f"Khăm B{n}", titles="Tỉnh trưởng")
        make.official(f"Khăm B{n}", "LA-BL")
        make.suggestion(of, "event", f"Sáng {n}/3", date=day, place="Cầu Treo")
        make.suggestion(of, "person", f"Khăm B{n}", province="LA-BL")
        make.suggestion(of, "document", f"biên bản {n}", signed_on=day)
        make.suggestion(of, "item", f"Thống nhất mở đường {n}")
        make.suggestion(of, "item", f"mở đường {n}", force="proposed")
        make.suggestion(of, "item", f"đường {n}", force="reported")
    make.place("Cầu Treo")
    found = queries_of(of, django_assert_num_queries, 19)
    assert len([one for one in found.values() if one.record]) == 4 * count
