"""What a list may be asked, and what is refused: the same for pages and API."""

import pytest
from django.test import RequestFactory
from django.utils import translation

from provinces.filters import OfficialFilterSet, ProvinceFilterSet
from provinces.models import Official, Province
from publication.filters import BadQuery, ChangeFilterSet, Fault, narrow
from publication.models import Change
from sources.filters import SourceFilterSet
from sources.models import Source
from summits.filters import (
    CommitmentFilterSet,
    MinutesFilterSet,
    PartnershipFilterSet,
    ProgressFilterSet,
    ProposalFilterSet,
    SummitFilterSet,
)
from summits.models import (
    Commitment,
    Minutes,
    Partnership,
    Progress,
    Proposal,
    Summit,
)
from tests import make

pytestmark = pytest.mark.django_db

FILTERS = {
    Province: ProvinceFilterSet,
    Official: OfficialFilterSet,
    Source: SourceFilterSet,
    Partnership: PartnershipFilterSet,
    Summit: SummitFilterSet,
    Minutes: MinutesFilterSet,
    Commitment: CommitmentFilterSet,
    Proposal: ProposalFilterSet,
    Progress: ProgressFilterSet,
}


def asked(model, query, **options):
    request = RequestFactory().get(f"/?{query}")
    return narrow(FILTERS[model], request, model.objects.public(), **options).qs


def found(model, query):
    return {row.reference for row in asked(model, query)}


def faults(model, query, **options):
    with translation.override("en"), pytest.raises(BadQuery) as refusal:
        asked(model, query, **options)
    return refusal.value.faults


@pytest.mark.parametrize("model", FILTERS)
def test_an_empty_question_returns_everything_and_one_query(
    model, django_assert_num_queries
):
    with django_assert_num_queries(1):
        assert list(asked(model, "q=&ordering=")) == []


@pytest.mark.parametrize("model", FILTERS)
def test_every_filter_that_a_record_has_can_be_used(model):
    names = {
        "q": "ha",
        "year": "2023",
        "since": "2021",
        "until": "2024-05",
        "modified_since": "2026-01-31",
        "country": "VN",
        "force": "agreed",
        "sign": "done",
        "implementation": "completed",
        "evidence": "press",
        "province": make.province().reference,
        "actor": make.province().reference,
        "partnership": make.partnership().reference,
        "official": make.official().reference,
        "sector": make.sector().code,
        "stage": "held" if model is Summit else "signed",
    }
    known = FILTERS[model].base_filters.keys() - {"ordering"}
    for name in known:
        list(asked(model, f"{name}={names[name]}"))
    for order, _label in FILTERS[model].base_filters["ordering"].extra["choices"]:
        list(asked(model, f"ordering={order}"))
    assert known <= names.keys()


def test_an_unknown_name_is_refused_with_the_known_ones():
    [fault] = faults(Province, "colour=red", also=["page"])
    assert fault == Fault(
        "colour",
        "This name is not known here.",
        ("q", "country", "modified_since", "ordering", "page"),
    )


def test_a_name_somebody_else_reads_is_let_through():
    make.province()
    assert len(asked(Province, "page=2", also=["page"])) == 1


A_DATE = "a date such as 2023, 2023-03 or 2023-03-30"
A_MOMENT = "a day or a moment such as 2026-01-31 or 2026-01-31T08:00:00Z"


@pytest.mark.parametrize(
    ("model", "query", "accepted"),
    [
        (Summit, "stage=over", ("announced", "held", "postponed", "cancelled")),
        (Summit, "year=23", ("a year such as 2023",)),
        (Summit, "year=٢٠٢٣", ("a year such as 2023",)),
        (Summit, "since=30/3/2023", (A_DATE,)),
        (Summit, "until=2023-02-30", (A_DATE,)),
        (Summit, "since=2021?", (A_DATE,)),
        (Summit, "country=US", ("VN", "LA", "TH")),
        (Summit, "modified_since=soon", (A_MOMENT,)),
        (Summit, "modified_since=2026-02-30", (A_MOMENT,)),
        (
            Province,
            "ordering=state",
            ("reference", "name", "modified_at", "-modified_at"),
        ),
        (Commitment, "force=binding", ("agreed", "petition", "aspiration")),
        (Summit, "province=VN-99", ("LA-BL", "VN-23")),
        (Commitment, "sector=war", ("transport",)),
    ],
)
def test_an_impossible_value_is_refused_with_those_accepted(model, query, accepted):
    make.partnership()
    make.sector()
    value = query.partition("=")[2]
    [fault] = faults(model, query)
    assert fault.message == f"“{value}” is not accepted here."
    assert fault.accepted == accepted


def test_a_form_is_named_and_no_example_passes_for_all_there_is():
    with translation.override("en"), pytest.raises(BadQuery) as refusal:
        asked(Summit, "year=23")
    assert str(refusal.value) == (
        "year: “23” is not accepted here. Accepted: a year such as 2023."
    )
    request = RequestFactory().get("/?since=-1")
    with translation.override("en"), pytest.raises(BadQuery) as refusal:
        narrow(ChangeFilterSet, request, Change.objects.all())
    assert str(refusal.value) == (
        "since: “-1” is not accepted here. Accepted: a whole number such as 1204, "
        "or a day such as 2026-01-31."
    )


def test_a_name_that_takes_one_value_is_refused_twice():
    assert faults(Summit, "q=a&q=b") == (Fault("q", "Give it once."),)


def test_more_values_than_anybody_needs_are_refused():
    query = "&".join(["year=2023"] * 51)
    assert faults(Summit, query) == (Fault("year", "Give at most 50 values."),)


