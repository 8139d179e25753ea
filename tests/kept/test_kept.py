"""Public answers come from memory, to everybody alike, until something changes."""

import gzip
from datetime import UTC, datetime, timedelta

import brotli
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.search import index
from publication.publish import publish, withdraw
from publication.references import register
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = (
    "/",
    "/follow-up/",
    "/summits/",
    "/commitments/",
    "/partnerships/",
    "/sources/",
)
PATHS = (*PAGES, "/lo/", "/en/commitments/", "/api/v1/commitments/", "/api/docs/")
PRIVATE = ("/admin/", "/admin/login/", "/healthz", "/corrections/new/")


@pytest.fixture
def clause():
    return make.commitment(text="Nâng cấp quốc lộ 8A", sectors=("transport",))


def seen(answer):
    """An answer as it arrives: status, body, headers."""
    return answer.status_code, answer.content, dict(answer.headers)


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_kept_is_the_answer_made_anew(
    path, clause, kept, fresh, django_assert_num_queries
):
    first = seen(kept.get(path))
    with django_assert_num_queries(1):
        again = seen(kept.get(path))
    assert again == first == seen(fresh.get(path))
    assert again[2]["Cache-Control"] == "public, no-cache"
    assert "Cookie" not in again[2].get("Vary", "")


@pytest.mark.parametrize("path", PRIVATE)
def test_what_belongs_to_a_person_is_nobodys_to_keep(path, kept):
    kept.force_login(make.user())
    answer = kept.get(path)
    assert answer.status_code in {200, 302, 400}
    assert "no-store" in answer["Cache-Control"]
    assert "ETag" not in answer


def test_a_reader_who_has_it_is_told_so(clause, kept):
    tag = kept.get("/commitments/")["ETag"]
    for _ in range(2):
        answer = kept.get("/commitments/", headers={"if-none-match": f'W/"x", {tag}'})
        assert (answer.status_code, answer.content) == (304, b"")
        assert (answer["ETag"], answer["Cache-Control"]) == (tag, "public, no-cache")
    assert kept.get("/", headers={"if-none-match": tag}).status_code == 200


def test_the_head_is_that_of_the_whole(clause, kept):
    for _ in range(2):
        head = kept.head("/commitments/")
        whole = kept.get("/commitments/")
        assert head.content == b""
        assert dict(head.headers) == dict(whole.headers)


