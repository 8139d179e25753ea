"""A spelling confirmed once is remembered with its source, and found the next time."""

import pytest
from django.core.exceptions import ValidationError

from intake.gazetteer import gazetteer
from intake.match import find_official, match_place, match_province
from intake.reader import read
from intake.spellings import remember
from provinces.models import OfficialName, Place, PlaceName, Province, ProvinceName
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make.source("Tin")


def test_a_province_is_found_by_the_spelling_it_was_given_once(article):
    province = make.province("LA-BL")
    assert match_province("Borikhamsai", Province.objects.all()).record is None
    name = remember(province, " Borikhamsai ", source=article)
    assert (name.text, name.source, name.language) == ("Borikhamsai", article, "vi")
    assert match_province("BORI-KHAMSAI", Province.objects.all()).record == province


def test_the_reader_finds_it_too(article):
    make.province("VN-23")
    text = (
        "Sáng 30/3/2023, tỉnh Hà Tĩnh và tỉnh Borikhamsai tổ chức hội nghị cấp cao.\n"
    )
    assert read(text, gazetteer()).events == []
    remember(make.province("LA-BL"), "Borikhamsai", source=article)
    (event,) = read(text, gazetteer()).events
    assert sorted(event.provinces) == ["LA-BL", "VN-23"]


def test_a_place_is_found_by_its_new_spelling(article):
    place = make.place("Pạc Xăn")
    remember(place, "Pak San", source=article)
    assert match_place("thị xã Pak-san", Place.objects.all()).record == place


def test_a_person_is_found_by_their_new_spelling(article):
    official = make.official("Thong Savan")
    remember(official, "Thongsavanh", source=article, language="en")
    assert find_official("Thongsavanh", official.province) == official


@pytest.mark.parametrize(
    ("make_record", "known", "model"),
    [
        (lambda: make.province("LA-BL"), "bo li khăm xay", ProvinceName),
        (lambda: make.place("Pạc Xăn"), "PẠC-XĂN", PlaceName),
        (lambda: make.official("Khăm Bê"), "Khẳm-bê", OfficialName),
    ],
)
def test_what_is_known_by_its_fold_is_not_kept_twice(
    make_record, known, model, article
):
    record = make_record()
    assert remember(record, known, source=article) is None
    assert model.objects.count() == 1


def test_the_marks_of_a_vietnamese_name_are_kept_apart(article):
    official = make.official("Trần Văn Dũng", "VN-23")
    assert remember(official, "TRAN VAN DUNG", source=article) is None
    assert remember(official, "Trần Văn Dúng", source=article).text == "Trần Văn Dúng"


def test_remembering_twice_keeps_one(article):
    province = make.province("LA-BL")
    remember(province, "Borikhamsai", source=article)
    assert remember(province, "borikham-sai", source=article) is None
    assert province.names.filter(folded__startswith="bori").count() == 1


def test_a_spelling_of_another_province_is_refused_in_a_sentence(article):
    make.province("LA-KH")
    with pytest.raises(ValidationError, match="Khăm Muộn"):
        remember(make.province("LA-BL"), "Khăm-muộn", source=article)
    assert not ProvinceName.objects.filter(source=article).exists()


def test_a_place_is_not_spelled_as_a_province_nor_the_other_way(article):
    province, place = make.province("LA-BL"), make.place("Pạc Xăn")
    with pytest.raises(ValidationError, match="Bolikhămxay"):
        remember(place, "Bolikhamxay", source=article)
    with pytest.raises(ValidationError, match="Pạc Xăn"):
        remember(province, "Pacxăn", source=article)


def test_two_people_may_bear_one_spelling(article):
    make.official("Khăm Bê", "LA-BL")
    other = make.official("Khăm Bế Xay", "LA-BL")
    assert remember(other, "Khăm Bê", source=article)


@pytest.mark.parametrize("text", ["", "  ", "- 7 -"])
def test_what_holds_no_letter_is_no_spelling(text, article):
    with pytest.raises(ValidationError):
        remember(make.province("LA-BL"), text, source=article)
