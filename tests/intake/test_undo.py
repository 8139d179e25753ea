"""Undoing an article takes back what it brought, and says what has to stay, and why."""

import pytest

from intake.confirm import confirm
from intake.decide import choose, settle
from intake.undo import what_undo_would_do
from provinces.models import Official, OfficialName
from publication.models import Reference
from summits.models import (
    Commitment,
    Delegate,
    Delegation,
    Minutes,
    Partnership,
    Progress,
    Signature,
    Summit,
    SummitCitation,
)
from tests import make
from tests.intake.articles import TEXT, meeting, references, take_back, whole, why

pytestmark = pytest.mark.django_db

MADE = (
    Partnership,
    Summit,
    Official,
    OfficialName,
    Delegation,
    Delegate,
    Minutes,
    Signature,
    Commitment,
    SummitCitation,
)

# The reference of a partnership is the codes of its provinces: it cannot be made twice.
GONE = [1] + [0] * (len(MADE) - 1)


@pytest.fixture
def reading():
    return make.reading(TEXT)


@pytest.fixture
def other():
    """An article of another paper about the same meeting."""
    return make.reading(TEXT + "Theo báo Nghệ An.\n")


def counts():
    return [model.objects.count() for model in MADE]


def test_all_that_an_article_brought_goes(reading):
    whole(reading)
    confirm(reading)
    assert counts() == [1, 1, 1, 1, 1, 1, 1, 1, 2, 4]
    undone = take_back(reading)
    assert counts() == GONE
    assert (undone.withdrawn, undone.restored) == ([], [])
    assert (len(undone.removed), undone.passages) == (9, 13)
    assert references(reading) == [""] * 5
    assert reading.written_at is None


def test_references_once_given_stay_taken_and_all_can_be_confirmed_again(reading):
    event = whole(reading)[0]
    settle(event, "accepted", by=None, at=make.NOON)
    confirm(reading)
    first = Summit.objects.get().reference
    take_back(reading)
    assert Reference.objects.filter(text=first).exists()
    event.refresh_from_db()
    assert choose(event, "day_part", "edited", value="afternoon", by=None, at=make.NOON)
    assert len(confirm(reading)) == 5
    summit = Summit.objects.get()
    assert (summit.day_part, summit.reference != first) == ("afternoon", True)
    assert [one.number for one in Commitment.objects.all()] == [1, 2]
    reading.refresh_from_db()
    assert reading.written_at is not None


def test_undoing_twice_does_nothing_more(reading):
    whole(reading)
    confirm(reading)
    take_back(reading)
    assert take_back(reading).is_nothing


def test_undoing_what_was_confirmed_again_takes_that_back_as_well(reading):
    known = make.summit("2023-03-30", stage="announced", published=False)
    meeting(reading)
    for _ in range(2):
        confirm(reading)
        take_back(reading)
        known.refresh_from_db()
        assert (known.stage, known.citations.count()) == ("announced", 0)


def test_what_undo_would_do_is_what_it_does(reading):
    whole(reading)
    confirm(reading)
    before = counts()
    ahead = what_undo_would_do(reading)
    assert counts() == before
    assert reading.suggestions.exclude(record_reference="").count() == 5
    assert ahead == take_back(reading)


def test_a_summit_of_two_articles_stays_with_what_the_other_one_says(reading, other):
    meeting(reading, place="tỉnh Bolikhămxay", day_part="morning")
    confirm(reading)
    meeting(other, day_part="morning")
    confirm(other)
    undone = take_back(reading)
    summit = Summit.objects.get()
    said = summit.stage, summit.date, summit.day_part, summit.venue, summit.host
    assert said == ("held", "2023-03-30", "morning", "", None)
    assert {cited.source for cited in summit.citations.all()} == {other.source}
    assert set(why(undone)) == {str(summit), str(summit.partnership)}
    assert other.source.title in why(undone)[str(summit)]
    assert references(reading) == [""]
    assert references(other) == [summit.reference]


