# ruff: noqa: E501 - the sentences of articles are kept whole
"""Who signed, where the names stand behind the paper or are not repeated at all."""

import pytest

LEAD = (
    "Hội nghị cấp cao Hà Tĩnh - Khăm Muộn\n\nSáng 12/6/2024, tỉnh Hà Tĩnh và tỉnh Khăm "
    "Muộn tổ chức hội nghị cấp cao.\n\nĐoàn Hà Tĩnh do ông Lê Văn Khoan, Chủ tịch UBND "
    "tỉnh làm trưởng đoàn. Đoàn Khăm Muộn do ông Bun-sợt Kẹo-ma-ni, Tỉnh trưởng làm "
    "trưởng đoàn.\n\n"
)
BOTH = ["Lê Văn Khoan", "Bun-sợt Kẹo-ma-ni"]


def papers_of(reading, text):
    return [
        (paper["kind"], paper["covers"], paper["stage"], paper["signatories"])
        for paper in reading(LEAD + text)["documents"]
    ]


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        (
            (
                "+ Bản ghi nhớ về du lịch giai đoạn 2024 - 2026, do ông Lê Văn Khoan "
                "và ông Bun-sợt Kẹo-ma-ni ký."
            ),
            ("memorandum", "2024/2026", "signed", BOTH),
        ),
        (
            (
                "+ Phụ lục về quản lý chợ, kèm theo Biên bản ghi nhớ, do ông Lê Văn "
                "Khoan và ông Bun-sợt Kẹo-ma-ni ký."
            ),
            ("annex", None, "signed", BOTH),
        ),
        (
            "Kết thúc hội nghị, hai trưởng đoàn đã ký biên bản hợp tác năm 2024.",
            ("minutes", "2024", "signed", BOTH),
        ),
    ],
)
def test_signers_are_found_behind_a_paper_and_as_heads(reading, text, paper):
    assert papers_of(reading, text) == [paper]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn Khoan (bên trái) và ông Bun-sợt Kẹo-ma-ni ký biên bản năm 2024.",
        (
            "Thay mặt hai tỉnh, ông Lê Văn Khoan đã cùng ông Bun-sợt Kẹo-ma-ni ký biên bản "
            "năm 2024."
        ),
        (
            "Biên bản năm 2024 được ký giữa ông Lê Văn Khoan - Chủ tịch UBND tỉnh và ông "
            "Bun-sợt Kẹo-ma-ni - Tỉnh trưởng."
        ),
        (
            "Biên bản năm 2024 đã được ông Lê Văn Khoan cùng ông Bun-sợt Kẹo-ma-ni thay mặt "
            "hai tỉnh ký kết trước sự chứng kiến của ông Trần Sáu, Bí thư Tỉnh ủy."
        ),
        (
            "Đại diện tỉnh Hà Tĩnh ký biên bản năm 2024 là ông Lê Văn Khoan; đại diện tỉnh "
            "Khăm Muộn là ông Bun-sợt Kẹo-ma-ni."
        ),
        (
            "Ông Trần Sáu, Bí thư Tỉnh ủy chứng kiến ông Lê Văn Khoan và ông Bun-sợt "
            "Kẹo-ma-ni ký biên bản năm 2024."
        ),
    ],
)
def test_those_who_sign_are_told_in_many_ways_and_apart_from_witnesses(reading, text):
    assert papers_of(reading, text) == [("minutes", "2024", "signed", BOTH)]


def test_a_witness_alone_signs_nothing(reading):
    text = (
        "Ông Lê Văn Khoan và ông Bun-sợt Kẹo-ma-ni chứng kiến lễ ký biên bản năm 2024."
    )
    assert papers_of(reading, text) == [("minutes", "2024", "signed", [])]


def test_each_of_two_papers_of_one_sentence_has_its_own_signers(reading):
    text = (
        "Ông Lê Văn Khoan và ông Bun-sợt Kẹo-ma-ni ký Thỏa thuận hợp tác giai đoạn "
        "2024 - 2028; Giám đốc Sở Y tế Hà Tĩnh Ngô Văn Tư và ông Khăm-la Xay-nha-vông, "
        "Giám đốc Sở Y tế Khăm Muộn ký Biên bản hội nghị."
    )
    assert papers_of(reading, text) == [
        ("agreement", "2024/2028", "signed", BOTH),
        ("minutes", None, "signed", ["Ngô Văn Tư", "Khăm-la Xay-nha-vông"]),
    ]


