"""Words of the index: plain ASCII, whatever was written."""

import pytest

from portal.search.tokens import placed, sound, squeezed, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bolikhămxay", ["bolikhamxay"]),
        ("Điện Biên", ["dien", "bien"]),
        ("Sạ-vẳn-na-khệt", ["sa", "van", "na", "khet"]),
        ("QL.8A, 1.000 ‘x’", ["ql", "8a", "1", "000", "x"]),
        ("e\u0301te\u0301", ["ete"]),
        ("ປີ ໒໐໒໓", ["u0e9bu0eb5", "2023"]),
        ("* \" ' ) -- ; 😀", []),
    ],
)
def test_text_is_cut_into_plain_words(text, words):
    assert tokens(text) == words


def test_lao_is_cut_into_pairs_without_tones_and_alike_with_spaces():
    assert tokens("ຂ້າວ") == tokens("ຂາວ") == ["u0e82u0eb2", "u0eb2u0ea7"]
    assert tokens("ບໍລິ ຄຳໄຊ") == tokens("ບໍລິຄຳໄຊ")


def test_the_two_encodings_of_a_lao_vowel_are_one():
    assert tokens("ບໍລິຄໍາໄຊ") == tokens("ບໍລິຄຳໄຊ")


@pytest.mark.parametrize(
    "text", ["Đường 8A", "ບໍລິຄຳ ໄຊ ok", "e\u0301te", "Sạ-vẳn", "ຂ້າ", "a\u200bb", "ﬁn"]
)
def test_every_word_knows_its_place_in_the_text(text):
    assert [word.text for word in placed(text)] == tokens(text)
    for word in placed(text):
        assert tokens(text[word.start : word.end])


def test_a_word_is_placed_with_the_marks_behind_its_last_letter():
    (word,) = placed("te\u0301")
    assert (word.start, word.end) == (0, 3)


def test_names_written_by_ear_sound_alike():
    names = ("Bolikhămxay", "Bôlykhămxay", "Bolikhamsai", "Bo Ly Khăm Xay")
    assert {sound(squeezed(name)) for name in names} == {"bolikamsai"}