def test_words_of_nothing_but_signs_and_without_end_are_refused():
    assert [fault.message for fault in faults(Summit, "q=-,-")] == [
        "Give at least one letter or digit to look for."
    ]
    assert [fault.message for fault in faults(Summit, "q=" + "a+" * 21)] == [
        "Give at most 20 words to look for."
    ]
    assert len(faults(Summit, "q=" + "a" * 201)) == 1
    assert len(faults(Summit, "q=%00")) == 1


def test_every_fault_of_a_query_is_named_at_once():
    named = [fault.parameter for fault in faults(Summit, "x=1&year=1&stage=over&y=2")]
    assert sorted(named) == ["stage", "x", "y", "year"]


def test_a_filterset_with_faults_gives_no_rows_even_when_nobody_asked_for_them():
    request = RequestFactory().get("/?stage=over")
    rows = SummitFilterSet(request.GET, Summit.objects.public())
    with pytest.raises(BadQuery):
        _rows = rows.qs


def test_several_values_of_one_name_widen_and_several_names_narrow():
    held, postponed = make.summit(), make.summit(stage="postponed", date="2024")
    make.summit(stage="cancelled")
    both = {held.reference, postponed.reference}
    assert found(Summit, "stage=held&stage=postponed") == both
    assert found(Summit, "stage=held&stage=postponed&year=2024") == {
        postponed.reference
    }


@pytest.mark.parametrize("query", ["quoc lo 8a", "QUỐC LỘ", "lộ quốc", "8A"])
def test_words_are_found_without_marks_case_or_order(query):
    wanted = make.commitment(text="Nâng cấp quốc lộ 8A")
    make.commitment(text="Trao đổi đoàn")
    assert found(Commitment, f"q={query}") == {wanted.reference}


@pytest.mark.parametrize("query", ["bolikham xay", "ha tinh", "cau treo", "kong keo"])
def test_summits_are_found_by_provinces_places_and_people(query):
    wanted = make.summit(place=make.place())
    make.delegate(wanted, "Kong Kẹo", "LA-BL", official=make.official())
    make.province("LA-BL").names.create(text="Bo-li-khăm Xay")
    make.summit(codes=("VN-22", "LA-SV"))
    assert found(Summit, f"q={query}") == {wanted.reference}


@pytest.mark.parametrize(
    ("date", "query", "is_found"),
    [
        ("2021-12-18", "since=2021-12-18", True),
        ("2021-12-18", "since=2021-12-19", False),
        ("2021-12-18?", "until=2021-12-18", True),
        ("2021-12-18?", "until=2021-12-17", False),
        ("2021", "since=2021-06", True),
        ("2021", "until=2021-06-30", True),
        ("2021", "since=2022", False),
        ("2021-12", "since=2021-12-31&until=2021-12-31", True),
        ("2024/2026", "year=2025", True),
        ("2024/2026", "year=2027", False),
        ("2024/2026", "until=2024-01", True),
        ("2024-03?/2026", "until=2024-02", False),
        ("2021-12-18", "year=2021&year=2019", True),
        ("", "until=2099", False),
        ("", "year=2021", False),
    ],
)
def test_a_date_is_found_where_it_may_lie(date, query, is_found):
    wanted = make.source(published_on=date)
    assert found(Source, query) == ({wanted.reference} if is_found else set())


def test_rows_changed_before_a_moment_are_left_out():
    wanted = make.source()
    assert found(Source, "modified_since=2000-01-01") == {wanted.reference}
    assert found(Source, "modified_since=2999-01-01T00:00:00Z") == set()


def test_implementation_is_what_the_newest_public_report_says():
    doing, silent = make.commitment(), make.commitment()
    make.progress(doing, "in_progress", "2024")
    make.progress(doing, "completed", "2025", published=False)
    make.progress(silent, "completed", "2025", published=False)
    assert found(Commitment, "implementation=in_progress") == {doing.reference}
    assert found(Commitment, "implementation=completed") == set()
    assert found(Commitment, "evidence=none") == {silent.reference}


def test_drafts_are_neither_choices_nor_a_way_to_choose():
    hidden = make.summit(published=False)
    unknown = make.official(published=False)
    known = make.official("Vũ Công Tài", "VN-23")
    make.delegate(hidden, "Vũ Công Tài", official=known)
    shown = make.summit()
    make.delegate(shown, "Kong Kẹo", "LA-BL", official=unknown)
    assert found(Summit, f"official={known.reference}") == set()
    assert found(Summit, "q=keo") == set()
    [fault] = faults(Summit, f"official={unknown.reference}")
    assert fault.accepted == (known.reference,)


def test_a_person_finds_meetings_papers_and_requests():
    person = make.official()
    minutes = make.minutes()
    make.signature(minutes, "Kong Kẹo", "LA-BL", official=person)
    make.delegate(minutes.summit, "Kong Kẹo", "LA-BL", official=person)
    clause = make.commitment(minutes)
    request = make.proposal(minutes.summit, official=person)
    query = f"official={person.reference}"
    make.commitment()
    make.proposal()
    assert found(Summit, query) == {minutes.summit.reference}
    assert found(Minutes, query) == {minutes.reference}
    assert found(Commitment, query) == {clause.reference}
    assert found(Proposal, query) == {request.reference}


def test_a_row_with_many_partners_is_found_once():
    make.commitment(sectors=("a", "b"), actors=("VN-23", "LA-BL"))
    query = "sector=a&sector=b&actor=VN-23&actor=LA-BL&country=VN&country=LA"
    assert len(asked(Commitment, query)) == 1


def test_a_country_counts_only_through_a_public_province():
    make.province("TH-48", published=False)
    make.summit(codes=("VN-23", "LA-BL", "TH-48"))
    assert found(Summit, "country=TH") == set()
    assert len(found(Summit, "country=LA")) == 1
