"""The calendar of meetings: RFC 5545, each known day, nothing unpublished."""

import re

import pytest

from portal.feeds.calendar import escaped, folded
from tests import make

pytestmark = pytest.mark.django_db

ADDRESS = "/en/feeds/summits.ics"


def lines_of(client, address=ADDRESS):
    """Return the lines of a calendar, unfolded, as its format reads them."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    text = answer.content.decode()
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r\n")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def events_of(client, address=ADDRESS):
    events = []
    for line in lines_of(client, address):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and line not in {"END:VEVENT", "END:VCALENDAR"}:
            events[-1][name] = value
    return events


def test_a_meeting_is_an_event_of_its_whole_day(client):
    meeting = make.summit("2023-03-30", place=make.place("Cầu Treo"))
    (event,) = events_of(client)
    at = f"{meeting.modified_at:%Y%m%dT%H%M%SZ}"
    assert event == {
        "UID": "VN-23.LA-BL.2023-1",
        "DTSTAMP": at,
        "LAST-MODIFIED": at,
        "DTSTART;VALUE=DATE": "20230330",
        "DTEND;VALUE=DATE": "20230331",
        "SUMMARY": "Summit: Ha Tinh – Bolikhamxay",
        "DESCRIPTION": "30 Mar 2023 · Summit · Held · Cầu Treo",
        "LOCATION": "Cầu Treo",
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
        "URL": "http://127.0.0.1:8000/en/summits/VN-23.LA-BL.2023-1/",
        "X-RECORD": "http://127.0.0.1:8000/api/v1/summits/VN-23.LA-BL.2023-1/",
    }


def test_a_meeting_of_several_days_ends_after_its_last(client):
    make.summit("2023-12-30/2024-01-01")
    (event,) = events_of(client)
    assert event["DTSTART;VALUE=DATE"] == "20231230"
    assert event["DTEND;VALUE=DATE"] == "20240102"


@pytest.mark.parametrize(
    ("stage", "status"),
    [
        ("announced", "TENTATIVE"),
        ("held", "CONFIRMED"),
        ("postponed", "CANCELLED"),
        ("cancelled", "CANCELLED"),
    ],
)
def test_the_stage_of_a_meeting_is_its_status(client, stage, status):
    make.summit("2026-12-01", stage=stage)
    (event,) = events_of(client)
    assert event["STATUS"] == status
    assert stage.capitalize() in event["DESCRIPTION"]


def test_a_day_not_certain_is_tentative_and_says_so(client):
    make.summit("2023-03-30?")
    (event,) = events_of(client)
    assert event["STATUS"] == "TENTATIVE"
    assert event["DESCRIPTION"].startswith("30 Mar 2023 (uncertain)")


@pytest.mark.parametrize("date", ["2023", "2023-03", "2023-03/2023-04", ""])
def test_a_meeting_without_a_known_day_is_only_counted(client, date):
    make.summit(date)
    assert events_of(client) == []
    described = next(line for line in lines_of(client) if line.startswith("DESC"))
    assert described.endswith("1 meeting whose day is not known is left out.")


def test_the_calendar_narrows_as_its_page_does(client):
    make.summit("2023-03-30")
    make.summit("2021-12-18")
    address = f"{ADDRESS}?year=2021"
    assert [event["DTSTART;VALUE=DATE"] for event in events_of(client, address)] == [
        "20211218"
    ]
    assert "DESCRIPTION:Only: year=2021" in lines_of(client, address)
    answer = client.get(f"{ADDRESS}?colour=red")
    assert answer.status_code == 400
    assert "colour: This name is not known here." in answer.content.decode()


def test_the_calendar_is_kept_in_the_time_of_the_meetings(client):
    lines = lines_of(client)
    assert lines[:5] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Summit records//Summits//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    assert "X-WR-TIMEZONE:Asia/Ho_Chi_Minh" in lines


def test_three_meetings_cost_as_many_queries_as_one(client, django_assert_num_queries):
    for year in (2019, 2021, 2023):
        make.summit(f"{year}-03-30", host=make.province())
        with django_assert_num_queries(2):
            client.get(ADDRESS)


def test_an_unpublished_meeting_is_in_no_calendar(client):
    make.summit("2023-03-30", published=False, venue="qzx-secret")
    hidden = make.province("LA-XX", published=False, name_vi="qzx-secret")
    make.summit("2021-03-30", host=hidden, venue="Nhà khách")
    (event,) = events_of(client)
    assert event["LOCATION"] == "Nhà khách"
    assert "qzx-secret" not in client.get(ADDRESS).content.decode()


def test_a_long_line_is_folded_at_75_octets_and_no_letter_is_torn():
    line = f"SUMMARY:{'Bôlikhămxay ບໍລິຄຳໄຊ ' * 9}"
    pieces = folded(line).split("\r\n")
    assert pieces.pop() == ""
    assert len(pieces) > 3
    assert max(len(piece.encode()) for piece in pieces) <= 75
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert folded(line).replace("\r\n ", "") == f"{line}\r\n"
    assert folded("A" * 75) == "A" * 75 + "\r\n"


def test_punctuation_and_lines_cannot_end_a_value():
    assert escaped("a;b,c\\d\r\ne\x07\nEND:VEVENT") == "a\\;b\\,c\\\\d\\ne\\nEND:VEVENT"
    assert re.search(r"[\r\n]", escaped("a\rb\nc")) is None


# RFC 5545, 3.1: a name, its parameters, a colon, a value.
CONTENT = re.compile(r"[A-Z-]+(;[A-Z-]+=[^:;]+)*:[^\x00-\x08\x0a-\x1f\x7f]*")
WANTED = {"UID", "DTSTAMP", "DTSTART", "SUMMARY"}


@pytest.mark.parametrize("prefix", ["", "/lo", "/en"])
@pytest.mark.parametrize("rows", [0, 1, 3])
def test_a_calendar_holds_to_its_grammar_however_many_meetings(client, prefix, rows):
    for number in range(rows):
        gate = make.place(f"Cửa khẩu {number}; “Cầu Treo”, ປາກຊັນ")
        make.summit(f"2023-03-{number + 10}", place=gate)
    address = f"{prefix}/feeds/summits.ics"
    lines = lines_of(client, address)
    assert [line for line in lines if not CONTENT.fullmatch(line)] == []
    assert (lines[0], lines[1]) == ("BEGIN:VCALENDAR", "VERSION:2.0")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == rows
    events = [
        {name.partition(";")[0] for name in event}
        for event in events_of(client, address)
    ]
    assert [WANTED - names for names in events] == [set()] * rows
    assert len({line for line in lines if line.startswith("UID:")}) == rows
