"""Days and meetings that stand apart from each other, or inside a longer stay."""


def days(reading, text):
    return [
        (event["kind"], event["date"], event["place"], event["status"])
        for event in reading(text)["events"]
    ]


def test_a_short_sentence_gives_the_next_its_day_and_place(reading):
    text = (
        "Hội nghị cấp cao Hà Tĩnh - Khăm Muộn\nĐài Núi Xanh | 18:00 | 05/11/2024\n\n"
        "Sáng nay, tại thị xã Thà Khẹc. Hội nghị cấp cao hai tỉnh Hà Tĩnh và Khăm Muộn "
        "đã diễn ra.\n"
    )
    assert days(reading, text) == [("summit", "2024-11-05", "thị xã Thà Khẹc", "held")]


def test_a_visit_on_a_day_of_the_stay_is_told_however_late(reading):
    text = (
        "Đoàn Quảng Trị thăm Lào\n\nTừ ngày 3 đến 6/8/2024, đoàn tỉnh Quảng Trị đã "
        "thăm, làm việc tại các tỉnh Salavan và Savannakhet.\n\n"
        + "Đoàn đi bằng đường bộ qua núi.\n\n"
        * 4
        + "Ngày 5/8, tại thành phố Kaysone Phomvihane, đoàn đến thăm lãnh đạo tỉnh "
        "Savannakhet.\n"
    )
    assert [day[:2] for day in days(reading, text)] == [
        ("visit", "2024-08-03/2024-08-06"),
        ("visit", "2024-08-05"),
    ]


def test_a_headline_adds_no_undated_meeting_to_the_one_announced(reading):
    text = (
        "Đổi nơi tổ chức hội nghị cấp cao Hà Tĩnh - Khăm Muộn\n\n"
        + "Sở Ngoại vụ thông báo như sau.\n\n" * 5
        + "Hội nghị cấp cao tỉnh Hà Tĩnh và tỉnh Khăm Muộn sẽ được tổ chức vào "
        "ngày 7/8 tại thị xã Thà Khẹc.\n"
    )
    assert days(reading, text) == [("summit", None, "thị xã Thà Khẹc", "announced")]


def test_a_day_since_which_something_holds_bears_out_a_label(reading):
    text = (
        "Hội nghị cấp cao Hà Tĩnh - Khăm Muộn\n\nSáng 20/10, tại thị xã Thà Khẹc, tỉnh "
        "Hà Tĩnh và tỉnh Khăm Muộn tổ chức hội nghị cấp cao, ký kết biên bản hợp tác "
        "giai đoạn 2025 - 2027. Đây là lần đầu kể từ ngày 01/7/2025.\n"
    )
    assert days(reading, text)[0][1] == "2025-10-20?"


def test_a_short_sentence_about_something_else_lends_no_day(reading):
    text = (
        "Hội nghị cấp cao Hà Tĩnh - Khăm Muộn\n\nSáng 4/11/2024, tại thị xã Thà Khẹc, "
        "đoàn dâng hương. Hội nghị cấp cao hai tỉnh Hà Tĩnh và Khăm Muộn đã diễn ra.\n"
    )
    assert [day[1] for day in days(reading, text)] == [None]