@pytest.mark.parametrize(
    ("accepted", "way", "unpack"),
    [
        ("gzip, deflate", "gzip", gzip.decompress),
        ("gzip, br", "br", brotli.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
    ],
)
def test_an_answer_is_packed_as_the_reader_can_unpack(
    accepted, way, unpack, clause, kept
):
    plain = kept.get("/commitments/")
    for _ in range(2):
        packed = kept.get("/commitments/", headers={"accept-encoding": accepted})
        assert packed["Content-Encoding"] == way
        assert packed["Content-Length"] == str(len(packed.content))
        assert unpack(packed.content) == plain.content
        assert len(packed.content) * 3 < len(plain.content)
        assert packed["ETag"] != plain["ETag"]
        assert packed["Vary"] == plain["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["", "identity", "gzip;q=0", "gzip;q=0.0, br;q=0"])
def test_a_reader_who_cannot_unpack_gets_it_plain(accepted, clause, kept):
    answer = kept.get("/commitments/", headers={"accept-encoding": accepted})
    assert "Content-Encoding" not in answer


@pytest.mark.parametrize("path", PATHS)
def test_who_asks_makes_no_difference(path, clause, kept, reader_of):
    somebody = reader_of()
    somebody.force_login(make.user())
    somebody.cookies["django_language"] = "en"
    somebody.cookies["messages"] = "forged"
    told = {"user-agent": "Robot/1.0", "referer": "http://testserver/admin/"}
    assert seen(somebody.get(path, headers=told)) == seen(kept.get(path))


def test_a_staff_members_visit_leaves_nothing_for_others(clause, kept, fresh):
    hidden = make.commitment(text="Chợ Khuất Nẻo", published=False)
    kept.force_login(make.user())
    by_staff = seen(kept.get(f"/commitments/{hidden.reference}/"))
    kept.get("/commitments/")
    kept.get(f"/admin/preview/{hidden.reference}/")
    kept.logout()
    for path in (f"/commitments/{hidden.reference}/", "/commitments/", "/"):
        answer = seen(kept.get(path))
        assert answer == seen(fresh.get(path))
        assert "Khuất Nẻo".encode() not in answer[1]
    assert by_staff[0] == 404


def test_a_key_presented_is_answered_but_never_kept(clause, kept):
    answer = kept.get("/commitments/", headers={"authorization": "Bearer x"})
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"


def test_languages_and_formats_of_one_address_stay_apart(clause, kept):
    path = "/api/v1/provinces/VN-23/"
    names = {"vi": "Hà Tĩnh", "lo": "ຮ່າຕິ້ງ", "en": "Ha Tinh"}
    for _ in range(2):
        for language, name in names.items():
            wish = {"accept-language": language}
            assert kept.get(path, headers=wish).json()["name"] == name
            assert kept.get(path, {"lang": language}).json()["name"] == name
        listed = kept.get("/api/v1/provinces/", headers={"accept": "application/json"})
        table = kept.get("/api/v1/provinces/", headers={"accept": "text/csv"})
        assert listed["Content-Type"].startswith("application/json")
        assert table["Content-Type"].startswith("text/csv")


def test_hosts_stay_apart(clause, kept, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    for _ in range(2):
        for host in settings.ALLOWED_HOSTS:
            page = kept.get("/summits/", headers={"host": host}).content.decode()
            assert f"http://{host}/summits/" in page
    assert kept.get("/summits/", headers={"host": "evil.example"}).status_code == 400


def test_another_query_is_another_answer(clause, kept):
    make.commitment(text="Mở cửa khẩu", sectors=("border",))
    for sector, text in (("transport", "Nâng cấp"), ("border", "Mở cửa khẩu")) * 2:
        page = kept.get("/commitments/", {"sector": sector}).content.decode()
        assert text in page
    assert kept.get("/commitments/", {"colour": "red"}).status_code == 400


def test_withdrawing_shows_at_once_to_those_who_had_the_page(kept):
    source = make.source(published=False)
    publish([source], by=None, at=make.NOON)
    path = f"/sources/{source.reference}/"
    tag = kept.get(path)["ETag"]
    withdraw(source, by=None, at=make.NOON, reason="Bài đã bị gỡ.")
    answer = kept.get(path, headers={"if-none-match": tag})
    assert answer.status_code == 410
    assert source.reference not in kept.get("/sources/").content.decode()
    publish([source], by=None, at=make.NOON)
    assert kept.get(path).status_code == 200


def test_an_answer_that_says_it_is_not_the_last_word_is_not_kept(
    clause, kept, monkeypatch
):
    """A search that is still behind: the next reader is told more."""
    index.rebuild()
    for number in range(3):
        make.source(f"Cầu Nậm On, bài {number}")
    monkeypatch.setattr(index, "MOST_AT_ONCE", 1)
    told = []
    for _ in range(20):
        answer = kept.get("/api/v1/search/", {"q": "Nậm On"})
        told.append((answer.json()["count"], answer["Cache-Control"]))
    assert told[0] == (1, "private, no-store")
    assert told[-1] == (3, "public, no-cache")


def test_two_processes_agree(clause, kept, reader_of):
    other = reader_of()
    for text in ("Bản một", "Bản hai"):
        clause.text_vi = text
        register(clause)
        for path in (f"/commitments/{clause.reference}/", "/api/v1/commitments/"):
            assert seen(kept.get(path)) == seen(other.get(path))
            assert text in kept.get(path).content.decode()


def test_an_answer_lasts_no_longer_than_its_day(clause, kept, monkeypatch):
    # Seconds before midnight in Vientiane and Hanoi, then seconds after.
    evening = datetime(2026, 3, 1, 16, 59, 50, tzinfo=UTC)
    counts = []
    for moment in (evening, evening, evening + timedelta(seconds=20)):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        with CaptureQueriesContext(connection) as asked:
            kept.get("/summits/")
        counts.append(len(asked) > 1)
    assert counts == [True, False, True]


def test_what_an_open_transaction_sees_is_kept_by_nobody(clause, kept):
    path = f"/commitments/{clause.reference}/"
    with transaction.atomic():
        clause.text_vi = "Chưa chắc"
        clause.save()
        assert "Chưa chắc" in kept.get(path).content.decode()
        transaction.set_rollback(True)
    assert "Chưa chắc" not in kept.get(path).content.decode()


def test_a_change_while_an_answer_is_made_outdates_it(clause, kept):
    """The stamp is read first, so what is written meanwhile is asked for again."""
    path = f"/commitments/{clause.reference}/"
    written = []

    def interrupt(execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        if "publication_stamp" in sql and sql.startswith("SELECT") and not written:
            written.append(sql)
            clause.text_vi = "Giữa chừng"
            clause.save()
        return result

    with connection.execute_wrapper(interrupt):
        kept.get(path)
    assert written
    clause.text_vi = "Cuối cùng"
    clause.save()
    assert "Cuối cùng" in kept.get(path).content.decode()


def test_without_a_database_the_page_of_faults_answers(clause, kept):
    kept.raise_request_exception = False

    def refuse(*_arguments):
        raise connection.Database.OperationalError

    with connection.execute_wrapper(refuse):
        assert kept.get("/summits/").status_code == 500
    assert kept.get("/summits/").status_code == 200
