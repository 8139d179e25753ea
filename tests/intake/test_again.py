"""A newer reading shows only what is new: nothing is decided, or written, twice."""

import pytest

from intake.confirm import confirm
from intake.decide import add, choose, settle
from intake.models import Reading, Suggestion
from intake.readings import read_source, store_article
from intake.undo import undo
from summits.models import Partnership, Summit
from tests import make
from tests.intake.test_readings import ARTICLE

pytestmark = pytest.mark.django_db
ADDRESS = "https://example.org/bai"
PATROL = "tăng cường tuần tra chung"


@pytest.fixture(autouse=True)
def _provinces():
    make.province("VN-23")
    make.province("LA-BL")


@pytest.fixture
def lan():
    return make.user("editor", "lan")


@pytest.fixture
def first():
    return store_article(ARTICLE.encode(), url=ADDRESS).reading


@pytest.fixture
def again(monkeypatch, first):
    """Reads the first reading's article by a newer reader."""

    def read() -> Reading:
        monkeypatch.setattr("intake.readings.READER_VERSION", "9.9")
        return read_source(first.source)

    return read


@pytest.fixture
def corrected(first):
    """Reads a version of the article in which some words differ."""

    def read(old: str = "Sáng 3/4/2023", new: str = "Đúng sáng 3/4/2023") -> Reading:
        assert old in ARTICLE
        return store_article(ARTICLE.replace(old, new).encode(), url=ADDRESS).reading

    return read


def one(reading, kind: str, **values) -> Suggestion:
    return next(
        suggestion
        for suggestion in reading.suggestions.filter(kind=kind)
        if all(suggestion.values.get(name) == value for name, value in values.items())
    )


def settle_all(reading, by, decision="accepted"):
    for suggestion in reading.suggestions.all():
        settle(suggestion, decision, by=by, at=make.NOON)


def write(reading, by):
    """Write what the article tells; its clause has no minutes to stand in."""
    settle(one(reading, "item"), "rejected", by=by, at=make.NOON)
    for kind in ("event", "person"):
        settle(one(reading, kind), "accepted", by=by, at=make.NOON)
    confirm(reading, by=by, at=make.NOON)


def said(reading) -> list[tuple]:
    """What stands of each suggestion, where and on whose word."""
    fields = (
        *("kind", "position", "values", "spans", "decision", "decided_values"),
        *("decided_by", "decided_at", "record_reference"),
    )
    choices = ("field", "decision", "value", "decided_by", "decided_at")
    return [
        (
            *(getattr(suggestion, name) for name in fields),
            list(suggestion.choices.values_list(*choices)),
        )
        for suggestion in reading.suggestions.order_by("kind", "position")
    ]


def test_what_nobody_decided_is_open_again_and_no_more_than_that(first, again):
    assert said(again()) == said(first)
    assert first.suggestions.undecided().count() == first.suggestions.count()


def test_a_decision_is_inherited_with_its_choices_and_who_made_it(first, again, lan):
    event = one(first, "event")
    choose(event, "status", "edited", by=lan, at=make.NOON, value="announced")
    choose(event, "kind", "accepted", by=lan, at=make.NOON, spans=[[0, 7]])
    settle(one(first, "item"), "rejected", by=lan, at=make.NOON)
    settle(one(first, "person"), "accepted", by=lan, at=make.NOON)
    newer = again()
    assert said(newer) == said(first)
    assert one(newer, "event").choices.get(field="kind").spans == [[0, 7]]
    assert newer.suggestions.undecided().count() == 1


def test_what_was_written_is_not_written_twice(first, again, lan):
    write(first, lan)
    newer = again()
    assert said(newer) == said(first)
    assert confirm(newer, by=lan, at=make.now()) == []
    assert Summit.objects.count() == 1


def test_only_what_the_newer_reader_finds_is_open(first, again, lan):
    person = one(first, "person")
    person.delete()
    settle_all(first, lan)
    newer = again()
    assert [new.values for new in newer.suggestions.undecided()] == [person.values]


def test_what_the_reader_loses_is_kept_where_a_person_stood_by_it(first, again, lan):
    lost = make.suggestion(first, "item", PATROL, decision="pending")
    settle(lost, "accepted", by=lan, at=make.NOON)
    unseen = make.suggestion(first, "item", "hai tỉnh", decision="pending")
    refused = make.suggestion(first, "item", "Hai bên", decision="pending")
    settle(refused, "rejected", by=lan, at=make.NOON)
    newer = again()
    kept = one(newer, "item", text=PATROL)
    assert (kept.decision, kept.decided_by, kept.quote) == ("accepted", lan, PATROL)
    gone = {unseen.quote, refused.quote}
    assert gone.isdisjoint(new.quote for new in newer.suggestions.all())


def test_what_was_refused_stays_refused_though_one_reading_missed_it(
    first, again, lan, monkeypatch
):
    settle(one(first, "item"), "rejected", by=lan, at=make.NOON)
    one(again(), "item").delete()
    monkeypatch.setattr("intake.readings.READER_VERSION", "10.0")
    assert one(read_source(first.source), "item").decision == "rejected"


def test_what_was_added_by_hand_is_carried_over(first, again, lan):
    start = ARTICLE.index(PATROL)
    spans = [[start, start + len(PATROL)]]
    said_by_hand = {"text": "tuần tra", "force": "agreed"}
    add(first, "item", said_by_hand, spans, by=lan, at=make.NOON)
    newer = again()
    kept = one(newer, "item", text="tuần tra")
    assert (kept.rule, kept.decision, kept.spans) == ("by_hand", "added", spans)
    assert newer.suggestions.count() == first.suggestions.count()


