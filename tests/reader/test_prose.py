# ruff: noqa: E501 - the sentences of articles are kept whole
"""What is agreed, asked or reported in running prose, in the genre's many words."""

import pytest

LEAD = (
    "Hà Tĩnh và Khăm Muộn hội đàm\n\nNgày 12/6/2024, tại thị xã Thà Khẹc, tỉnh Hà Tĩnh và "
    "tỉnh Khăm Muộn tổ chức hội đàm.\n\nDự hội đàm, đoàn Hà Tĩnh có ông Lê Văn Khoan, Bí "
    "thư Tỉnh ủy. Đoàn Khăm Muộn có ông Bun-sợt Kẹo-ma-ni, Tỉnh trưởng.\n\n"
)
BOTH = ["LA-KH", "VN-23"]


def items_of(reading, text, lead=LEAD):
    return [
        (item["force"], item["actors"], item["text"])
        for item in reading(lead + text + "\n")["items"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hai tỉnh còn nhất trí giao Sở Giáo dục hai tỉnh trao đổi giáo viên",
        "Hà Tĩnh và Khăm Muộn thống nhất xây dựng đường dây nóng giữa hai tỉnh",
        "Lãnh đạo hai tỉnh thống nhất cao việc xây cầu tại Cửa khẩu Cha Lo",
        "hai bên đã trao đổi, thống nhất về việc phối hợp tìm kiếm hài cốt liệt sĩ",
        "Hai bên giao công an hai tỉnh phối hợp ngăn chặn tội phạm",
        "Hai tỉnh tiếp tục phát huy vai trò của các đoàn thể",
    ],
)
def test_all_sides_agree_in_many_words(reading, text):
    assert items_of(reading, text + ".") == [("agreed", BOTH, text)]


def test_what_both_will_do_outside_an_agreement_is_uncertain(reading):
    found = reading(LEAD + "Thời gian tới, hai tỉnh sẽ mở tuyến xe khách mới.\n")
    assert [(i["rule"], i["confidence"]) for i in found["items"]] == [
        ("both_will", "uncertain")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên thống nhất giao tỉnh Hà Tĩnh đăng cai hội đàm năm 2025.",
        "Hai bên thống nhất phương hướng, tập trung vào các lĩnh vực: thương mại, du lịch.",
        "Hà Tĩnh - Khăm Muộn thống nhất hợp tác trên các lĩnh vực: đảm bảo an ninh; y tế.",
        "Hai bên nhất trí cao với báo cáo của các ngành.",
        "Hai bên cũng sẽ giao lưu bóng đá vào chiều nay.",
        "Hai tỉnh Hà Tĩnh và Quảng Trị thống nhất ranh giới các xã ven biển.",
        "Hai bên sẽ đánh giá kết quả thực hiện biên bản.",
        "Ông Bun-sợt Kẹo-ma-ni nhất trí với những đề xuất của tỉnh Hà Tĩnh.",
        "Ông Lê Văn Khoan cho biết tình hình cần thiết phải theo dõi sát.",
    ],
)
def test_hosting_fields_applause_and_agendas_are_no_items(reading, text):
    assert items_of(reading, text) == []


def test_what_is_agreed_in_detail_stands_behind_the_comma(reading):
    text = (
        "Hai bên thống nhất nhiều nội dung, trong đó tập trung đẩy mạnh tuần tra chung."
    )
    assert items_of(reading, text) == [
        ("agreed", BOTH, "tập trung đẩy mạnh tuần tra chung")
    ]


def test_an_agreement_goes_on_through_fields_and_bodies_of_one_side(reading):
    text = (
        "Hai bên thống nhất nhiều nội dung quan trọng. Trên lĩnh vực giáo dục, y tế, Hà "
        "Tĩnh dành cho tỉnh bạn 50 suất học bổng. Bệnh viện tỉnh Hà Tĩnh nhận điều trị "
        "bệnh nhân Khăm Muộn. Hội đàm lần sau sẽ do Khăm Muộn đăng cai."
    )
    assert [(force, actors) for force, actors, _ in items_of(reading, text)] == [
        ("agreed", ["VN-23"]),
        ("agreed", ["VN-23"]),
    ]


def test_what_a_paper_lays_down_is_told_in_a_later_passage(reading):
    text = (
        "Kết thúc hội đàm, hai bên ký Biên bản hội đàm.\n\nKhông khí rất vui.\n\nTheo biên "
        "bản, hai tỉnh sẽ mở lại chợ phiên. Biên bản nêu rõ, hai bên phối hợp quản lý lao động."
    )
    assert [force for force, *_ in items_of(reading, text)] == ["agreed", "agreed"]


def test_one_side_promises_and_acts_alone(reading):
    text = "Phía Khăm Muộn cam kết bố trí quỹ đất; phía Hà Tĩnh hỗ trợ xây trường học."
    assert [(force, actors) for force, actors, _ in items_of(reading, text)] == [
        ("agreed", ["LA-KH"]),
        ("agreed", ["VN-23"]),
    ]


