"""The queue of articles: what is open first, and whose it is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from intake.confirm import confirm
from intake.decide import choose, settle
from intake.models import Reading, Visit
from tests import make

pytestmark = pytest.mark.django_db
QUEUE = "/admin/intake/reading/"
WORDS = "Sáng 30/3, hai tỉnh họp hội nghị cấp cao."


def article(title: str, *confidences: str, **about) -> Reading:
    """A reading of an article, with an open suggestion of each confidence."""
    make.province("VN-23")
    make.province("LA-BL")
    source = make.source(title, text=WORDS, published=False, **about)
    reading = Reading.objects.create(source=source, reader_version="1", result={})
    for confidence in confidences:
        one = make.suggestion(reading, "event", "Sáng 30/3", decision="pending")
        one.confidence = confidence
        one.save()
    return reading


def settle_all(reading, decision="accepted", by=None):
    for suggestion in reading.suggestions.all():
        settle(suggestion, decision, by=by, at=make.NOON)


def state_of(reading) -> str:
    return Reading.objects.with_progress().get(pk=reading.pk).state


def titles(client, **query) -> list[str]:
    page = client.get(QUEUE, query)
    return [reading.source.title for reading in page.context["cl"].result_list]


def test_an_article_is_new_until_somebody_decides_and_written_when_all_is():
    reading = article("Bài", "sure")
    assert state_of(reading) == "new"
    event = reading.suggestions.get()
    choose(event, "status", "accepted", by=None, at=make.NOON)
    assert state_of(reading) == "in_progress"
    settle_all(reading)
    assert state_of(reading) == "decided"
    confirm(reading, by=None, at=make.NOON)
    assert state_of(reading) == "written"


def test_an_article_with_one_open_suggestion_is_in_progress_though_others_are_written():
    reading = article("Bài", "sure")
    settle_all(reading)
    confirm(reading, by=None, at=make.NOON)
    make.suggestion(reading, "item", "hai tỉnh", decision="pending")
    assert state_of(reading) == "in_progress"


def test_an_article_of_which_all_was_rejected_is_decided():
    reading = article("Bài", "sure")
    settle_all(reading, "rejected")
    assert state_of(reading) == "decided"


def test_an_article_that_tells_nothing_is_told_from_one_that_is_new():
    assert state_of(article("Bài")) == "nothing_found"


def test_what_is_open_stands_first_and_what_waited_longest_before_the_rest(editor):
    article("Không có gì")
    written, unwritten, refused = (
        article(title, "sure") for title in ("Đã ghi", "Đã xét", "Đã bỏ")
    )
    settle_all(written)
    confirm(written, by=None, at=make.NOON)
    settle_all(unwritten)
    settle_all(refused, "rejected")
    begun = article("Đang xét", "sure", "sure")
    settle(begun.suggestions.first(), "rejected", by=None, at=make.NOON)
    article("Mới", "sure")
    assert titles(editor) == [
        *("Đang xét", "Mới", "Đã xét"),
        *("Không có gì", "Đã ghi", "Đã bỏ"),
    ]


def test_the_queue_tells_what_is_open_and_how_much_of_it_is_uncertain(editor):
    reading = article("Bài", "sure", "likely", "uncertain", "uncertain")
    last = reading.suggestions.order_by("position").last()
    settle(last, "accepted", by=None, at=make.NOON)
    row = editor.get(QUEUE).context["cl"].result_list[0]
    assert (row.found, row.undecided, row.uncertain) == (4, 3, 1)


def test_each_article_leads_to_where_it_is_decided_on(editor):
    reading = article("<b>Bài</b>", "sure", publisher="Báo & đài")
    page = editor.get(QUEUE).text
    assert page.count("&lt;b&gt;Bài&lt;/b&gt;</a>") == 1
    assert page.count('<td class="field-outlet">Báo &amp; đài</td>') == 1
    assert f'href="{QUEUE}{reading.pk}/' in page


def test_the_queue_names_who_was_there_last(editor):
    reading = article("Bài", "sure", "sure")
    lan, minh = make.user("editor", "lan"), make.user("editor", "minh")
    assert '<td class="field-holder">-</td>' in editor.get(QUEUE).text
    first, second = reading.suggestions.all()
    settle(first, "accepted", by=minh, at=make.NOON)
    assert '<td class="field-holder">minh <time' in editor.get(QUEUE).text
    later = make.NOON + timedelta(hours=1)
    Visit.objects.create(reading=reading, person=lan, seen_at=later)
    assert '<td class="field-holder">lan <time' in editor.get(QUEUE).text
    settle(second, "accepted", by=minh, at=later + timedelta(hours=1))
    assert '<td class="field-holder">minh <time' in editor.get(QUEUE).text


def test_the_queue_is_narrowed_to_a_state(editor):
    article("Mới", "sure")
    article("Không có gì")
    settle_all(article("Đã xét", "sure"))
    assert titles(editor, state="new") == ["Mới"]
    assert titles(editor, state="decided") == ["Đã xét"]
    assert titles(editor, state="nothing_found") == ["Không có gì"]
    assert titles(editor, state="written") == []


def test_the_queue_is_narrowed_to_what_is_mine(english):
    lan = make.user("editor", "lan")
    english.force_login(lan)
    visited, decided = article("Đã xem", "sure"), article("Đã xét", "sure")
    others = article("Của người khác", "sure")
    Visit.objects.create(reading=visited, person=lan, seen_at=make.NOON)
    settle_all(decided, by=lan)
    settle_all(others, by=make.user("editor"))
    assert titles(english, who="mine") == ["Đã xem", "Đã xét"]
    assert titles(english, who="mine", state="decided") == ["Đã xét"]


def test_what_was_read_again_is_out_of_the_queue_until_asked_for(editor):
    old = article("Bài", "sure")
    Reading.objects.create(source=old.source, reader_version="2", result={})
    assert [row.pk for row in editor.get(QUEUE).context["cl"].result_list] != [old.pk]
    asked = editor.get(QUEUE, {"state": "superseded"}).context["cl"].result_list
    assert [row.pk for row in asked] == [old.pk]


def test_articles_are_found_by_their_title_without_marks(editor):
    article("Hai tỉnh họp", "sure")
    article("Khánh thành cầu", "sure")
    assert titles(editor, q="hai tinh") == ["Hai tỉnh họp"]


def test_the_queue_can_be_sorted_by_each_of_its_columns(editor):
    article("B", "sure", publisher="Báo A")
    article("A", "sure", "uncertain", publisher="Báo B")
    assert titles(editor, o="1") == ["A", "B"]
    assert titles(editor, o="2") == ["B", "A"]
    assert titles(editor, o="-5") == ["A", "B"]
    assert titles(editor, o="-6") == ["A", "B"]


def test_a_longer_queue_asks_the_database_no_more(editor):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            editor.get(QUEUE)
        return len(queries)

    article("Bài 0", "sure")
    asked()
    of_one = asked()
    for number in range(1, 4):
        reading = article(f"Bài {number}", "sure", "uncertain")
        settle(reading.suggestions.first(), "accepted", by=make.user(), at=make.NOON)
        who = make.user("editor")
        Visit.objects.create(reading=reading, person=who, seen_at=make.NOON)
    assert asked() == of_one
    assert of_one <= 12


def test_the_room_is_named_for_what_waits_in_it(editor):
    assert "Articles to review" in editor.get("/admin/").text
    assert "<h1>Articles to review</h1>" in editor.get(QUEUE).text


def test_an_older_reading_leads_to_the_one_that_is_decided_in(editor):
    old = article("Bài", "sure")
    new = Reading.objects.create(source=old.source, reader_version="2", result={})
    desk = f"{QUEUE}{old.pk}/desk/"
    page = editor.get(desk, follow=True)
    assert page.redirect_chain == [(f"{QUEUE}{new.pk}/desk/", 302)]
    told = "This article has been read again. Decide here; nothing was changed now."
    assert told in page.text
    for_script = editor.post(desk, headers={"accept": "application/json"})
    assert (for_script.status_code, for_script.json()["told"]) == (409, told)
    assert not Visit.objects.filter(reading=old).exists()


def test_who_only_reads_is_led_to_what_they_may_see(english):
    reading = article("Bài", "sure")
    english.force_login(make.user("reporter"))
    page = english.get(QUEUE).text
    assert page.count(f'href="{QUEUE}{reading.pk}/change/"') == 1
    assert f"{QUEUE}{reading.pk}/desk/" not in page
    assert english.get(f"{QUEUE}{reading.pk}/change/").status_code == 200


def test_who_only_reads_is_not_led_to_the_door(english):
    english.force_login(make.user("reporter"))
    door = reverse("admin:intake_reading_add")
    assert door not in english.get(QUEUE).text
    assert english.get(door).status_code == 403
    assert english.post(door, {"text": WORDS}).status_code == 403
