# ruff: noqa: E501 - the sentences of articles are kept whole

import pytest

TITLE = "Tin Hà Tĩnh và Bolikhămxay"
DAY = "Sáng 3/4/2023, hội nghị cấp cao Hà Tĩnh - Bolikhămxay diễn ra."


def documents(reading, text, day=DAY):
    found = reading(f"{TITLE}\n\n{day}\n\n{text}\n")["documents"]
    return [(d["kind"], d["stage"], d["covers"], d["signed_on"]) for d in found]


@pytest.mark.parametrize(
    ("text", "document"),
    [
        (
            "Hai bên ký kết biên bản hợp tác năm 2024.",
            ("minutes", "signed", "2024", "2023-04-03"),
        ),
        (
            "Biên bản ghi nhớ hợp tác được hai bên ký ngay tại hội nghị.",
            ("memorandum", "signed", None, "2023-04-03"),
        ),
        (
            "Hai tỉnh ký Thoả thuận hợp tác giai đoạn 2023 - 2025.",
            ("agreement", "signed", "2023/2025", "2023-04-03"),
        ),
        (
            "Cuối năm, hai tỉnh sẽ ký kết bản ghi nhớ hợp tác giai đoạn 2024-2026.",
            ("memorandum", "planned", "2024/2026", None),
        ),
        (
            "Hai bên đánh giá kết quả thực hiện biên bản hợp tác (năm 2021).",
            ("minutes", "earlier", "2021", None),
        ),
        (
            "Hai bên rà soát biên bản hội nghị cấp cao ký ngày 7/5/2022 tại Vinh.",
            ("minutes", "earlier", None, "2022-05-07"),
        ),
        (
            "Biên bản đã ký tại hội nghị cấp cao ngày 7/5/2022 được triển khai tốt.",
            ("minutes", "earlier", None, "2022-05-07"),
        ),
        (
            "Hai bên báo cáo việc thực hiện biên bản hợp tác được ký trong năm 2019.",
            ("minutes", "earlier", None, "2019"),
        ),
        (
            "Ngày 5/12/2022, hai tỉnh đã ký bản ghi nhớ hợp tác giai đoạn 2022 - 2025.",
            ("memorandum", "earlier", "2022/2025", "2022-12-05"),
        ),
        (
            "Trước đó, tháng 3/2020, hai tỉnh đã ký bản ghi nhớ giai đoạn 2020 - 2024.",
            ("memorandum", "earlier", "2020/2024", "2020-03"),
        ),
        (
            "Bản ghi nhớ giai đoạn 2020 - 2024 được hai tỉnh ký vào tháng 3/2020.",
            ("memorandum", "earlier", "2020/2024", "2020-03"),
        ),
        (
            "Đại biểu cho ý kiến vào dự thảo Bản ghi nhớ hợp tác giai đoạn 2024 - 2026.",
            ("memorandum", "planned", "2024/2026", None),
        ),
        (
            "Hai bên sớm hoàn thiện để ký Bản ghi nhớ hợp tác giai đoạn 2024 - 2026.",
            ("memorandum", "planned", "2024/2026", None),
        ),
        (
            "Hai bên thông qua dự thảo biên bản hợp tác năm 2024 và ký kết.",
            ("minutes", "signed", "2024", "2023-04-03"),
        ),
        (
            "Công an hai tỉnh ký Kế hoạch phối hợp phòng, chống tội phạm năm 2023.",
            ("plan", "signed", "2023", "2023-04-03"),
        ),
    ],
)
def test_a_paper_is_signed_planned_or_earlier_by_the_verb_nearest_to_it(
    reading, text, document
):
    assert documents(reading, text) == [document]


@pytest.mark.parametrize(
    "text",
    [
        "Buổi làm việc không ký kết biên bản nào.",
        "Hai bên đạt được thỏa thuận về nhiều vấn đề.",
        "Các lực lượng ký kết văn bản thỏa thuận hợp tác.",
        "Biên bản là cơ sở quan trọng.",
        "Hai nước ký Hiệp ước Hữu nghị và Nghị định thư số 1.",
    ],
)
def test_a_word_that_means_no_paper_is_none(reading, text):
    assert documents(reading, text) == []


