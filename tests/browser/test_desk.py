"""The review desk in a real browser: from an article to a public summit, and back.

The estimate of a person's time is by the keystroke-level model: a key 0.28 s, pointing
1.10 s, a button pressed or released 0.10 s, a hand moved between mouse and keys 0.40 s,
making up one's mind 1.35 s before each click and each text typed; a turn of the wheel
counts as a key. Reading is told apart: 200 syllables a minute.
"""

import pytest
from django.test import Client

from intake.models import Suggestion
from intake.readings import store_article
from portal.fill import FACTS, FIXTURES
from provinces.models import Official, Province
from publication.publish import publish
from summits.management.commands.load_reference import load_reference
from summits.models import Commitment, Minutes, Proposal, Summit
from tests import make
from tests.admin import desk
from tests.browser.hands import Hands

pytestmark = pytest.mark.django_db(transaction=True)

HELD, ANNOUNCED = (next(FIXTURES.glob(f"articles/{name}*")) for name in ("000", "003"))
QUEUE = "#content th a[href='/admin/intake/reading/']"
WRITE = "#desk-actions button[formaction]"
MOST_CLICKS = 22
MOST_KEYS = 100


@pytest.fixture
def office():
    """An office on its first day: provinces, places, people's names, no meeting."""
    load_reference(only=FACTS)
    publish(Province.objects.all(), by=None, at=make.NOON)


@pytest.fixture
def sit(chromium, live_server):
    """Seat somebody of a role at a browser of their own, signed in."""
    contexts = []
    usual = {
        "base_url": live_server.url,
        "locale": "vi-VN",
        "viewport": {"width": 1280, "height": 900},
        "reduced_motion": "reduce",  # what is looked at stands still
    }

    def seated(role="editor", name="", **settings):
        client = Client()
        client.force_login(make.user(role, name=name))
        contexts.append(context := chromium.new_context(**(usual | settings)))
        key = client.cookies["sessionid"].value
        cookie = {"name": "sessionid", "value": key, "url": live_server.url}
        context.add_cookies([cookie])
        page = context.new_page()
        page.set_default_timeout(30_000)  # a busy machine is no fault
        return page

    yield seated
    for context in contexts:
        context.close()


def feed_in(hands):
    hands.click(QUEUE)
    hands.click(".object-tools a[href$='/add/']")
    hands.choose_file("#id_files", HELD)
    hands.click(".submit-row input[type=submit]")
    hands.click(".fed li a")


def test_the_first_seed_becomes_a_public_summit(office, sit):
    page = sit("editor")
    page.goto("/admin/")
    editor = Hands(page)
    feed_in(editor)
    editor.read(page.locator(".art"))
    # What is told of 2021 waits: no meeting of that year is recorded here yet.
    for group in ("meetings", "people", "papers", "agreed", "proposed"):
        for card in page.locator(f"#group-{group} .card").all():
            if "2021" not in card.locator("h4").inner_text():
                editor.accept(card)
    editor.click(WRITE)
    page.wait_for_url("**/desk/write/")
    assert not Summit.objects.public().exists()

    page = sit("publisher")
    page.goto("/admin/")
    publisher = Hands(page)
    publisher.click(QUEUE)
    publisher.click(".field-title a")
    publisher.click("a[href$='/desk/write/']")
    publisher.click("main a[href$='/publish/']")
    publisher.click(".submit-row input[type=submit]")
    publisher.click(".object-tools a[href^='/summits/']")

    print(f"\neditor: {editor}\npublisher: {publisher}")  # noqa: T201 - the figures
    assert_public(page)
    assert editor.clicks + publisher.clicks <= MOST_CLICKS
    assert (editor.keys, publisher.keys) == (0, 0)


def assert_public(page):
    """The page tells who met, what was signed and agreed, each with its evidence."""
    summit, paper = Summit.objects.get(), Minutes.objects.get()
    assert page.url.endswith(summit.get_absolute_url())
    facts = page.inner_text("#facts")
    assert "30/3/2023" in facts
    assert "biên bản hợp tác năm 2023" in facts.lower()
    assert "Hoàng Trung Dũng" in page.inner_text("#delegations")
    assert "ký kết biên bản hợp tác năm 2023" in page.inner_text(
        ".evidence, .notes-box"
    )
    clauses = page.locator("#agreed .agree > li, #petitions .agree > li")
    assert clauses.count() == paper.commitments.count() == 13
    proposals = page.locator("#proposals .agree > li", has=page.locator(".evn"))
    assert proposals.count() == Proposal.objects.count() == 17
    page.goto(paper.get_absolute_url())
    assert page.locator(".clause", has=page.locator(".evn")).count() == 13


