# ruff: noqa: E501 - the sentences of articles are kept whole

import pytest

TITLE = "Tin Hà Tĩnh và Bolikhămxay"
DAY = "Sáng 3/4/2023, hội nghị cấp cao Hà Tĩnh - Bolikhămxay diễn ra."


def people(reading, text):
    found = reading(f"{TITLE}\n\n{DAY}\n\n{text}\n")["people"]
    return [(p["name"], p["province"], p["roles"]) for p in found]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            (
                "Đoàn đại biểu tỉnh Hà Tĩnh do đồng chí Lê Văn Bình - Bí thư Tỉnh ủy làm "
                "trưởng đoàn."
            ),
            ("Lê Văn Bình", "VN-23", ["head_of_delegation"]),
        ),
        (
            (
                "Đoàn đại biểu tỉnh Bolikhămxay do ông Bun Nhang Vo La, Phó Bí thư Tỉnh ủy "
                "dẫn đầu."
            ),
            ("Bun Nhang Vo La", "LA-BL", ["head_of_delegation"]),
        ),
        (
            (
                "Trưởng đoàn đại biểu cấp cao tỉnh Bolikhămxay là đồng chí Bun Nhang Vo La - "
                "Bí thư, Tỉnh trưởng."
            ),
            ("Bun Nhang Vo La", "LA-BL", ["head_of_delegation"]),
        ),
        (
            (
                "Đồng chí Lê Văn Bình - Bí thư Tỉnh ủy, Trưởng đoàn đại biểu Quốc hội tỉnh "
                "Hà Tĩnh cùng dự."
            ),
            ("Lê Văn Bình", "VN-23", ["attendee"]),
        ),
        (
            "Chủ trì hội nghị là ông Bun Nhang Vo La - Tỉnh trưởng tỉnh Bolikhămxay.",
            ("Bun Nhang Vo La", "LA-BL", ["chair"]),
        ),
        (
            "Về phía Bolikhămxay có đồng chí Bun Nhang Vo La - Phó Chủ tịch HĐND.",
            ("Bun Nhang Vo La", "LA-BL", ["attendee"]),
        ),
        (
            "Chủ tịch UBND tỉnh Lê Văn Bình nhấn mạnh tình hữu nghị.",
            ("Lê Văn Bình", "VN-23", ["speaker"]),
        ),
        (
            "Bà Trần Thị Cúc, Tổng Lãnh sự Việt Nam tại Savannakhet cùng dự.",
            ("Trần Thị Cúc", None, ["attendee"]),
        ),
    ],
)
def test_role_and_province_come_from_the_words_around_a_name(reading, text, person):
    assert people(reading, text) == [person]


def test_two_may_chair_together(reading):
    text = (
        "Đồng chí Lê Văn Bình - Bí thư Tỉnh ủy Hà Tĩnh và đồng chí Bun Nhang Vo La - "
        "Tỉnh trưởng tỉnh Bolikhămxay đồng chủ trì hội nghị."
    )
    assert people(reading, text) == [
        ("Lê Văn Bình", "VN-23", ["chair"]),
        ("Bun Nhang Vo La", "LA-BL", ["chair"]),
    ]