def test_one_paper_under_two_names_is_one_document(reading):
    text = (
        "Hai bên ký biên bản hội nghị cấp cao năm 2023.\n\n"
        "Biên bản hợp tác năm 2023 được ký kết trong tiếng vỗ tay."
    )
    assert documents(reading, text) == [("minutes", "signed", "2023", "2023-04-03")]


def test_an_annex_is_a_paper_of_its_own(reading):
    text = "Hai bên ký Thỏa thuận hợp tác năm 2023 và phụ lục bổ sung Thỏa thuận."
    assert [found[:2] for found in documents(reading, text)] == [
        ("agreement", "signed"),
        ("annex", "signed"),
    ]


def test_both_labels_of_the_years_are_kept_as_printed(reading):
    text = (
        "Hai bên đánh giá việc thực hiện biên bản hợp tác năm 2021. Tỉnh đã triển khai "
        "biên bản hợp tác năm 2022."
    )
    assert [found[2] for found in documents(reading, text)] == ["2021", "2022"]


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        (
            (
                "Đồng chí Lê Văn Bình - Bí thư Tỉnh ủy Hà Tĩnh và đồng chí Bun Nhang Vo La - "
                "Tỉnh trưởng tỉnh Bolikhămxay ký kết biên bản hợp tác năm 2023."
            ),
            ["Lê Văn Bình", "Bun Nhang Vo La"],
        ),
        (
            (
                "Dưới sự chứng kiến của đồng chí Lê Văn Bình - Bí thư Tỉnh ủy Hà Tĩnh và ông "
                "Bun Nhang Vo La - Tỉnh trưởng tỉnh Bolikhămxay, ông Vũ Đức Hạnh - Phó Chủ "
                "tịch UBND tỉnh Hà Tĩnh và ông Khăm Sỉ Lạ - Phó Tỉnh trưởng tỉnh Bolikhămxay "
                "đã ký biên bản hợp tác năm 2023."
            ),
            ["Vũ Đức Hạnh", "Khăm Sỉ Lạ"],
        ),
        (
            (
                "Đồng chí Lê Văn Bình - Bí thư Tỉnh ủy Hà Tĩnh phát biểu, sau đó hai bên ký "
                "biên bản hợp tác năm 2023."
            ),
            [],
        ),
    ],
)
def test_who_signed_stands_right_before_the_verb(reading, text, signers):
    found = reading(f"{TITLE}\n\n{DAY}\n\n{text}\n")
    assert found["documents"][0]["signatories"] == signers
    roles = {person["name"]: person["roles"] for person in found["people"]}
    assert [name for name in roles if "signatory" in roles[name]] == signers


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        (
            "Hai bên ký Biên bản hội nghị. Dịp này, Sở Y tế hai tỉnh ký Bản ghi nhớ.",
            [("minutes", "signed"), ("memorandum", "signed")],
        ),
        (
            "Hai bên bàn dự thảo Thỏa thuận hợp tác và ký Biên bản hội nghị.",
            [("agreement", "planned"), ("minutes", "signed")],
        ),
        (
            "Hai bên ký Bản ghi nhớ hợp tác. Biên bản này do hai tỉnh ký, có giá trị ngay.",
            [("memorandum", "signed")],
        ),
    ],
)
def test_two_papers_without_a_label_are_told_apart_by_kind_and_words(
    reading, text, papers
):
    assert [(kind, stage) for kind, stage, *_ in documents(reading, text)] == papers


def test_a_paper_of_two_of_three_provinces_keeps_its_parties_when_named_again(reading):
    text = (
        "Huế, Salavan và Sê Kông họp\n\nNgày 2/12/2025, thành phố Huế hội đàm với hai "
        "tỉnh Salavan và Sê Kông.\n\nThành phố Huế và tỉnh Sê Kông ký Bản ghi nhớ hợp "
        "tác giai đoạn 2026 - 2030. Bản ghi nhớ do hai bên ký ngay tại hội đàm.\n"
    )
    found = reading(text)["documents"]
    assert [(d["provinces"], d["signed_on"]) for d in found] == [
        (["LA-XE", "VN-26"], "2025-12-02")
    ]
