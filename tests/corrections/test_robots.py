"""What holds robots off, without asking anybody else about the reader."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal.environment import networks
from portal.forms import CorrectionForm, stamped
from portal.senders import address_of, mark_of
from publication.correcting import ALL_A_DAY, EACH_AN_HOUR
from publication.models import CorrectionReport
from tests import make
from tests.corrections.send import address, kept, send, typed
from tests.corrections.test_reporting import alerts

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def test_who_fills_in_the_hidden_field_is_asked_again_with_it_empty(client):
    record = make.summit()
    answer = send(client, record, prefix="/en", topic="cheap watches")
    assert (answer.status_code, kept()) == (400, [])
    assert alerts(answer) == [
        (
            "A field that people do not see was filled in, perhaps by your browser. "
            "It is empty again: send the report once more."
        )
    ]
    form = answer.context["form"]
    assert (form["topic"].value(), form["wrong"].value()) == ("", "Ngày ký là 29/3.")


@pytest.mark.parametrize(
    ("seconds", "status"), [(0, 400), (2.5, 400), (3.5, 302), (86000, 302)]
)
def test_a_report_takes_three_seconds_and_a_day_at_most(client, seconds, status):
    answer = send(client, make.summit(), ago=timedelta(seconds=seconds))
    assert (answer.status_code, len(kept())) == (status, int(status == 302))


def test_what_was_sent_too_fast_is_taken_when_it_is_sent_again_later(client):
    record = make.summit()
    answer = send(client, record, prefix="/en", ago=timedelta(seconds=1))
    assert alerts(answer)[0].startswith("The form was sent within a moment")
    same = {"wrong": "Sai", "stamp": answer.context["form"]["stamp"].value()}
    moment = timezone.now() + timedelta(seconds=4)
    assert CorrectionForm(same, about=record, at=moment).is_valid()


def test_a_form_open_for_days_gets_a_new_stamp_and_keeps_its_words(client):
    record = make.summit()
    old = typed(record, ago=timedelta(days=1, minutes=1))
    answer = client.post(address(record, "/en"), old)
    assert alerts(answer) == [
        (
            "The form was open for more than a day. What you wrote is still here: "
            "look it over and send it again."
        )
    ]
    form = answer.context["form"]
    assert form["wrong"].value() == old["wrong"]
    assert form["stamp"].value() not in {"", old["stamp"]}


@pytest.mark.parametrize("stamp", ["", "x", "a:b:c", "é", "1" * 5000])
def test_a_stamp_that_is_not_ours_is_not_taken(client, stamp):
    assert send(client, make.summit(), stamp=stamp).status_code == 400
    assert kept() == []


def test_a_stamp_serves_the_record_it_was_given_for_only(client):
    record, other = make.summit(), make.official()
    stamp = stamped(other, at=timezone.now() - HOUR)
    assert send(client, record, stamp=stamp).status_code == 400
    assert send(client, other, stamp=stamp).status_code == 302


@pytest.mark.parametrize(("links", "status"), [(3, 302), (4, 400)])
def test_a_flood_of_links_is_not_taken(client, links, status):
    text = "Xem " + " ".join(f"http://spam{n}.example" for n in range(links))
    assert send(client, make.summit(), wrong=text).status_code == status


def test_an_address_sends_so_many_an_hour_and_is_told_when_to_come_back(client):
    record = make.summit()
    for _time in range(EACH_AN_HOUR):
        assert send(client, record).status_code == 302
    answer = send(client, record, prefix="/en", wrong="Còn một lỗi nữa")
    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")
    assert alerts(answer) == [
        (
            f"{EACH_AN_HOUR} reports came from your connection within the hour, and "
            "more are not taken. What you wrote is still below: send it in an hour."
        )
    ]
    assert "Còn một lỗi nữa" in answer.text
    assert len(kept()) == EACH_AN_HOUR
    assert send(client, record, sender="192.0.2.2").status_code == 302


def test_the_limit_is_one_of_the_last_hour(client):
    record = make.summit()
    for _time in range(EACH_AN_HOUR):
        send(client, record)
    earlier = timezone.now() - HOUR
    CorrectionReport.objects.update(created_at=earlier)
    assert send(client, record).status_code == 302


def test_all_senders_together_cannot_fill_the_queue(client):
    CorrectionReport.objects.bulk_create(
        CorrectionReport(
            reference="x", wrong="x", data_at=make.NOON, form_stamp=str(number)
        )
        for number in range(ALL_A_DAY)
    )
    answer = send(client, make.summit())
    assert (answer.status_code, answer["Retry-After"]) == (429, "86400")


def test_the_network_address_is_nowhere_in_what_is_kept(client):
    send(client, make.summit(), sender="192.0.2.77")
    row = CorrectionReport.objects.values().get()
    assert [name for name, value in row.items() if "192.0.2" in str(value)] == []
    assert len(row["sender"]) == 64


@pytest.fixture
def request_from(rf):
    def request(address, forwarded=""):
        told = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
        return rf.get("/", REMOTE_ADDR=address, **told)

    return request


def test_a_mark_is_another_one_each_day_and_for_each_sender(request_from):
    morning = make.NOON
    tomorrow = morning + timedelta(days=1)
    one, other = request_from("192.0.2.1"), request_from("192.0.2.2")
    marks = [mark_of(one, at=morning), mark_of(other, at=morning)]
    assert mark_of(one, at=morning + HOUR) == marks[0]
    assert len({*marks, mark_of(one, at=tomorrow)}) == 3


def test_one_network_of_ipv6_is_one_sender(request_from):
    at = make.NOON
    near = {mark_of(request_from(f"2001:db8::{n}"), at=at) for n in range(1, 4)}
    assert len(near) == 1
    assert mark_of(request_from("2001:db8:0:1::1"), at=at) not in near


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        ("", "203.0.113.9", "10.0.0.5"),
        ("10.0.0.0/8", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.0/8", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        ("10.0.0.0/8", "198.51.100.1, 203.0.113.9, 10.1.1.1", "203.0.113.9"),
        ("10.0.0.0/8", "", "10.0.0.5"),
        ("10.0.0.0/8", "nonsense", "10.0.0.5"),
        ("192.0.2.1", "203.0.113.9", "10.0.0.5"),
    ],
)
def test_only_our_own_proxies_are_believed(
    proxies, forwarded, found, request_from, settings, monkeypatch
):
    monkeypatch.setenv("TRUSTED_PROXIES", proxies)
    settings.TRUSTED_PROXIES = networks("TRUSTED_PROXIES")
    assert address_of(request_from("10.0.0.5", forwarded)) == found


@pytest.mark.parametrize(
    ("by", "forwarded", "found"),
    [
        ("::ffff:10.0.0.5", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.5", "::ffff:203.0.113.9", "203.0.113.9"),
        ("10.0.0.5", "203.0.113.9:4711", "203.0.113.9"),
        ("10.0.0.5", "[2001:db8::9]:4711", "2001:db8::9"),
        ("10.0.0.5", "[2001:db8::9], 10.0.0.6:80", "2001:db8::9"),
        ("", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        ("192.0.2.7", "203.0.113.9:4711", "192.0.2.7"),
    ],
)
def test_an_address_is_known_however_a_proxy_writes_it(
    by, forwarded, found, request_from, settings, monkeypatch
):
    monkeypatch.setenv("TRUSTED_PROXIES", "10.0.0.0/8")
    settings.TRUSTED_PROXIES = networks("TRUSTED_PROXIES")
    assert address_of(request_from(by, forwarded)) == found


def test_without_proxies_of_ours_a_socket_is_nobodys_word(request_from, settings):
    settings.TRUSTED_PROXIES = []
    assert address_of(request_from("", "203.0.113.9")) == ""


def test_addresses_of_ipv4_in_the_form_of_ipv6_are_senders_apart(request_from):
    plain, other = "203.0.113.5", "203.0.113.6"
    marks = [
        mark_of(request_from(address), at=make.NOON)
        for address in (plain, f"::ffff:{plain}", f"::ffff:{other}")
    ]
    assert marks[0] == marks[1] != marks[2]


def test_a_forged_header_does_not_pass_the_limit(client):
    record = make.summit()
    statuses = [
        client.post(
            address(record),
            typed(record),
            REMOTE_ADDR="192.0.2.1",
            HTTP_X_FORWARDED_FOR=f"203.0.113.{number}",
        ).status_code
        for number in range(EACH_AN_HOUR + 1)
    ]
    assert statuses == [302] * EACH_AN_HOUR + [429]


def test_contacts_are_forgotten_after_their_days_and_marks_after_one(
    client, settings, capsys
):
    settings.CONTACT_DAYS = 30
    record = make.summit()
    for days in (0, 2, 29, 31):
        send(client, record, contact=f"ai{days}@example.org", wrong=f"Lỗi {days}")
        latest = CorrectionReport.objects.latest("pk")
        sent_at = timezone.now() - timedelta(days=days)
        CorrectionReport.objects.filter(pk=latest.pk).update(created_at=sent_at)
    call_command("forget_contacts")
    assert capsys.readouterr().out == "Deleted 1 e-mail addresses of readers.\n"
    assert [(one.contact, bool(one.sender), one.wrong) for one in kept()] == [
        ("ai0@example.org", True, "Lỗi 0"),
        ("ai2@example.org", False, "Lỗi 2"),
        ("ai29@example.org", False, "Lỗi 29"),
        ("", False, "Lỗi 31"),
    ]


def test_a_new_report_takes_the_marks_of_earlier_days_away(client):
    record = make.summit()
    send(client, record)
    CorrectionReport.objects.update(created_at=timezone.now() - timedelta(days=2))
    send(client, record)
    assert [bool(one.sender) for one in kept()] == [False, True]


def test_a_contact_is_gone_in_time_though_nobody_runs_the_command(client, settings):
    record, days = make.summit(), timedelta(days=settings.CONTACT_DAYS)
    send(client, record, contact="ai@example.org")
    CorrectionReport.objects.update(created_at=timezone.now() - days)
    send(client, record, contact="em@example.org")
    assert [one.contact for one in kept()] == ["", "em@example.org"]


def test_text_without_end_is_refused_before_it_is_read(client):
    """Cleaning ten million letters would hold the process for seconds."""
    answer = send(client, make.summit(), prefix="/en", wrong="a\u200b" * 1_000_000)
    assert answer.status_code == 400
    assert alerts(answer)[0].startswith("What is wrong?: This has 2000000 characters")
