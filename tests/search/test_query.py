"""Reading a question."""

import pytest

from portal.search.expression import Phrase
from portal.search.index import refresh
from portal.search.query import asked
from tests import make

pytestmark = pytest.mark.django_db


def words(*given, is_open=False):
    return Phrase(given, is_open=is_open)


def test_long_words_and_the_last_are_found_by_their_beginnings():
    assert asked("quốc lộ 8A").terms == (
        (words("quoc", is_open=True),),
        (words("lo"),),
        (words("8a", is_open=True),),
    )


@pytest.mark.parametrize("text", ['"quốc lộ"', "“quốc lộ”", "«quốc lộ»"])
def test_what_is_quoted_stays_together(text):
    assert asked(text).terms == ((words("quoc", "lo"),),)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "QL8A",
            [(words("ql8a", is_open=True), words(*"quoc lo 8a".split(), is_open=True))],
        ),
        ("QL 8A", [(words("ql"), words("quoc", "lo")), (words("8a", is_open=True),)]),
        ('"QL 8A"', [(words("ql", "8a"),)]),
    ],
)
def test_a_short_form_is_looked_for_written_out_too(text, terms):
    assert list(asked(text).terms) == terms


def test_what_a_short_form_is_written_as_is_told():
    assert asked("đường QL8A").also == ("quốc lộ 8A",)


def test_a_quotation_mark_alone_is_nothing():
    assert asked('" *').terms == ()
    assert asked('quốc "').terms == ((words("quoc", is_open=True),),)


def test_a_name_is_looked_for_in_all_its_public_spellings():
    province = make.province("LA-BL")
    province.names.create(text="Bolikhamsai", language="en")
    hidden = make.source(published=False)
    province.names.create(text="Bolixx", language="en", source=hidden)
    refresh()
    question = asked("bolikhamsai hợp tác")
    assert question.also == ("Bolikhămxay", "ບໍລິຄຳໄຊ")
    assert [len(term) for term in question.terms] == [3, 1, 1]
    assert question.terms[0][:2] == (
        words("bolikhamsai", is_open=True),
        words("bolikhamxay"),
    )


def test_a_name_nobody_wrote_that_way_is_known_by_its_sound():
    make.province("LA-BL")
    refresh()
    assert asked("bolikamsay").also == ("Bolikhămxay", "ບໍລິຄຳໄຊ")


def test_a_quoted_name_is_looked_for_as_it_is_written():
    make.province("LA-BL")
    refresh()
    assert asked('"bolikhamsai"').also == ()


def test_lao_typed_with_spaces_is_the_same_name():
    make.province("LA-BL")
    refresh()
    assert asked("ບໍລິ ຄຳໄຊ").also == asked("ບໍລິຄຳໄຊ").also == ("Bolikhămxay",)
