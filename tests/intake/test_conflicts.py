"""What differs from a record is a change, a conflict, or true at its own time."""

import pytest
from django.utils import translation

from intake.conflicts import differences, differences_all
from intake.match import match_all
from tests import make

pytestmark = pytest.mark.django_db

TEXT = (
    "Sáng 30/3, hai tỉnh họp. Ký biên bản năm 2023. Ông Khăm B phát biểu.\n"
    "Hai bên thống nhất mở đường.\n"
)


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def reading():
    return make.reading(TEXT)


@pytest.fixture
def event(reading):
    def made(**values):
        return make.suggestion(reading, "event", "Sáng 30/3", **values)

    return made


@pytest.fixture
def paper(reading):
    def made(**values):
        said = {"covers": "2023", "name_as_printed": "biên bản năm 2023"}
        return make.suggestion(
            reading, "document", "biên bản năm 2023", **said | values
        )

    return made


@pytest.fixture
def person(reading):
    def made(name="Khăm B", **values):
        said = {"province": "LA-BL", "name": name}
        return make.suggestion(reading, "person", "Khăm B", **said | values)

    return made


@pytest.fixture
def item(reading):
    def made(**values):
        return make.suggestion(reading, "item", "Hai bên thống nhất mở đường", **values)

    return made


def said(suggestion, record):
    """The differences in short: field, kept, stated, whether a conflict."""
    return [
        (one.field, one.kept, one.stated, one.is_conflict)
        for one in differences(suggestion, record)
    ]


def only(suggestion, record):
    (one,) = differences(suggestion, record)
    return one


def test_a_suggestion_of_no_record_contradicts_nothing(event):
    assert differences(event(), None) == []


def test_what_the_record_says_too_is_no_difference(event):
    known = make.summit("2023-03-30", day_part="morning", venue="tỉnh Bolikhămxay")
    same = event(day_part="morning", place="Tỉnh Bolikhamxay")
    assert said(same, known) == []


def test_what_the_record_does_not_say_yet_is_a_change(event):
    known = make.summit("", stage="held")
    one = event(place="Cầu Treo")
    assert said(one, known) == [
        ("date", "", "30 Mar 2023", False),
        ("place", "", "Cầu Treo", False),
    ]


@pytest.mark.parametrize(
    ("kept", "stated"),
    [
        ("announced", "held"),
        ("announced", "postponed"),
        ("announced", "cancelled"),
        ("postponed", "held"),
        ("postponed", "cancelled"),
    ],
)
def test_a_later_word_leads_on_and_an_earlier_one_was_true_then(event, kept, stated):
    leads = only(event(status=stated), make.summit("2023-03-30", stage=kept))
    lags = only(event(status=kept), make.summit("2023-03-30", stage=stated))
    assert (leads.field, leads.is_conflict, leads.both) == ("status", False, "")
    assert (lags.field, lags.is_conflict) == ("status", True)
    assert "true at their time" in lags.both


def test_held_and_cancelled_cannot_both_be_true(event):
    one = only(event(status="cancelled"), make.summit("2023-03-30", stage="held"))
    assert (one.is_conflict, one.both) == (True, "")
    assert (one.kept, one.stated) == ("Held", "Cancelled")


@pytest.mark.parametrize(
    ("kept", "stated", "is_conflict"),
    [
        ("2023-03-30?", "2023-03-30", False),
        ("2023-03", "2023-03-30", False),
        ("2023", "2023-03?", False),
        ("2023-03-31", "2023-03-30", True),
        ("2022-03-30", "2023-03-30", True),
    ],
)
def test_a_surer_date_is_a_change_and_another_one_a_conflict(
    event, kept, stated, is_conflict
):
    one = only(event(date=stated), make.summit(kept))
    assert (one.field, one.is_conflict) == ("date", is_conflict)


@pytest.mark.parametrize(
    ("kept", "stated"),
    [
        ("2023-03-30", "2023-03-30?"),
        ("2023-03-30", "2023-03"),
        ("2023-03-29/2023-03-31", "2023-03-30"),
    ],
)
def test_a_vaguer_date_takes_nothing_away(event, kept, stated):
    assert said(event(date=stated), make.summit(kept)) == []


