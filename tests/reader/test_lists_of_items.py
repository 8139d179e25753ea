"""Items told in lists: numbered results, fields as headings, a count before them."""

LEAD = (
    "Hội nghị cấp cao Hà Tĩnh - Khăm Muộn\n\nSáng 12/6/2024, tỉnh Hà Tĩnh và tỉnh Khăm "
    "Muộn tổ chức hội nghị cấp cao.\n\n"
)


def items_of(reading, text):
    return [(item["force"], item["text"]) for item in reading(LEAD + text)["items"]]


def test_a_count_of_matters_opens_the_sentences_that_name_them(reading):
    text = (
        "Hai bên thống nhất 3 việc. Nối lại tuyến đò ngang. Lập tổ công tác chung. Mỗi "
        "năm, Hà Tĩnh nhận 10 học viên. Lễ ký diễn ra ngay sau đó.\n"
    )
    assert items_of(reading, text) == [
        ("agreed", "Nối lại tuyến đò ngang"),
        ("agreed", "Lập tổ công tác chung"),
        ("agreed", "Mỗi năm, Hà Tĩnh nhận 10 học viên"),
    ]


def test_the_name_of_a_field_is_no_item(reading):
    text = (
        "Hai bên thống nhất:\n\n1. Về văn hóa, thể thao\n- Tổ chức giải bóng đá hữu "
        "nghị.\n2. Về y tế\n- Hỗ trợ thuốc men cho trạm xá.\n"
    )
    assert items_of(reading, text) == [
        ("agreed", "Tổ chức giải bóng đá hữu nghị"),
        ("agreed", "Hỗ trợ thuốc men cho trạm xá"),
    ]


def test_numbered_results_follow_a_review(reading):
    text = (
        "Hai bên đánh giá kết quả thực hiện Biên bản ký ngày 5/5/2023. Cụ thể:\n\n"
        "1. Về an ninh: Hai tỉnh đã tuần tra chung 12 đợt.\n\n"
        "2. Về kinh tế: Kim ngạch hai chiều đạt 30 triệu USD.\n"
    )
    assert items_of(reading, text) == [
        ("reported", "Hai tỉnh đã tuần tra chung 12 đợt"),
        ("reported", "Kim ngạch hai chiều đạt 30 triệu USD"),
    ]


def test_when_the_next_meeting_is_held_is_no_item(reading):
    text = (
        "Ông Lê Văn Khoan, Chủ tịch UBND tỉnh Hà Tĩnh đề nghị Khăm Muộn sửa con đường "
        "cũ. Theo đó, hội nghị sau sẽ được tổ chức vào năm tới.\n"
    )
    assert [force for force, _ in items_of(reading, text)] == ["proposed"]


def test_a_province_since_merged_is_still_who_has_helped(reading):
    text = "Thời gian qua, Quảng Bình đã giúp Khăm Muộn xây dựng 2 điểm trường.\n"
    assert [item["actors"] for item in reading(LEAD + text)["items"]] == [["VN-24"]]