def test_the_second_of_two_articles_takes_only_its_own_back(reading, other):
    meeting(reading, day_part="morning")
    confirm(reading)
    meeting(other, place="tỉnh Bolikhămxay", day_part="afternoon")
    confirm(other)
    undone = take_back(other)
    summit = Summit.objects.get()
    assert (summit.day_part, summit.venue, summit.host) == ("morning", "", None)
    assert {cited.source for cited in summit.citations.all()} == {reading.source}
    assert undone.kept == []
    assert len(undone.restored) == 1


def test_a_stage_and_a_venue_are_what_they_were(reading):
    known = make.summit("2023-03-30", stage="announced", venue="Vinh", published=False)
    one = meeting(reading, place="tỉnh Bolikhămxay")
    settle(one, "accepted", by=None, at=make.NOON)
    choose(one, "place", "replaces", by=None, at=make.NOON)
    confirm(reading)
    known.refresh_from_db()
    assert (known.stage, known.venue) == ("held", "tỉnh Bolikhămxay")
    undone = take_back(reading)
    known.refresh_from_db()
    assert (known.stage, known.venue, known.host) == ("announced", "Vinh", None)
    assert (len(undone.restored), undone.removed, undone.passages) == (2, [], 3)


def test_what_was_changed_since_stays_as_it_was_changed(reading):
    known = make.summit("2023-03-30", stage="announced", published=False)
    meeting(reading, day_part="morning")
    confirm(reading)
    known.refresh_from_db()
    known.day_part = "evening"
    known.save()
    take_back(reading)
    known.refresh_from_db()
    assert (known.stage, known.day_part) == ("announced", "evening")


def test_a_stage_that_another_article_states_by_now_stays(reading, other):
    known = make.summit("2023-03-30", stage="announced", published=False)
    for article in (reading, other):
        meeting(article)
        confirm(article)
    undone = take_back(reading)
    known.refresh_from_db()
    assert known.stage == "held"
    assert other.source.title in why(undone)[str(known)]


def test_sectors_given_to_a_known_clause_are_taken_back(reading):
    make.sector("trade")
    paper = make.minutes(make.summit("2023-03-30", published=False), published=False)
    known = make.commitment(paper, "Mở đường", published=False)
    meeting(reading)
    one = make.suggestion(
        reading, "item", "Hai bên thống nhất mở đường", sectors=["trade"]
    )
    one.decided_values = {"record": known.reference}
    one.save()
    confirm(reading)
    assert known.sectors.count() == 1
    take_back(reading)
    assert [known.sectors.count(), known.actors.count()] == [0, 0]
    assert not known.citations.exists()


def test_a_head_of_before_is_head_again(reading):
    at = make.summit("2023-03-30", published=False)
    head = make.delegate(at, "Xỉ Pha", "LA-BL", is_head=True)
    meeting(reading)
    one = make.suggestion(
        reading, "person", "Khăm B", province="LA-BL", roles=["head_of_delegation"]
    )
    settle(one, "accepted", by=None, at=make.NOON)
    choose(one, "roles", "replaces", by=None, at=make.NOON)
    confirm(reading)
    undone = take_back(reading)
    assert list(Delegate.objects.heads()) == [head]
    assert undone.kept == []


def test_a_row_that_a_person_edited_stays_with_its_passages(reading):
    whole(reading)
    confirm(reading)
    clause = Commitment.objects.get(number=2)
    clause.text_vi = "Mở chợ biên giới"
    clause.save()
    undone = take_back(reading)
    assert list(Commitment.objects.all()) == [clause]
    assert clause.citations.count() == 1
    assert str(clause) in why(undone)
    assert [m.objects.count() for m in (Summit, Minutes, Delegate)] == [1, 1, 0]
    assert clause.reference in references(reading)
    reading.refresh_from_db()
    assert reading.written_at is not None


def test_a_clause_that_a_later_one_takes_up_stays(reading):
    whole(reading)
    confirm(reading)
    earlier = Commitment.objects.get(number=1)
    paper = make.minutes(make.summit("2024-04-01"), published=False)
    make.continuation(make.commitment(paper, published=False), earlier)
    undone = take_back(reading)
    assert earlier in Commitment.objects.all()
    assert Commitment.objects.filter(minutes=earlier.minutes).count() == 1
    assert str(earlier) in why(undone)


