import pytest

from intake.reader.clean import shadow
from intake.reader.names import provinces


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("tỉnh Bôlykhămxay", ["LA-BL"]),
        ("tỉnh Bô-ly-khăm-xay", ["LA-BL"]),
        ("Bo Ly Khăm Xay", ["LA-BL"]),
        ("KHĂM MUỘN", ["LA-KH"]),
        ("tỉnh Khăm muồn", ["LA-KH"]),
        ("Sạ-vẳn-na-khệt và Sa-la-van", ["LA-SV", "LA-SL"]),
        ("Thanh Hoá - Hủa Phăn", ["VN-21", "LA-HO"]),
        ("Thừa Thiên Huế", ["VN-26"]),
        ("Thủ đô Viêng Chăn", ["LA-VT"]),
        ("tỉnh Viêng Chăn", []),  # printed of the capital too: nothing is chosen
        ("vinh quang, hà tĩnh, sơn la", []),
    ],
)
def test_a_province_is_known_by_every_spelling_written_as_a_name(
    gazetteer, text, codes
):
    found = provinces(text, shadow(text), gazetteer)
    assert [mark.code for mark in found] == codes


def test_a_town_or_school_named_after_a_province_is_no_party(gazetteer):
    text = "tại thành phố Kon Tum, tỉnh Kon Tum, Trường Đại học Hà Tĩnh"
    found = provinces(text, shadow(text), gazetteer)
    assert [(mark.code, mark.is_town) for mark in found] == [
        ("VN-28", True),
        ("VN-28", False),
        ("VN-23", False),
    ]
