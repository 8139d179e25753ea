"""Lists of the admin: found without marks, narrowed by year, few queries, languages."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from intake.models import Reading, Suggestion
from provinces.models import Tenure
from publication.models import Change
from summits.models import MinutesFile
from tests import make
from tests.admin import story
from tests.admin.test_roles import REGISTERED

pytestmark = pytest.mark.django_db
CODES = ("LA-KH", "LA-SV", "LA-BL")


def one_of_each(number: int) -> None:
    """Make one more row of every kind; no two share what stands above them."""
    code = CODES[number]
    at = make.summit(f"202{number}-03-30", ("VN-23", code), published=False)
    place = make.place(f"Cửa khẩu {number}")
    place.provinces.set([make.province(code), make.province("VN-23")])
    at.place = place
    at.save()
    person = make.official(f"Người {number}", code)
    make.delegate(at, person.name_vi, code, official=person)
    minutes = make.minutes(at, title_vi=f"biên bản {number}")
    make.signature(minutes, person.name_vi, code)
    paper = MinutesFile(minutes=minutes, language="vi", sha256=str(number) * 64)
    paper.file.save("a.pdf", story.pdf())
    clause = make.commitment(minutes, f"Việc {number}", sectors=(f"s{number}",))
    later = make.commitment(minutes, f"Việc sau {number}", actors=(code,))
    make.continuation(later, clause)
    make.progress(clause)
    make.proposal(at, f"Đề nghị {number}", code)
    Tenure.objects.create(
        official=person, province=make.province(code), title_vi=f"Chức {number}"
    )
    reading = Reading.objects.create(
        source=make.source(f"Bài {number}"), reader_version="1", result={}
    )
    Suggestion.objects.create(reading=reading, kind="event", position=0, values={})
    Change.objects.create(
        reference=at.reference,
        record_type="summit",
        kind="publication",
        at=timezone.now(),
        by=User.objects.create_user(f"user{number}"),
    )
    Group.objects.create(name=f"group{number}")


def queries_of_lists(client) -> dict[str, int]:
    counted = {}
    for model in REGISTERED:
        meta = model._meta
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page = client.get(
                reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
            )
            assert page.status_code == 200
        counted[meta.label_lower] = len(queries)
    return counted


def test_a_list_of_three_asks_the_database_as_often_as_a_list_of_one(client):
    client.force_login(make.user())
    one_of_each(0)
    queries_of_lists(client)  # content types and permissions are kept from now on
    of_one = queries_of_lists(client)
    one_of_each(1)
    one_of_each(2)
    of_three = queries_of_lists(client)
    assert of_three == of_one
    assert {name: count for name, count in of_one.items() if count > 12} == {}


def names_found(client, address: str, words: str) -> list[str]:
    page = client.get(f"/admin/{address}/", {"q": words})
    return [str(row) for row in page.context["cl"].result_list]


@pytest.mark.parametrize(
    ("address", "words", "found"),
    [
        ("summits/summit", "ha tinh bolikhamxay", "Hà Tĩnh – Bolikhămxay, 30/3/2023"),
        ("summits/summit", "VN-23.LA-BL", "Hà Tĩnh – Bolikhămxay, 30/3/2023"),
        ("summits/partnership", "BOLIKHĂMXAY", "Hà Tĩnh – Bolikhămxay"),
        ("summits/minutes", "bien ban", "biên bản hội nghị cấp cao"),
        ("summits/commitment", "nang cap duong", "Nâng cấp đường 8A"),
        ("summits/proposal", "mo them duong", "Mở thêm đường sang cửa khẩu"),
        ("summits/progress", "dang trien khai", "Đang triển khai"),
        ("summits/delegate", "hoang trung dung", "Hoàng Trung Dũng"),
        ("summits/signature", "hoang trung dung", "Hoàng Trung Dũng"),
        ("summits/sector", "giao thong van tai", "Giao thông vận tải"),
        ("provinces/province", "ha tinh", "Hà Tĩnh"),
        ("provinces/official", "kong keo xay", "Kong Kẹo Xay Sông Kham"),
        ("provinces/place", "cau treo", "Cửa khẩu quốc tế Cầu Treo"),
        ("sources/source", "hai tinh hop", "Hai tỉnh họp hội nghị cấp cao"),
    ],
)
def test_records_are_found_without_marks(english, address, words, found):
    english.force_login(make.user())
    rows = story.summit()
    rows.commitment.text_vi = "Nâng cấp đường 8A"
    rows.commitment.save()
    make.official()
    make.place()
    make.sector("health", "Y tế")
    make.province("LA-SV")
    assert names_found(english, address, words) == [found]
    assert names_found(english, address, f"{words} zzz") == []


@pytest.mark.parametrize(("year", "count"), [("2023", 1), ("2021", 2), ("unknown", 1)])
def test_summits_are_narrowed_to_a_year_however_precise_their_date(client, year, count):
    client.force_login(make.user())
    for date in ("2023-03-30", "2021", "2021-12-18?", ""):
        make.summit(date)
    page = client.get("/admin/summits/summit/", {"year": year})
    assert page.context["cl"].result_count == count


def test_summits_are_narrowed_to_a_partnership(client):
    client.force_login(make.user())
    make.summit()
    other = make.summit(codes=("VN-23", "LA-KH"))
    query = {"partnership": "VN-23.LA-KH"}
    page = client.get("/admin/summits/summit/", query)
    assert list(page.context["cl"].result_list) == [other]


def test_a_language_chosen_stays_chosen_and_is_no_filter(client):
    client.force_login(make.user())
    page = client.get("/admin/summits/summit/", {"lang": "en"})
    assert (page.status_code, page["Content-Language"]) == (200, "en")
    assert client.get("/admin/")["Content-Language"] == "en"
    assert client.get("/admin/", {"lang": "lo"})["Content-Language"] == "lo"


def test_no_list_edits_rows_and_no_inline_is_generic():
    # Both have let people write rows they had not opened (CVE-2026-4277, 2026-4292).
    assert [
        type(keeper) for keeper in REGISTERED.values() if keeper.list_editable
    ] == []
    inlines = {inline for keeper in REGISTERED.values() for inline in keeper.inlines}
    assert {base.__module__ for inline in inlines for base in inline.__mro__} & {
        "django.contrib.contenttypes.admin"
    } == set()


def test_no_list_deletes_in_bulk(rf):
    request = rf.get("/admin/")
    request.user = make.user()
    offered = {
        name for keeper in REGISTERED.values() for name in keeper.get_actions(request)
    }
    assert "delete_selected" not in offered
    assert admin.site.name == "admin"
