"""What visitors come for, walked in a real browser with each click counted."""

import importlib
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from portal.fill import fill
from publication.models import CorrectionReport
from summits.models import Commitment, Minutes
from tests import make
from tests.browser.hands import Hands

pytestmark = pytest.mark.django_db

QUOTE = "bổ sung quốc lộ 8A vào Nghị định thư số 1"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
# The form takes nothing sent sooner after it was opened than a person can write.
AS_LONG_AS_A_PERSON = 3_100
BEYOND = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture(scope="module")
def site(chromium, django_db_setup, django_db_blocker):
    """Open the site once for all its visitors, with the records it begins with.

    A matter of 2023 goes back to 2019 here: of those papers only the days are known.
    """
    with django_db_blocker.unblock():
        fill(by=make.user("publisher"), at=make.NOON)
        earlier_clauses()
        server = LiveServer("localhost")
        yield server.url
        # Answers still under way may look at the database once more.
        server.thread.terminate()
        call_command("flush", interactive=False, verbosity=0)
        roles = importlib.import_module("portal.migrations.0001_roles")
        roles.make_roles(apps, None)


@pytest.fixture(scope="module")
def badge(site, django_db_blocker):
    """Log an editor in for good, and return the session's key."""
    with django_db_blocker.unblock():
        client = Client()
        client.force_login(make.user("editor"))
    return {"name": "sessionid", "value": client.cookies["sessionid"].value}


def clause_on(road="quốc lộ 8A vào") -> Commitment:
    return Commitment.objects.get(text_vi__contains=road)


def earlier_clauses():
    """Give the papers of 2019 and 2021 a clause each that the one of 2023 takes up."""
    later = clause_on()
    pair = later.minutes.summit.partnership
    for day in ("2021-12-18", "2019-12-25"):
        paper = Minutes.objects.get(
            summit__date__startswith=day, summit__partnership=pair
        )
        clause = make.commitment(paper, "Nâng cấp quốc lộ 8A", sectors=("transport",))
        source = make.source(f"Hội nghị ngày {day}", published_on=day)
        make.citation(clause, "text_vi", "nâng cấp quốc lộ 8A", source=source)
        stitch = make.continuation(later, clause)
        make.citation(stitch, "kind", "tiếp tục kiến nghị", source=source)
        later = clause


@pytest.fixture
def visit(chromium, site):
    """Seat a visitor at a browser of their own."""
    contexts = []
    usual = {
        "base_url": site,
        "locale": "vi-VN",
        "viewport": {"width": 1280, "height": 900},
        "reduced_motion": "reduce",
    }

    def visited(address="/", **settings):
        contexts.append(context := chromium.new_context(**(usual | settings)))
        page = context.new_page()
        page.set_default_timeout(15_000)  # a busy machine is no fault
        page.goto(address)
        return page

    yield visited
    for context in contexts:
        context.close()


def follow(hands, what):
    """Click and wait for the page that comes."""
    with hands.page.expect_navigation():
        hands.click(what)


def path_of(page) -> str:
    return urlsplit(page.url).path


