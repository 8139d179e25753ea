import pytest


def named(marks, text):
    found = marks("Hà Tĩnh và Bolikhămxay hội đàm\n\nMở đầu.\n\n" + text + "\n")
    return [(mark.name, mark.titles) for mark in found.people]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Đồng chí Lê Văn Bình - Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy dẫn đầu.",
            ("Lê Văn Bình", ("Ủy viên Trung ương Đảng", "Bí thư Tỉnh ủy")),
        ),
        (
            "Bí thư Tỉnh ủy, Trưởng đoàn ĐBQH tỉnh Lê Văn Bình phát biểu.",
            ("Lê Văn Bình", ("Bí thư Tỉnh ủy", "Trưởng đoàn ĐBQH tỉnh")),
        ),
        (
            "Giám đốc Sở Ngoại vụ Hà Tĩnh Trần Thị Cúc cho biết.",
            ("Trần Thị Cúc", ("Giám đốc Sở Ngoại vụ Hà Tĩnh",)),
        ),
        (
            "Phó Tỉnh trưởng Bolikhămxay Khăm-phết Sỉ-lạ-vông phát biểu.",
            ("Khăm-phết Sỉ-lạ-vông", ("Phó Tỉnh trưởng Bolikhămxay",)),
        ),
        (
            "Đoàn do Tiến sỹ Bun Nhang Vo La Chít, Tỉnh trưởng làm trưởng đoàn.",
            ("Bun Nhang Vo La Chít", ("Tỉnh trưởng",)),
        ),
        (
            "Ông Bounthong Keovilay, Phó Tỉnh trưởng tỉnh Bolikhămxay đề nghị.",
            ("Bounthong Keovilay", ("Phó Tỉnh trưởng tỉnh Bolikhămxay",)),
        ),
        (
            "Đồng chí Khăm Nọi - Súc Sa Văn, Phó Tỉnh trưởng phát biểu.",
            ("Khăm Nọi - Súc Sa Văn", ("Phó Tỉnh trưởng",)),
        ),
        (
            "Đại tá Y Niên - Chỉ huy trưởng Bộ đội Biên phòng tỉnh cùng dự.",
            ("Y Niên", ("Chỉ huy trưởng Bộ đội Biên phòng tỉnh",)),
        ),
        (
            "Bà Lò Thị Mai, Trưởng ban Dân vận Tỉnh uỷ nêu ý kiến.",
            ("Lò Thị Mai", ("Trưởng ban Dân vận Tỉnh uỷ",)),
        ),
    ],
)
def test_name_and_titles_are_read_in_either_order_and_any_spelling(marks, text, person):
    assert named(marks, text) == [person]


def test_those_named_in_one_list_are_told_apart(marks):
    text = (
        "Cùng dự có các đồng chí: Lê Văn Bình - Phó Bí thư Tỉnh ủy; Trần Thị Cúc - "
        "Phó Chủ tịch UBND tỉnh; và Chủ tịch UBND tỉnh Hà Tĩnh Vũ Đức Hạnh và Phó "
        "Tỉnh trưởng Bolikhămxay Khăm-phết Sỉ-lạ-vông."
    )
    assert named(marks, text) == [
        ("Lê Văn Bình", ("Phó Bí thư Tỉnh ủy",)),
        ("Trần Thị Cúc", ("Phó Chủ tịch UBND tỉnh",)),
        ("Vũ Đức Hạnh", ("Chủ tịch UBND tỉnh Hà Tĩnh",)),
        ("Khăm-phết Sỉ-lạ-vông", ("Phó Tỉnh trưởng Bolikhămxay",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn viếng Chủ tịch Hồ Chí Minh và tượng đài Chủ tịch Kaysone Phomvihane.",
        "Đoàn thăm Trường Trung học phổ thông Phan Đình Phùng.",
        "Chủ tịch UBND tỉnh Phú Thọ và Chủ tịch UBND tỉnh Thái Bình gửi lẵng hoa.",
        "Giám đốc Sở Kế hoạch và Đầu tư cho biết, Sở Ngoại vụ đã chuẩn bị.",
        "Bí thư Huyện ủy Hương Khê dự buổi lễ.",
        "Cửa khẩu quốc tế Cầu Treo nằm trên quốc lộ 8.",
    ],
)
def test_historic_leaders_schools_places_and_offices_are_nobody(marks, text):
    assert named(marks, text) == []


def test_somebody_named_again_without_title_is_the_same_mention_of_a_name(marks):
    text = "Đồng chí Lê Văn Bình - Bí thư Tỉnh ủy phát biểu. Sau đó Lê Văn Bình ký."
    assert [name for name, _ in named(marks, text)] == ["Lê Văn Bình"] * 2


def test_a_province_cut_by_the_end_of_a_run_of_capitals_is_passed_over(marks):
    assert named(marks, "Đoàn thăm tỉnh Khăm muồn và Bôlykhăm xay.") == []
