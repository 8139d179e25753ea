"""Every kind of row, and every way staff have of changing it, outdates what is kept."""

from contextlib import suppress
from hashlib import sha256

import pytest
from django.apps import apps
from django.contrib import admin
from django.core import serializers
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse

from provinces.models import Tenure
from provinces.resources import PLACES
from publication import stamp
from publication.bulk import update_all
from publication.models import Tracked
from summits.models import MinutesFile
from tests import make
from tests.admin.forms import save
from tests.admin.story import cite, pdf, summit
from tests.data.records import row as cells
from tests.data.screens import confirm, send

pytestmark = pytest.mark.django_db(transaction=True)

NEW = "Nậm Phao"
# What staff type on the page of each kind of row, and readers are shown.
TYPED = {
    "province": "name_lo",
    "place": "name_lo",
    "official": "name_lo",
    "sector": "name_vi",
    "source": "publisher",
    "partnership": "name_vi",
    "summit": "venue",
    "delegate": "name",
    "minutes": "place",
    "signature": "name",
    "commitment": "text_lo",
    "proposal": "text_lo",
    "progress": "note_lo",
    "continuation": "kind",
}


def public_kinds():
    """Every kind of row with a history that readers may see."""
    kinds = (kind for kind in apps.get_models() if issubclass(kind, Tracked))
    return [kind for kind in kinds if kind.concerns_public is not False]


@pytest.fixture
def rows():
    """A published summit and at least one of everything else, by the kind of row."""
    told = summit(published=True)
    told.source = make.source()
    told.partnership = told.summit.partnership
    told.province = make.province("VN-23")
    told.sector = make.sector()
    told.place = make.place()
    told.place.provinces.set([told.province])
    told.summit.place = told.place
    told.summit.save()
    told.official = make.official()
    told.tenure = Tenure.objects.create(
        official=told.official, province=told.province, title_vi="Tỉnh trưởng"
    )
    told.continuation = make.continuation(
        make.commitment(told.minutes, text="Nâng cấp tiếp"), told.commitment
    )
    told.file = MinutesFile.objects.create(
        minutes=told.minutes,
        file=pdf(),
        language="vi",
        sha256=sha256(b"pdf").hexdigest(),
        opened_at=make.NOON,
    )
    for row, fact in (
        (told.partnership, "name_vi"),
        (told.province, "name_vi"),
        (told.official, "name_vi"),
        (told.tenure, "title_vi"),
        (told.continuation, "kind"),
    ):
        make.citation(row, fact, source=told.source)
    return told


def changed(act):
    """Whether the stamp is another after an act."""
    before = stamp.current()
    act()
    return stamp.current() != before


def changed_and_undone(act):
    """The same of an act that is taken back."""
    with transaction.atomic():
        told = changed(lambda: (act(), connection.check_constraints()))
        transaction.set_rollback(True)
    return told


def test_saving_deleting_and_writing_many_of_any_kind_steps(rows):
    seen = {}
    for kind in public_kinds():
        row = kind.objects.public().order_by("pk").last()
        assert row, kind
        acts = [row.save, lambda row=row: update_all([row], ["modified_at"], by=None)]
        seen[kind.__name__] = [changed(act) for act in acts]
        with suppress(ProtectedError):
            seen[kind.__name__].append(changed_and_undone(row.delete))
    assert {name for name, told in seen.items() if not all(told)} == set()
    assert all(len(told) == 3 for name, told in seen.items() if "Citation" in name)


def answers(reader, paths):
    """What each of these addresses answers now."""
    told = {path: reader.get(path) for path in paths}
    return {path: (one.content, one.get("ETag")) for path, one in told.items()}


@pytest.fixture
def staff():
    """A superuser at the staff's site, on another process than the readers."""
    client = Client()
    client.force_login(make.user())
    return client


