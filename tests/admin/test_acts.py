"""Review, publish, withdraw, open: acts of their own, with a page that asks first."""

import hashlib

import pytest
from django.urls import reverse

from publication.models import Change, State
from sources.models import Source
from summits.models import Commitment, MinutesFile, Summit
from tests import make
from tests.admin import story
from tests.admin.forms import errors_of, fields_of, save

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024


def at(row, act="change") -> str:
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{act}", args=[row.pk])


def acts_on(page) -> list[str]:
    return [str(address) for _label, address in page.context["acts"]]


def test_a_draft_is_sent_to_review_by_an_editor(editor):
    summit = make.summit(published=False)
    assert editor.get(at(summit, "review")).status_code == 200
    assert editor.post(at(summit, "review")).url == at(summit)
    summit.refresh_from_db()
    assert summit.state == State.IN_REVIEW


def test_the_page_of_publishing_lists_what_is_published_together(publisher):
    rows = story.summit()
    page = publisher.get(at(rows.summit, "publish"))
    listed = {row.reference for row in page.context["waiting"]}
    assert listed == {
        Source.objects.get().reference,
        *(
            getattr(rows, name).reference
            for name in ("summit", "minutes", "commitment", "proposal", "progress")
        ),
    }
    assert publisher.post(at(rows.summit, "publish")).url == at(rows.summit)
    assert Commitment.objects.public().count() == 1
    assert {change.reference for change in Change.objects.all()} == listed
    assert {change.by.username for change in Change.objects.all()} == {"chi_lan"}


def test_an_obstacle_is_a_sentence_and_stops_the_whole(publisher):
    rows = story.summit()
    row = rows.summit.citations.get(field="date")
    row.delete()
    page = publisher.post(at(rows.summit, "publish"))
    assert [str(text) for text in page.context["obstacles"]] == [
        "Ha Tinh – Bolikhamxay, 30 Mar 2023: “date” has no source yet. Cite one."
    ]
    assert b'type="submit" class="default"' not in page.content
    assert Summit.objects.published().count() == 0
    assert Change.objects.count() == 0


def test_a_person_is_published_with_the_sources_cited(publisher):
    official = make.official(published=False)
    source = make.source(published=False)
    make.citation(official, "name_vi", source=source)
    publisher.post(at(official, "publish"))
    assert {change.reference for change in Change.objects.all()} == {
        official.reference,
        source.reference,
    }


def test_a_clause_says_what_still_hides_it(publisher):
    rows = story.summit()
    page = publisher.get(at(rows.commitment, "publish"))
    assert [row.reference for row in page.context["hidden_by"]] == [
        rows.summit.reference,
        rows.minutes.reference,
    ]


def test_withdrawing_asks_for_a_reason_that_the_log_repeats(publisher):
    summit = make.summit()
    refused = publisher.post(at(summit, "withdraw"), {"reason": " "})
    assert refused.context["form"].errors.keys() == {"reason"}
    publisher.post(at(summit, "withdraw"), {"reason": "Nguồn đã rút bài"})
    summit.refresh_from_db()
    change = Change.objects.get()
    assert (summit.state, change.kind, change.reason) == (
        State.WITHDRAWN,
        "withdrawal",
        "Nguồn đã rút bài",
    )
    assert summit.history.latest().history_change_reason == "Nguồn đã rút bài"


def test_a_draft_cannot_be_withdrawn(publisher):
    summit = make.summit(published=False)
    page = publisher.post(at(summit, "withdraw"), {"reason": "x"})
    name = "Ha Tinh – Bolikhamxay, 30 Mar 2023"
    assert page.context["form"].non_field_errors() == [
        f"{name} is not published, so it cannot be withdrawn."
    ]
    assert Change.objects.count() == 0


def test_each_state_offers_its_acts(publisher):
    summit = make.summit(published=False)
    preview = reverse("preview", args=[summit.reference])
    assert acts_on(publisher.get(at(summit))) == [
        at(summit, "review"),
        at(summit, "publish"),
        preview,
    ]
    make.publish(summit)
    assert acts_on(publisher.get(at(summit))) == [
        at(summit, "withdraw"),
        f"/en/summits/{summit.reference}/",
    ]


def attach(client, minutes, file):
    values = fields_of(client.get(at(minutes)))
    row = {
        "files-TOTAL_FORMS": 1,
        "files-0-file": file,
        "files-0-language": "vi",
        "files-0-is_authentic": "on",
    }
    return client.post(at(minutes), values | row)


