import pytest

TITLE = "Tin Hà Tĩnh và Bolikhămxay"
DAY = "Sáng 3/4/2023, hội nghị cấp cao Hà Tĩnh - Bolikhămxay diễn ra."
BOTH = ["LA-BL", "VN-23"]


def items(reading, text, day=DAY):
    return reading(f"{TITLE}\n\n{day}\n\n{text}\n")["items"]


def forces(reading, text):
    return [(item["force"], item["text"]) for item in items(reading, text)]


def test_what_both_sides_agreed_is_divided_at_semicolons_and_goes_on(reading):
    text = (
        "Hai bên thống nhất tăng cường tuần tra biên giới; mở rộng hợp tác du lịch; "
        "góp phần vun đắp tình hữu nghị. Tiếp tục trao đổi đoàn các cấp.\n\n"
        "Tỉnh Hà Tĩnh tiếp tục cấp học bổng cho học sinh Bolikhămxay."
    )
    assert forces(reading, text) == [
        ("agreed", "Hai bên thống nhất tăng cường tuần tra biên giới"),
        (
            "agreed",
            "mở rộng hợp tác du lịch; góp phần vun đắp tình hữu nghị",
        ),
        ("agreed", "Tiếp tục trao đổi đoàn các cấp"),
        ("agreed", "Tỉnh Hà Tĩnh tiếp tục cấp học bổng cho học sinh Bolikhămxay"),
    ]


def test_a_list_below_its_heading_is_agreed(reading):
    text = (
        "Các nội dung hợp tác trọng tâm\n\n- Tăng cường tuần tra dọc biên giới;\n\n"
        "- Hằng năm tổ chức hội chợ thương mại."
    )
    assert [force for force, _ in forces(reading, text)] == ["agreed", "agreed"]


def test_what_one_side_asks_for_is_proposed_of_the_other(reading):
    text = (
        "Đồng chí Lê Văn Bình - Bí thư Tỉnh ủy Hà Tĩnh đề nghị tỉnh Bolikhămxay tạo "
        "điều kiện cho doanh nghiệp; quan tâm chăm sóc nghĩa trang liệt sỹ."
    )
    found = items(reading, text)
    assert [(i["force"], i["actors"], i["addressees"]) for i in found] == [
        ("proposed", ["LA-BL"], ["LA-BL"]),
        ("proposed", ["LA-BL"], ["LA-BL"]),
    ]


def test_the_other_side_is_meant_by_the_friendly_province(reading):
    text = (
        "Tỉnh trưởng tỉnh Bolikhămxay Bun Nhang Vo La mong muốn tỉnh bạn giúp đào tạo "
        "cán bộ y tế."
    )
    assert [item["actors"] for item in items(reading, text)] == [["VN-23"]]


def test_asking_a_government_together_is_a_petition_to_the_end_of_the_sentence(reading):
    text = (
        "Hai bên thống nhất kiến nghị Chính phủ hai nước nâng cấp quốc lộ 8; sớm mở "
        "rộng cửa khẩu. Tăng cường trao đổi đoàn các cấp."
    )
    both = ["government-LA", "government-VN"]
    found = items(reading, text)
    assert [(i["force"], i["actors"], i["addressees"]) for i in found] == [
        ("petition", BOTH, both),
        ("petition", BOTH, both),
        ("agreed", BOTH, []),
    ]


def test_results_of_cooperation_are_reported_a_provinces_own_economy_is_not(reading):
    text = (
        "Thời gian qua, Hà Tĩnh đã hỗ trợ Bolikhămxay xây trạm xá; hai bên đã tổ chức "
        "12 đợt tuần tra. Năm 2022, thu ngân sách của Hà Tĩnh đã tăng 9%. Tuy nhiên, "
        "hai bên chưa có tuyến xe khách."
    )
    found = items(reading, text)
    assert [(item["force"], item["actors"]) for item in found] == [
        ("reported", ["VN-23"]),
        ("reported", BOTH),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên thống nhất ký kết biên bản hợp tác năm 2023.",
        "Hai bên thống nhất nhiều nội dung quan trọng.",
        "Hai bên sẽ thống nhất phương hướng hợp tác thời gian tới.",
        "Dự thảo đã được hai bên thống nhất về câu chữ trong tháng trước.",
        "Đoàn tặng nhân dân tỉnh Bolikhămxay nhiều phần quà.",
        "Đồng chí Lê Văn Bình - Bí thư Tỉnh ủy Hà Tĩnh cảm ơn sự đón tiếp nồng hậu.",
    ],
)
def test_where_nothing_is_said_to_be_done_there_is_no_item(reading, text):
    assert items(reading, text) == []


def test_nothing_is_agreed_at_a_meeting_that_is_only_announced(reading):
    day = "Hội nghị cấp cao Hà Tĩnh - Bolikhămxay sẽ diễn ra vào ngày 3/4/2023."
    text = "Hai bên thống nhất tăng cường tuần tra biên giới."
    assert items(reading, text, day=day) == []


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Về du lịch, hai bên xây dựng tuyến du lịch chung qua cửa khẩu", ["culture"]),
        ("tìm kiếm, cất bốc hài cốt liệt sỹ quân tình nguyện", ["remains"]),
        ("nâng cấp quốc lộ 8 và cảng biển", ["transport"]),
        ("đào tạo 10 kỹ thuật viên về chuyển đổi số", ["science", "education"]),
        ("trao đổi nhiều việc khác trong thời gian tới", []),
    ],
)
def test_sectors_are_those_most_cues_speak_for(reading, text, sectors):
    found = items(reading, f"Hai bên thống nhất nội dung sau:\n\n- {text}.")
    assert sorted(found[0]["sectors"]) == sorted(sectors)


def test_a_proposal_is_the_side_of_whoever_was_named_last(reading):
    text = (
        "Đồng chí Lê Văn Bình - Bí thư Tỉnh ủy Hà Tĩnh cảm ơn sự đón tiếp.\n\n"
        "Bí thư Tỉnh ủy đề nghị hai bên sớm nối lại tuyến xe khách cố định."
    )
    assert [item["side"] for item in items(reading, text)] == ["VN-23"]


def test_results_are_the_word_of_whoever_was_named_just_before(reading):
    text = (
        "Đồng chí Bun Nhang Vo La - Tỉnh trưởng tỉnh Bolikhămxay điểm lại việc triển "
        "khai biên bản năm 2022.\n\n"
        "Theo đó, hai bên đã tổ chức 24 đợt tuần tra chung dọc tuyến biên giới."
    )
    found = items(reading, text)
    assert [(item["force"], item["side"]) for item in found] == [("reported", "LA-BL")]
