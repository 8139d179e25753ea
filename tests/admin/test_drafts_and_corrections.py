"""Editors work on drafts; what is published changes with a reason, and says so."""

import pytest
from django.urls import reverse

from provinces.models import OfficialName, Province
from publication.models import Change, State
from summits.models import Delegation, Minutes, Partnership, Summit
from tests import make
from tests.admin import story
from tests.admin.forms import errors_of, fields_of, save

pytestmark = pytest.mark.django_db


def at(row, act="change") -> str:
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{act}", args=[row.pk])


def to_add(model) -> str:
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_add")


def test_an_editor_adds_a_summit_that_gets_its_reference(editor):
    partnership = make.partnership()
    answer = save(
        editor,
        to_add(Summit),
        partnership=partnership.pk,
        kind="summit",
        stage="held",
        date="2023-03-30",
    )
    assert answer.status_code == 302
    summit = Summit.objects.get()
    assert (summit.reference, summit.state) == ("VN-23.LA-BL.2023-1", State.DRAFT)
    assert summit.history.get().history_user.username.startswith("editor")


def test_a_province_is_named_by_the_code_typed_once(editor):
    typed = {"code": "la-kh", "country": "LA", "name_vi": "Khăm Muộn"}
    assert save(editor, to_add(Province), **typed).status_code == 302
    province = Province.objects.get(reference="LA-KH")
    assert [name.text for name in province.names.all()] == ["Khăm Muộn"]
    again = save(editor, to_add(Province), **typed)
    assert errors_of(again) == [
        "The code LA-KH was used before. Open that province instead."
    ]


def test_a_code_that_is_none_is_refused_with_the_form_it_must_have(editor):
    typed = {"code": "23", "country": "VN", "name_vi": "Hà Tĩnh"}
    answer = save(editor, to_add(Province), **typed)
    assert errors_of(answer) == [
        "An ISO 3166-2 code of Vietnam, Laos or Thailand, such as VN-23 or LA-BL."
    ]


def test_a_partnership_is_named_by_its_provinces_and_made_once(editor):
    provinces = [make.province("LA-BL").pk, make.province("VN-23").pk]
    assert save(editor, to_add(Partnership), provinces=provinces).status_code == 302
    assert Partnership.objects.get().reference == "VN-23.LA-BL"
    again = save(editor, to_add(Partnership), provinces=provinces)
    assert errors_of(again) == [
        "The partnership VN-23.LA-BL exists. Open that one instead."
    ]


def test_a_person_added_is_found_by_the_name_without_marks(editor):
    typed = {"name_vi": "Võ Trọng Hải", "name_en": "Vo Trong Hai"}
    save(editor, to_add(make.official()._meta.model), **typed)
    found = set(OfficialName.objects.values_list("text", "language"))
    assert {("Võ Trọng Hải", "vi"), ("Vo Trong Hai", "en")} <= found
    page = editor.get("/admin/provinces/official/", {"q": "vo trong hai"})
    assert [row.name_vi for row in page.context["cl"].result_list] == ["Võ Trọng Hải"]


def test_minutes_and_clauses_typed_on_the_page_above_get_their_references(editor):
    summit = make.summit(published=False)
    answer = save(
        editor,
        at(summit),
        **{
            "minutes-TOTAL_FORMS": 1,
            "minutes-0-kind": "minutes",
            "minutes-0-stage": "signed",
            "minutes-0-title_vi": "biên bản",
            "minutes-0-signed_on": "2023-03-30",
        },
    )
    assert answer.status_code == 302
    minutes = Minutes.objects.get()
    assert minutes.reference == f"{summit.reference}.m1"
    save(
        editor,
        at(minutes),
        **{
            "commitments-TOTAL_FORMS": 1,
            "commitments-0-number": 1,
            "commitments-0-force": "agreed",
            "commitments-0-text_vi": "Nâng cấp đường",
            "commitments-0-text_status": "press",
        },
    )
    clauses = [clause.reference for clause in minutes.commitments.all()]
    assert clauses == [f"{minutes.reference}.c01"]


