"""The sentence around a few words."""

from intake.passages import sentence_around, telling

TEXT = (
    "Ảnh chú thích\n"
    "Sáng 30/3, hai tỉnh họp. Ông A phát biểu: “Tốt.” Bà B cảm ơn QL. 8 và đ. 3.\n"
)


def sentence_of(words):
    start = TEXT.index(words)
    first, last = sentence_around(TEXT, start, start + len(words))
    return TEXT[first:last]


def test_a_sentence_begins_after_the_one_before_it():
    assert sentence_of("Ông A") == "Ông A phát biểu: “Tốt."
    assert sentence_of("30/3") == "Sáng 30/3, hai tỉnh họp."


def test_a_caption_is_a_sentence_without_its_dot():
    assert sentence_of("chú") == "Ảnh chú thích"


def test_a_dot_before_a_small_letter_or_a_number_ends_nothing():
    assert sentence_of("cảm ơn") == "Bà B cảm ơn QL. 8 và đ. 3."


def test_the_sentence_that_tells_is_the_first_with_one_of_the_words():
    spans = [
        (TEXT.index("chú"), TEXT.index("chú") + 3),
        (TEXT.index("A p"), TEXT.index("A p") + 1),
    ]
    start, end = telling(TEXT, spans, ["PHÁT BIỂU"])
    assert TEXT[start:end] == "Ông A phát biểu: “Tốt."
    start, end = telling(TEXT, spans, ["không có"])
    assert TEXT[start:end] == "Ảnh chú thích"