def test_both_ask_a_higher_authority_without_a_word_of_agreement(reading):
    text = "Hai bên sẽ cùng trình Chính phủ hai nước cho nâng cấp cửa khẩu Cha Lo."
    found = reading(LEAD + text)["items"]
    assert [(i["force"], i["addressees"]) for i in found] == [
        ("petition", ["government-LA", "government-VN"])
    ]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Theo ông Bun-sợt Kẹo-ma-ni, tỉnh Hà Tĩnh cần cử thêm chuyên gia.", ["VN-23"]),
        ("Ông Lê Văn Khoan cho rằng hai tỉnh cần mở thêm chợ biên giới.", BOTH),
        ("Theo đồng chí, hai tỉnh cần sớm thống nhất danh mục dự án chung.", BOTH),
        (
            "Ông Bun-sợt Kẹo-ma-ni mong muốn được giúp đỡ xây đài truyền thanh.",
            ["VN-23"],
        ),
        (
            "Ông Bun-sợt Kẹo-ma-ni đề nghị Bộ đội Biên phòng tỉnh Hà Tĩnh hỗ trợ thuốc.",
            ["VN-23"],
        ),
        ("Ông Bun-sợt Kẹo-ma-ni đề nghị phía Việt Nam mở kho ngoại quan.", ["VN-23"]),
    ],
)
def test_an_official_says_what_is_needed_of_whom(reading, text, actors):
    assert [found[:2] for found in items_of(reading, text)] == [("proposed", actors)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Sau 5 năm triển khai thỏa thuận, kim ngạch xuất nhập khẩu đạt 5 triệu USD.",
            [BOTH],
        ),
        ("Từ đầu năm, biên phòng hai bên phối hợp tuần tra chung 12 lần.", [BOTH]),
        (
            "Từ năm 2020 đến nay, Hà Tĩnh giúp Khăm Muộn đào tạo 90 cán bộ; viện trợ 3 tỷ đồng.",
            [["VN-23"], ["VN-23"]],
        ),
        (
            "Ông Lê Văn Khoan cho biết, qua 5 năm thực hiện, tỉnh đã tiếp nhận 80 lưu học sinh.",
            [["VN-23"]],
        ),
    ],
)
def test_results_are_told_by_span_and_count(reading, text, actors):
    assert [found[:2] for found in items_of(reading, text)] == [
        ("reported", who) for who in actors
    ]


def test_each_of_several_meetings_has_its_own_parties(reading):
    found = reading(
        "Sơn La hội đàm với các tỉnh Bắc Lào\n\nNgày 5/5/2026, lãnh đạo tỉnh Sơn La hội đàm với "
        "lãnh đạo hai tỉnh Hủa Phăn và Luông Pha Bang.\n\nBa tỉnh thống nhất lập tổ công tác.\n\n"
        "Chiều cùng ngày, Sơn La làm việc riêng với đoàn Hủa Phăn. Hai bên nhất trí mở lối "
        "mở.\n\nNgày 6/5/2026, đoàn Luông Pha Bang làm việc với Sở Y tế Sơn La. Hai bên cam "
        "kết tiếp nhận bệnh nhân của nhau.\n"
    )
    assert [(e["date"], e["provinces"]) for e in found["events"]] == [
        ("2026-05-05", ["LA-HO", "LA-LP", "VN-05"]),
        ("2026-05-05", ["LA-HO", "VN-05"]),
        ("2026-05-06", ["LA-LP", "VN-05"]),
    ]
    assert [item["actors"] for item in found["items"]] == [
        ["LA-HO", "LA-LP", "VN-05"],
        ["LA-HO", "VN-05"],
        ["LA-LP", "VN-05"],
    ]


def test_a_result_is_not_taken_for_the_words_that_lead_to_it(reading):
    text = "Hội nghị nhìn nhận, thời gian qua hai tỉnh đã tuần tra 34 đợt, xử lý 9 vụ."
    assert items_of(reading, text) == [
        ("reported", BOTH, "thời gian qua hai tỉnh đã tuần tra 34 đợt, xử lý 9 vụ")
    ]


def test_a_short_note_tells_its_news_in_the_first_passage(reading):
    lead = "Hà Tĩnh và Khăm Muộn hội đàm\n\n"
    text = (
        "Ngày 12/6/2024, tỉnh Hà Tĩnh và tỉnh Khăm Muộn hội đàm. Hai bên thống nhất mở "
        "lại chợ phiên."
    )
    assert items_of(reading, text, lead) == [
        ("agreed", BOTH, "Hai bên thống nhất mở lại chợ phiên")
    ]


ENGLISH = (
    "Quang Ngai, Attapeu hold talks\n\nQuang Ngai and Attapeu provinces held talks on August "
    "6, 2026.\n\nThe host was led by Nguyen Dinh Tue, Chairman of the Quang Ngai provincial "
    "People's Committee, while Somchit Phanthavong, Vice Governor of Attapeu, headed the "
    "guests.\n\n"
)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "The two sides agreed to patrol together. Quang Ngai will grant 20 scholarships.",
            [("agreed", ["LA-AT", "VN-29"]), ("agreed", ["VN-29"])],
        ),
        (
            "Both sides agreed to ask their governments to upgrade Road 18B.",
            [("petition", ["LA-AT", "VN-29"])],
        ),
        (
            "Phanthavong asked Quang Ngai to send doctors.",
            [("proposed", ["VN-29"])],
        ),
        (
            "Since 2020, Quang Ngai has granted 74 scholarships to students from Attapeu.",
            [("reported", ["VN-29"])],
        ),
        ("The two sides agreed to sign the minutes next year.", []),
        ("Since 2020, the economy of Quang Ngai has expanded by 8 percent.", []),
    ],
)
def test_english_items_are_few_and_uncertain(reading, text, items):
    found = reading(ENGLISH + text)["items"]
    assert [(item["force"], item["actors"]) for item in found] == items
    assert {item["confidence"] for item in found} <= {"uncertain"}
