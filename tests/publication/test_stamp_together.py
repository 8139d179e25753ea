"""The data stamp where several write at once, and where one breaks off between."""

import threading

import pytest
from django.db import connection, transaction

from publication import stamp
from publication.models import Tracked
from publication.references import register
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)

WRITES = ("INSERT", "UPDATE", "DELETE")
SECONDS = 20


@pytest.fixture
def postgresql():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time.")


def beside(act):
    """Do this on a connection of its own; ``join`` waits for it and tells its fault."""

    class Beside(threading.Thread):
        fault = None

        def run(self):
            try:
                act()
            except Exception as fault:  # noqa: BLE001 - told by the test that waits
                self.fault = fault
            finally:
                connection.close()

        def done(self):
            self.join(SECONDS)
            return not self.is_alive() and self.fault is None

    thread = Beside(daemon=True)
    thread.start()
    return thread


def test_a_row_its_history_and_the_stamp_are_written_together_or_not_at_all():
    """Whoever breaks off, or reads in between, finds all of it or none."""
    alone = []

    def watch(execute, sql, params, many, context):
        if sql.startswith(WRITES) and not connection.in_atomic_block:
            alone.append(sql)
        return execute(sql, params, many, context)

    clause, article = make.commitment(), make.source()
    with connection.execute_wrapper(watch):
        clause.save()
        fact = make.citation(clause, "text_vi", source=article)
        fact.save()
        fact.delete()
        clause.sectors.set([make.sector()])
        clause.sectors.clear()
        type(fact).objects.all().delete()
    assert alone == []


def test_every_row_with_a_history_is_written_so():
    told = {type(row).save for row in tracked()} | {Tracked.save}
    assert told == {Tracked.save}


def tracked():
    return [model() for model in models_of(Tracked)]


def models_of(kind):
    for model in kind.__subclasses__():
        if not model._meta.abstract:
            yield model
        yield from models_of(model)


def test_a_change_that_waits_for_a_row_locks_nobody_out(postgresql):
    """One holds a record that the other wants, and both are to be stamped."""
    first, second = make.source(), make.source()
    held, stamped = threading.Event(), threading.Event()

    @transaction.atomic
    def correct():
        type(first).objects.select_for_update().get(pk=first.pk)
        held.set()
        assert stamped.wait(SECONDS)
        first.save()

    @transaction.atomic
    def publish_both():
        assert held.wait(SECONDS)
        second.save()
        stamped.set()
        first.save()

    before = stamp.current()
    people = [beside(correct), beside(publish_both)]
    assert [one.done() for one in people] == [True, True]
    assert stamp.current() == before + 2


def test_a_long_change_holds_up_nobody_elses(postgresql):
    first, second = make.source(), make.source()
    held, go = threading.Event(), threading.Event()

    @transaction.atomic
    def long():
        first.save()
        held.set()
        assert go.wait(SECONDS)

    before = stamp.current()
    person = beside(long)
    assert held.wait(SECONDS)
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '2s'")
    register(second)
    assert stamp.current() == before + 1
    go.set()
    assert person.done()
    assert stamp.current() == before + 2


def test_the_first_changes_ever_are_stamped_apart(postgresql):
    rows = [make.source(published=False) for _ in range(4)]
    stamp.Stamp.objects.all().delete()
    gate = threading.Barrier(len(rows))

    def publish(row):
        gate.wait(SECONDS)
        make.publish(row)

    people = [beside(lambda row=row: publish(row)) for row in rows]
    assert [one.done() for one in people] == [True] * len(rows)
    first = stamp.current()
    make.publish(rows[0])
    assert (stamp.Stamp.objects.count(), stamp.current()) == (1, first + 1)
