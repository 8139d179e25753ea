"""The data stamp is another after every act the public may see, and only then."""

import pytest
from django.db import connection, transaction

from intake.confirm import confirm
from intake.spellings import remember
from publication import stamp
from publication.bulk import create_all, delete_all, update_all
from publication.publish import as_if_published, correct, log, publish, withdraw
from publication.references import register
from summits.models import Summit
from summits.publish import publish_summit
from tests import make
from tests.intake.articles import TEXT, take_back, whole

pytestmark = pytest.mark.django_db


def steps_of(act):
    """How far the stamp went while one transaction did this."""
    # The test's own transaction never ends; each act is to find it untouched.
    connection.check_constraints()
    connection.run_on_commit = []
    before = stamp.current()
    act()
    connection.check_constraints()  # where the stamp steps at the end, that is now
    return stamp.current() - before


@pytest.fixture
def held():
    """A published summit, so that a stamp there is."""
    return make.summit()


def cited(record):
    for fact in record.key_facts:
        if getattr(record, fact):
            make.citation(record, fact, stated_value=str(getattr(record, fact)))
    return record


def test_nothing_written_is_stamped_zero():
    assert stamp.current() == 0


def test_a_transaction_steps_once_whatever_it_writes(held):
    assert steps_of(lambda: [make.commitment() for _ in range(3)]) == 1


def test_reading_a_stamp_is_one_query(held, django_assert_num_queries):
    with django_assert_num_queries(1):
        stamp.current()


def test_a_savepoint_rolled_back_takes_its_step_with_it(held):
    def twice():
        with transaction.atomic():
            held.save()
            transaction.set_rollback(True)
        held.save()

    assert steps_of(twice) == 1


def test_every_act_on_public_records_steps(held):
    commitment = make.commitment()
    draft = cited(make.source(published=False))
    other = make.official()
    article = make.source()
    fact = make.citation(commitment, "text_vi")
    delegate = make.delegate(held)
    stitch = (make.commitment(), commitment)
    acts = {
        "publish": lambda: publish([draft], by=None, at=make.NOON),
        "withdraw": lambda: withdraw(draft, by=None, at=make.NOON, reason="Nhầm."),
        "correct": lambda: correct(held, by=None, at=make.NOON, reason="Nhầm."),
        "log": lambda: log(held, "merge", by=None, at=make.NOON),
        "edit": commitment.save,
        "edit the withdrawn": draft.save,
        "cite": lambda: make.citation(commitment, "text_vi", source=article),
        "edit a citation": fact.save,
        "remove a citation": fact.delete,
        "spell": lambda: remember(other, "Kong Keo", source=article),
        "add a delegate": lambda: make.delegate(held, "Trần Tú Anh"),
        "edit a delegate": delegate.save,
        "remove a delegate": delegate.delete,
        "sign": lambda: make.signature(commitment.minutes),
        "sector": lambda: commitment.sectors.set([make.sector()]),
        "another sector": commitment.sectors.clear,
        "report": lambda: make.progress(commitment),
        "continue": lambda: make.continuation(*stitch),
        "place": make.place,
        "many": lambda: update_all([held], ["venue"], by=None),
        "many new": lambda: create_all(
            [type(delegate)(delegation=delegate.delegation, name="A")], by=None
        ),
        "many gone": lambda: delete_all(list(held.delegations.all())),
    }
    assert {name: steps_of(act) for name, act in acts.items()} == dict.fromkeys(acts, 1)


def test_drafts_come_and_go_without_a_step(held):
    draft = make.source(published=False)

    def kept():
        register(draft)
        update_all([draft], ["title"], by=None)
        draft.delete()

    assert steps_of(kept) == 0


def test_a_preview_takes_no_step(held):
    draft = make.source(published=False)

    def shown():
        with as_if_published([draft], at=make.NOON):
            pass

    assert steps_of(shown) == 0


def test_what_staff_decide_takes_no_step_before_it_is_a_record(held):
    assert steps_of(lambda: whole(make.reading(TEXT))) == 0


def test_publishing_an_article_and_undoing_it_both_step():
    publisher = make.user("publisher")
    reading = make.reading(TEXT)
    whole(reading)
    confirm(reading)
    summit = Summit.objects.get()
    assert steps_of(lambda: publish_summit(summit, by=publisher, at=make.NOON)) == 1
    assert steps_of(lambda: take_back(reading, by=publisher)) == 1


@pytest.mark.django_db(transaction=True)
def test_each_transaction_steps_again():
    summit = make.summit()
    before = stamp.current()
    with transaction.atomic():
        summit.save()
        summit.save()
    assert stamp.current() == before + 1
    with transaction.atomic():
        summit.save()
    assert stamp.current() == before + 2


@pytest.mark.django_db(transaction=True)
def test_a_stamp_begun_anew_repeats_no_number():
    make.summit()
    first = stamp.current()
    stamp.Stamp.objects.all().delete()
    make.province("LA-KH")
    assert stamp.current() > first