def pages_of(rows):
    """Where readers see something of these rows."""
    return [
        "/lo/sources/",
        "/lo" + rows.summit.get_absolute_url(),
        rows.minutes.get_absolute_url(),
        "/lo" + rows.minutes.get_absolute_url(),
        "/lo" + rows.commitment.get_absolute_url(),
        f"/threads/{rows.commitment.reference}/",
        "/lo" + rows.official.get_absolute_url(),
        "/api/v1/changes/",
        "/api/v1/proposals/?lang=all",
        f"/api/v1/commitments/{rows.commitment.reference}/?lang=all",
        "/api/v1/progress/?lang=all",
    ]


@pytest.mark.parametrize("kind", TYPED)
def test_what_staff_type_is_read_at_once(kind, rows, staff, kept, fresh):
    typed_on, paths = getattr(rows, kind), pages_of(rows)
    before = answers(kept, paths)
    address = reverse(
        f"admin:{typed_on._meta.app_label}_{kind}_change", args=[typed_on.pk]
    )
    value = "changes" if kind == "continuation" else NEW
    typed = {TYPED[kind]: value, "change_reason": "Nghe lại băng ghi âm."}
    answer = save(staff, address, **typed)
    assert answer.status_code == 302, answer.context["errors"]
    after = answers(kept, paths)
    assert after == answers(fresh, paths)
    assert after != before


def test_every_kind_that_staff_may_change_is_among_those():
    """A page for staff that is new gets a row here."""
    kinds = [kind for kind in public_kinds() if admin.site.is_registered(kind)]
    assert {kind._meta.model_name for kind in kinds} - {"minutesfile", "tenure"} == set(
        TYPED
    )


def test_publishing_and_withdrawing_by_staff_are_read_at_once(staff, kept, fresh):
    rows = summit()
    paths = ["/", "/summits/", "/sources/", "/api/v1/changes/"]
    told = [answers(kept, paths)]
    for act, typed in (("publish", {}), ("withdraw", {"reason": "Nhầm."})):
        answer = save(
            staff,
            reverse(f"admin:summits_summit_{act}", args=[rows.summit.pk]),
            **typed,
        )
        assert answer.status_code == 302
        told.append(answers(kept, paths))
        assert told[-1] == answers(fresh, paths)
    assert len({str(one) for one in told}) == 3


def test_a_file_of_facts_is_read_once_it_is_confirmed(rows, staff, kept, fresh):
    paths = ["/summits/", "/lo" + rows.summit.get_absolute_url()]
    before = answers(kept, paths)
    number = stamp.current()
    port = {"kind": "port", "name_vi": NEW, "provinces": "VN-23"}
    lines = {"places": [cells(PLACES, "places", **port)]}
    page = send(staff, "place", lines)
    assert (answers(kept, paths), stamp.current()) == (before, number)
    assert confirm(staff, "place", page).status_code == 302
    assert stamp.current() > number
    assert answers(kept, paths) == answers(fresh, paths)


def test_rows_loaded_from_a_file_of_django_are_read_at_once(rows, kept, tmp_path):
    path, file = rows.source.get_absolute_url(), tmp_path / "rows.json"
    kept.get(path)
    told = serializers.serialize("json", [rows.source])
    file.write_text(told.replace(rows.source.title, NEW))
    call_command("loaddata", str(file), verbosity=0)
    assert NEW in kept.get(path).text


def test_previews_fill_nothing_that_readers_are_told_from(rows, staff, kept, fresh):
    """Neither the store nor the search nor a figure knows what might be published."""
    draft = make.commitment(rows.minutes, text="Chợ Khuất Nẻo", published=False)
    cite_all = summit()
    cite(cite_all, make.source(published=False))
    paths = ["/", "/follow-up/", "/commitments/", "/search/?q=khuat+neo", "/coverage/"]
    for row in (draft, cite_all.summit, cite_all.minutes):
        page = staff.get(f"/admin/preview/{row.reference}/")
        assert (page.status_code, page["Cache-Control"]) == (200, "private, no-store")
    told = answers(kept, paths)
    assert told == answers(fresh, paths)
    assert [path for path, one in told.items() if "Khuất Nẻo".encode() in one[0]] == []
    for row in (draft, cite_all.summit):
        staff.get(f"/admin/preview/{row.reference}/")
    assert answers(kept, paths) == told
