"""Figures over all that is public are reckoned once, and never told when outdated."""

from collections import OrderedDict

import pytest
from django.db import transaction
from django.utils import timezone

from portal.pages.counting import sign_counts
from publication import reckoned as module
from publication.publish import as_if_published, withdraw
from publication.reckoned import reckoned
from summits.models import Commitment
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)


class Counter:
    """Counts the public clauses, and how often it was asked to."""

    def __init__(self):
        self.asked = 0

    def __call__(self):
        self.asked += 1
        return Commitment.objects.public().count()

    def told(self):
        return reckoned("clauses of a test", self)


@pytest.fixture
def clauses():
    make.commitment()
    return Counter()


def test_a_figure_is_reckoned_once_for_each_state_of_the_data(clauses):
    assert [clauses.told(), clauses.told(), clauses.asked] == [1, 1, 1]


def test_a_figure_follows_what_is_published_and_withdrawn(clauses):
    draft = make.commitment(published=False)
    told = [clauses.told()]
    make.publish(draft)
    told.append(clauses.told())
    withdraw(draft, by=None, at=make.NOON, reason="Nhầm.")
    assert [*told, clauses.told()] == [1, 2, 1]


def test_a_figure_of_a_preview_is_told_to_nobody_else(clauses):
    draft = make.commitment(published=False)
    with as_if_published([draft], at=timezone.now()):
        within = [clauses.told(), clauses.told()]
    assert [*within, clauses.told()] == [2, 2, 1]


def test_what_a_transaction_takes_back_was_never_reckoned(clauses):
    clauses.told()
    with transaction.atomic():
        make.commitment()
        within = clauses.told()
        transaction.set_rollback(True)
    assert [within, clauses.told(), clauses.asked] == [2, 1, 2]


def test_figures_change_in_the_middle_of_reckoning(clauses):
    """What is committed meanwhile makes the figure newer, never the stamp."""

    def slowly():
        count = clauses()
        make.commitment()
        return count

    assert [reckoned("slow", slowly), reckoned("slow", clauses)] == [1, 2]


def test_before_anything_was_written_nothing_is_kept():
    empty = Counter()
    assert [empty.told(), empty.told(), empty.asked] == [0, 0, 2]


def test_figures_are_bounded_and_a_long_name_is_not_kept(clauses, monkeypatch):
    monkeypatch.setattr(module, "ROOM", 3)
    module.kept.clear()
    for number in range(5):
        reckoned(str(number), clauses)
    reckoned("n" * (module.LONGEST_NAME + 1), clauses)
    assert list(module.kept) == ["2", "3", "4"]


def test_the_longest_unused_leaves_first(clauses, monkeypatch):
    monkeypatch.setattr(module, "ROOM", 2)
    module.kept.clear()
    for name in "aba":
        reckoned(name, clauses)
    reckoned("c", clauses)
    assert list(module.kept) == ["a", "c"]


def test_two_processes_agree_after_each_change(clauses, monkeypatch):
    own, beside = OrderedDict(), OrderedDict()
    told = []
    for _ in range(2):
        for process in (own, beside):
            monkeypatch.setattr(module, "kept", process)
            told.append(clauses.told())
        make.commitment()
    assert told == [1, 1, 2, 2]


def test_pages_show_what_stands_after_each_change(client):
    first = make.commitment()
    shown = [signs()]
    make.progress(first, implementation="completed")
    shown.append(signs())
    make.continuation(make.commitment(), first)
    shown.append(signs())
    assert shown == [{"none": 1}, {"done": 1}, {"done": 1, "none": 1}]


def signs():
    return sign_counts(Commitment.objects.public(), query="")