def test_a_day_announced_and_a_day_held_may_both_stand(event):
    known = make.summit("2023-04-06", stage="held")
    day = differences(event(status="announced"), known)[1]
    assert (day.field, day.is_conflict) == ("date", True)
    assert "announced" in day.both


def test_another_part_of_the_day_and_another_kind_are_conflicts(event):
    known = make.summit("2023-03-30", day_part="afternoon", kind="talks")
    assert said(event(day_part="morning"), known) == [
        ("kind", "Talks", "Summit", True),
        ("day_part", "Afternoon", "Morning", True),
    ]


def test_two_names_of_one_place_agree_and_two_places_do_not(event):
    gate = make.place("Cầu Treo")
    gate.names.create(text="Nậm Phao")
    make.place("Cha Lo")
    known = make.summit("2023-03-30", venue="Cửa khẩu Cầu Treo", place=gate)
    assert said(event(place="cửa khẩu Nậm Phao"), known) == []
    one = only(event(place="cửa khẩu Cha Lo"), known)
    assert (one.field, one.is_conflict, one.both) == ("place", True, "")
    one = only(event(place="trụ sở Tỉnh ủy"), known)
    assert "lie in the other" in one.both


def test_other_provinces_are_a_conflict_in_words(event):
    known = make.summit("2023-03-30", ("VN-22", "VN-23", "LA-BL"))
    assert said(event(), known) == [
        (
            "provinces",
            "Bolikhamxay, Nghe An, Ha Tinh",
            "Bolikhamxay, Ha Tinh",
            True,
        )
    ]


def test_a_conflict_names_what_the_record_rests_on(event):
    known = make.summit("2023-03-31")
    paper = make.source("Báo cáo", published_on="2023-04-02")
    make.citation(known, "date", stated_value="2023-03-31", source=paper)
    other = make.source("Tin khác")
    make.citation(known, "date", stated_value="2023-03-30", source=other)
    make.citation(known, "stage", source=other)
    assert only(event(), known).sources == ("Báo cáo (2 Apr 2023)",)


def test_what_a_person_rejected_is_still_shown_and_what_they_corrected_counts(event):
    known = make.summit("2023-03-31")
    one = event()
    one.decided_values = {"date": None}
    assert [field for field, *_rest in said(one, known)] == ["date"]
    one.decided_values = {"date": "2023-03-31"}
    assert said(one, known) == []


def test_another_spelling_of_a_person_is_kept_beside_the_first(person):
    official = make.official("Khẳm Bê")
    one = only(person("Khăm Bế"), official)
    assert (one.kept, one.stated, one.is_conflict) == ("Khẳm Bê", "Khăm Bế", False)
    assert "another spelling" in one.both


def test_titles_are_those_of_their_day(person):
    official = make.official("Khăm B")
    at = make.summit("2021-12-18")
    make.delegate(at, "Khăm B", "LA-BL", official=official, titles="Phó Tỉnh trưởng")
    one = only(person(titles=["Tỉnh trưởng"]), official)
    assert (one.kept, one.stated, one.is_conflict) == (
        "Phó Tỉnh trưởng",
        "Tỉnh trưởng",
        False,
    )
    assert said(person(titles=["phó tỉnh trưởng"]), official) == []


def test_a_person_seen_for_another_province_is_a_question(person):
    official = make.official("Khăm B", "LA-KH")
    one = only(person(), official)
    assert (one.field, one.is_conflict, one.both != "") == ("province", True, True)


def test_a_delegation_has_one_head(person):
    at = make.summit("2023-03-30")
    make.delegate(at, "Ông Khác", "LA-BL", is_head=True)
    official = make.official("Khăm B")
    one = person(roles=["head_of_delegation"])
    (found,) = differences(one, official, [at])
    assert (found.field, found.kept) == ("roles", "head of delegation: Ông Khác")
    assert differences(person(roles=["chair"]), official, [at]) == []


def test_a_head_recorded_without_the_person_is_known_by_name(person):
    at = make.summit("2023-03-30")
    make.delegate(at, "Khăm B", "LA-BL", is_head=True)
    one = person(roles=["head_of_delegation"])
    assert differences(one, make.official("Khăm B"), [at]) == []


