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
