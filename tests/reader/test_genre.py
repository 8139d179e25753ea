"""Habits of pages, meetings and papers that the first articles did not have."""

# ruff: noqa: E501 - the sentences of articles are kept whole

import pytest

BODY = (
    "Sáng 12/6, tại thị xã Thà Khẹc, Hà Tĩnh và Khăm Muộn tổ chức hội nghị cấp cao.\n"
)
HEADLINE = "Hà Tĩnh và Khăm Muộn họp thường niên"


@pytest.mark.parametrize(
    ("top", "outlet"),
    [
        ("NHẬT BÁO SÔNG CON\nThời sự", "NHẬT BÁO SÔNG CON"),
        ("Cổng thông tin điện tử Sông Con\nTIN VẮN", "Cổng thông tin điện tử Sông Con"),
        ("PHÓNG SỰ - GHI CHÉP", None),
    ],
)
def test_the_headline_stands_below_the_papers_name_and_the_section(cut, top, outlet):
    article = cut(f"{top}\n{HEADLINE}\n13/06/2024 16:20\nCỡ chữ: A- A A+\n\n{BODY}")
    assert article.text[slice(*article.title)] == HEADLINE
    assert (article.outlet, article.published_on) == (outlet, "2024-06-13")
    assert article.text[slice(*article.body)] == BODY.strip()


def test_a_name_in_capitals_above_the_date_line_is_the_papers(cut):
    article = cut(f"MIỀN NÚI XANH\nCập nhật 13/06/2024\n{HEADLINE}\n\n{BODY}")
    assert (article.outlet, article.text[slice(*article.title)]) == (
        "MIỀN NÚI XANH",
        HEADLINE,
    )


def test_other_words_in_capitals_above_the_date_line_name_no_paper(cut):
    article = cut(f"THẮT CHẶT TÌNH ANH EM\n13/06/2024\n{HEADLINE}\n\n{BODY}")
    assert article.outlet is None


def test_a_headline_in_capitals_stays_the_headline(cut):
    article = cut(f"THẮM TÌNH HỮU NGHỊ\n\n{BODY}")
    assert article.text[slice(*article.title)] == "THẮM TÌNH HỮU NGHỊ"


def test_a_section_between_outlet_and_day_is_no_outlet(cut):
    article = cut(
        f"{HEADLINE}\nSông Con Online | Chính trị | 13/06/2024 07:40\n\n{BODY}"
    )
    assert (article.outlet, article.published_on) == ("Sông Con Online", "2024-06-13")


def dates(reading, text, published="Thứ tư, 25/6/2025 - 10:00"):
    page = f"{HEADLINE}\n{published}\n\nHà Tĩnh và Khăm Muộn gặp nhau.\n\n{text}\n"
    return [(event["status"], event["date"]) for event in reading(page)["events"]]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Hội nghị cấp cao dự kiến tổ chức ngày 16/7 được hoãn.",
            ("postponed", "2025-07-16"),
        ),
        ("Hội nghị cấp cao diễn ra ngày 20/12.", ("held", "2024-12-20")),
        ("Hội nghị cấp cao diễn ra ngày 30/7.", ("held", None)),
        ("Sáng thứ Hai (24/6), hội nghị cấp cao diễn ra.", ("held", "2025-06-24?")),
    ],
)
def test_the_day_of_publication_settles_the_year_or_leaves_it_open(reading, text, date):
    assert dates(reading, text) == [date]


def test_a_label_that_the_earlier_minutes_contradict_tells_no_year(reading):
    text = (
        "Ngày 3/4, hội nghị cấp cao diễn ra; hai bên rà soát biên bản ký ngày 8/5/2022 "
        "và ký biên bản hợp tác năm 2025."
    )
    assert dates(reading, text, published="") == [("held", None)]


def test_both_delegations_are_those_the_passage_named(reading):
    text = (
        "Quảng Trị làm việc với Savannakhet và Salavan\n\nTỉnh Quảng Trị có lịch mới.\n\n"
        "Đoàn tỉnh Quảng Trị sang tỉnh Savannakhet theo lời mời. Hội đàm giữa hai đoàn sẽ "
        "diễn ra vào sáng 14/7/2025 tại thành phố Kaysone Phomvihane.\n"
    )
    assert [event["provinces"] for event in reading(text)["events"]] == [
        ["LA-SV", "VN-25"]
    ]


def test_talks_summed_up_in_the_lead_are_told_once(reading):
    text = (
        "Quảng Ngãi làm việc với hai tỉnh\n\nTrong hai ngày 19 và 20/5/2025, tỉnh Quảng Ngãi "
        "đã hội đàm với tỉnh Attapeu và tỉnh Sê Kông.\n\n"
        "Sáng 19/5, tỉnh Quảng Ngãi hội đàm với tỉnh Attapeu.\n\n"
        "Sáng 20/5, tỉnh Quảng Ngãi hội đàm với tỉnh Sê Kông.\n"
    )
    found = [(event["date"], event["provinces"]) for event in reading(text)["events"]]
    assert found == [
        ("2025-05-19", ["LA-AT", "VN-29"]),
        ("2025-05-20", ["LA-XE", "VN-29"]),
    ]


