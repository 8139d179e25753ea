import pytest

PAGE = """Trang chủ › Chính trị

Hai tỉnh ký biên bản hợp tác

Thứ Sáu, ngày 22 tháng 11 năm 2024, 17:05 (GMT+7)

(Báo Miền Núi) - Sáng 21/11, hội nghị diễn ra tại TP. Vinh. Các đại biểu dự đông đủ.

HAI TỈNH KÝ BIÊN BẢN HỢP TÁC

>> Xem thêm: Chợ phiên vùng cao ngày cuối năm

Quang cảnh hội nghị năm 2019. Ảnh tư liệu

Hai bên thống nhất:

- Tăng cường tuần tra.

2. Mở rộng giao thương.

Thu Hà - Minh Quân

Từ khóa: hợp tác, biên giới

ĐỌC THÊM

Sáng 3/3, hai tỉnh khác ký biên bản.
"""


def sentences(article):
    return [
        (item.kind, article.text[item.start : item.end]) for item in article.sentences
    ]


def test_a_page_is_cut_into_headline_outlet_date_and_the_sentences_between(cut):
    article = cut(PAGE)
    assert article.text[slice(*article.title)] == "Hai tỉnh ký biên bản hợp tác"
    assert (article.outlet, article.published_on) == ("Báo Miền Núi", "2024-11-22")
    assert sentences(article) == [
        ("text", "(Báo Miền Núi) - Sáng 21/11, hội nghị diễn ra tại TP. Vinh."),
        ("text", "Các đại biểu dự đông đủ."),
        ("archive", "Quang cảnh hội nghị năm 2019."),
        ("archive", "Ảnh tư liệu"),
        ("text", "Hai bên thống nhất:"),
        ("list", "Tăng cường tuần tra."),
        ("list", "Mở rộng giao thương."),
    ]


def test_the_body_ends_before_byline_tags_and_related_stories(cut):
    article = cut(PAGE)
    start, end = article.body
    assert article.text[start:end].startswith("(Báo Miền Núi)")
    assert article.text[start:end].endswith("Mở rộng giao thương.")


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        ("(Baomoi.vn) - Sáng nay", "Baomoi.vn"),
        ("Baomoi.vn - Sáng nay", "Baomoi.vn"),
        ("BIÊN GIỚI 24H - Sáng nay", "BIÊN GIỚI 24H"),
        ("(QBĐT) – Sáng nay", "QBĐT"),
        ("Nghệ An - Sáng nay", None),
        ("NGHỆ AN - Sáng nay", None),
        ("(Hà Tĩnh) - Sáng nay", None),
        ("Sáng nay", None),
    ],
)
def test_a_dateline_names_an_outlet_but_not_the_province_it_writes_from(
    cut, opening, outlet
):
    article = cut(f"Tiêu đề bài báo\n\n{opening}, hội nghị cấp cao đã diễn ra.\n")
    assert article.outlet == outlet


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thứ năm, 14/11/2024 - 18:42", "2024-11-14"),
        ("Cập nhật lúc 18:42, 14-11-2024", "2024-11-14"),
        ("Ngày đăng: 08/09/2023", "2023-09-08"),
        ("November 14, 2024", "2024-11-14"),
        ("Ngày 14/11/2024 hai tỉnh hội đàm", None),
        ("Từ 14/11/2024 đến 15/11/2024", None),
        ("45/13/2024", None),
    ],
)
def test_only_a_line_that_holds_nothing_but_a_date_is_a_date_of_publication(
    cut, line, day
):
    assert cut(f"Tiêu đề bài báo\n{line}\nNội dung bài.\n").published_on == day


def test_a_first_line_without_end_is_no_headline(cut):
    article = cut("hội nghị cấp cao " * 40)
    assert article.title is None
    assert article.body == (0, 17 * 40 - 1)


def test_what_is_too_long_for_a_sentence_is_cut_so_that_work_stays_bounded(cut):
    article = cut("Tiêu đề\n" + "một hai ba " * 1000)
    lengths = [item.end - item.start for item in article.sentences]
    assert max(lengths) <= 1500
    assert len(lengths) == 8


def test_a_sentence_is_found_again_by_an_offset_within_it(cut):
    article = cut("Tiêu đề\nCâu thứ nhất. Câu thứ hai.\n")
    second = article.sentences[1]
    assert article.sentence_at(second.start + 3) == second
    assert article.sentence_at(0) is None


BOX = """Hai tỉnh họp

Sáng 3/4, hội nghị diễn ra tại TP. Vinh.

{marker}

Chợ phiên vùng cao ngày cuối năm

Phát biểu tại hội nghị, các đại biểu đề nghị hai tỉnh tăng cường trao đổi đoàn.
"""


def test_an_article_goes_on_below_a_box_of_links_in_its_midst(cut):
    article = cut(BOX.format(marker="Tin liên quan"))
    assert [text[:11] for _, text in sentences(article)] == [
        "Sáng 3/4, h",
        "Phát biểu t",
    ]


def test_below_read_on_an_article_never_goes_on(cut):
    article = cut(BOX.format(marker="Đọc thêm"))
    assert [text[:11] for _, text in sentences(article)] == ["Sáng 3/4, h"]