def test_two_labels_of_one_paper_both_stand(paper):
    known = make.minutes(covers="2022", title_vi="Biên bản năm 2023")
    one = only(paper(), known)
    assert (one.field, one.kept, one.stated, one.is_conflict) == (
        "covers",
        "2022",
        "2023",
        True,
    )
    assert "each label stays" in one.both


def test_a_planned_paper_becomes_signed_and_not_the_other_way(paper):
    about = {"covers": "2023", "title_vi": "biên bản năm 2023"}
    planned = make.minutes(stage="planned", **about)
    assert said(paper(), planned) == [("stage", "Planned", "Signed", False)]
    one = only(paper(stage="planned"), make.minutes(**about))
    assert (one.field, one.is_conflict, one.both != "") == ("stage", True, True)


def test_kind_and_day_of_signing_are_conflicts_and_a_name_is_not(paper):
    known = make.minutes(covers="2023", signed_on="2023-03-31", title_vi="Thỏa thuận")
    one = paper(signed_on="2023-03-30", place="Pạc Xăn")
    one.decided_values = {"kind": "agreement"}
    assert said(one, known) == [
        ("name_as_printed", "Thỏa thuận", "biên bản năm 2023", False),
        ("kind", "Minutes", "Agreement", True),
        ("signed_on", "31 Mar 2023", "30 Mar 2023", True),
        ("place", "", "Pạc Xăn", False),
    ]


def test_new_signatories_are_added_to_those_known(paper):
    known = make.minutes(covers="2023", title_vi="biên bản năm 2023")
    make.signature(known, "Khăm-b")
    one = paper(signatories=["Khăm B", "Trần Văn A"])
    assert said(one, known) == [("signatories", "Khăm-b", "Trần Văn A", False)]


def test_agreed_is_not_petitioned_and_sectors_stay_as_sorted(item):
    known = make.commitment(
        text="hai bên thống nhất mở đường", force="petition", sectors=("trade",)
    )
    make.sector("transport", "Giao thông")
    one = item(sectors=["transport"])
    assert [row[0::3] for row in said(one, known)] == [
        ("force", True),
        ("sectors", False),
    ]


def test_other_words_of_a_clause_are_evidence_beside_it(item):
    one = only(item(), make.commitment(text="Mở đường sang cửa khẩu"))
    assert (one.field, one.is_conflict, one.both != "") == ("text", False, True)


def test_a_request_of_another_side_is_a_conflict(item):
    known = make.proposal(text="Hai bên thống nhất mở đường", code="LA-BL")
    one = item(force="proposed", side="VN-23")
    assert said(one, known) == [("side", "Bolikhamxay", "Ha Tinh", True)]


def test_a_result_is_no_second_wording_of_its_clause(item):
    known = make.commitment(text="Mở đường sang cửa khẩu")
    assert said(item(force="reported"), known) == []


@pytest.mark.parametrize("count", [1, 3])
def test_an_article_is_compared_in_so_many_queries(django_assert_num_queries, count):
    numbers = range(1, count + 1)
    of = make.reading(
        "".join(f"Sáng {n}/3. Ông Khăm B{n}. Đường {n}.\n" for n in numbers)
    )
    for n in numbers:
        at = make.summit(f"2023-03-0{n}", stage="announced", venue="Cha Lo")
        make.citation(at, "stage", stated_value="announced")
        official = make.official(f"Khăm B{n}")
        make.delegate(at, f"Khăm B{n}", "LA-BL", official=official, titles="Chủ tịch")
        make.suggestion(
            of, "event", f"Sáng {n}/3", date=f"2023-03-0{n}", place="Cầu Treo"
        )
        make.suggestion(of, "person", f"Khăm B{n}", province="LA-BL", titles=["Bí thư"])
    suggestions = list(of.suggestions.all())
    matches = match_all(of)
    with django_assert_num_queries(9):
        found = differences_all(suggestions, matches)
    assert sorted(len(one) for one in found.values()) == [1] * count + [2] * count