def test_a_clause_with_a_report_by_others_stays_until_the_report_goes(reading):
    whole(reading)
    confirm(reading)
    clause = Commitment.objects.get(number=1)
    report = make.progress(clause, published=False)
    take_back(reading)
    assert [m.objects.count() for m in (Commitment, Minutes, Summit)] == [1, 1, 1]
    report.delete()
    undone = take_back(reading)
    assert counts() == GONE
    assert [row for row, _why in undone.kept] == [Partnership.objects.get()]


def test_a_person_met_in_another_article_stays_with_the_name(reading, other):
    whole(reading)
    confirm(reading)
    make.suggestion(other, "event", "Sáng 30/3", date="2024-04-01")
    make.suggestion(other, "person", "Khăm B", province="LA-BL")
    confirm(other)
    undone = take_back(reading)
    official = Official.objects.get()
    assert [name.text for name in official.names.all()] == ["Khăm B"]
    assert [d.delegation.summit.date for d in Delegate.objects.all()] == ["2024-04-01"]
    assert other.source.title in why(undone)[str(official)]


def test_a_spelling_an_article_brought_goes_and_the_person_stays(reading):
    known = make.official("Khẳm B", "LA-BL")
    meeting(reading)
    one = make.suggestion(reading, "person", "Khăm B", province="LA-BL")
    one.decided_values = {"record": known.reference}
    one.save()
    confirm(reading)
    assert known.names.count() == 2
    take_back(reading)
    assert [name.text for name in known.names.all()] == ["Khẳm B"]
    assert not Delegate.objects.exists()


def test_a_later_reading_of_the_same_article_keeps_what_it_rests_on(reading):
    meeting(reading)
    confirm(reading)
    newer = type(reading).objects.create(
        source=reading.source, reader_version="later", result={}
    )
    meeting(newer)
    confirm(newer)
    undone = take_back(reading)
    assert Summit.objects.get().citations.count() == 2
    assert str(Summit.objects.get()) in why(undone)


def test_reports_and_links_between_papers_go_with_their_article(reading):
    held = make.summit("2021-12-18", published=False)
    earlier = make.minutes(held, signed_on="2021-12-18", published=False)
    whole(reading)
    make.suggestion(
        reading,
        "document",
        "biên bản",
        stage="earlier",
        signed_on="2021-12-18",
    )
    make.suggestion(reading, "item", "Hai bên thống nhất", force="reported")
    confirm(reading)
    assert Minutes.objects.exclude(pk=earlier.pk).get().reviews == earlier
    assert Progress.objects.get().minutes == earlier
    undone = take_back(reading)
    assert list(Minutes.objects.all()) == [earlier]
    assert (Progress.objects.count(), undone.kept) == (0, [])
    assert not earlier.citations.exists()


def test_a_paper_goes_that_an_older_row_looks_back_on(reading):
    make.summit("2021-12-18", published=False)
    meeting(reading)
    make.suggestion(reading, "document", "biên bản năm 2023", covers="2023")
    earlier = {"stage": "earlier", "signed_on": "2021-12-18"}
    make.suggestion(reading, "document", "Hai bên thống nhất mở chợ", **earlier)
    confirm(reading)
    assert Minutes.objects.exclude(reviews=None).count() == 1
    take_back(reading)
    assert Minutes.objects.count() == 0


@pytest.mark.parametrize("said", [meeting, whole])
def test_what_was_left_to_another_article_goes_when_that_is_undone(
    reading, other, said
):
    for one in (reading, other):
        said(one)
        confirm(one)
    take_back(reading)
    take_back(other)
    assert counts() == GONE
    assert {*references(reading), *references(other)} == {""}


def test_what_was_confirmed_again_stays_when_another_article_is_undone(reading, other):
    for one in (reading, other):
        meeting(one)
        confirm(one)
    take_back(reading)
    confirm(reading)
    take_back(other)
    assert [summit.reference for summit in Summit.objects.all()] == references(reading)
