"""The words by which a page around an article is told, as data beside the lexicon."""

from typing import Final

from intake.reader.lexicon import phrases

FURNITURE: Final = phrases("""
    đọc thêm | tin liên quan | bài liên quan | tin bài liên quan | xem thêm |
    bài viết liên quan | có thể bạn quan tâm | tin cùng chuyên mục | tin khác |
    cùng chuyên mục | tin mới | tin mới nhất | tin nổi bật | tin đọc nhiều | đọc nhiều |
    đọc nhiều nhất | xem nhiều | các tin khác | bình luận | ý kiến bạn đọc |
    gửi bình luận | số lượt truy cập | lên đầu trang | về trang chủ | mới nhất | tin cùng chủ đề | bài cùng chuyên mục |
    bạn có thể quan tâm | có thể bạn thích | tin tức khác | các bài khác | bài viết khác
    | tin xem nhiều | chia sẻ bài viết | chương trình phát sóng | lịch phát sóng |
    liên kết website | thăm dò ý kiến | phản hồi | you may also like | latest news |
    other news | recommended | trending | quảng cáo | related news | related stories |
    related articles | read more | read also | most read | see also | more news |
    ຂ່າວທີ່ກ່ຽວຂ້ອງ""")
# "Các bài viết khác", "Tin, bài cùng chuyên mục": what is linked, and which of it.
LINKED: Final = phrases("""
    tin | bài | tin bài | tin, bài | tin tức | bài viết | bài báo | bản tin | video | news | stories | articles | posts""")
LINKED_HOW: Final = phrases("""
    khác | mới | mới nhất | mới hơn | cũ hơn | mới đăng | đã đăng | đã đưa | liên quan |
    cùng chuyên mục | cùng chủ đề | cùng loại | cùng mục | nổi bật | đọc nhiều | xem nhiều |
    nhiều người đọc | được quan tâm | đáng chú ý | tiếp theo | trước đó | cùng tác giả""")
FURNITURE_STARTS: Final = phrases("""
    chủ đề | từ khóa | từ khoá | tags | tag | keywords | thẻ | nguồn | chia sẻ |
    bản quyền | gửi bình luận | in bài viết | share | topics""")
# A box of links in the middle: the article goes on where a passage opens so.
RESUMED: Final = phrases("""
    phát biểu tại buổi | phát biểu tại hội | kết thúc buổi | kết thúc hội | tại buổi |
    tại hội đàm | tại hội nghị | hai bên | cũng tại | theo đó | thay mặt""")
TEASERS: Final = phrases("""
    xem thêm | đọc thêm | tin liên quan | bài liên quan | >> | » | &gt;&gt; |
    mời bạn đọc | mời quý độc giả | read more | see also | video: | ►""")
BYLINES: Final = phrases("""
    bài, ảnh | ảnh: | tin, ảnh | bài và ảnh | tin và ảnh | thực hiện | theo | nhóm pv |
    nhóm phóng viên | p.v | pv | ctv | tác giả | by | tin: | bài: | video | (theo | t/h
    | biên tập""")
OUTLET_OPENERS: Final = phrases("""
    báo | đài | tạp chí | truyền hình | cổng thông tin | cổng thông tin điện tử |
    trang thông tin | trang thông tin điện tử | cổng ttđt | ttx | ttxvn | bản tin | chuyên trang | thông tấn | thông tấn xã""")
# Papers by their kind, as a line of its own at the top of a page.
PAPERS: Final = ("nhật báo", "tuần báo", "thời báo", "nguyệt san", "tuần san")
# What a paper may be called where no word for a paper stands before its name.
PAPER_NAMES: Final = phrases("""
    biên phòng | miền | ngày nay | hôm nay | thời nay | nhân dân | quân đội | công an |
    tin tức | biên giới | đại đoàn kết | tiền phong | lao động | tuổi trẻ | thanh niên""")
# Sections of a paper, which stand above a headline.
RUBRICS: Final = phrases("""
    thời sự | tin vắn | tin tức | tin nhanh | chính trị | xã hội | kinh tế | đối ngoại |
    phóng sự | ghi chép | ký sự | bút ký | biên giới | quốc phòng | an ninh | trong tỉnh |
    trong nước | thế giới | quốc tế | tin trong tỉnh | tin hoạt động | hoạt động đối ngoại |
    sự kiện | bình luận | tiêu điểm | tin nổi bật | hợp tác quốc tế | hội nhập |
    tin đối ngoại | xây dựng đảng | thời sự - chính trị | phỏng vấn | politics | news""")
# What the buttons over a text say.
CONTROLS: Final = phrases("""
    cỡ chữ | kích cỡ chữ | nghe đọc bài | nghe bài viết | giọng đọc | bản in | in trang |
    chia sẻ | font size""")
OUTLET_WORDS: Final = phrases("""
    điện tử | online | phát thanh | truyền hình | phát thanh và truyền hình |
    phát thanh - truyền hình | và phát thanh, truyền hình | và phát thanh - truyền hình |
    và phát thanh truyền hình | tỉnh""")
BREADCRUMBS: Final = ("trang chủ", "home", "›", "»", " > ")
OUTLET_SIGNS: Final = phrases("""
    .vn | .com | .net | .org | .la | báo  | đài  | ttxvn | news | times | online |
    truyền hình | điện tử | tạp chí | post | daily | tin tức | vov""")
DATE_LINE: Final = phrases("""
    thứ hai | thứ ba | thứ tư | thứ năm | thứ sáu | thứ bảy | chủ nhật | thứ 2 | thứ 3 |
    thứ 4 | thứ 5 | thứ 6 | thứ 7 | cập nhật | lần cuối | ngày đăng | đăng ngày |
    đăng lúc | xuất bản | ngày | lúc | gmt | utc | published | updated | on | at | am |
    pm | monday | tuesday | wednesday | thursday | friday | saturday | sunday | giờ |
    phút | phát hành | ra ngày | vào | đăng | ict | đã | được | bài | thời gian | date | posted | sáng | chiều
    | tối | trước""")
ARCHIVE: Final = ("ảnh tư liệu", "ảnh: tư liệu", "tư liệu)", "(tl)", "ảnh minh họa")