def test_more_provinces_said_than_named_make_no_pair(reading):
    text = "Hợp tác biên giới\n\nNgày 3/4/2025, hội nghị bốn tỉnh Hà Tĩnh và Khăm Muộn diễn ra.\n"
    assert reading(text)["events"] == []


@pytest.mark.parametrize(
    ("chair", "found"),
    [("Lãnh đạo hai tỉnh đồng chủ trì.", 1), ("Giám đốc Sở chủ trì.", 0)],
)
def test_a_review_of_minutes_is_a_meeting_where_both_sides_chair_it(
    reading, chair, found
):
    text = (
        f"{HEADLINE}\n\nHà Tĩnh và Khăm Muộn làm tốt việc chung.\n\nHội nghị sơ kết 1 năm thực hiện "
        f"biên bản, tổ chức sáng 17/6/2025 tại thị xã Thà Khẹc. {chair}\n"
    )
    assert len(reading(text)["events"]) == found


def documents(reading, text):
    page = f"{HEADLINE}\n\nSáng 3/4/2025, Hà Tĩnh và Khăm Muộn tổ chức hội nghị cấp cao.\n\n{text}\n"
    return [
        (paper["kind"], paper["covers"], paper["stage"], paper["signatories"])
        for paper in reading(page)["documents"]
    ]


def test_papers_of_agencies_stand_apart_each_with_its_signers(reading):
    text = (
        "Hai tỉnh ký Biên bản hợp tác năm 2025.\n\n"
        "Công an hai tỉnh ký Bản ghi nhớ giai đoạn 2026 - 2028. Đại diện ký là Đại tá Lê Văn Quyền và "
        "Đại tá Xay-xạ-nạ Khun-vi-lay.\n\n"
        "Văn bản cuối cùng là Bản ghi nhớ giữa hai hiệp hội. Ông Ngô Văn Hào và ông Sụ-băn Vi-xay đã "
        "ký bản ghi nhớ.\n"
    )
    assert documents(reading, text) == [
        ("minutes", "2025", "signed", []),
        (
            "memorandum",
            "2026/2028",
            "signed",
            ["Lê Văn Quyền", "Xay-xạ-nạ Khun-vi-lay"],
        ),
        ("memorandum", None, "signed", ["Ngô Văn Hào", "Sụ-băn Vi-xay"]),
    ]


def test_a_plan_with_the_label_of_the_minutes_is_a_paper_of_its_own(reading):
    text = "Hai tỉnh ký Biên bản hợp tác năm 2026.\n\nHai sở ký Kế hoạch phối hợp năm 2026.\n"
    assert [paper[0] for paper in documents(reading, text)] == ["minutes", "plan"]


def test_papers_of_police_and_army_with_one_label_are_two(reading):
    text = (
        "Công an hai tỉnh ký Thỏa thuận hợp tác năm 2026.\n\n"
        "Bộ đội Biên phòng hai bên ký Thỏa thuận hợp tác năm 2026.\n"
    )
    assert len(documents(reading, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "12 nội dung của Biên bản hợp tác năm 2024 đã hoàn thành.",
        "Đó là việc của Biên bản hợp tác năm 2024 mà hai địa phương đã ký.",
        "Hai bên ký Biên bản hợp tác năm 2025, thay thế Biên bản hợp tác năm 2024.",
    ],
)
def test_a_paper_carried_out_or_replaced_is_an_earlier_one(reading, text):
    assert ("minutes", "2024", "earlier", []) in documents(reading, text)


def test_a_draft_to_be_signed_is_planned(reading):
    text = (
        "Hai bên giao cơ quan ngoại vụ chuẩn bị dự thảo thỏa thuận để ký vào cuối năm."
    )
    assert documents(reading, text) == [("agreement", None, "planned", [])]


def items(reading, text):
    page = f"{HEADLINE}\n\nSáng 3/4/2025, Hà Tĩnh và Khăm Muộn tổ chức hội nghị cấp cao.\n\n{text}\n"
    return [
        (item["force"], item["text"], item["actors"]) for item in reading(page)["items"]
    ]


def test_a_list_counted_off_in_a_passage_is_agreed_entry_by_entry(reading):
    text = (
        "Hai đoàn đi đến nhất trí:\n\nMột là, giữ liên lạc giữa hai đồn. Hai là, phát quang "
        "đường tuần tra biên giới.\n"
    )
    both = ["LA-KH", "VN-23"]
    assert items(reading, text) == [
        ("agreed", "giữ liên lạc giữa hai đồn", both),
        ("agreed", "phát quang đường tuần tra biên giới", both),
    ]


def test_what_an_official_says_the_own_side_will_do_is_an_uncertain_promise(reading):
    text = "Đáp lại, ông Lê Văn Lạc, Chủ tịch UBND tỉnh Hà Tĩnh khẳng định Hà Tĩnh sẽ cử tổ kỹ thuật sang khảo sát."
    assert [(force, actors) for force, _, actors in items(reading, text)] == [
        ("agreed", ["VN-23"])
    ]