def query_of(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def ask_for(hands, words):
    hands.click("#q")
    hands.type(words)
    hands.press("Enter")
    hands.page.wait_for_url("**/search/**")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_road_is_found_without_marks_and_its_evidence_read_in_two_clicks(
    visit, scripts
):
    page = visit(java_script_enabled=scripts)
    hands = Hands(page)
    ask_for(hands, "quoc lo 8a")
    follow(hands, page.locator(".hit a", has_text="Nghị định thư số 1"))
    assert path_of(page) == clause_on().get_absolute_url()
    note = page.locator(".note", has_text=QUOTE)
    note.scroll_into_view_if_needed()
    expect(note.locator("blockquote")).to_be_in_viewport()
    expect(note.locator(".src a >> nth=0")).to_have_text("Baohatinh.vn")
    expect(note.locator(".src")).to_be_in_viewport()
    assert hands.clicks == 2


def test_the_number_at_a_text_leads_to_its_passage_and_back(visit):
    page = visit(clause_on().get_absolute_url(), java_script_enabled=False)
    hands = Hands(page)
    hands.click("#text .evn >> nth=0")
    note = page.locator(".note:target")
    expect(note.locator("blockquote")).to_be_in_viewport()
    assert QUOTE in note.inner_text()
    hands.click(note.locator("a:visible", has_text="Về dữ kiện"))
    expect(page.locator("#text .evn:target")).to_be_in_viewport()
    assert hands.clicks == 2


def test_a_matter_is_followed_from_2019_to_2023(visit):
    first = Commitment.objects.get(minutes__signed_on="2019-12-25")
    page = visit()
    hands = Hands(page)
    follow(hands, ".main-nav a[href='/follow-up/']")
    follow(hands, "a[href='/threads/']")
    follow(hands, f".item h3 a[href='/threads/{first.reference}/']")
    steps = page.locator(".bank > li")
    years = [re.search(r"20\d\d", text)[0] for text in steps.all_inner_texts()]
    assert years == ["2019", "2021", "2023"]
    assert page.locator(".bank .demo-fact .evn").count() == 3
    assert QUOTE in page.locator(".notes").inner_text()
    assert hands.clicks == 3
    follow(hands, steps.last.locator("h2 a"))
    assert path_of(page) == clause_on().get_absolute_url()
    chain = page.locator(".chain").first
    assert re.findall(r"20\d\d", chain.inner_text()) == ["2021", "2023"]


def test_the_language_changes_and_the_page_and_its_filters_stay(visit):
    page = visit("/commitments/?sector=transport&force=petition")
    hands, before = Hands(page), page.url
    shown = page.locator(".items .item, .agree > li").count()
    chips = page.locator(".chips li").count()
    follow(hands, ".site-head .langs:visible a[lang=lo]")
    page.wait_for_url("**/lo/**")
    assert page.get_attribute("html", "lang") == "lo"
    assert path_of(page) == "/lo/commitments/"
    assert query_of(page) == {"sector": ["transport"], "force": ["petition"]}
    assert page.locator(".items .item, .agree > li").count() == shown > 0
    assert page.locator(".chips li").count() == chips == 3
    follow(hands, ".site-head .langs:visible a[lang=vi]")
    page.wait_for_url(before)
    assert page.get_attribute("html", "lang") == "vi"
    assert hands.clicks == 2


def listed(page) -> list[str]:
    return page.locator("main h3 a").evaluate_all(
        "all => all.map(one => one.hash || one.pathname)"
    )


@pytest.mark.parametrize("scripts", [True, False])
def test_a_filtered_board_is_shared_by_its_address(visit, scripts):
    page = visit("/follow-up/", java_script_enabled=scripts)
    hands, everything = Hands(page), listed(page)
    hands.click(
        page.locator(".pick", has=page.locator("[name=sector]")).locator("summary")
    )
    hands.click("[name=sector][value=transport]")
    follow(hands, ".filters .btn")
    assert query_of(page)["sector"] == ["transport"]
    assert 0 < len(listed(page)) < len(everything)

    other = visit(page.url, java_script_enabled=scripts)
    assert listed(other) == listed(page)
    assert other.inner_text("main") == page.inner_text("main")
    assert hands.clicks == 3

    friend = Hands(other)
    follow(friend, other.locator(".chip", has_text="Giao thông"))
    assert "sector" not in query_of(other)
    assert listed(other) == everything
    assert friend.clicks == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_an_error_is_reported_from_a_phone_and_staff_find_it(
    visit, site, badge, scripts
):
    clause = clause_on()
    page = visit(clause.get_absolute_url(), java_script_enabled=scripts, **PHONE)
    hands = Hands(page)
    follow(hands, "#corrections a")
    hands.click("[name=wrong]")
    hands.type("Số hiệu nghị định thư không đúng.")
    page.wait_for_timeout(AS_LONG_AS_A_PERSON)
    follow(hands, "main form button")
    assert re.fullmatch(r"/corrections/[^/]+/", path_of(page))
    report = CorrectionReport.objects.latest("pk")
    assert (report.reference, report.wrong) == (
        clause.reference,
        "Số hiệu nghị định thư không đúng.",
    )
    assert page.inner_text(".report-no") == report.number
    assert hands.clicks == 3
    assert_in_queue(report, visit("/robots.txt"), badge | {"url": site})


def assert_in_queue(report, page, badge):
    page.context.add_cookies([badge])
    page.goto("/admin/")
    staff = Hands(page)
    follow(staff, "#content th a[href='/admin/publication/correctionreport/']")
    row = page.locator("#result_list tbody tr", has_text=report.number)
    expect(row).to_have_count(1)
    assert report.reference in row.inner_text()
    follow(staff, row.locator("th a"))
    assert report.wrong in page.inner_text("#content")
    assert staff.clicks == 2
