"""The words by which papers are named and signed, as data beside the lexicon."""

from typing import Final

from intake.reader.lexicon import phrases

DOCUMENT_KINDS: Final = {
    "biên bản ghi nhớ": "memorandum",
    "bản ghi nhớ": "memorandum",
    "biên bản thỏa thuận": "minutes",
    "bản thỏa thuận": "agreement",
    "biên bản": "minutes",
    "thỏa thuận": "agreement",
    "phụ lục": "annex",
    "kế hoạch hợp tác": "plan",
    "chương trình hợp tác": "plan",
    "kế hoạch phối hợp": "plan",
    "chương trình phối hợp": "plan",
    "quy chế phối hợp": "other",
    "thông cáo chung": "other",
    "minutes of cooperation": "minutes",
    "cooperation minutes": "minutes",
    "minutes of the talks": "minutes",
    "tuyên bố chung": "other",
    "memorandum of understanding": "memorandum",
    "cooperation agreement": "agreement",
}
# Bodies of the two sides that sign papers of their own.
SIGNING_BODIES: Final = phrases("""
    công an | biên phòng | bđbp | quân sự | hải quan | hiệp hội | sở | bệnh viện |
    trường | đại học | mặt trận | đoàn thanh niên | hội liên hiệp phụ nữ | kiểm lâm""")
DOCUMENT_WORDS: Final = phrases("""
    hợp tác | ghi nhớ | hội nghị | cấp cao | hội đàm | thường niên | hữu nghị | bổ sung
    | toàn diện | thỏa thuận | cuộc | buổi | chung | phát triển""")
# A loose "thỏa thuận" is a word, not a paper: it must say what about or for when.
LOOSE_DOCUMENTS: Final = ("thỏa thuận", "phụ lục")
NO_DOCUMENT_BEFORE: Final = (
    "bàn giao",
    "không ký kết",
    "không ký",
    "chưa ký",
    "kèm theo",
)
NO_LOOSE_BEFORE: Final = phrases("""
    văn bản | các | những | đã | theo | nội dung | đạt được""")
SIGN_VERBS: Final = phrases("""
    ký kết | ký | trao | kí kết | kí | đặt bút ký | thông qua | signed | sign""")
SIGNING_WISHED: Final = phrases("""
    để | sớm | hướng tới | hoàn thiện | mong muốn | đề nghị | đề xuất | nghiên cứu | xem xét |
    tiến đến""")
REVIEW_VERBS: Final = phrases("""
    triển khai | thực hiện | đánh giá | kiểm điểm | rà soát | theo | kể từ khi | căn cứ
    | trên cơ sở | tổng kết | sơ kết | nhìn lại | bổ sung | cụ thể hóa | cụ thể hoá |
    hiện thực hóa | hiện thực hoá | thay thế | replacing | under | implementing | implementation of |
    reviewed | reviewing | tiếp nối | kế thừa | có | thực thi | thi hành | báo cáo | điểm lại""")
FUTURE: Final = phrases("""
    sẽ | dự kiến | sắp | chuẩn bị | tiến tới | theo kế hoạch | có kế hoạch | nhằm | will |
    expected to | plan to""")