def test_the_first_seed_becomes_drafts_without_a_mouse(office, sit):
    reading = store_article(HELD.read_bytes()).reading
    page = sit("editor")
    page.goto(desk.at(reading))
    hands = Hands(page)
    hands.tab_to(".jump a[href='#desk-actions']")
    hands.press("Enter")
    hands.tab_to("[data-keys]")
    hands.press("Space")
    for card in page.locator(".card").all():
        if "group-reported" in card.locator("..").get_attribute("id"):
            break
        for point in card.locator("[data-point]").all():
            hands.press("j")
            assert point.evaluate("row => row.contains(document.activeElement)")
            hands.see(card)
        if "2021" not in card.locator("h4").inner_text():
            hands.tab_to(f"#{card.get_attribute('id')} button[value^='card:']", most=4)
            hands.accept_by("Enter", card)
    hands.press("w")
    assert page.locator(WRITE).evaluate("button => button.matches(':focus')")
    hands.press("Enter")
    page.wait_for_url("**/desk/write/")
    print(f"\nby keys: {hands}")  # noqa: T201 - the figures
    assert (Summit.objects.count(), Commitment.objects.count()) == (1, 13)
    assert hands.clicks == hands.turns == 0
    assert hands.keys <= MOST_KEYS


def card_of(page, one):
    return page.locator(f"#card-{one.pk}")


def radio(page, one, field, decision):
    return page.locator(f"[name='d-{desk.key(one, field)}'][value={decision}]")


def choose(page, one, field, decision):
    """Decide on one field and wait until the server has kept it."""
    radio(page, one, field, decision).click()
    row = page.locator(f"[data-point='{desk.key(one, field)}']")
    row.locator(".take-back").wait_for()


@pytest.fixture
def reading():
    return desk.reading()


def test_every_decision_is_made_without_scripts(reading, sit):
    first, _second = (
        make.official("Trần Văn A", "VN-23"),
        make.official("Trần Văn A", "VN-23"),
    )
    event, person = desk.event(reading), desk.person(reading)
    page = sit("editor", java_script_enabled=False)
    page.goto(desk.at(reading))
    assert page.locator(WRITE).is_disabled()
    radio(page, event, "day_part", "rejected").click()
    radio(page, event, "place", "edited").click()
    page.fill(f"[name='v-{desk.key(event, 'place')}']", "thị xã Pạc Xăn")
    card_of(page, event).locator("button[value^='card:']").click()
    page.select_option(f"[name='d-{desk.key(person, 'record')}']", first.reference)
    page.click("#desk-actions [value=save]")
    card_of(page, person).locator("button[value^='card:']").click()
    page.click(WRITE)
    page.wait_for_url("**/desk/write/")
    summit = Summit.objects.get()
    assert (summit.venue, summit.day_part) == ("thị xã Pạc Xăn", "")
    person.refresh_from_db()
    assert person.record_reference == first.reference
    assert Official.objects.count() == 2


def test_two_people_at_one_article_are_told_and_lose_nothing(reading, sit):
    event = desk.event(reading)
    anna, binh = sit(name="anna"), sit(name="binh")
    anna.clock.install()
    anna.goto(desk.at(reading))
    binh.goto(desk.at(reading))
    assert "anna" in binh.inner_text("#desk-others")
    assert anna.locator("#desk-others").is_hidden()
    choose(binh, event, "day_part", "rejected")
    choose(binh, event, "kind", "accepted")
    anna.clock.fast_forward(61_000)
    anna.locator("#desk-others [data-reload]").wait_for()
    assert "binh" in anna.inner_text("#desk-others")

    radio(anna, event, "day_part", "edited").click()
    anna.select_option(f"[name='v-{desk.key(event, 'day_part')}']", "evening")
    row = anna.locator(f"[data-point='{desk.key(event, 'day_part')}']")
    row.locator(".error").wait_for()
    assert "binh" in row.locator(".error").inner_text()
    typed = row.locator("select")
    assert typed.input_value() == "evening"
    choose(anna, event, "place", "accepted")
    assert desk.choices(event) == {
        "day_part": ("rejected", None),
        "kind": ("accepted", None),
        "place": ("accepted", None),
    }


