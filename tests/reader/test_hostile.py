"""Whatever the text, the reader answers, and every passage it names exists."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.reader import read
from tests.reader.conftest import ROOT, load_gazetteer

GAZETTEER = load_gazetteer()
PAGES = [
    path.read_text("utf-8") for path in sorted((ROOT / "tests/corpus").glob("d*.txt"))
]
WORDS = sorted({word for page in PAGES for word in page.split(" ")})


def passages(text):
    found = read(text, GAZETTEER).as_json()
    facts = [
        fact
        for key in ("events", "people", "documents", "items")
        for fact in found[key]
    ]
    return [text[start:end] for fact in facts for start, end in fact["evidence"]]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=120))
def test_words_of_the_genre_in_any_order_are_read_without_error(words):
    assert all(passages("Hà Tĩnh và Bolikhămxay\n" + " ".join(words)))


@settings(max_examples=40)
@given(st.sampled_from(PAGES), st.randoms(use_true_random=False))
def test_the_lines_of_an_article_in_any_order_are_read_without_error(page, chance):
    lines = page.split("\n")
    chance.shuffle(lines)
    assert all(passages("\n".join(lines)))


@pytest.mark.parametrize(
    "hostile",
    [
        "(",
        "Aa ",
        "1/2/",
        "đồng chí ",
        "hội nghị cấp cao ngày 3/3/2023 ",
        "-",
        " ",
        "\n",
    ],
)
def test_a_hostile_text_of_fifty_thousand_characters_is_read(hostile):
    opening = (
        "Hội nghị cấp cao Hà Tĩnh - Bolikhămxay\n\nSáng 3/4/2023, hội nghị cấp cao.\n"
    )
    assert passages(opening + hostile * (50_000 // len(hostile)))
