"""Articles that look back at a paper, with no meeting of their own."""

REVIEW = (
    "Hà Tĩnh - Khăm Muộn: Ba năm thực hiện biên bản hợp tác\n\n"
    "Ba năm sau khi Hà Tĩnh và Khăm Muộn ký biên bản hợp tác giai đoạn 2021 - 2025, "
    "phóng viên trao đổi với ông Lê Văn Khoan, Giám đốc Sở Ngoại vụ tỉnh Hà Tĩnh về "
    "nội dung này.\n\n"
)
ANSWER = (
    "Ông Lê Văn Khoan: Biên bản hợp tác giai đoạn 2021 - 2025 được hai tỉnh ký ngày "
    "14/3/2021 tại thành phố Hà Tĩnh.\n\n"
    "Về y tế, hai tỉnh đã mở 3 lớp cho y tá. Thu ngân sách của tỉnh đã tăng 8%.\n\n"
    "PV: Hai tỉnh đã làm những gì?\n\n"
    "Ông Lê Văn Khoan: Phía Hà Tĩnh đã đề nghị tỉnh Khăm Muộn mở lại chợ phiên.\n"
)


def test_a_review_gives_the_paper_its_results_and_requests(reading):
    found = reading(REVIEW + ANSWER)
    assert found["events"] == []
    assert [
        (paper["stage"], paper["covers"], paper["signed_on"])
        for paper in found["documents"]
    ] == [("earlier", "2021/2025", "2021-03-14")]
    assert [(item["force"], item["text"]) for item in found["items"]] == [
        ("reported", "Về y tế, hai tỉnh đã mở 3 lớp cho y tá"),
        ("proposed", "Phía Hà Tĩnh đã đề nghị tỉnh Khăm Muộn mở lại chợ phiên"),
    ]
    assert found["people"][0]["titles"] == ["Giám đốc Sở Ngoại vụ tỉnh Hà Tĩnh"]


def test_without_a_printed_day_of_the_paper_nothing_is_told(reading):
    found = reading(REVIEW + ANSWER.replace(" ngày 14/3/2021", ""))
    assert [found[part] for part in ("events", "documents", "items")] == [[], [], []]


def test_what_a_paper_lays_down_follows_its_signing(reading):
    text = (
        "Hội nghị cấp cao Hà Tĩnh - Khăm Muộn\n\nSáng 12/6/2024, tỉnh Hà Tĩnh và tỉnh "
        "Khăm Muộn tổ chức hội nghị cấp cao.\n\nHai bên ký hai văn kiện:\n\n"
        "- Kế hoạch hợp tác năm 2024, do ông Lê Văn Khoan, Giám đốc Sở Ngoại vụ Hà "
        "Tĩnh và ông Bun-sợt Kẹo-ma-ni, Phó Tỉnh trưởng ký. Theo đó, Hà Tĩnh dành cho "
        "Khăm Muộn 10 suất học bổng.\n"
    )
    assert [item["text"] for item in reading(text)["items"]] == [
        "Theo đó, Hà Tĩnh dành cho Khăm Muộn 10 suất học bổng"
    ]


def test_what_one_asks_of_ones_own_offices_is_no_request(reading):
    text = (
        "Hà Tĩnh: Sơ kết thực hiện biên bản hợp tác với Khăm Muộn\n\nNgày 5/6/2024, "
        "UBND tỉnh Hà Tĩnh sơ kết thực hiện biên bản hợp tác với tỉnh Khăm Muộn ký "
        "ngày 2/3/2023.\n\nÔng Lê Văn Khoan, Phó Chủ tịch UBND tỉnh đề nghị các sở "
        "sớm vào cuộc.\n"
    )
    assert reading(text)["items"] == []
