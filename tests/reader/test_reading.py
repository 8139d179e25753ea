from intake.reader import READER_VERSION
from intake.reader.clean import decode
from tests.reader.conftest import ROOT

TEXT = """Hà Tĩnh và Bolikhămxay họp

(Baomoi.vn) - Sáng 3/4, hội nghị cấp cao Hà Tĩnh - Bolikhămxay diễn ra; hai bên ký biên bản hợp tác năm 2023.

Đồng chí Lê Văn Bình - Bí thư Tỉnh ủy Hà Tĩnh đề nghị hai bên tăng cường giao lưu.

Đọc thêm

Sáng 5/5/2024, hội nghị cấp cao Hà Tĩnh - Khăm Muộn diễn ra. Đồng chí Vũ Đức Hạnh - Bí thư Tỉnh ủy Hà Tĩnh ký biên bản hợp tác năm 2024.
"""  # noqa: E501 - a paragraph of an article is one line


def test_a_reading_prints_every_fact_with_its_passage_rule_and_confidence(reading):
    found = reading(TEXT)
    facts = [fact for key in ("events", "people", "documents") for fact in found[key]]
    facts += found["items"]
    quotes = [TEXT[start:end] for fact in facts for start, end in fact["evidence"]]
    assert [(fact["rule"], fact["confidence"]) for fact in facts] == [
        ("summit_dated", "likely"),
        ("name_with_titles", "likely"),
        ("document_signed", "likely"),
        ("proposal_verb", "likely"),
    ]
    assert quotes == [
        TEXT.split("\n")[2],
        "Lê Văn Bình - Bí thư Tỉnh ủy Hà Tĩnh",
        "biên bản hợp tác năm 2023",
        (
            "Đồng chí Lê Văn Bình - Bí thư Tỉnh ủy Hà Tĩnh đề nghị hai bên tăng cường "
            "giao lưu"
        ),
    ]


def test_an_inferred_year_says_from_which_words(reading):
    found = reading(TEXT)
    start = TEXT.index("biên bản hợp tác năm 2023")
    reason = {
        "code": "label_year",
        "quote": "biên bản hợp tác năm 2023",
        "also": [],
        "spans": [[start, start + 25]],
    }
    assert found["events"][0]["date"] == "2023-04-03?"
    assert found["events"][0]["reasoning"] == reason
    assert found["documents"][0]["reasoning"] == reason


def test_nothing_and_nobody_is_read_from_below_the_article(reading):
    found = reading(TEXT)
    assert [person["name"] for person in found["people"]] == ["Lê Văn Bình"]
    assert [event["provinces"] for event in found["events"]] == [["LA-BL", "VN-23"]]
    assert TEXT[slice(*found["body"])].endswith("giao lưu.")


def test_a_text_without_any_sense_yields_an_empty_reading(reading):
    empty = {"events": [], "people": [], "documents": [], "items": []}
    for text in ("", "\n\n", "một hai ba\n", "ແຂວງ ບໍລິຄຳໄຊ ແລະ ຄຳມ່ວນ\n" * 5):
        found = reading(text)
        assert {name: found[name] for name in empty} == empty


def test_the_second_example_announces_two_summits_and_dates_two_earlier_ones(reading):
    path = ROOT / "fixtures" / "articles" / "003_cc4f755bfb13068d.txt"
    found = reading(decode(path.read_bytes()))
    assert [(e["status"], e["date"], e["day_part"]) for e in found["events"]] == [
        ("announced", "2021-12-18?", "morning"),
        ("announced", "2021-12-18?", "afternoon"),
        ("held", "2019-12-26", None),
        ("held", "2019-12-25", None),
    ]


def test_the_version_of_the_reader_is_stated():
    assert READER_VERSION == "1.2"
