import pytest

LEAD = "Đoàn đại biểu hai tỉnh Hà Tĩnh và Bolikhămxay gặp nhau.\n\n"
FULL = ("LA-BL", "VN-23")


def events(reading, text, title="Tin Hà Tĩnh và Bolikhămxay"):
    found = reading(f"{title}\n\n{LEAD}{text}\n")["events"]
    return [
        (e["kind"], e["status"], e["date"], e["day_part"], e["place"]) for e in found
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Sáng 3/4/2023, tại thị xã Pạc Xăn, hội nghị cấp cao hai tỉnh khai mạc.",
            ("summit", "held", "2023-04-03", "morning", "thị xã Pạc Xăn"),
        ),
        (
            "Chiều ngày 3/4/2023 hai đoàn hội đàm tại trụ sở Tỉnh ủy Hà Tĩnh.",
            ("talks", "held", "2023-04-03", "afternoon", "trụ sở Tỉnh ủy Hà Tĩnh"),
        ),
        (
            "Hội nghị cấp cao hai tỉnh sẽ diễn ra vào ngày 3/4/2023.",
            ("summit", "announced", "2023-04-03", None, None),
        ),
        (
            "Hai tỉnh thống nhất hoãn hội nghị cấp cao dự kiến tổ chức ngày 3/4/2023.",
            ("summit", "postponed", "2023-04-03", None, None),
        ),
        (
            "Hội nghị cấp cao dự kiến ngày 3/4/2023 đã bị hủy bỏ.",
            ("summit", "cancelled", "2023-04-03", None, None),
        ),
        (
            "Từ 3 đến 5-4-2023, đoàn Hà Tĩnh thăm và làm việc tại tỉnh Bolikhămxay.",
            ("visit", "held", "2023-04-03/2023-04-05", None, "tỉnh Bolikhămxay"),
        ),
    ],
)
def test_a_sentence_tells_kind_status_day_and_place(reading, text, event):
    assert events(reading, text) == [event]


def test_a_meeting_put_off_to_another_day_is_two_events(reading):
    text = "Hội đàm dự kiến ngày 5/8/2022 được lùi sang ngày 26/8/2022."
    assert [found[1:3] for found in events(reading, text)] == [
        ("postponed", "2022-08-05"),
        ("announced", "2022-08-26"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 3/4/2023, UBND tỉnh tổ chức hội nghị sơ kết công tác biên giới.",
        "Biên bản hội nghị cấp cao ký ngày 3/4/2023 được triển khai.",
        "Hai tỉnh kỷ niệm ngày thiết lập quan hệ (5/9/1962 - 5/9/2022).",
        "Sáng 3/4/2023, các đoàn dâng hương tại nghĩa trang.",
    ],
)
def test_domestic_meetings_papers_and_wreaths_are_no_events(reading, text):
    assert events(reading, text) == []


def test_an_article_about_one_province_only_tells_nothing(reading):
    found = reading(
        "Hà Tĩnh họp\n\nSáng 3/4/2023, Hà Tĩnh tổ chức hội nghị cấp cao. Đồng chí "
        "Lê Văn Bình - Bí thư Tỉnh ủy đề nghị các ngành tăng cường phối hợp.\n"
    )
    lists = ("events", "people", "documents", "items")
    assert [found[name] for name in lists] == [[], [], [], []]


def test_one_meeting_told_of_in_many_sentences_is_one_event(reading):
    text = (
        "Hai hội nghị cấp cao giữa tỉnh Hà Tĩnh với tỉnh Bolikhămxay và tỉnh Khăm "
        "Muộn sẽ diễn ra vào ngày 18/12/2021 tại Cửa khẩu quốc tế Cầu Treo.\n\n"
        "Sáng 18/12, Hà Tĩnh sẽ hội nghị cấp cao với tỉnh Bolikhămxay và chiều 18/12, "
        "Hà Tĩnh sẽ hội nghị cấp cao với tỉnh Khăm Muộn."
    )
    found = reading(f"Hà Tĩnh họp với Bolikhămxay và Khăm Muộn\n\n{text}\n")["events"]
    assert [(e["provinces"], e["day_part"], e["date"], e["place"]) for e in found] == [
        (["LA-BL", "VN-23"], "morning", "2021-12-18", "Cửa khẩu quốc tế Cầu Treo"),
        (["LA-KH", "VN-23"], "afternoon", "2021-12-18", "Cửa khẩu quốc tế Cầu Treo"),
    ]
