"""The screens for spreadsheets: who may, what is shown, what is stored."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User

from provinces.models import Place, Province
from provinces.resources import PLACES, PROVINCES
from sources.models import Source, Upload
from sources.resources import SOURCES
from sources.spreadsheets import Csv, read
from summits.resources import SUMMITS
from tests import make
from tests.data.records import row
from tests.data.screens import SCREENS, address, confirm, said, send, text_of
from tests.house.rules import inline_code

pytestmark = pytest.mark.django_db


def harbour(**cells):
    make.province("VN-23")
    given = {"kind": "port", "name_vi": "Vũng Áng", "provinces": "VN-23"} | cells
    return {"places": [row(PLACES, "places", **given)]}


def test_a_file_is_shown_then_stored_when_confirmed(client, as_):
    person = as_("editor")
    shown = send(client, "place", harbour(name_lo="=1+1 <b>"))
    assert "file.json: 1 new, 0 changed, 0 unchanged. Nothing is stored yet." in (
        text_of(shown)
    )
    assert "<ins>=1+1 &lt;b&gt;</ins>" in shown.content.decode()
    assert Place.objects.count() == 0
    done = confirm(client, "place", shown)
    assert done.url == "/admin/provinces/place/"
    place = Place.objects.get()
    assert place.name_lo == "=1+1 <b>"
    assert place.history.first().history_user == person
    assert said(done) == ["Imported: 1 new, 0 changed, 0 unchanged."]
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id) == (person, str(place.pk))


def test_the_preview_strikes_out_what_goes(client, as_):
    as_("editor")
    make.province("VN-23", published=False)
    place = make.place("Vũng Áng", kind="port", name_en="Vung Ang")
    place.provinces.set([make.province("VN-23")])
    shown = send(client, "place", harbour(name_en="Vung Ang port"))
    page = shown.content.decode()
    assert "<del>Vung Ang</del> <ins>Vung Ang port</ins>" in page
    assert "<dt>kind</dt>" not in page


@pytest.mark.parametrize("kind", SCREENS)
@pytest.mark.parametrize("role", ["reporter", "nobody"])
def test_whoever_may_not_change_records_may_not_import_them(client, kind, role):
    person = User.objects.create_user("x", is_staff=True)
    if role == "reporter":
        person = make.user("reporter")
    client.force_login(person)
    assert client.get(address(kind, "import")).status_code == 403
    assert send(client, kind, harbour()).status_code == 403
    assert confirm(client, kind, "x").status_code == 403
    assert Upload.objects.count() == 0


@pytest.mark.parametrize("kind", SCREENS)
def test_whoever_may_not_see_records_may_not_export_them(client, kind):
    client.force_login(User.objects.create_user("x", is_staff=True))
    assert client.get(address(kind, "export")).status_code == 403
    sent = client.post(address(kind, "export"), {"format": "csv"})
    assert (sent.status_code, b"VN-23" in sent.content) == (403, False)


@pytest.mark.parametrize("kind", SCREENS)
@pytest.mark.parametrize("act", ["import", "export", "process_import"])
def test_a_visitor_is_sent_to_the_login(client, kind, act):
    assert "/admin/login/" in client.get(address(kind, act)).url


@pytest.mark.parametrize("kind", SCREENS)
def test_the_list_offers_the_screens_to_those_who_may(client, as_, kind):
    room = address(kind, "import").removesuffix("import/")
    as_("editor")
    page = client.get(room).content.decode()
    assert f'href="{room}import/"' in page
    assert f'href="{room}export/?"' in page
    as_("reporter")
    page = client.get(room).content.decode()
    assert f'href="{room}import/"' not in page
    assert f'href="{room}export/?"' in page


def test_a_sheet_of_records_one_may_not_change_is_refused(client):
    person = User.objects.create_user("x", is_staff=True)
    person.user_permissions.set(
        Permission.objects.filter(codename__in=["add_place", "change_place"])
    )
    client.force_login(person)
    rows = {"sources": [row(SOURCES, "sources", title="Tin")]}
    shown = send(client, "place", rows)
    assert "You may not change what the sheet “sources” holds." in text_of(shown)
    assert Source.objects.count() == 0


def test_another_persons_file_is_not_confirmed(client, as_):
    as_("editor", "first")
    shown = send(client, "place", harbour())
    as_("editor", "second")
    refused = confirm(client, "place", shown)
    assert refused.status_code == 409
    assert "This file does not wait for your confirmation" in text_of(refused)
    assert Place.objects.count() == 0
    client.force_login(User.objects.get(username="first"))
    assert confirm(client, "place", shown).status_code == 302


@pytest.mark.parametrize("token", ["", "x", "../../etc/passwd", "WyIxIiwxXQ:1:x"])
def test_a_forged_name_of_a_file_is_refused(client, as_, token):
    as_("editor")
    send(client, "place", harbour())
    refused = confirm(client, "place", token)
    assert refused.status_code == 409
    assert "This file does not wait for your confirmation" in text_of(refused)
    assert Place.objects.count() == 0


def test_a_file_of_one_screen_is_not_confirmed_on_another(client, as_):
    as_("editor")
    shown = send(client, "place", harbour())
    assert confirm(client, "official", shown).status_code == 409
    assert Place.objects.count() == 0


def test_confirming_twice_stores_once(client, as_):
    as_("editor")
    shown = send(client, "place", harbour())
    assert confirm(client, "place", shown).status_code == 302
    assert confirm(client, "place", shown).status_code == 409
    assert (Place.objects.count(), LogEntry.objects.count()) == (1, 1)


def test_what_changed_since_the_preview_is_shown_again_not_stored(client, as_):
    as_("editor")
    make.province("VN-23", published=False)
    make.place("Vũng Áng", kind="port").provinces.set([make.province("VN-23")])
    shown = send(client, "place", harbour(name_en="Vung Ang"))
    place = Place.objects.get()
    place.name_en = "Meanwhile"
    place.save()
    again = confirm(client, "place", shown)
    assert "Records have changed since this file was shown." in text_of(again)
    assert "<del>Meanwhile</del> <ins>Vung Ang</ins>" in again.content.decode()
    assert Place.objects.get().name_en == "Meanwhile"
    assert said(again) == []
    assert LogEntry.objects.count() == 0
    assert confirm(client, "place", again).status_code == 302
    assert Place.objects.get().name_en == "Vung Ang"


def test_a_confirmation_that_can_no_longer_be_stored_says_why(client, as_):
    as_("editor")
    make.place("Vũng Áng", kind="port")
    cells = {"place": "Vũng Áng", "text": "cảng Vũng Áng", "language": "vi"}
    shown = send(
        client, "place", {"place_names": [row(PLACES, "place_names", **cells)]}
    )
    place = Place.objects.get()
    place.name_vi = "Hòn La"
    place.save()
    place.names.get().delete()
    refused = confirm(client, "place", shown)
    assert refused.status_code == 409
    assert "“Vũng Áng” is not accepted." in text_of(refused)
    assert LogEntry.objects.count() == 0


def test_no_content_of_a_file_stays_behind(client, as_):
    as_("editor")
    make.province("VN-23", published=False)
    confirm(client, "place", send(client, "place", harbour()))
    kept = Upload.objects.get()
    assert (kept.content, kept.confirmed_at is None) == (None, False)
    send(client, "place", harbour(name_en="a"))
    old = Upload.objects.get(confirmed_at=None)
    old.sent_at -= timedelta(days=2)
    old.save()
    send(client, "place", harbour(name_en="b"))
    waiting = Upload.objects.filter(content__isnull=False)
    assert old not in waiting
    assert waiting.count() == 1


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("a.csv", b" ", "The file is empty."),
        ("a.csv", b"\x00\x01", "The file is not text: it holds NUL bytes."),
        (
            "a.csv",
            b"x" * (10 * 1024 * 1024),
            "The file has 10.0 MB; at most 5 MB are accepted.",
        ),
        ("a.yaml", b"a: 1", "“yaml” is no format we read."),
        ("a.xlsx", b"PK\x03\x04", "The file is not a readable XLSX file."),
        ("a.csv", b"a,b\n1,2", "Sheet “a”: no sheet known here."),
    ],
)
def test_a_bad_file_gets_a_sentence_and_leaves_nothing(client, as_, name, raw, told):
    as_("editor")
    page = send(client, "place", raw, name)
    assert page.status_code == 200
    assert f"Nothing was stored {told}" in text_of(page)
    assert Upload.objects.count() == 0


def test_no_file_at_all_is_asked_for(client, as_):
    as_("editor")
    page = client.post(f"{address('place', 'import')}?lang=en", {})
    assert "Nothing was stored This field is required." in text_of(page)


def test_confirming_by_address_alone_is_not_possible(client, as_):
    as_("editor")
    assert client.get(address("place", "process_import")).status_code == 405


def test_a_published_record_is_changed_with_a_reason(client, as_):
    as_("publisher")
    make.province("VN-23")
    cells = {"reference": "VN-23", "country": "VN", "name_vi": "Mới"}
    rows = {"provinces": [row(PROVINCES, "provinces", **cells)]}
    refused = send(client, "province", rows)
    assert "give the reason for the change" in text_of(refused)
    confirm(client, "province", send(client, "province", rows, reason="Sai tên"))
    assert Province.objects.get().name_vi == "Mới"


def test_a_long_preview_is_cut_and_says_so(client, as_):
    as_("editor")
    make.province("VN-23")
    places = [harbour(name_vi=f"Cảng {n}")["places"][0] for n in range(203)]
    shown = send(client, "place", {"places": places})
    assert "3 more rows are not shown." in text_of(shown)


@pytest.mark.parametrize("extension", ["csv", "xlsx", "json"])
def test_an_export_is_a_file_that_comes_back(client, as_, extension):
    as_("reporter")
    make.place(name_en="=1").provinces.set([make.province("VN-23")])
    sent = client.post(address("place", "export"), {"format": extension})
    assert sent["Content-Disposition"].endswith(f'.{extension}"')
    sheet = next(
        one for one in read(sent.content, f"places.{extension}") if one.name == "places"
    )
    assert dict(zip(sheet.columns, sheet.rows[0], strict=True))["name_en"] == "=1"


def test_a_csv_holds_the_sheet_asked_for(client, as_):
    as_("reporter")
    make.place()
    asked = {"format": "csv", "sheet": "place_names"}
    sent = client.post(address("place", "export"), asked)
    (sheet,) = read(sent.content, "x.csv")
    assert sheet.columns == PLACES.headers()["place_names"]


def test_the_search_of_the_list_narrows_the_export(client, as_):
    as_("reporter")
    make.summit("2023-03-30")
    make.summit("2024-06-26", ("VN-23", "LA-KH"))
    sent = client.post(f"{address('summit', 'export')}?q=2024", {"format": "json"})
    sheets = {sheet.name: sheet for sheet in read(sent.content, "x.json")}
    at = SUMMITS.headers()["summits"].index("reference")
    assert [row[at] for row in sheets["summits"].rows] == ["VN-23.LA-KH.2024-1"]
    assert len(sheets["partnerships"].rows) == 1


@pytest.mark.parametrize("form", ["99", "x", "", "yaml"])
def test_an_unknown_format_is_refused_without_an_error_page(client, as_, form):
    as_("reporter")
    page = client.post(address("place", "export"), {"format": form})
    assert page.status_code == 200
    assert page["Content-Type"].startswith("text/html")


def test_filters_that_are_none_lead_back_to_the_list(client, as_):
    as_("reporter")
    sent = client.post(f"{address('place', 'export')}?no_such=1", {"format": "csv"})
    assert sent.url == "/admin/provinces/place/?e=1"


@pytest.mark.parametrize("kind", SCREENS)
def test_the_screens_keep_to_the_policy(client, as_, kind):
    as_("editor")
    shown = send(client, "place", harbour())
    pages = [client.get(address(kind, act)) for act in ("import", "export")]
    for page in (*pages, shown):
        assert page.status_code == 200
        assert list(inline_code(page.content.decode())) == []


def test_the_screen_lists_every_sheet_and_column(client, as_):
    as_("editor")
    page = text_of(client.get(address("summit", "import")))
    for sheet, columns in SUMMITS.headers().items():
        assert f"{sheet} {', '.join(columns)}" in page


def test_the_first_line_of_an_export_serves_as_a_template():
    assert Csv.writer(PLACES.sheets(["places"])).decode("utf-8-sig") == (
        "kind,name_vi,name_lo,name_en,provinces\r\n"
    )