def test_two_people_named_together_lead_the_delegations_of_both_provinces(reading):
    found = reading(
        "Hội nghị cấp cao Hà Tĩnh - Khăm Muộn\n\nSáng 12/6/2024, tỉnh Hà Tĩnh và tỉnh "
        "Khăm Muộn tổ chức hội nghị cấp cao.\n\nĐồng chí Vương Đình Khoan, Bí thư Tỉnh "
        "ủy Hà Tĩnh và đồng chí Bun-sợt Kẹo-ma-ni, Tỉnh trưởng tỉnh Khăm Muộn dẫn đầu "
        "đoàn hai tỉnh, đồng chủ trì hội nghị.\n"
    )
    assert [(person["name"], person["roles"]) for person in found["people"]] == [
        ("Vương Đình Khoan", ["head_of_delegation", "chair"]),
        ("Bun-sợt Kẹo-ma-ni", ["head_of_delegation", "chair"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Trưởng đoàn đại biểu tỉnh Hà Tĩnh - đồng chí Ngô Văn Tư, Bí thư Tỉnh ủy dự.",
        "Phía Hà Tĩnh có ông Ngô Văn Tư - Bí thư Tỉnh ủy (Trưởng đoàn); các sở.",
        "Ông Ngô Văn Tư, Bí thư Tỉnh ủy Hà Tĩnh, Trưởng đoàn công tác, tới dự.",
    ],
)
def test_a_head_of_delegation_is_named_in_many_ways(reading, text):
    lead = LEAD[: LEAD.index("Đoàn Hà Tĩnh")]
    found = reading(f"{lead}{text}\n")["people"]
    assert [(p["name"], p["province"], p["roles"]) for p in found] == [
        ("Ngô Văn Tư", "VN-23", ["head_of_delegation"])
    ]


def test_a_deputy_head_leads_nothing(reading):
    lead = LEAD[: LEAD.index("Đoàn Hà Tĩnh")]
    text = "Phó Trưởng đoàn tỉnh Hà Tĩnh là ông Ngô Văn Tư, Giám đốc Sở Y tế."
    assert reading(f"{lead}{text}\n")["people"][0]["roles"] == ["attendee"]


def test_a_visit_had_is_told_with_head_and_deputy_of_one_province(reading):
    found = reading(
        "Hà Tĩnh đón đoàn Khăm Muộn\n\nNgày 12/6/2024, đoàn công tác tỉnh Khăm Muộn do ông "
        "Bun-sợt Kẹo-ma-ni, Phó Tỉnh trưởng làm trưởng đoàn và bà Vi-lay Phôm-ma-chắn, Giám "
        "đốc Sở Ngoại giao tỉnh làm phó trưởng đoàn đã có chuyến thăm, làm việc tại Hà Tĩnh.\n"
    )
    assert [(e["kind"], e["date"]) for e in found["events"]] == [
        ("visit", "2024-06-12")
    ]
    assert [(p["province"], p["roles"]) for p in found["people"]] == [
        ("LA-KH", ["head_of_delegation"]),
        ("LA-KH", ["attendee"]),
    ]


def test_head_of_delegation_is_a_role_and_no_title(reading):
    text = "Dự có ông Ngô Văn Tư, Phó Chủ tịch UBND tỉnh Hà Tĩnh, Trưởng đoàn."
    found = next(p for p in reading(LEAD + text)["people"] if p["name"] == "Ngô Văn Tư")
    assert found["titles"] == ["Phó Chủ tịch UBND tỉnh Hà Tĩnh"]
    assert found["roles"] == ["head_of_delegation"]


def test_who_is_asked_by_a_reporter_speaks(reading):
    text = (
        "Phóng viên có cuộc trao đổi với ông Ngô Văn Tư, Giám đốc Sở Y tế Hà Tĩnh.\n\n"
        "Ông Ngô Văn Tư: Hai ngành gặp nhau luôn.\n"
    )
    found = next(p for p in reading(LEAD + text)["people"] if p["name"] == "Ngô Văn Tư")
    assert found["roles"] == ["speaker"]


def test_what_somebody_is_yet_to_sign_is_planned(reading):
    text = (
        "Biên bản hợp tác năm 2024 dự kiến do ông Lê Văn Khoan và ông Bun-sợt "
        "Kẹo-ma-ni ký."
    )
    assert [paper[2] for paper in papers_of(reading, text)] == ["planned"]


def test_minutes_of_two_named_provinces_are_an_earlier_paper(reading):
    text = (
        "Thực hiện biên bản hợp tác do hai tỉnh Quảng Bình và Khăm Muộn ký trước đây, "
        "nhiều việc đã xong."
    )
    found = reading(LEAD + text)["documents"]
    assert [(paper["stage"], paper["provinces"]) for paper in found] == [
        ("earlier", ["LA-KH", "VN-24"])
    ]
