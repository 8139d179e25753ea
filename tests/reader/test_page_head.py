"""The head of pages that put outlet and day in lines of their own."""

import pytest

BODY = (
    "Sáng 12/6, tại thị xã Thà Khẹc, tỉnh Hà Tĩnh và tỉnh Khăm Muộn tổ chức hội nghị "
    "cấp cao thường niên.\n\nHai bên thống nhất tăng cường tuần tra chung.\n"
)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Đài Núi Xanh | 06:15 | 13/06/2024", "Đài Núi Xanh"),
        ("Sông Con Online - Cập nhật 20:05, 13/06/2024", "Sông Con Online"),
        ("Song Con Daily - 15:10, 13 June 2024", "Song Con Daily"),
        ("Báo điện tử Sông Con\n16:45 | 13/06/2024", "Báo điện tử Sông Con"),
    ],
)
def test_a_line_of_outlet_hour_and_day_gives_both(cut, line, outlet):
    article = cut(f"Hội nghị Hà Tĩnh - Khăm Muộn\n{line}\n\n{BODY}")
    assert (article.outlet, article.published_on) == (outlet, "2024-06-13")


def test_a_name_with_the_hour_of_publication_dates_but_is_no_outlet(cut):
    article = cut(f"Hội nghị cấp cao\nNguyễn Thị Lam - 13/06/2024 17:20\n\n{BODY}")
    assert (article.outlet, article.published_on) == (None, "2024-06-13")


def test_a_place_and_a_day_name_no_outlet(cut):
    article = cut(f"Hội nghị cấp cao\nHà Tĩnh - 13/06/2024\n\n{BODY}")
    assert article.outlet is None


def test_an_outlet_may_stand_alone_under_the_headline(cut):
    article = cut(f"Hội nghị cấp cao\nCổng thông tin Ngoại vụ Sông Con\n\n{BODY}")
    assert article.outlet == "Cổng thông tin Ngoại vụ Sông Con"


def test_a_subheading_about_a_report_is_no_outlet(cut):
    article = cut(f"Hội nghị cấp cao\nBáo cáo kết quả Hội nghị\n\n{BODY}")
    assert article.outlet is None


def test_an_agency_stands_in_brackets_behind_the_place_it_writes_from(cut):
    article = cut(f"Hội nghị cấp cao\n\nHuế (Thông tấn Sông Con) - {BODY}")
    assert article.outlet == "Thông tấn Sông Con"


@pytest.mark.parametrize(
    "line",
    ["Các bài viết khác", "Tin, bài cùng chủ đề:", "Latest news", "Lịch phát sóng"],
)
def test_the_article_ends_above_what_the_page_links_to(cut, line):
    article = cut(f"Hội nghị cấp cao\n\n{BODY}\n{line}\n\nHà Tĩnh họp ngày 3/4/2024.")
    assert article.text[slice(*article.body)] == BODY.strip()


def test_the_readers_comments_are_no_article(cut):
    article = cut(
        f"Hội nghị cấp cao\n\n{BODY}\nÝ kiến bạn đọc (3)\n\nGửi bình luận\n\nHay quá."
    )
    assert article.text[slice(*article.body)] == BODY.strip()


def test_the_last_words_of_an_interview_belong_to_it(cut):
    article = cut(
        f"Hội nghị\n\n{BODY}\nPV: Xin cảm ơn ông!\n\nLò Văn Dính (thực hiện)\n"
    )
    assert article.text[slice(*article.body)].endswith("PV: Xin cảm ơn ông!")