def test_what_was_announced_stands_beside_what_was_held(office, sit):
    held = make.summit(
        "2021-12-18", published=False, day_part="morning", venue="thị xã Lạc Xao"
    )
    told = make.source(title="Hai tỉnh đã họp", published=False)
    for field in ("date", "stage", "venue", "partnership"):
        said = str(getattr(held, field)) if field != "partnership" else ""
        make.citation(held, field, "đã họp", source=told, stated_value=said)
    reading = store_article(ANNOUNCED.read_bytes()).reading
    page = sit("publisher")
    page.goto(desk.at(reading))
    asked = page.locator("#group-meetings .card", has=page.locator(".conflict")).first
    for at in range(asked.locator(".conflict").count()):
        asked.locator(".conflict").nth(at).locator("[value=accepted]").click()
        asked.locator(".conflict--settled").nth(at).wait_for()
    asked.locator("button[value^='card:']").click()
    page.locator(WRITE).click()
    page.wait_for_url("**/desk/write/")
    page.click("main a[href$='/publish/']")
    page.click(".submit-row input[type=submit]")
    page.goto(held.get_absolute_url())
    stated = [said.inner_text() for said in page.locator("#facts dd li").all()]
    values = [said.partition("\u2060")[0].strip() for said in stated]
    assert values == [
        "18/12/2021",
        "18/12/2021 (chưa chắc)",
        "thị xã Lạc Xao",
        "Cửa khẩu quốc tế Cầu Treo",
        "Đã diễn ra",
        "Mới có thông báo",
    ]


def select_words(page, words):
    """Draw the mouse over words of the article, from the first to the last."""
    boxes = page.evaluate(
        """words => {
          const walk = document.createTreeWalker(document.querySelector(".art"), 4);
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            node.parentElement.scrollIntoView({ block: "center" });
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + words.length);
            const boxes = [...range.getClientRects()];
            return [boxes[0], boxes.at(-1)].map((box) => box.toJSON());
          }
        }""",
        words,
    )
    first, last = boxes
    page.mouse.move(first["left"] + 0.5, first["top"] + first["height"] / 2)
    page.mouse.down()
    page.mouse.move(last["right"] - 0.5, last["top"] + last["height"] / 2, steps=5)
    page.mouse.up()


def test_words_drawn_over_with_the_mouse_become_a_fact_the_reader_missed(reading, sit):
    desk.event(reading)
    words = "Hai bên đã tuần tra chung"
    page = sit("editor")
    page.goto(desk.at(reading))
    select_words(page, words)
    page.click(".picker a[data-kind=item]")
    page.wait_for_url("**/desk/add/**")
    assert page.input_value("[name=quote]") == words
    page.select_option("[name=fact-force]", "reported")
    page.click("main form button.btn")
    page.wait_for_url("**/desk/#*")
    one = Suggestion.objects.get(kind="item")
    start = reading.source.text.index(words)
    assert (one.quote, one.spans) == (words, [[start, start + len(words)]])
    assert one.decision == Suggestion.Decision.ADDED


def test_a_paragraph_taken_whole_is_evidence_too(reading, sit):
    """Three clicks take a paragraph, and with it the very start of the next."""
    desk.event(reading)
    page = sit("editor")
    page.goto(desk.at(reading))
    page.locator(".art .pt").nth(3).click(click_count=3)
    page.locator(".picker").wait_for()
    assert page.inner_text(".picker q") == desk.TEXT.split("\n")[3]


def test_keys_go_on_from_the_card_just_accepted(reading, sit):
    event, person = desk.event(reading), desk.person(reading)
    page = sit("editor")
    page.goto(desk.at(reading))
    page.click("[data-keys]")
    button = card_of(page, event).locator("button[value^='card:']")
    button.click()
    button.wait_for(state="detached")
    page.keyboard.press("j")
    assert page.locator("[data-point]:focus-within").get_attribute(
        "data-point"
    ) == desk.key(person, "name")


def test_undoing_shows_what_goes_and_opens_the_desk_again(reading, sit):
    desk.event(reading, decision="accepted")
    page = sit("editor")
    page.goto(desk.at(reading))
    page.click(WRITE)
    page.wait_for_url("**/desk/write/")
    reference = Summit.objects.get().reference
    page.click("main a[href$='/desk/undo/']")
    assert reference in page.inner_text("main")
    assert Summit.objects.exists()
    page.fill("[name=reason]", "Đọc nhầm bài.")
    page.click("main form button.btn")
    page.wait_for_url("**/desk/write/")
    assert not Summit.objects.exists()
    page.goto(desk.at(reading))
    assert page.locator(WRITE).is_enabled()
