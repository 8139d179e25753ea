"""Word tables that made-up records are written from.

Nothing here was said by anybody: the sentences have the build and the length of
clauses as newspapers print them, and no more.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """What clauses of one sector are about: deeds, things, who sees to them."""

    deeds: tuple[str, ...]
    things: tuple[str, ...]
    agency: str


FIELDS = {
    "politics": Field(
        ("trao đổi", "tổ chức", "duy trì", "mở rộng"),
        (
            "các đoàn công tác cấp tỉnh",
            "giao lưu giữa Mặt trận và các đoàn thể",
            "hoạt động kết nghĩa bản với bản",
            "tuyên truyền về tình hữu nghị",
            "họp mặt kỷ niệm ngày lễ lớn của mỗi nước",
        ),
        "Sở Ngoại vụ",
    ),
    "security": Field(
        ("phối hợp", "tăng cường", "định kỳ", "thống nhất quy chế"),
        (
            "tuần tra đường biên và mốc quốc giới",
            "phòng chống tội phạm ma túy",
            "giao ban giữa công an hai bên",
            "đấu tranh chống buôn lậu gỗ",
            "quản lý người di cư tự do",
        ),
        "Bộ Chỉ huy Bộ đội Biên phòng",
    ),
    "gates": Field(
        ("nâng cấp", "cải tiến", "kéo dài giờ làm việc tại", "xây dựng"),
        (
            "cặp cửa khẩu chính",
            "thủ tục xuất nhập cảnh cho người dân vùng biên",
            "trạm kiểm soát liên hợp",
            "bãi kiểm hóa và kho ngoại quan",
            "lối mở cho cư dân hai bên",
        ),
        "Ban Quản lý Khu kinh tế",
    ),
    "trade": Field(
        ("xúc tiến", "hỗ trợ", "mời gọi", "tổ chức"),
        (
            "hội chợ thương mại vùng biên",
            "doanh nghiệp đầu tư thủy điện nhỏ",
            "tiêu thụ nông sản của hai tỉnh",
            "khai thác khoáng sản đúng giấy phép",
            "chợ phiên tại các bản giáp biên",
        ),
        "Sở Công Thương",
    ),
    "transport": Field(
        ("nâng cấp", "sửa chữa", "khảo sát", "mở rộng"),
        (
            "tuyến quốc lộ 8A đoạn qua đèo",
            "đường nối quốc lộ 12 với cửa khẩu",
            "cầu treo dân sinh qua suối biên giới",
            "bến cảng dành cho hàng quá cảnh",
            "tuyến xe khách liên vận",
        ),
        "Sở Giao thông vận tải",
    ),
    "agriculture": Field(
        ("chuyển giao", "thử nghiệm", "mở rộng", "khôi phục"),
        (
            "giống lúa chịu hạn cho các bản vùng cao",
            "mô hình nuôi bò lai",
            "công trình thủy lợi nhỏ",
            "rừng đầu nguồn dọc biên giới",
            "vườn ươm cây ăn quả",
        ),
        "Sở Nông nghiệp và Môi trường",
    ),
    "education": Field(
        ("cấp", "tiếp nhận", "đào tạo", "bồi dưỡng"),
        (
            "học bổng cho lưu học sinh",
            "cán bộ học tiếng Việt và tiếng Lào",
            "giáo viên dạy nghề",
            "học sinh dự bị đại học",
            "cán bộ quản lý cấp huyện",
        ),
        "Sở Giáo dục và Đào tạo",
    ),
    "health": Field(
        ("hỗ trợ", "tổ chức", "trang bị", "phối hợp"),
        (
            "khám chữa bệnh cho người dân vùng biên",
            "trạm xá tại các cụm bản",
            "phòng chống dịch sốt rét",
            "kíp bác sĩ luân phiên",
            "vật tư y tế cho bệnh viện tỉnh",
        ),
        "Sở Y tế",
    ),
    "culture": Field(
        ("tổ chức", "quảng bá", "phục dựng", "trao đổi"),
        (
            "tuần văn hóa và du lịch",
            "giải bóng chuyền hữu nghị",
            "tuyến du lịch ba nước",
            "chương trình phát thanh hai thứ tiếng",
            "đoàn nghệ thuật quần chúng",
        ),
        "Sở Văn hóa, Thể thao và Du lịch",
    ),
    "science": Field(
        ("chia sẻ", "thí điểm", "lắp đặt", "xây dựng"),
        (
            "phần mềm quản lý văn bản",
            "trạm quan trắc nước sông",
            "đường truyền số liệu giữa hai văn phòng",
            "bản đồ số vùng biên",
            "phòng kiểm nghiệm nông sản",
        ),
        "Sở Khoa học và Công nghệ",
    ),
    "remains": Field(
        ("tìm kiếm", "quy tập", "hồi hương", "tu bổ"),
        (
            "hài cốt liệt sĩ quân tình nguyện",
            "phần mộ tại các huyện vùng sâu",
            "nghĩa trang hữu nghị",
            "hồ sơ và sơ đồ mộ chí",
            "đài tưởng niệm liên minh chiến đấu",
        ),
        "Bộ Chỉ huy quân sự",
    ),
    "aid": Field(
        ("giúp", "tặng", "bàn giao", "hỗ trợ"),
        (
            "nhà văn hóa bản",
            "hệ thống nước tự chảy",
            "gạo cho vùng bị lũ",
            "trường nội trú dân tộc",
            "thiết bị văn phòng",
        ),
        "Sở Tài chính",
    ),
}

OPENINGS = {
    "agreed": ("Hai bên thống nhất", "Hai tỉnh nhất trí", "Hai bên cam kết"),
    "petition": (
        "Hai bên thống nhất kiến nghị Chính phủ hai nước cho",
        "Hai tỉnh cùng đề nghị bộ, ngành trung ương xem xét",
    ),
    "aspiration": ("Hai bên mong muốn", "Hai tỉnh bày tỏ nguyện vọng"),
}
WAYS = (
    "bố trí kinh phí từ ngân sách hằng năm của mỗi tỉnh",
    "ưu tiên các bản giáp biên và hộ nghèo",
    "thực hiện theo từng giai đoạn và có nghiệm thu",
    "huy động thêm nguồn lực của doanh nghiệp",
    "bảo đảm đúng quy định pháp luật của mỗi nước",
    "lồng ghép với các chương trình đang triển khai",
    "lập tổ công tác chung gồm năm người mỗi bên",
)
DUTIES = (
    "rà soát tiến độ sáu tháng một lần",
    "báo cáo kết quả tại hội nghị lần sau",
    "trình kế hoạch chi tiết trước ngày 15 tháng 11",
    "cử đầu mối trao đổi thông tin hằng quý",
    "hoàn thành trong thời hạn mười tám tháng",
    "tổng kết và rút kinh nghiệm vào cuối năm",
    "mời trung ương hai nước dự lễ bàn giao",
)
REPORTED = {
    "no_information": "Báo cáo không nêu kết quả của việc",
    "not_started": "Chưa triển khai được việc",
    "in_progress": "Hai bên đang triển khai việc",
    "substantial": "Đã đạt phần lớn kết quả của việc",
    "completed": "Đã hoàn thành việc",
    "stalled": "Tạm dừng vì chưa có kinh phí việc",
    "continuing": "Tiếp tục duy trì hằng năm việc",
    "superseded": "Nhập vào chương trình mới việc",
    "withdrawn": "Hai bên thôi không thực hiện việc",
}

FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Võ Đặng Bùi Phan Hồ Dương Lương Cao Đinh".split()
MIDDLES = "Văn Quang Thị Đức Hữu Xuân Minh Thanh Ngọc Trọng Bá Thế".split()
GIVENS = (
    "Dũng Hùng Hải Lan Sơn Tuấn Hà Bình Thắng Vinh Hoa Long Nam Quyền Thành Trung "
    "Phúc Tâm Khánh Yến"
).split()
LAO_NAMES = (
    "Kham Bun Xổm Vi Lay Thong Xay Phô Sỉ Sụ Văn Oun Khăm Pheng Bua Xỉ Nu Đuông"
).split()
LAO_FAMILIES = (
    "Phôm Ma Chăn|Xay Nha Xổn|Vông Xả|In Tha Vông|Xúc Xổm Bắt|Kẹo Bun Phăn|"
    "Thăm Ma Vông|Si Pa Xợt|Xay Xổng Khăm|Luông La Thi|Chăn Thạ Vông|Phim Ma Sổn"
).split("|")
POSTS = {
    "VN": ("Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"),
    "LA": ("Bí thư, Tỉnh trưởng tỉnh", "Phó Tỉnh trưởng tỉnh"),
    "TH": ("Tỉnh trưởng tỉnh", "Phó Tỉnh trưởng tỉnh"),
}
PAPERS = ("Báo thử nghiệm miền Trung", "Tin thử nghiệm biên giới", "Báo thử nghiệm")
