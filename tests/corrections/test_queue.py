"""Staff find what readers report, settle it, and say publicly what was corrected."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from publication.correcting import take_in_hand
from publication.models import Change
from publication.publish import correct
from publication.reports import CorrectionReport
from tests import make
from tests.admin import forms

pytestmark = pytest.mark.django_db

LIST = "/admin/publication/correctionreport/"


def of(report, act="change") -> str:
    return reverse(f"admin:publication_correctionreport_{act}", args=[report.pk])


def told(client, report, field) -> str:
    """What the page of a report says in one field."""
    page = client.get(of(report)).text
    found = re.search(
        rf'field-{field}">.*?class="readonly">(.*?)</div>', page, re.DOTALL
    )
    return found[1].strip()


@pytest.fixture
def editor(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(make.user("editor", name="anh_minh"))
    return client


@pytest.fixture
def publisher(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(make.user("publisher", name="chi_lan"))
    return client


def listed(client, query="") -> list[str]:
    page = client.get(f"{LIST}{query}")
    return [report.number for report in page.context["cl"].result_list]


def test_the_queue_shows_what_is_new_first_then_in_hand_the_newest_of_each(editor):
    dismissed, answered = make.report(state="dismissed"), make.report(state="answered")
    in_hand = make.report(state="in_hand")
    first, second = make.report(), make.report()
    expected = [second, first, in_hand, dismissed, answered]
    assert listed(editor) == [report.number for report in expected]


def test_the_queue_is_narrowed_by_state_type_and_words(editor):
    person, meeting = make.official(), make.summit()
    one = make.report(person, wrong="Tên sai")
    two = make.report(meeting, state="dismissed")
    site = make.report(state="in_hand")
    assert {
        query: set(listed(editor, query))
        for query in (
            "?state=open",
            "?state=dismissed",
            "?record_type=official",
            f"?q={meeting.reference}",
            f"?q={site.number}",
        )
    } == {
        "?state=open": {one.number, site.number},
        "?state=dismissed": {two.number},
        "?record_type=official": {one.number},
        f"?q={meeting.reference}": {two.number},
        f"?q={site.number}": {site.number},
    }


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queue_costs_the_same_however_long_it_is(
    editor, rows, django_assert_num_queries
):
    for _row in range(rows):
        make.report(make.source())
    with django_assert_num_queries(6):
        editor.get(LIST)


def test_a_report_leads_to_its_record_published_or_not(editor):
    draft = make.official(published=False)
    report = make.report(draft)
    answer = editor.get(of(report, "record"))
    assert answer.url == f"/admin/provinces/official/{draft.pk}/change/"
    page = editor.get(of(report)).text
    assert of(report, "record") in page


def test_a_report_about_nothing_that_is_left_says_so(editor):
    report = make.report(reference="s-999999")
    assert editor.get(of(report, "record")).status_code == 404


def test_the_report_tells_whether_the_record_was_changed_since(editor):
    meeting = make.summit()
    report = make.report(meeting)
    assert told(editor, report, "changed_since") == "No"
    meeting.save()
    assert told(editor, report, "changed_since") == "Yes"


def test_taking_in_hand_answering_and_dismissing_say_who_did_it(editor):
    answered, dismissed = make.report(), make.report()
    for act, report, note in (
        ("take", answered, ""),
        ("answer", answered, "Đã sửa ngày ký"),
        ("dismiss", dismissed, "Nguồn viết đúng như vậy"),
    ):
        answer = editor.post(of(report, act), {"note": note})
        assert (answer.status_code, answer.url) == (302, of(report))
        report.refresh_from_db()
    assert [
        (one.state, one.handled_by.username, one.note) for one in (answered, dismissed)
    ] == [
        ("answered", "anh_minh", "Đã sửa ngày ký"),
        ("dismissed", "anh_minh", "Nguồn viết đúng như vậy"),
    ]


@pytest.mark.parametrize("act", ["answer", "dismiss"])
def test_a_report_is_not_closed_without_a_note(editor, act):
    report = make.report()
    page = editor.post(of(report, act), {"note": "  "})
    report.refresh_from_db()
    assert (page.status_code, report.state) == (200, "new")
    assert "This field is required." in page.text


def test_what_was_settled_is_not_settled_again(editor):
    report = make.report(state="answered", note="Đã sửa")
    page = editor.post(of(report, "dismiss"), {"note": "Bỏ"})
    report.refresh_from_db()
    assert (report.state, report.note) == ("answered", "Đã sửa")
    assert f"{report.number} was settled before: Answered." in page.text
    assert of(report, "dismiss") not in editor.get(of(report)).text


def test_several_are_taken_in_hand_from_the_list(editor):
    new, closed = make.report(), make.report(state="dismissed")
    chosen = [new.pk, closed.pk]
    data = {"action": "take_chosen", "_selected_action": chosen}
    page = editor.post(LIST, data, follow=True)
    new.refresh_from_db()
    closed.refresh_from_db()
    assert (new.state, closed.state) == ("in_hand", "dismissed")
    assert "1 report is in hand now." in page.text


def test_one_settled_at_that_moment_is_left_and_said(editor, monkeypatch):
    settled, other = make.report(), make.report()
    others = CorrectionReport.objects.filter(pk=settled.pk)
    really = take_in_hand

    def late(report, by):
        others.update(state="answered")
        really(report, by=by)

    monkeypatch.setattr("publication.admin.reports.take_in_hand", late)
    data = {"action": "take_chosen", "_selected_action": [settled.pk, other.pk]}
    page = editor.post(LIST, data, follow=True)
    other.refresh_from_db()
    assert (others.get().state, other.state) == ("answered", "in_hand")
    assert f"{settled.number} was settled before: Answered." in page.text
    assert "1 report is in hand now." in page.text


@pytest.mark.parametrize("role", ["reporter", ""])
def test_who_may_only_read_records_meets_no_trace_of_reports(client, role):
    meeting = make.summit()
    report = make.report(meeting, contact="doc.gia@example.org", wrong="Ngày sai")
    person = make.user(role or "editor")
    if not role:
        person.groups.clear()
    client.force_login(person)
    addresses = [LIST, of(report), *(of(report, act) for act in ("take", "record"))]
    assert [client.get(one).status_code for one in addresses[:2]] == [403, 403]
    assert {client.get(one).status_code for one in addresses[2:]} <= {403, 404}
    assert client.post(of(report, "take"), {}).status_code in {403, 404}
    page = client.get(f"/admin/summits/summit/{meeting.pk}/change/")
    assert report.number not in page.text
    report.refresh_from_db()
    assert report.state == "new"


def test_the_records_page_for_staff_names_its_open_reports(editor):
    meeting, other = make.summit(), make.official()
    here = make.report(meeting, wrong="Ngày họp là 29/3")
    elsewhere = make.report(other)
    closed = make.report(meeting, state="answered")
    page = editor.get(f"/admin/summits/summit/{meeting.pk}/change/").text
    assert [report.number in page for report in (here, elsewhere, closed)] == [
        True,
        False,
        False,
    ]
    assert "1 report of an error is open:" in page


def test_a_correction_names_the_report_that_it_answers(publisher):
    gate = make.source()
    report = make.report(gate)
    address = f"/admin/sources/source/{gate.pk}/change/"
    fields = forms.fields_of(publisher.get(address))
    fields |= {
        "title": "Hai tỉnh họp",
        "change_reason": "Tên bài được sửa",
        "answered_report": report.pk,
    }
    assert publisher.post(address, fields).status_code == 302
    report.refresh_from_db()
    change = Change.objects.get(kind="correction")
    assert (change.reference, change.report) == (gate.reference, report)
    assert (report.state, report.handled_by.username, report.note) == (
        "answered",
        "chi_lan",
        "Tên bài được sửa",
    )


def test_a_correction_answers_no_report_of_another_record(publisher):
    gate = make.source()
    make.report(gate)
    other = make.report(make.official())
    address = f"/admin/sources/source/{gate.pk}/change/"
    fields = forms.fields_of(publisher.get(address))
    fields |= {"title": "X", "change_reason": "Y", "answered_report": other.pk}
    assert publisher.post(address, fields).status_code == 200
    assert Change.objects.count() == 0


def test_naming_a_report_alone_is_no_correction(publisher):
    gate = make.source()
    report = make.report(gate)
    address = f"/admin/sources/source/{gate.pk}/change/"
    fields = forms.fields_of(publisher.get(address))
    fields |= {"change_reason": "Y", "answered_report": report.pk}
    publisher.post(address, fields)
    report.refresh_from_db()
    assert (report.state, Change.objects.count()) == ("new", 0)


def test_without_open_reports_a_correction_asks_for_none(publisher):
    gate = make.source()
    make.report(gate, state="dismissed")
    page = publisher.get(f"/admin/sources/source/{gate.pk}/change/")
    assert "answered_report" not in page.text


PAGES = {
    "summit": make.summit,
    "minutes": make.minutes,
    "commitment": make.commitment,
    "proposal": make.proposal,
    "partnership": make.partnership,
    "official": make.official,
    "province": make.province,
    "source": make.source,
}


@pytest.mark.parametrize("kind", PAGES)
def test_each_record_shows_its_corrections_and_where_to_report_an_error(client, kind):
    record = PAGES[kind]()
    report = make.report(record)
    correct(record, by=None, at=make.NOON, reason="Tên được viết đúng")
    correct(record, by=None, at=make.NOON, reason="Ngày được sửa", report=report)
    page = client.get(f"/en{record.get_absolute_url().removeprefix('/en')}").text
    section = page[page.index('id="corrections"') :]
    assert section.count("Corrected") == 2
    assert section.index("Ngày được sửa") < section.index("Tên được viết đúng")
    assert section.count("(a reader pointed it out)") == 1
    assert f'href="/en/corrections/new/?about={record.reference}"' in section
    assert report.number not in page


def test_corrections_of_single_reports_stand_on_the_pages_that_show_them(client):
    clause = make.commitment()
    told = make.progress(clause)
    correct(told, by=None, at=make.NOON, reason="Số liệu được sửa")
    correct(make.progress(), by=None, at=make.NOON, reason="Của nơi khác")
    pages = [clause, clause.minutes]
    addresses = [record.get_absolute_url() for record in pages]
    for address in [*addresses, f"/threads/{clause.reference}/"]:
        page = client.get(f"/en{address}").text
        section = page.partition('id="corrections">')[2].partition("</div>")[0]
        text = " ".join(re.sub(r"<[^>]+>", " ", section).split())
        said = f"Corrected on 2 Jan 2026: {told.reference} Số liệu được sửa"
        assert text == f"{said} Report an error"


def test_what_is_corrected_in_a_part_does_not_check_the_whole(client):
    clause = make.commitment()
    correct(make.progress(clause), by=None, at=make.now(), reason="Sửa")
    freshness = client.get(clause.get_absolute_url()).context["freshness"]
    assert freshness.verified_on == timezone.localdate(make.NOON)


def test_a_page_that_may_be_kept_posts_nothing(client):
    page = client.get(make.summit().get_absolute_url())
    assert 'method="post"' not in page.text
    assert "csrf" not in page.text
    assert page.cookies == {}