def test_what_a_person_added_and_the_reader_now_finds_is_one_fact(first, again, lan):
    item = one(first, "item")
    add(first, "item", item.values, item.spans, by=lan, at=make.NOON)
    item.delete()
    newer = again()
    assert [new.decision for new in newer.suggestions.filter(kind="item")] == ["added"]


def test_of_a_changed_fact_only_what_changed_is_open(first, again, lan):
    event = one(first, "event")
    event.values |= {"place": "Vinh"}
    event.save()
    write(first, lan)
    event.refresh_from_db()
    newer = again()
    changed = one(newer, "event")
    assert changed.values["place"] != "Vinh"
    assert (changed.decision, changed.record_reference) == ("pending", "")
    decided = {choice.field: choice.decision for choice in changed.choices.all()}
    assert decided == {
        **dict.fromkeys(("provinces", "status", "kind", "date"), "accepted"),
        "day_part": "accepted",
        "record": "edited",
    }
    assert changed.decided_values["record"] == event.record_reference


def test_a_correction_by_hand_stands_whatever_the_reader_now_says(first, again, lan):
    event = one(first, "event")
    event.values |= {"place": "Vinh"}
    event.save()
    choose(event, "place", "edited", by=lan, at=make.NOON, value="Thà Khẹc")
    assert one(again(), "event").decided_values["place"] == "Thà Khẹc"


def test_a_clause_taken_for_something_else_is_open_again(first, again, lan):
    item = one(first, "item")
    item.values |= {"force": "proposed"}
    item.save()
    settle(item, "accepted", by=lan, at=make.NOON)
    newer = one(again(), "item")
    assert (newer.values["force"], newer.decision) == ("agreed", "pending")


def test_another_day_is_another_meeting(first, again, lan):
    event = one(first, "event")
    event.values |= {"date": "2021-04-03"}
    event.save()
    settle(event, "accepted", by=lan, at=make.NOON)
    newer = again()
    assert [
        (new.values["date"], new.decision)
        for new in newer.suggestions.filter(kind="event").order_by("position")
    ] == [("2023-04-03", "pending"), ("2021-04-03", "accepted")]


def test_a_corrected_article_inherits_where_the_words_still_stand(
    first, corrected, lan
):
    settle_all(first, lan)
    newer = corrected()
    inherited = one(newer, "item")
    assert (inherited.decision, inherited.decided_by) == ("accepted", lan)
    start, end = inherited.spans[0]
    assert newer.source.text[start:end] == one(first, "item").quote == inherited.quote
    assert inherited.spans != one(first, "item").spans


def test_a_corrected_sentence_is_decided_anew(first, corrected, lan):
    settle_all(first, lan)
    newer = corrected("Lê Văn Bình", "Lê Văn Bính")
    person = one(newer, "person")
    assert (person.values["name"], person.decision) == ("Lê Văn Bính", "pending")
    assert [new.pk for new in newer.suggestions.undecided()] == [person.pk]


def test_what_was_added_by_hand_moves_with_its_words(first, corrected, lan):
    start = ARTICLE.index(PATROL)
    spans = [[start, start + len(PATROL)]]
    added = {"text": "tuần tra", "force": "agreed"}
    add(first, "item", added, spans, by=lan, at=make.NOON)
    newer = corrected()
    moved = one(newer, "item", text="tuần tra")
    assert moved.spans == [[start + 5, start + 5 + len(PATROL)]]
    assert newer.source.text[slice(*moved.spans[0])] == PATROL


def test_what_was_added_by_hand_goes_with_its_words(first, corrected, lan):
    start = ARTICLE.index(PATROL)
    spans = [[start, start + len(PATROL)]]
    added = {"text": "tuần tra", "force": "agreed"}
    add(first, "item", added, spans, by=lan, at=make.NOON)
    newer = corrected(PATROL, "tuần tra chung")
    texts = [new.values["text"] for new in newer.suggestions.filter(kind="item")]
    assert "tuần tra" not in texts


def test_a_newer_reading_takes_the_place_of_the_older(first, again, corrected):
    assert first.newest == first
    newer = again()
    assert first.newest == newer
    assert list(Reading.objects.current()) == [newer]
    assert list(Reading.objects.superseded()) == [first]
    version = corrected()
    assert list(Reading.objects.current()) == [version]
    assert {reading.pk for reading in Reading.objects.superseded()} == {
        first.pk,
        newer.pk,
    }
    assert (newer.newest, version.newest) == (newer, version)


def test_reading_twice_by_one_reader_is_one_reading(first, again):
    assert again() == again()
    assert first.source.readings.count() == 2


def test_when_and_by_whom_it_was_written_is_told_of_the_newer_too(first, again, lan):
    write(first, lan)
    Reading.objects.filter(pk=first.pk).update(written_by=lan, written_at=make.NOON)
    newer = again()
    assert (newer.written_by, newer.written_at) == (lan, make.NOON)


def test_what_was_written_of_an_older_reading_is_undone_from_the_newer(
    first, again, lan
):
    write(first, lan)
    newer = again()
    undone = undo(newer, by=lan, at=make.now(), reason="Đọc nhầm bài.")
    # The provinces remain partners: that reference could never be given again.
    assert [type(row) for row, _why in undone.kept] == [Partnership]
    assert not Summit.objects.exists()
    references = newer.suggestions.values_list("record_reference", flat=True)
    assert set(references) == {""}


def test_undone_and_read_again_it_can_be_written_again(first, again, lan, monkeypatch):
    write(first, lan)
    undo(again(), by=lan, at=make.now(), reason="Đọc nhầm bài.")
    monkeypatch.setattr("intake.readings.READER_VERSION", "10.0")
    latest = read_source(first.source)
    assert one(latest, "event").decision == "accepted"
    confirm(latest, by=lan, at=make.now())
    assert Summit.objects.get().reference == one(latest, "event").record_reference
