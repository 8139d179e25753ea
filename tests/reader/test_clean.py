import unicodedata

import pytest

from intake.reader.clean import UnreadableArticle, decode, shadow

SENTENCES = (
    "Sáng 3/4, hai tỉnh tổ chức hội nghị cấp cao thường niên tại trung tâm hội nghị. "
    "Hai bên thống nhất nhiều nội dung hợp tác trong thời gian tới và ký biên bản."
)


def test_the_same_article_is_one_text_however_the_file_was_saved():
    windows = "\ufeff" + unicodedata.normalize("NFD", SENTENCES + "\nHết.")
    saved = windows.replace("\n", "\r\n").encode("utf-8")
    assert decode(saved) == SENTENCES + "\nHết."


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "The file is empty"),
        (b" \n\n ", "The file is empty"),
        (SENTENCES.encode("utf-16"), "The file is UTF-16"),
        (
            SENTENCES.encode("cp1258", "replace") + b"\xd5",
            "The file is not UTF-8: byte",
        ),
        (b"%PDF-1.4\0" + SENTENCES.encode(), "The file is binary"),
        (b"\x01\x02\x03\x04" * 200, "The file is binary"),
        (b"x" * 1_000_001, "Articles of up to 1 MB"),
        (b"Sang nay.", "is no article"),
        (b"menu tin tuc " * 30, "is no article"),
    ],
)
def test_what_is_no_article_is_refused_with_a_sentence_that_says_why(raw, said):
    with pytest.raises(UnreadableArticle) as refused:
        decode(raw)
    assert said in str(refused.value)


def test_the_largest_accepted_file_is_one_megabyte():
    raw = SENTENCES.encode()
    assert len(decode(raw + b"." * (1_000_000 - len(raw)))) > len(SENTENCES)


@pytest.mark.parametrize(
    ("printed", "twin"),
    [
        ("Uỷ viên", "ủy viên"),
        ("THOẢ THUẬN", "thỏa thuận"),
        ("Khoẻ", "khỏe"),
        ("đoàn, quý", "đoàn, quý"),
        ("İstanbul", "İstanbul"),
    ],
)
def test_cue_words_match_whatever_the_place_of_the_tone_mark(printed, twin):
    assert shadow(printed) == twin


def test_the_shadow_of_a_text_keeps_every_offset():
    text = "İ ẞ Hoà Uỷ ຄຳມ່ວນ " * 5
    assert len(shadow(text)) == len(text)
