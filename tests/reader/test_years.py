import pytest

TITLE = "Hà Tĩnh và Bolikhămxay họp\n"


def dated(reading, text, top=""):
    found = reading(f"{TITLE}{top}\nHà Tĩnh và Bolikhămxay gặp nhau.\n\n{text}\n")
    event = found["events"][0]
    reason = event["reasoning"]
    return event["date"], reason and (reason["code"], reason["quote"])


def test_a_printed_year_needs_no_reasoning(reading):
    text = "Ngày 3/4/2023, hội nghị cấp cao diễn ra."
    assert dated(reading, text) == ("2023-04-03", None)


def test_the_printed_date_of_publication_is_the_best_evidence(reading):
    text = "Sáng nay (3/4), hội nghị cấp cao diễn ra, ký biên bản hợp tác năm 2025."
    assert dated(reading, text, top="Thứ tư, 3/4/2024 - 10:00\n") == (
        "2024-04-03",
        ("publication_date", "3/4/2024"),
    )


def test_an_announced_day_before_the_day_of_publication_is_of_the_next_year(reading):
    text = "Hội nghị cấp cao sẽ diễn ra vào ngày 3/1 tới."
    found = dated(reading, text, top="Thứ tư, 20/12/2023 - 10:00\n")
    assert found[0] == "2024-01-03"


def test_a_label_beside_the_day_is_a_guess_and_shows_itself(reading):
    text = "Sáng 3/4, hội nghị cấp cao diễn ra; hai bên ký biên bản hợp tác năm 2023."
    assert dated(reading, text) == (
        "2023-04-03?",
        ("label_year", "biên bản hợp tác năm 2023"),
    )


def test_the_year_after_the_previous_minutes_is_a_guess(reading):
    text = (
        "Sáng 3/4, hội nghị cấp cao khai mạc. Hai bên đánh giá việc thực hiện biên bản "
        "ký ngày 7/5/2022 tại thành phố Vinh."
    )
    assert dated(reading, text) == (
        "2023-04-03?",
        ("previous_minutes", "ngày 7/5/2022"),
    )


def test_in_december_a_label_may_name_the_coming_year(reading):
    text = (
        "Hội nghị cấp cao sẽ diễn ra ngày 18/12, ký kết biên bản hợp tác năm 2022.\n\n"
        "Hà Tĩnh đã hỗ trợ vật tư y tế cho Bolikhămxay (tháng 5/2021)."
    )
    assert dated(reading, text) == (
        "2021-12-18?",
        ("label_and_latest_fact", "biên bản hợp tác năm 2022"),
    )


def test_towards_the_end_of_a_year_the_weekday_tells_it_from_the_label(reading):
    text = "Thứ Sáu, ngày {}, hội nghị cấp cao diễn ra; hai bên ký biên bản năm 2026."
    assert dated(reading, text.format("14/11")) == (
        "2025-11-14?",
        ("label_and_weekday", "biên bản năm 2026"),
    )
    assert dated(reading, text.format("13/11"))[0] == "2026-11-13?"
    assert dated(reading, text.format("15/11"))[0] is None


def test_tomorrow_is_the_day_after_publication(reading):
    found = dated(
        reading, "Sáng mai (4/4), hai bên hội đàm.", top="Thứ tư, 3/4/2024 - 10:00\n"
    )
    assert found[0] == "2024-04-04"


def test_a_weekday_makes_a_day_of_two_numbers_and_carries_its_hour(reading):
    found = reading(f"{TITLE}\nChiều thứ Tư, 3/4/2024, hai tỉnh hội đàm tại Pạc Xăn.\n")
    event = found["events"][0]
    assert (event["date"], event["day_part"]) == ("2024-04-03", "afternoon")


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 3/4, hội nghị cấp cao diễn ra.",
        "Sáng 3/4, hội nghị cấp cao diễn ra, ôn lại ngày 2/12/1975 lịch sử.",
        "Sáng 3/11, hội nghị cấp cao diễn ra; hai bên ký biên bản hợp tác năm 2023.",
        "Thứ hai, ngày 4/4, hội nghị cấp cao diễn ra và ký biên bản hợp tác năm 2023.",
        "Sáng 3/4, hội nghị cấp cao ký biên bản hợp tác năm 2020. Năm 2022 đã qua.",
    ],
)
def test_without_evidence_or_against_it_no_year_is_invented(reading, text):
    assert dated(reading, text) == (None, None)


def test_talks_within_a_longer_stay_are_of_its_year(reading):
    text = (
        "Từ ngày 3 đến 6/4/2023, đoàn Hà Tĩnh thăm và làm việc tại tỉnh Bolikhămxay. "
        "Sáng 4/4, hai bên hội đàm."
    )
    found = reading(f"{TITLE}\nHà Tĩnh và Bolikhămxay gặp nhau.\n\n{text}\n")
    assert [(e["kind"], e["date"]) for e in found["events"]] == [
        ("visit", "2023-04-03/2023-04-06"),
        ("talks", "2023-04-04"),
    ]