def test_delegates_of_both_sides_are_typed_on_one_page(editor):
    summit = make.summit(published=False)
    answer = save(
        editor,
        at(summit),
        **{
            "delegates-TOTAL_FORMS": 2,
            "delegates-0-side": make.province("VN-23").pk,
            "delegates-0-name": "Hoàng Trung Dũng",
            "delegates-0-is_head": "on",
            "delegates-1-side": make.province("LA-BL").pk,
            "delegates-1-name": "Kong Kẹo Xay Sông Kham",
            "delegates-1-is_head": "on",
        },
    )
    assert answer.status_code == 302
    sides = Delegation.objects.filter(summit=summit)
    assert {
        (side.province.reference, person.name)
        for side in sides
        for person in side.delegates.all()
    } == {("VN-23", "Hoàng Trung Dũng"), ("LA-BL", "Kong Kẹo Xay Sông Kham")}


def test_two_heads_of_one_side_are_refused_with_a_sentence(editor):
    summit = make.summit(published=False)
    side = make.province("VN-23").pk
    answer = save(
        editor,
        at(summit),
        **{
            "delegates-TOTAL_FORMS": 2,
            "delegates-0-side": side,
            "delegates-0-name": "A",
            "delegates-0-is_head": "on",
            "delegates-1-side": side,
            "delegates-1-name": "B",
            "delegates-1-is_head": "on",
        },
    )
    assert errors_of(answer) == ["Ha Tinh has 2 heads of delegation. Mark one."]
    assert Delegation.objects.count() == 0


def test_the_head_of_a_side_passes_to_another_in_one_save(editor):
    summit = make.summit(published=False)
    old = make.delegate(summit, "A", is_head=True)
    new = make.delegate(summit, "B")
    values = fields_of(editor.get(at(summit)))
    heads = [
        name.rpartition("-")[0] for name, pk in values.items() if pk == str(old.pk)
    ]
    prefix = next(name for name in heads if name.startswith("delegates-"))
    other = "delegates-0" if prefix == "delegates-1" else "delegates-1"
    values.pop(f"{prefix}-is_head")
    answer = editor.post(at(summit), values | {f"{other}-is_head": "on"})
    assert answer.status_code == 302
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.is_head, new.is_head) == (False, True)


def test_a_published_record_is_not_changed_without_a_reason(publisher):
    summit = make.summit(stage="announced")
    answer = save(publisher, at(summit), stage="held")
    assert errors_of(answer) == ["This field is required."]
    assert Change.objects.count() == 0


def test_a_correction_is_logged_with_its_reason_and_kept_in_the_history(publisher):
    summit = make.summit(stage="announced")
    why = "Nguồn mới nói hội nghị đã họp"
    assert (
        save(publisher, at(summit), stage="held", change_reason=why).status_code == 302
    )
    change = Change.objects.get()
    assert (change.reference, change.kind, change.reason, change.by.username) == (
        summit.reference,
        "correction",
        why,
        "chi_lan",
    )
    entry = summit.history.latest()
    assert (entry.stage, entry.history_change_reason) == ("held", why)
    page = publisher.get(at(summit, "history"))
    event = page.context["events"][0]
    assert (event.by, event.why) == ("chi_lan", why)
    assert [(c.field, c.old, c.new) for c in event.changes] == [
        ("Stage", "Announced", "Held")
    ]


def test_a_part_of_a_published_record_changes_as_a_correction_of_the_record(publisher):
    delegate = make.delegate()
    summit = delegate.delegation.summit
    before = summit.modified_at
    refused = save(publisher, at(delegate), titles="Bí thư")
    assert refused.status_code == 200
    save(publisher, at(delegate), titles="Bí thư", change_reason="Thiếu chức danh")
    change = Change.objects.get()
    summit.refresh_from_db()
    assert (change.reference, change.reason) == (summit.reference, "Thiếu chức danh")
    assert summit.modified_at > before


def test_a_new_citation_of_a_published_record_is_a_correction_too(publisher):
    summit, source = make.summit(), make.source()
    cited = {
        "citations-TOTAL_FORMS": 1,
        "citations-0-field": "date",
        "citations-0-source": source.pk,
        "citations-0-basis": "direct",
    }
    assert save(publisher, at(summit), **cited).status_code == 200
    save(publisher, at(summit), **cited, change_reason="Thêm nguồn")
    assert [change.kind for change in Change.objects.all()] == ["correction"]
    assert summit.citations.get().history.get().history_change_reason == "Thêm nguồn"


def cited_summit():
    """A published summit whose date and stage a source states."""
    summit = make.summit()
    make.citation(summit, "date", stated_value="2023-03-30")
    make.citation(summit, "stage")
    return summit


