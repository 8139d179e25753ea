"""What is offered where nothing was found."""

import pytest

from portal.search.index import refresh
from portal.search.nearness import apart
from portal.search.query import asked
from portal.search.suggest import suggestions
from tests import make

pytestmark = pytest.mark.django_db


def offered(text):
    refresh()
    return [one.text for one in suggestions(asked(text))]


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("tac", "tac", 0),
        ("tc", "tac", 1),
        ("tacc", "tac", 1),
        ("tam", "tac", 1),
        ("tca", "tac", 1),
        ("uqoc", "quoc", 1),
        ("kham", "kam", 1),
        ("bolikhamsay", "bolikhamxai", 2),
        ("a", "xyz", 3),
    ],
)
def test_words_are_as_far_apart_as_letters_must_change(one, other, letters):
    assert apart(one, other) == apart(other, one) == letters


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hop tc", "hợp tác"),
        ("hpo tac", "hợp tác"),
        ("huong sn", "Hương Sơn"),
        ("quoc l 8a", "quốc lộ 8A"),
        ("quoc lo 8s", "quoc lo"),
        ("cua khua", "cửa khẩu"),
    ],
)
def test_a_word_that_stands_nowhere_is_offered_as_it_is_written_here(typed, meant):
    make.commitment(text="Tăng hợp tác ở cửa khẩu, nâng cấp quốc lộ 8A đi Hương Sơn")
    assert offered(typed) == [meant]


def test_of_words_as_near_the_one_that_stands_with_the_others_is_offered():
    paper = make.minutes()
    make.commitment(paper, "Nâng cấp quốc lộ")
    for number in range(3):
        make.commitment(paper, f"Chăm la, bán lê, nuôi lợn {number}; quốc gia")
    assert offered("quoc lj") == ["quốc lộ"]


def test_a_place_misspelt_is_offered_by_its_name():
    make.place("Nậm Phao").provinces.add(make.province("LA-BL"))
    assert offered("nam phaoo") == ["Nậm Phao"]


def test_nothing_is_offered_that_finds_nothing_public():
    clause = make.commitment(text="Nâng cấp quốc lộ")
    refresh()
    clause.text_vi = "Trồng rừng"
    clause.save()
    assert offered("quoc l") == []


def test_no_words_no_offer():
    make.commitment()
    assert offered('" *') == []
