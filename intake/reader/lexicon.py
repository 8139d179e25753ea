"""The reader's vocabulary, as data: how papers of this genre say things.

Phrases are written in lower case and matched in the shadow text (see `clean.shadow`).
Names of provinces and places are not here: they come with the gazetteer.
"""

from typing import Final


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases that a text lists between upright strokes."""
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


# --- dates -----------------------------------------------------------------------
DAY_PARTS: Final = {
    "sáng": "morning", "chiều": "afternoon", "tối": "evening", "đêm": "evening",
    "trưa": None,
}  # fmt: skip
WEEKDAYS: Final = {
    "thứ hai": 0, "thứ 2": 0, "thứ ba": 1, "thứ 3": 1, "thứ tư": 2, "thứ 4": 2,
    "thứ năm": 3, "thứ 5": 3, "thứ sáu": 4, "thứ 6": 4, "thứ bảy": 5, "thứ 7": 5,
    "chủ nhật": 6,
}  # fmt: skip
MONTHS: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11,
    "december": 12,
}  # fmt: skip

# --- provinces and places ---------------------------------------------------------
TOWN_WORDS: Final = phrases("""
    thành phố | thị xã | thị trấn | huyện | tp. | tp | tx. | phường | xã | trường |
    bệnh viện | đường | quận | bản | sông | ga | sân bay | khách sạn | city | town |
    district""")
# Cities that are provinces themselves.
CITY_PROVINCES: Final = frozenset(("đà nẵng", "huế", "viêng chăn", "vientiane"))
PLACE_WORDS: Final = phrases("""
    thành phố | thị xã | thị trấn | tỉnh | trụ sở | cửa khẩu | huyện | thủ đô |
    hội trường | trung tâm | khách sạn | văn phòng | nhà khách | tp. | tp | tx. |
    đặc khu | khu kinh tế | cặp cửa khẩu | trạm | đồn | phường | xã | bản""")

# How many provinces meet, where it is more than a pair.
NUMBERS: Final = {
    "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8, "9": 9,
}  # fmt: skip

# --- people -----------------------------------------------------------------------
HONORIFICS: Final = phrases("""
    đồng chí | đ/c | ông | bà | ngài | anh | chị | mr. | ms. | mrs.""")
# Those that stand capitalised at the head of a sentence, right before the name.
SHORT_HONORIFICS: Final = frozenset("ông bà ngài anh chị mr ms mrs".split())
RANKS: Final = phrases("""
    tiến sỹ | tiến sĩ | ts. | ts | thạc sỹ | thạc sĩ | ths. | pgs.ts | gs.ts | pgs. |
    gs. | bác sĩ | bác sỹ | thiếu úy | trung úy | thượng úy | đại úy | thiếu tá |
    trung tá | thượng tá | đại tá | thiếu tướng | trung tướng | thượng tướng | đại tướng
    | giáo sư | phó giáo sư | kỹ sư | luật sư | nhà báo | đại đức | thượng tọa""")
TITLE_HEADS: Final = phrases("""
    ủy viên | nguyên | quyền | bí thư | phó bí thư | chủ tịch | phó chủ tịch |
    tỉnh trưởng | phó tỉnh trưởng | đô trưởng | phó đô trưởng | thị trưởng |
    phó thị trưởng | giám đốc | phó giám đốc | trưởng ban | phó trưởng ban | phó ban |
    chỉ huy trưởng | phó chỉ huy trưởng | chính ủy | phó chính ủy | chính trị viên |
    trưởng đoàn | phó trưởng đoàn | phó đoàn | bộ trưởng | thứ trưởng | đại sứ |
    tổng lãnh sự | phó tổng lãnh sự | lãnh sự | tham tán | chánh văn phòng |
    phó chánh văn phòng | chủ nhiệm | phó chủ nhiệm | cục trưởng | phó cục trưởng |
    vụ trưởng | phó vụ trưởng | viện trưởng | hiệu trưởng | phó hiệu trưởng |
    tham mưu trưởng | tư lệnh | phó tư lệnh | trưởng phòng | phó trưởng phòng |
    chi cục trưởng | phó chi cục trưởng | chánh án | chánh thanh tra | huyện trưởng |
    phó huyện trưởng | tổng giám đốc | phó tổng giám đốc | phó trưởng | trưởng công an |
    đồn trưởng | phó đồn trưởng | đại đội trưởng | phó đại đội trưởng |
    tiểu đoàn trưởng | trạm trưởng | hội trưởng | tổng thư ký | tổng biên tập | phó tổng biên tập |
    đại biểu quốc hội | phó thủ tướng | thủ tướng | phó chủ tịch thường trực |
    bí thư thứ nhất | vice governor | deputy governor | governor | vice mayor | mayor |
    chairman | vice chairman | vice chairwoman | chairwoman | deputy secretary |
    secretary | director | deputy director | deputy mayor | standing vice chairman |
    standing deputy secretary | permanent vice chairman | party secretary | consul general |
    commander | deputy commander | member of | deputy chairman | vice chair""")
# Where a string of titles ends: what the person does, or the next person.
TITLE_STOPS: Final = phrases("""
    làm trưởng đoàn | làm trường đoàn | dẫn đầu | đồng dẫn đầu | và đồng chí | và ông |
    và bà | và tiến | và các | và ngài | đã | sẽ | đang | đồng chủ trì | chủ trì | kể | bảo | trả lời | giải thích | phân tích | lý giải | tâm sự |
    bộc bạch | còn | thì | mời | phát biểu | ký | ký kết | cho biết | cho hay | cho rằng | thông tin | nhấn mạnh |
    đề nghị | vui mừng | bày tỏ | cùng | khẳng định | cảm ơn | trao | tặng | tham dự |
    dự | đánh giá | trân trọng | chúc | đến | sang | tại | yêu cầu | làm | tiếp | đón |
    chào | thăm | mong | mong muốn | đề xuất | kiến nghị | nêu | giới thiệu | báo cáo |
    điều hành | khai mạc | thay mặt | đại diện | gửi | chia sẻ | ghi nhận | cho | nói |
    được | là | với | trong | khi | có | gồm | bắt tay | hội đàm | kết luận | đáp | buộc
    | thống nhất | chứng kiến | đặt bút | giao | tin tưởng | nhắc | vừa | ông | đồng chí | bà |
    cũng | về nội dung | về vấn đề | về kết quả | về việc | phấn khởi | thừa ủy quyền | nhất trí | xúc động | led | said | signed | told
    | who | at | on | to | will | co-chaired | headed | leading | asked | proposed | thanked |
    while | heading | expressed | suggested | inked""")
HEAD_AFTER: Final = phrases("""
    làm trưởng đoàn | làm trường đoàn | dẫn đầu | đồng dẫn đầu | là trưởng đoàn | đứng đầu |
    với vai trò trưởng đoàn | headed the | heading the""")
# What two people named together lead, each of them their own side.
OF_BOTH: Final = phrases("""
    đoàn hai tỉnh | hai đoàn | đoàn hai bên | đoàn của hai tỉnh | đoàn đại biểu hai tỉnh |
    hai đoàn đại biểu | đoàn đại biểu của hai tỉnh | đoàn công tác hai tỉnh""")
# "Trưởng đoàn đại biểu Quốc hội" is a standing title and leads no delegation.
STANDING_TITLES: Final = ("quốc hội", "đbqh", "hội đồng nhân dân", "hđnd")
CHAIR_VERBS: Final = ("đồng chủ trì", "chủ trì", "cùng chủ trì", "đồng chủ toạ")
SPEAKER_VERBS: Final = phrases("""
    phát biểu | cho biết | cho hay | cho rằng | thông tin | nhấn mạnh | đề nghị | bày tỏ
    | khẳng định | cảm ơn | mong muốn | đề xuất | nêu | báo cáo | trân trọng | vui mừng
    | gửi lời | chúc | nhìn lại | ghi nhận | đánh giá | giới thiệu | trao đổi | chia sẻ
    | nói | nhắc | kể | trả lời | giải thích | phân tích | tâm sự | lưu ý | kiến nghị |
    said | told | asked | proposed | thanked | noted | suggested | added""")
DIPLOMATS: Final = ("đại sứ", "lãnh sự", "bộ ngoại giao", "đại biện", "tham tán")
COUNTRY_TITLES: Final = {
    "LA": ("nhân dân cách mạng lào", "cách mạng lào", "cách mạnh lào", "tỉnh trưởng",
           "đô trưởng", "huyện trưởng", "đảng ndcm lào"),
    "VN": ("đảng cộng sản việt nam", "ubnd", "ủy ban nhân dân", "mttq", "bộ chqs",
           "bộ đội biên phòng", "bđbp", "ban dân vận", "ủy viên trung ương đảng,",
           "ban thường vụ tỉnh ủy", "đoàn đbqh", "đại biểu quốc hội",
           "people's committee", "people's council", "people’s committee"),
}  # fmt: skip
HISTORIC: Final = phrases("""
    hồ chí minh | kaysone phomvihane | cay-xỏn phôm-vi-hản | kayson phomvihan |
    cayxỏn phômvihản | xu-pha-nu-vông | souphanouvong | xuphanuvông |
    cay xỏn phôm vi hản | võ nguyên giáp | nguyễn ái quốc | ho chi minh""")
MEMORIALS: Final = phrases("""
    khu di tích | khu lưu niệm | tượng đài | trường | đường | nghĩa trang | quảng trường
    | lăng | nhà lưu niệm | bảo tàng | giải thưởng | cầu | phố""")
SURNAMES: Final = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn "
    "vương trịnh trương lâm phùng mai tô hà lương đinh quách tạ thái triệu cao chu châu "
    "la lò lữ lô lường quàng cầm tòng giàng vừ vàng sùng thào mùa hờ lầu hạng cà vi "
    "hơ bạch tôn tống đậu đồng từ văn nông mạc kiều lưu lại lục khuất khổng hứa "
    "doãn diệp cù chử bế âu thân thạch sầm ông nghiêm ninh phí quản thiều tăng trang "
    "trà đàm khương bạc lèo khà mã giáp tráng thẩm tiêu ma lỳ pờ "
    "tưởng ưng y a biện mạnh uông viên phương quế cung điêu lỗ xa ngân hằng".split()
)

ABBREVIATIONS: Final = frozenset(
    "ubnd hđnd mttq gms qp-an chdcnd bch đbqh bđbp".split()
)
# Capitalised runs that open with one of these name a body or a land, not a person.
BODIES: Final = frozenset(
    "phía sở bộ ban ủy hội đảng việt trung cục viện công liên mặt tỉnh quân quốc đồn ubnd "
    "hđnd mttq lào gms qp-an chdcnd bch đbqh cửa khu nhà cộng chính huyện thành nhân "
    "thủ phó bí chủ giám trưởng đội nghị hiệp kinh nước asean cbta thường "
    "đại đồng the vietnam laos lao".split()
)
REALM: Final = "vương quốc"
# Provinces of Vietnam that no summit of the register concerns: after "tỉnh", no names.
FAR_PROVINCES: Final = frozenset(
    phrases("""
    hà nam | hà giang | hà nội | hà tây | thái bình | thái nguyên | cao bằng | lâm đồng
    | lai châu | đồng nai | đồng tháp | tây ninh | phú thọ | phú yên | bắc ninh |
    bắc giang | bắc kạn | lạng sơn | lào cai | yên bái | hòa bình | hải dương | hưng yên
    | nam định | ninh bình | vĩnh phúc | quảng ninh | bình định | bình dương |
    bình phước | bình thuận | ninh thuận | gia lai | đắk lắk | đắk nông | khánh hòa |
    long an | tiền giang | bến tre | an giang | trà vinh | vĩnh long | kiên giang |
    cần thơ | hậu giang | sóc trăng | bạc liêu | cà mau | tuyên quang | hải phòng |
    việt nam""")
)

# Syllables that open Lao names as well as Vietnamese ones: they tell no country.
LAO_TOO: Final = frozenset(
    "văn vi la y a sầm xa mai ông kha bun điêu thao lường".split()
)

# --- events -------------------------------------------------------------------------
EVENT_NOUNS: Final = {
    "hội nghị cấp cao": "summit",
    "hội nghị hợp tác": "summit",
    "hội nghị thường niên": "summit",
    "hội nghị": "summit",
    "hội đàm cấp cao": "talks",
    "hội đàm": "talks",
    "buổi làm việc": "talks",
    "làm việc với": "talks",
    "làm việc riêng với": "talks",
    "làm việc song phương với": "talks",
    "tiếp và làm việc với": "talks",
    "tiếp, làm việc với": "talks",
    "gặp gỡ, làm việc với": "talks",
    "gặp gỡ, trao đổi": "talks",
    "gặp song phương": "talks",
    "có chuyến công tác": "visit",
    "hội kiến": "talks",
    "thăm và làm việc": "visit",
    "thăm, làm việc": "visit",
    "thăm, chúc": "visit",
    "chúc tết": "visit",
    "chúc mừng": "visit",
    "thăm hữu nghị": "visit",
    "thăm xã giao": "visit",
    "tiếp xã giao": "visit",
    "tiếp đoàn": "visit",
    "đón tiếp": "visit",
    "tiếp và làm việc": "talks",
    "đến thăm": "visit",
    "sang thăm": "visit",
    "lễ ký kết": "signing",
    "lễ ký": "signing",
    "held talks": "talks",
    "working session": "talks",
}
LOOSE_NOUNS: Final = ("hội nghị", "buổi làm việc", "lễ ký kết", "lễ ký", "chúc mừng")
OTHER_MEETINGS: Final = phrases("""
    sơ kết | tổng kết | triển khai | trực tuyến | xúc tiến | giao ban | tập huấn |
    ban chấp hành | thượng đỉnh | đối thoại | khách hàng | chuyên đề | công bố |
    quán triệt | cử tri | khoa học | toàn quốc | bộ trưởng | chuẩn bị | báo cáo viên""")
# Said of a meeting that both sides hold, whatever it is called.
HELD_TOGETHER: Final = phrases("""
    đồng chủ trì | cùng chủ trì | đồng chủ tọa | hai tỉnh phối hợp tổ chức |
    hai bên phối hợp tổ chức | hai tỉnh tổ chức | hai tỉnh đồng tổ chức""")
HELD: Final = (
    "đã", "diễn ra", "tiến hành", "khai mạc", "vừa",
)  # fmt: skip
POSTPONED: Final = phrases("""
    hoãn | lùi thời gian | lùi lịch | tạm dừng | dời | lùi sang | được lùi | lùi lại |
    lùi đến | lùi tổ chức | lùi ngày | postponed""")
NOT_AS_PLANNED: Final = ("không diễn ra", "chưa thể diễn ra", "không thể diễn ra")
CANCELLED: Final = ("hủy tổ chức", "hủy bỏ", "bị hủy", "hủy hội nghị", "hủy")
ANNOUNCED: Final = ("sẽ", "dự kiến", "sắp", "sẵn sàng cho", "chuẩn bị", "will")

# --- items ----------------------------------------------------------------------------
BOTH_SIDES: Final = phrases("""
    hai bên | hai tỉnh | hai địa phương | các tỉnh | các bên | hai đoàn | 2 bên | 2 tỉnh |
    ba tỉnh | 3 tỉnh | lãnh đạo ba tỉnh
    | hai phía | lãnh đạo hai tỉnh | lãnh đạo các tỉnh | ba bên | lãnh đạo hai bên |
    các địa phương | hai thành phố | các đoàn | đôi bên | ba địa phương | 3 địa phương |
    hai sở | hai tổ chức | hai cơ quan | hai hiệp hội | hai trường | hai bệnh viện |
    hai đồng chí | hai bí thư | hai trưởng đoàn | bốn tỉnh | cả hai bên | cả ba bên | hai ngành | hai lực lượng | hai đơn vị""")
AGREE_VERBS: Final = (
    "thống nhất", "nhất trí", "cam kết", "đồng ý", "đã thỏa thuận", "đồng tình",
)  # fmt: skip
# What "thống nhất cao" may be followed by, to mean an agreement and no applause.
AGREED_HIGHLY: Final = (
    "việc",
    "trong việc",
    "về việc",
    "phương án",
    "chủ trương",
    "cần",
)
TALK_VERBS: Final = phrases("""
    trao đổi | thảo luận | bàn bạc | bàn | rà soát | bàn thảo""")
# What those who meet will do while they meet: no matter of cooperation.
AGENDA_VERBS: Final = phrases("""
    ký | ký kết | thăm | dự | tham dự | hội đàm | gặp | đánh giá | nghe | thảo luận | bàn |
    rà soát | diễn ra | được tổ chức | khai mạc | đăng cai | là | tham quan | dâng hương |
    viếng | đón | tiếp | họp | có | trở thành | góp phần | trao đổi về""")
SOON: Final = phrases("""
    thời gian tới | trong thời gian tới | trong năm tới | năm tới | thời gian tiếp theo |
    cùng với đó | bên cạnh đó | ngoài ra | đồng thời | theo đó | đáng chú ý | đặc biệt""")
AGENCIES: Final = phrases("""
    công an | bộ đội biên phòng | biên phòng | bộ chỉ huy quân sự | quân sự | sở | các sở |
    ngành | các ngành | bệnh viện | các bệnh viện | trường | các trường | đại học | hải quan |
    doanh nghiệp | các doanh nghiệp | lực lượng | mặt trận | hội | đoàn thanh niên | đồn""")
AGREED_HEADINGS: Final = phrases("""
    nội dung hợp tác | nội dung được ký | nội dung ký kết | nội dung thống nhất |
    nội dung trọng tâm | nội dung chủ yếu | nội dung chính | nội dung được thống nhất |
    nội dung đã thống nhất | nội dung cam kết | nội dung biên bản | nội dung hai bên""")
# What is agreed here is only that something was agreed, or signed.
# What closes a list told in plain sentences: the meeting itself goes on.
CEREMONIES: Final = phrases("""
    lễ ký | ký kết | phát biểu | cho biết | khẳng định | cảm ơn | vui mừng | bày tỏ |
    không khí | chứng kiến | biên bản | bế mạc | khép lại | kết thúc""")
EMPTY_OBJECTS: Final = phrases("""
    ký kết | ký | các nội dung | những nội dung | nhiều nội dung | một số nội dung |
    nội dung | cao | và ký | đánh giá | hoãn | nhiều vấn đề | các vấn đề |
    cho rằng | thông qua | với | nhận định | lùi | ghi nhận | về các nội dung | như sau
    | một số vấn đề | với các nội dung""")
PROPOSE_VERBS: Final = phrases("""
    đề nghị | đề xuất | mong muốn | kiến nghị | mong | mong rằng | kỳ vọng | hy vọng |
    hi vọng | nguyện vọng | gợi ý | ngỏ ý | ngỏ ý muốn | khuyến nghị | đề đạt""")
PETITION_VERBS: Final = (
    "kiến nghị",
    "báo cáo",
    "đề nghị",
    "trình",
    "đề xuất",
    "xin ý kiến",
)
AUTHORITIES: Final = (
    "chính phủ", "trung ương", "quốc hội", "thủ tướng", "các bộ", "bộ ngành",
    "cấp trên", "cấp có thẩm quyền",
)  # fmt: skip
IMPERATIVES: Final = phrases("""
    tiếp tục | tạo điều kiện | tạo thuận lợi | tạo mọi | tăng cường | đẩy mạnh |
    tập trung | phối hợp | nâng cao | khuyến khích | giúp đỡ | hỗ trợ | triển khai |
    chỉ đạo | xây dựng | chú trọng | quan tâm | mở rộng | phát huy | duy trì | thúc đẩy
    | cử | kiến nghị | thực hiện | tổ chức | luân phiên | khôi phục | nghiên cứu |
    xem xét | chia sẻ | trao đổi | kết nối | cùng | bảo đảm | đảm bảo | quản lý |
    giữ gìn | bảo vệ | ưu tiên | sớm | cho phép | rút ngắn | đào tạo | tiếp nhận |
    hợp tác | đầu tư | nâng cấp | hoàn thành | hoàn thiện | mời | thường xuyên |
    kịp thời | định kỳ | chủ động | bố trí | thành lập | tuyên truyền | vận động |
    phát triển | ngăn chặn | đấu tranh | kiểm soát | giải quyết | tìm kiếm | quy tập |
    thống nhất | báo cáo | đề nghị | đề xuất | củng cố | làm tốt | thu hút | rà soát | khai thác |
    vận hành | hướng dẫn | tháo gỡ | xúc tiến | đơn giản | áp dụng | đưa | mỗi năm |
    hằng năm | hàng năm""")
# "Một là ..., hai là ...": a list within a passage.
COUNTED_OFF: Final = phrases("""
    một là | hai là | ba là | bốn là | năm là | sáu là | bảy là | tám là | chín là |
    mười là | thứ nhất | thứ hai | thứ ba | thứ tư | thứ năm | thứ sáu""")
# By what words an official says what the own side will do for the other.
SAYS: Final = phrases("""
    khẳng định | cho biết | cho hay | nói | thông tin | thông tin thêm | thông báo |
    cam kết | hứa""")
GIVES: Final = phrases("""
    cử | dành | cấp | hỗ trợ | tiếp nhận | đào tạo | tiếp tục duy trì | tặng | giúp |
    nhận""")
CONNECTORS: Final = phrases("""
    cùng đó | bên cạnh đó | đồng thời | ngoài ra | cùng với đó | song song |
    cùng với việc | hơn nữa | đặc biệt | trong đó | về | trên lĩnh vực | trong lĩnh vực
    | đối với | theo thỏa thuận | theo phụ lục | theo biên bản | theo bản ghi nhớ |
    theo văn bản | theo đó | lĩnh vực | đáng chú ý | cũng về | riêng về | cùng ngày | trên mặt""")
PURPOSES: Final = phrases("""
    góp phần | nhằm | qua đó | từ đó | phục vụ | tạo tiền đề | tạo nền tảng | tạo cơ sở
    | hướng tới | coi đây | xem đây | tạo động lực | làm cơ sở""")
REPORT_OPENERS: Final = phrases("""
    báo cáo tại | nêu rõ | trong 9 tháng | trong 6 tháng |
    thời gian qua | năm qua | những năm qua | sau một năm | đến nay | nhìn lại |
    đánh giá | ghi nhận | nhờ sự giúp đỡ | nhờ sự hỗ trợ | nhìn nhận | điểm lại |
    kết quả | trong năm | sau thời gian | sau hai năm | sau 2 năm | sau 3 năm |
    sau ba năm | sau 1 năm | kể từ | giai đoạn vừa qua | nhiệm kỳ qua | vừa qua |
    triển khai biên bản | thực hiện biên bản | triển khai thực hiện | từ đầu năm |
    tính đến nay | kể từ đầu | trong thời gian qua | thực hiện thỏa thuận |
    triển khai thỏa thuận | triển khai các thỏa thuận""")
RESULTS: Final = phrases("""
    đã | đạt | hoàn thành | tăng | được | phối hợp tổ chức | đang học | giảm""")
# Done and counted, though no "đã" says so: "phối hợp tuần tra chung 12 lần".
DONE: Final = phrases("""
    phối hợp | tuần tra | bắt giữ | phát hiện | triệt phá | tiếp nhận | trao đổi | hỗ trợ |
    giúp | đào tạo | viện trợ | khám | điều trị | cấp | trao | tặng | tổ chức | tìm kiếm | quy tập | có""")
VAGUE: Final = phrases("""
    một số kết quả | nhiều kết quả | kết quả quan trọng | kết quả tích cực |
    kết quả toàn diện | nỗ lực | cảm ơn | sự quan tâm | bước tiến | tồn tại | hạn chế |
    khó khăn | còn khiêm tốn | chưa có | vướng mắc | kết quả nổi bật | những kết quả |
    thành công tốt đẹp | đây là kết quả | nghe báo cáo | kết quả thực hiện | thông báo cho nhau |
    trao đổi, thảo luận | thảo luận | đã đánh giá""")
NO_REPORTS: Final = phrases("""
    tuy nhiên | tuy vậy | riêng | được biết | bên lề | dịp này | nhân dịp | trước đó | cũng trong | kết thúc |
    chiều cùng ngày | trong khuôn khổ | tại hội nghị | trong chương trình""")
OWN_ECONOMY: Final = phrases("""
    thu ngân sách | grdp | tăng trưởng | thu nhập bình quân | dân số | gdp |
    giá trị sản xuất | hộ nghèo | khách nội địa | kinh tế - xã hội của tỉnh |
    tổng sản phẩm | nông thôn mới của tỉnh | tình hình kinh tế""")
SHARED: Final = phrases("""
    hai bên | hai tỉnh | các tỉnh | hai địa phương | giữa hai | giữa 3 | giữa ba |
    ba tỉnh | 3 tỉnh |
    hài cốt | cặp cửa khẩu | song phương | hai nước | kim ngạch | kim nghạch | xuất nhập khẩu | tỉnh bạn |
    lưu học sinh | nhờ sự | hai ngành | các bên | giữa các""")
ATTRIBUTIONS: Final = phrases("""
    nhìn lại | nhận thấy |
    cho biết | cho hay | ghi nhận | qua | từ đầu | từ năm | tính đến | kết quả đạt được |
    đánh giá | nhìn nhận | nhấn mạnh | thông tin | khẳng định |
    nêu rõ | thông báo | vui mừng | báo cáo | theo đó | thời gian qua | năm qua | mặc dù
    | sau | tại hội | tại buổi | đến nay | cụ thể | phát biểu | cho rằng | tại cuộc |
    nổi bật | kết luận | đáp từ | chào mừng | thay mặt""")