def test_a_published_fact_does_not_lose_its_last_citation(publisher):
    summit = cited_summit()
    gone = {"citations-0-DELETE": "on", "citations-1-DELETE": "on"}
    answer = save(publisher, at(summit), **gone, change_reason="Không cần nữa")
    name = "Ha Tinh – Bolikhamxay, 30 Mar 2023"
    assert errors_of(answer) == [
        f"{name}: “date” has no source yet. Cite one.",
        f"{name}: “stage” has no source yet. Cite one.",
    ]
    assert (summit.citations.count(), Change.objects.count()) == (2, 0)


def test_a_published_date_becomes_only_what_a_source_states(publisher):
    summit = cited_summit()
    wrong = {"date": "2023-03-31", "change_reason": "Sai ngày"}
    answer = save(publisher, at(summit), **wrong)
    assert errors_of(answer) == [
        (
            "Ha Tinh – Bolikhamxay, 31 Mar 2023: no source states “2023-03-31” for "
            "“date”. Cite one that does, or enter what the sources state."
        )
    ]
    assert fields_of(answer)["change_reason"] == "Sai ngày"
    summit.refresh_from_db()
    assert (summit.date, Change.objects.count()) == ("2023-03-30", 0)
    stated = {
        "citations-TOTAL_FORMS": 3,
        "citations-2-field": "date",
        "citations-2-source": make.source().pk,
        "citations-2-stated_value": "2023-03-31",
        "citations-2-basis": "direct",
    }
    assert save(publisher, at(summit), **wrong, **stated).status_code == 302
    summit.refresh_from_db()
    assert (summit.date, Change.objects.count()) == ("2023-03-31", 1)


def test_saving_without_a_change_leaves_no_trace(publisher):
    summit = make.summit()
    save(publisher, at(summit), change_reason="nothing")
    assert Change.objects.count() == 0
    assert summit.history.count() == 2  # kept, and published by the builder


def test_an_editor_cannot_change_what_is_published_even_by_posting(editor):
    summit = make.summit(stage="announced")
    values = {
        "stage": "held",
        "kind": "summit",
        "change_reason": "x",
        "seen_at": summit.modified_at.isoformat(),
    }
    assert editor.post(at(summit), values).status_code == 403
    summit.refresh_from_db()
    assert summit.stage == "announced"


def test_minutes_published_already_stay_untouched_on_the_page_of_a_draft(publisher):
    summit = make.summit(published=False)
    minutes = make.minutes(summit)
    save(
        publisher,
        at(summit),
        **{"minutes-0-title_vi": "khác", "minutes-0-DELETE": "on"},
    )
    minutes.refresh_from_db()
    assert minutes.title_vi == "biên bản hội nghị cấp cao"


def test_what_somebody_else_saved_in_the_meantime_is_not_overwritten(editor):
    summit = make.summit(published=False, stage="announced")
    mine = fields_of(editor.get(at(summit)))
    save(editor, at(summit), venue="Hội trường lớn")
    answer = editor.post(at(summit), mine | {"stage": "held"})
    said = errors_of(answer)
    assert [text.partition(".")[0] for text in said] == [
        "Somebody else has saved this since you opened it"
    ]
    summit.refresh_from_db()
    assert (summit.stage, summit.venue) == ("announced", "Hội trường lớn")


def test_reference_and_state_are_never_taken_from_a_form(editor):
    summit = make.summit(published=False)
    save(
        editor,
        at(summit),
        reference="mine",
        state="published",
        published_at="2026-01-01",
        partnership=make.partnership("VN-22", "LA-SV").pk,
        venue="Nhà khách",
    )
    kept = Summit.objects.get(pk=summit.pk)
    assert (kept.reference, kept.state, kept.published_at, kept.partnership_id) == (
        summit.reference,
        State.DRAFT,
        None,
        summit.partnership_id,
    )
    assert kept.venue == "Nhà khách"


def test_a_draft_goes_and_what_was_public_stays(publisher):
    draft = make.summit(published=False)
    assert publisher.post(at(draft, "delete"), {"post": "yes"}).status_code == 302
    assert not Summit.objects.filter(pk=draft.pk).exists()
    public = make.summit("2021-12-18")
    assert publisher.post(at(public, "delete"), {"post": "yes"}).status_code == 403


def test_a_draft_that_others_rest_on_says_what_rests_on_it(editor):
    rows = story.summit()
    page = editor.post(at(rows.summit, "delete"), {"post": "yes"})
    assert Summit.objects.filter(pk=rows.summit.pk).exists()
    assert "biên bản hội nghị cấp cao" in "".join(map(str, page.context["protected"]))