def test_the_pdf_of_an_original_is_kept_private_with_its_digest(editor):
    minutes = make.minutes(published=False)
    content = b"%PDF-1.7\n1 0 obj\n"
    assert attach(editor, minutes, story.pdf(content)).status_code == 302
    paper = MinutesFile.objects.get()
    assert (paper.sha256, paper.opened_at) == (
        hashlib.sha256(content).hexdigest(),
        None,
    )
    answer = editor.get(at(paper, "paper"))
    assert answer.getvalue() == content
    assert "private" in answer["Cache-Control"].split(", ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<html>", "“a.pdf” is no PDF, whatever its name says. Attach a PDF."),
        (
            b"%PDF-" + b"0" * (20 * MEGABYTE),
            "“a.pdf” has 21 MB. A file has at most 20 MB.",
        ),
    ],
    ids=["no PDF", "too large"],
)
def test_a_file_is_taken_by_what_it_is(editor, content, said):
    minutes = make.minutes(published=False)
    answer = attach(editor, minutes, story.pdf(content, "a.pdf"))
    assert errors_of(answer) == [said]
    assert MinutesFile.objects.count() == 0


def test_the_same_file_is_attached_once(editor):
    minutes = make.minutes(published=False)
    attach(editor, minutes, story.pdf())
    values = fields_of(editor.get(at(minutes)))
    row = {
        "files-TOTAL_FORMS": 2,
        "files-1-file": story.pdf(),
        "files-1-language": "lo",
    }
    answer = editor.post(at(minutes), values | row)
    assert errors_of(answer) == ["This very file is attached already."]


def test_an_original_is_opened_and_closed_by_a_publisher(publisher):
    minutes = make.minutes()
    paper = MinutesFile(minutes=minutes, language="vi", sha256="0" * 64)
    paper.file.save("a.pdf", story.pdf())
    assert MinutesFile.objects.public().opened().count() == 0
    publisher.post(at(paper, "open"))
    assert MinutesFile.objects.public().opened().count() == 1
    publisher.post(at(paper, "open"))
    assert MinutesFile.objects.public().opened().count() == 0
    assert [change.kind for change in Change.objects.all()] == ["correction"] * 2


def test_a_quotation_is_found_in_the_text_of_its_source(editor):
    text = "Sáng 30/3, hai tỉnh họp.\nHai bên ký biên bản."
    source = make.source(text=text)
    summit = make.summit(published=False)
    row = {
        "citations-TOTAL_FORMS": 1,
        "citations-0-field": "stage",
        "citations-0-source": source.pk,
        "citations-0-quote": "hai tỉnh họp.\r\nHai bên",
        "citations-0-basis": "direct",
    }
    assert save(editor, at(summit), **row).status_code == 302
    citation = summit.citations.get()
    assert text[citation.start : citation.end] == "hai tỉnh họp.\nHai bên"


def test_words_that_the_source_does_not_hold_are_refused(editor):
    source, summit = make.source(text="Hai tỉnh họp."), make.summit(published=False)
    row = {
        "citations-TOTAL_FORMS": 1,
        "citations-0-field": "stage",
        "citations-0-source": source.pk,
        "citations-0-quote": "Ba tỉnh họp.",
        "citations-0-basis": "direct",
    }
    said = errors_of(save(editor, at(summit), **row))
    assert [text.partition(".")[0] for text in said] == [
        "These words do not stand in the text of the source"
    ]
    assert summit.citations.count() == 0


def test_a_preview_shows_the_draft_as_the_public_would_see_it(editor):
    rows = story.summit()
    before = (Change.objects.count(), Summit.history.count())
    page = editor.get(reverse("preview", args=[rows.summit.reference]))
    text = page.content.decode()
    assert "Only staff see this page" in text
    assert rows.delegate.name in text
    assert (page["Cache-Control"], page["X-Robots-Tag"]) == (
        "private, no-store",
        "noindex",
    )
    rows.summit.refresh_from_db()
    assert rows.summit.state == State.DRAFT
    assert (Change.objects.count(), Summit.history.count()) == before
    editor.logout()
    assert editor.get(rows.summit.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    "kind",
    ["summit", "minutes", "commitment", "proposal", "progress"],
)
def test_every_kind_of_draft_has_a_preview(editor, kind):
    row = getattr(story.summit(), kind)
    page = editor.get(reverse("preview", args=[row.reference]))
    assert (page.status_code, "Only staff see" in page.content.decode()) == (200, True)


def test_a_reference_nobody_bears_has_no_preview(editor):
    assert editor.get("/admin/preview/s-999999/").status_code == 404
