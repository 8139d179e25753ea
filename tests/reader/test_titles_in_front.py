# ruff: noqa: E501 - the sentences of articles are kept whole
"""Titles that stand before the name, a comma between, as broadcasters write them."""

LEAD = (
    "Hội nghị Hà Tĩnh - Khăm Muộn\n\nSáng 12/6/2024, tỉnh Hà Tĩnh và tỉnh Khăm Muộn tổ "
    "chức hội nghị cấp cao.\n\n"
)


def people_of(reading, text):
    return {
        person["name"]: (person["titles"], person["province"], person["roles"])
        for person in reading(LEAD + text)["people"]
    }


def test_titles_before_a_comma_and_a_name_are_its_own(reading):
    text = (
        "Dẫn đầu đoàn Hà Tĩnh là Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, Lê Văn Khoan. "
        "Về phía Khăm Muộn có Phó Tỉnh trưởng, ông Bun-sợt Kẹo-ma-ni."
    )
    assert people_of(reading, text) == {
        "Lê Văn Khoan": (
            ["Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"],
            "VN-23",
            ["head_of_delegation"],
        ),
        "Bun-sợt Kẹo-ma-ni": (["Phó Tỉnh trưởng"], "LA-KH", ["attendee"]),
    }


def test_titles_behind_one_name_are_not_the_next_ones(reading):
    text = "Dự có đồng chí Lê Văn Khoan, Bí thư Tỉnh ủy Hà Tĩnh, bà Trần Thị Mơ."
    assert people_of(reading, text)["Lê Văn Khoan"][0] == ["Bí thư Tỉnh ủy Hà Tĩnh"]


def test_an_alternate_member_keeps_the_whole_title(reading):
    text = (
        "Đoàn Hà Tĩnh do đồng chí Lê Văn Khoan, Ủy viên dự khuyết Trung ương Đảng, Bí "
        "thư Tỉnh ủy làm trưởng đoàn."
    )
    assert people_of(reading, text) == {
        "Lê Văn Khoan": (
            ["Ủy viên dự khuyết Trung ương Đảng", "Bí thư Tỉnh ủy"],
            "VN-23",
            ["head_of_delegation"],
        )
    }


def test_two_titled_signers_do_not_share_their_titles(reading):
    text = (
        "Bí thư Tỉnh ủy Lê Văn Khoan và Bí thư, Tỉnh trưởng Bun-sợt Kẹo-ma-ni ký biên "
        "bản hợp tác năm 2025."
    )
    found = people_of(reading, text)
    assert found["Lê Văn Khoan"][0] == ["Bí thư Tỉnh ủy"]
    assert found["Bun-sợt Kẹo-ma-ni"][0] == ["Bí thư", "Tỉnh trưởng"]


def test_the_whole_name_of_an_office_is_in_the_title(reading):
    found = reading(
        "Hà Tĩnh và Khăm Muộn họp\n\nSáng 12/6/2024, tỉnh Hà Tĩnh và tỉnh Khăm Muộn hội đàm. "
        "Đoàn Khăm Muộn có bà Vi-lay Phôm-ma-chắn, Giám đốc Sở Ngoại giao tỉnh. Đoàn Hà Tĩnh "
        "có ông Lê Văn Khoan, Giám đốc Sở Văn hóa, Thể thao và Du lịch; Giám đốc Sở Giao "
        "thông vận tải Trần Đình Sáu.\n"
    )
    assert {person["name"]: person["titles"] for person in found["people"]} == {
        "Vi-lay Phôm-ma-chắn": ["Giám đốc Sở Ngoại giao tỉnh"],
        "Lê Văn Khoan": ["Giám đốc Sở Văn hóa, Thể thao và Du lịch"],
        "Trần Đình Sáu": ["Giám đốc Sở Giao thông vận tải"],
    }
