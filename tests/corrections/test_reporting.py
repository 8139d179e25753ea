"""Anybody reports an error of a public record, and is told what became of it."""

import re

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from publication.models import CorrectionReport, Reference
from publication.publish import correct, publish, withdraw
from tests import make
from tests.corrections.send import ADDRESS, address, kept, send, typed

pytestmark = pytest.mark.django_db

PREFIXES = {"": "vi", "/lo": "lo", "/en": "en"}


def alerts(answer) -> list[str]:
    """The sentences that say what is wrong with what was sent."""
    found = re.search(r'<ul class="problems">(.*?)</ul>', answer.text, re.DOTALL)
    if not found:
        return []
    lines = re.findall(r"<li>(.*?)</li>", found[1], re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", "", line).split()) for line in lines]


def test_a_report_is_kept_with_its_record_its_page_and_the_state_that_was_read(client):
    paper = make.minutes()
    answer = send(
        client,
        paper,
        prefix="/en",
        right="Báo Hà Tĩnh ngày 30/3 viết 29/3.",
        source_link="example.org/bai",
        contact="doc.gia@example.org",
    )
    (report,) = kept()
    assert answer.status_code == 302
    assert answer.url == f"/en/corrections/{report.number}/"
    assert {
        "reference": report.reference,
        "record_type": report.record_type,
        "wrong": report.wrong,
        "right": report.right,
        "source_link": report.source_link,
        "contact": report.contact,
        "page": report.page,
        "data_at": report.data_at,
        "state": report.state,
        "handled_by": report.handled_by,
    } == {
        "reference": paper.reference,
        "record_type": "minutes",
        "wrong": "Ngày ký là 29/3.",
        "right": "Báo Hà Tĩnh ngày 30/3 viết 29/3.",
        "source_link": "https://example.org/bai",
        "contact": "doc.gia@example.org",
        "page": f"/en/minutes/{paper.reference}/",
        "data_at": paper.modified_at,
        "state": "new",
        "handled_by": None,
    }


KINDS = {
    "summit": make.summit,
    "minutes": make.minutes,
    "commitment": make.commitment,
    "proposal": make.proposal,
    "progress": make.progress,
    "partnership": make.partnership,
    "official": make.official,
    "province": make.province,
    "source": make.source,
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_record_can_be_reported(client, kind):
    record = KINDS[kind]()
    assert client.get(address(record)).status_code == 200
    assert send(client, record).status_code == 302
    assert [(one.reference, one.record_type) for one in kept()] == [
        (record.reference, kind)
    ]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_form_and_the_confirmation_speak_the_readers_language(client, prefix):
    record, language = make.summit(), PREFIXES[prefix]
    page = client.get(address(record, prefix))
    sent = send(client, record, prefix=prefix)
    confirmed = client.get(sent.url)
    with translation.override(language):
        heading, button = gettext("Report an error"), gettext("Send the report")
        thanks = gettext("Thank you, your report has arrived")
    assert f"<h1>{heading}</h1>" in page.text
    assert f'type="submit">{button}</button>' in page.text
    assert f"<h1>{thanks}</h1>" in confirmed.text
    assert sent.url == f"{prefix}/corrections/{kept()[0].number}/"
    for answer in (page, confirmed):
        assert answer["Content-Language"] == language
        assert f'<html lang="{language}">' in answer.text


def test_nothing_of_it_is_kept_by_caches_or_shown_by_search_engines(client):
    record = make.summit()
    sent = send(client, record)
    answers = [
        client.get(address(record)),
        client.get(f"{ADDRESS}?about=s-999999"),
        client.post(address(record), typed(record, wrong="")),
        sent,
        client.get(sent.url),
        client.get("/corrections/NONE-NONE/"),
    ]
    assert [one.status_code for one in answers] == [200, 404, 400, 302, 200, 404]
    for answer in answers:
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_a_report_is_counted_once_however_often_the_form_is_sent(client):
    record = make.summit()
    fields = typed(record)
    answers = [client.post(address(record), fields) for _again in range(3)]
    assert len(kept()) == 1
    assert {one.url for one in answers} == {f"/corrections/{kept()[0].number}/"}


def test_without_a_record_the_report_is_about_the_site(client):
    assert client.get(ADDRESS).status_code == 200
    answer = client.post(ADDRESS, typed(None))
    (report,) = kept()
    assert answer.url == f"/corrections/{report.number}/"
    assert (report.reference, report.record_type, report.page) == ("", "", "/")


def test_a_draft_cannot_be_told_from_a_reference_never_given(client):
    draft = make.summit(published=False)
    for method in (client.get, client.post):
        of_draft = method(address(draft))
        of_none = method(f"{ADDRESS}?about={draft.reference[:-1]}9")
        assert (of_draft.status_code, of_none.status_code) == (404, 404)
        hide = str(draft.reference).encode()
        assert of_draft.content.replace(hide, b"") == of_none.content.replace(
            hide[:-1] + b"9", b""
        )
    assert kept() == []


@pytest.mark.parametrize(
    "about",
    ["x" * 500, "'", "a b", "%00", "VN-23%00", "../admin", "ﬁ", "a." * 4000, "a%0A"],
)
def test_what_is_no_reference_is_answered_in_words(client, about):
    answer = client.get(f"/en{ADDRESS}?about={about}")
    assert answer.status_code == 404
    assert "open the page of the record" in answer.text


def test_a_withdrawn_record_says_when_and_why_and_takes_no_report(client):
    record = make.summit(published=False)
    make.citation(record, "date")
    make.citation(record, "stage")
    publish([record], by=None, at=make.NOON)
    withdraw(record, by=None, at=make.NOON, reason="Trùng với hồ sơ khác")
    page = client.get(address(record))
    assert page.status_code == 410
    assert "Trùng với hồ sơ khác" in page.text
    assert (send(client, record).status_code, kept()) == (410, [])


def test_a_merged_record_leads_to_its_successor(client):
    old, new = make.official("Người cũ"), make.official("Người mới")
    publish_again(old)
    left = Reference.objects.get(text=old.reference)
    left.successor = Reference.objects.get(text=new.reference)
    left.save()
    withdraw(old, by=None, at=make.NOON, reason="Cùng một người")
    answer = client.get(address(old, "/en"))
    assert (answer.status_code, answer.url) == (302, address(new, "/en"))


def publish_again(record):
    """Write the publication of a record into the log, as the act does."""
    record.state = "draft"
    record.save()
    make.citation(record, "name_vi", record.name_vi)
    publish([record], by=None, at=make.NOON)


def test_the_confirmation_follows_the_report_until_the_correction(client):
    record = make.summit()
    address = send(client, record, prefix="/en").url
    assert "It waits for somebody to read it." in client.get(address).text
    report = kept()[0]
    correct(record, by=None, at=make.NOON, reason="Ngày ký được sửa", report=report)
    CorrectionReport.objects.filter(pk=report.pk).update(state="answered")
    page = client.get(address).text
    assert "It has been dealt with." in page
    assert "Corrected on 2" in page
    assert "Ngày ký được sửa" in page


def test_a_confirmation_shows_nothing_of_what_was_written(client):
    record = make.summit()
    page = client.get(
        send(client, record, right="bí mật", contact="ai@example.org").url
    )
    assert [
        word for word in ("Ngày ký", "bí mật", "ai@example.org") if word in page.text
    ] == []


@pytest.mark.parametrize("number", ["AAAA-AAAA", "x", "..", "1" * 300, "%00"])
def test_a_number_that_was_never_given_is_answered_in_words(client, number):
    assert client.get(f"/corrections/{number}/").status_code == 404


FAULTS = {
    "wrong": ("", "What is wrong?: Write what is wrong."),
    "source_link": (
        "không phải địa chỉ",
        (
            "Address of a source: This is no web address. Use one such as "
            "https://example.org/article."
        ),
    ),
    "contact": (
        "ai đó",
        (
            "Your e-mail address: This is no e-mail address. Use one such as "
            "name@example.org, or leave it empty."
        ),
    ),
    "right": (
        "x" * 2001,
        (
            "What is right, and how do you know?: This has 2001 characters; 2000 are "
            "taken. Shorten it, or send a second report."
        ),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_said_beside_its_field_and_nothing_typed_is_lost(client, name):
    record = make.summit()
    value, said = FAULTS[name]
    written = {"wrong": "Sai tên", "right": "Đúng là Nguyễn", "contact": "a@b.example"}
    answer = send(client, record, prefix="/en", **written | {name: value})
    assert (answer.status_code, kept()) == (400, [])
    assert alerts(answer) == [said]
    form = answer.context["form"]
    for other, text in (written | {name: value}).items():
        assert form[other].value() == text
        assert f'id="id_{name}_error"' in answer.text
        assert text in answer.text


def test_line_ends_of_browsers_do_not_count_twice(client):
    lines = "\r\n".join(["một dòng"] * 220)
    assert len(lines) > 2000 > len(lines.replace("\r\n", "\n"))
    assert send(client, make.summit(), wrong=lines).status_code == 302
    assert kept()[0].wrong == lines.replace("\r\n", "\n")


def test_what_is_shown_again_is_text_and_no_markup(client):
    answer = send(client, make.summit(), wrong="<script>x</script>", contact="?")
    assert "<script>x" not in answer.text
    assert "&lt;script&gt;x" in answer.text


def test_a_form_without_the_sites_cookie_is_refused_and_shown_again():
    strict = Client(enforce_csrf_checks=True)
    record = make.summit()
    answer = send(strict, record, prefix="/en", wrong="Tên bị viết sai")
    assert (answer.status_code, kept()) == (403, [])
    assert "Tên bị viết sai" in answer.text
    assert alerts(answer)[0].startswith("Your browser did not send our cookie along")
    token = strict.cookies["csrftoken"].value
    again = send(strict, record, csrfmiddlewaretoken=token)
    assert (again.status_code, len(kept())) == (302, 1)


def test_another_form_without_the_cookie_is_refused_in_plain_words():
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/admin/login/", {"username": "x", "password": "y"})
    assert answer.status_code == 403
    assert "<h1>" in answer.text
    assert "CSRF" not in answer.text


def test_other_methods_are_not_taken(client):
    record = make.summit()
    assert client.put(address(record)).status_code == 405
    number = send(client, record).url
    assert client.post(number).status_code == 405


@pytest.mark.parametrize("rows", [1, 3])
def test_the_form_costs_the_same_however_much_there_is(
    client, rows, django_assert_num_queries
):
    records = [make.source() for _row in range(rows)]
    for record in records:
        send(client, record)
    with django_assert_num_queries(9):
        client.get(address(records[0]))
    number = kept()[0].number
    with django_assert_num_queries(11):
        client.get(f"/corrections/{number}/")