def test_what_an_official_plans_at_home_is_no_promise(reading):
    text = "Ông Lê Văn Lạc, Chủ tịch UBND tỉnh Hà Tĩnh cho biết tỉnh sẽ xây dựng sân bay mới."
    assert items(reading, text) == []


def test_counted_results_go_on_through_their_passage(reading):
    text = "Một năm qua, hai tỉnh đã trao đổi 31 đoàn. Lực lượng chức năng phối hợp triệt phá 47 chuyên án."
    assert [force for force, *_ in items(reading, text)] == ["reported", "reported"]


def test_a_sentence_ends_behind_the_number_of_a_road(cut):
    article = cut(
        f"{HEADLINE}\n\nĐường ra quốc lộ 7. Ông cũng hỏi về bác sĩ chuyên khoa I. Hai bên đáp.\n"
    )
    assert len(article.sentences) == 3


def people(reading, text):
    return [
        (p["name"], p["titles"], p["province"], p["roles"])
        for p in reading(text)["people"]
    ]


def test_officials_of_several_lao_provinces_belong_to_the_one_their_passage_names(
    reading,
):
    text = (
        "Điện Biên thăm Luông Pha Bang và U Đôm Xay\n\nĐoàn tỉnh Điện Biên thăm hai tỉnh Luông Pha Bang "
        "và U Đôm Xay.\n\nSáng 11/4/2025, tại thành phố Luông Pha Bang, đoàn được đồng chí Sổm-vang "
        "Nin-thạ-vông, Phó Bí thư Tỉnh ủy đón tiếp.\n"
    )
    assert people(reading, text) == [
        ("Sổm-vang Nin-thạ-vông", ["Phó Bí thư Tỉnh ủy"], "LA-LP", ["attendee"])
    ]


def test_who_goes_with_the_head_of_delegation_is_none(reading):
    text = (
        f"{HEADLINE}\n\nSáng 3/4/2025, Hà Tĩnh và Khăm Muộn hội đàm. Tháp tùng trưởng đoàn có các đồng chí: "
        "Lê Thị Dí, Trưởng Ban Tổ chức Tỉnh ủy Hà Tĩnh.\n"
    )
    assert [person[3] for person in people(reading, text)] == [["attendee"]]


def test_where_a_diplomat_is_posted_belongs_to_the_title(reading):
    text = (
        f"{HEADLINE}\n\nSáng 3/4/2025, Hà Tĩnh và Khăm Muộn hội đàm. Dự có bà Đỗ Khánh Chi, Tham tán "
        "Đại sứ quán Việt Nam tại Lào.\n"
    )
    assert people(reading, text)[0][1] == ["Tham tán Đại sứ quán Việt Nam tại Lào"]


def test_a_row_of_officials_gives_each_the_title_in_front_of_the_name(reading):
    text = (
        f"{HEADLINE}\n\nSáng 3/4/2025, Hà Tĩnh và Khăm Muộn hội đàm. Đồng chủ trì là Chủ tịch UBND tỉnh Hà Tĩnh "
        "Lê Bun Xuân, Phó Tỉnh trưởng Khăm Muộn Bun-mi Thíp-phạ-vông.\n"
    )
    assert [person[:3] for person in people(reading, text)] == [
        ("Lê Bun Xuân", ["Chủ tịch UBND tỉnh Hà Tĩnh"], "VN-23"),
        ("Bun-mi Thíp-phạ-vông", ["Phó Tỉnh trưởng Khăm Muộn"], "LA-KH"),
    ]


def test_points_reached_are_told_by_the_sentences_behind(reading):
    text = (
        "Buổi làm việc đi tới hai điểm đồng thuận. Thứ nhất, hai tỉnh mở thêm một làn riêng cho xe chở nông sản. "
        "Thứ hai, trực ban hai trạm trao đổi số liệu hằng ngày.\n"
    )
    assert [force for force, *_ in items(reading, text)] == ["agreed", "agreed"]


def test_the_issue_of_a_bulletin_is_its_name_and_day(cut):
    article = cut(
        f"Bản tin Biên giới số 7\n\n{HEADLINE}\n(Phát hành ngày 30/6/2024)\n\n{BODY}"
    )
    assert (article.outlet, article.published_on) == (
        "Bản tin Biên giới số 7",
        "2024-06-30",
    )


def test_a_meeting_that_closes_on_a_day_is_of_that_day(reading):
    text = (
        "Hợp tác ba tỉnh\n\nHội nghị hợp tác ba tỉnh Sơn La, Hủa Phăn và Luông Pha Bang khép lại ngày "
        "13/11/2025 tại phường Tô Hiệu.\n"
    )
    assert [(e["date"], e["provinces"]) for e in reading(text)["events"]] == [
        ("2025-11-13", ["LA-HO", "LA-LP", "VN-05"])
    ]
