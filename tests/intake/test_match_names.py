"""Names match by what papers change at will, and never by likeness alone."""

import csv
import unicodedata
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.match import match_place, match_province
from intake.match.alike import (
    closeness,
    heard,
    name_likeness,
    same_name,
    text_likeness,
)
from intake.match.officials import match_official
from provinces.models import Official, Place, Province
from summits.management.commands.load_reference import FOLDER, load_reference
from tests import make

FACTS = ("provinces", "province_names", "places", "place_names", "officials")
MARKS = "\u0300\u0301\u0303\u0309\u0323"


def rows(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def latin(name):
    return not any("\u0e00" <= letter <= "\u0eff" for letter in name)


def other_tones(name):
    """The name with every tone it may bear, as another paper hears it."""
    return unicodedata.normalize(
        "NFC",
        "".join(
            letter + MARKS[place % 5] if letter in "aeiou" else letter
            for place, letter in enumerate(name)
        ),
    )


def person(name, code, titles=()):
    values = {"name": name, "province": code, "titles": list(titles)}
    return match_official(values, Official.objects.all(), {})


OFFICIALS = {row["reference"]: row for row in rows("officials")}
LAO_NAMES = [
    (row["official"], row["text"], OFFICIALS[row["official"]]["province"])
    for row in rows("official_names")
    if not OFFICIALS[row["official"]]["province"].startswith("VN")
]


@pytest.fixture
def reference():
    load_reference(only={*FACTS, "official_names"})


CUTS = {
    "as it is": str,
    "capitals": str.upper,
    "hyphens": lambda name: name.replace(" ", "-"),
    "spaces": lambda name: name.replace("-", " "),
    "one word": lambda name: name.replace(" ", "").replace("-", ""),
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "other tones": other_tones,
}


@pytest.mark.django_db
def test_every_known_name_of_laos_is_found_however_it_is_cut_and_marked(reference):
    known = list(Official.objects.prefetch_related("names").select_related("province"))
    missed = []
    for official, text, code in LAO_NAMES:
        for name, cut in CUTS.items():
            values = {"name": cut(text), "province": code, "titles": []}
            found = match_official(values, known, {}).record
            if found is None or found.reference != official:
                missed.append((name, text))
    assert missed == []


@pytest.mark.django_db
def test_every_known_spelling_finds_its_province_or_asks_between_namesakes(reference):
    known = list(Province.objects.prefetch_related("names"))
    meant = defaultdict(set)
    for row in rows("province_names"):
        meant[row["text"]].add(row["province"])
    found = {}
    for text in meant:
        match = match_province(text, known)
        found[text] = (
            {match.record.code}
            if match.record
            else {one.record.code for one in match.candidates}
        )
    assert found == meant


@pytest.mark.django_db
def test_every_known_spelling_finds_its_place_inside_a_longer_venue(reference):
    known = list(Place.objects.prefetch_related("names", "provinces"))
    missed = [
        row["text"]
        for row in rows("place_names")
        if (found := match_place(f"tại {row['text']}, chiều", known).record) is None
        or found.name_vi != row["place"]
    ]
    assert missed == []


@pytest.mark.django_db
def test_no_two_people_of_the_register_are_taken_for_each_other(reference):
    known = list(Official.objects.prefetch_related("names").select_related("province"))
    for row in rows("official_names"):
        code = OFFICIALS[row["official"]]["province"]
        values = {"name": row["text"], "province": code, "titles": []}
        others = [one for one in known if one.reference != row["official"]]
        assert match_official(values, others, {}).record is None


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("Thongsavanh", "Thong Savan"),
        ("Kong Kẹo Xay Sông Kham", "Kong Kẹo Xay Xông Kham"),
        ("Văn Xay Phong Xa Vẳn", "Văn Xay Phong Xa Vẳn Na"),
        ("Bounmy Phimmasone", "Bun Mi Phim Mạ Sỏn"),
    ],
)
@pytest.mark.django_db
def test_a_near_homonym_of_laos_is_a_candidate_and_no_match(printed, known):
    official = make.official(known, "LA-BL")
    match = person(printed, "LA-BL")
    assert (match.record, [one.record for one in match.candidates]) == (
        None,
        [official],
    )


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("Trần Văn Dung", "Trần Văn Dũng"),
        ("Nguyễn Văn Hưng", "Nguyễn Văn Hùng"),
        ("Lê Văn Sơn", "Lê Đình Sơn"),
    ],
)
@pytest.mark.django_db
def test_a_vietnamese_name_in_other_marks_may_be_another_mans(printed, known):
    official = make.official(known, "VN-23")
    match = person(printed, "VN-23")
    assert (match.record, [one.record for one in match.candidates]) == (
        None,
        [official],
    )


@pytest.mark.parametrize(
    "printed",
    ["Võ Thúy Hòa", "Võ Thuý Hoà", "VÕ THÚY HOÀ", "Vo Thuy Hoa"],
)
@pytest.mark.django_db
def test_where_the_tone_is_put_and_whether_it_is_printed_make_no_other_name(printed):
    official = make.official("Võ Thúy Hòa", "VN-23")
    assert person(printed, "VN-23").record == official


@pytest.mark.django_db
def test_two_people_of_one_name_are_both_asked_about():
    both = [make.official("Khăm B", "LA-BL"), make.official("Khẳm B", "LA-BL")]
    match = person("Khăm B", "LA-BL")
    assert match.record is None
    assert {one.record for one in match.candidates} == set(both)


@pytest.mark.django_db
def test_a_namesake_of_another_province_is_asked_about():
    official = make.official("Võ Trọng Hải", "VN-23")
    match = person("Võ Trọng Hải", "VN-22")
    assert match.record is None
    assert [(one.record, "Hà Tĩnh" in one.why) for one in match.candidates] == [
        (official, True)
    ]


@pytest.mark.django_db
def test_without_a_province_nobody_is_certain():
    official = make.official("Khăm B", "LA-BL")
    match = person("Khăm B", None)
    assert (match.record, [one.record for one in match.candidates]) == (
        None,
        [official],
    )


@pytest.mark.django_db
def test_the_same_post_makes_a_like_name_likelier_and_another_is_said():
    official = make.official("Khăm Vông Xay", "LA-BL")
    values = {"name": "Khăm Thong Xay", "province": "LA-BL", "titles": ["Tỉnh trưởng"]}
    why = {
        title: [
            one.why.partition("; ")[2]
            for one in match_official(
                values, [official], {official.pk: [title]}
            ).candidates
        ]
        for title in ("tỉnh trưởng", "Bí thư")
    }
    assert [len(found) for found in why.values()] == [1, 1]
    assert "Bí thư" in why["Bí thư"][0]


@pytest.mark.django_db
def test_an_unknown_spelling_of_a_province_is_a_candidate_of_its_country():
    make.province("LA-BL")
    make.province("VN-23")
    known = Province.objects.all()
    found = match_province("Bolykhamxai", known, "LA")
    assert (found.record, [one.record.code for one in found.candidates]) == (
        None,
        ["LA-BL"],
    )
    assert match_province("Bolykhamxai", known, "VN").candidates == ()


@pytest.mark.django_db
def test_a_word_of_rank_before_a_province_is_no_other_name():
    make.province("LA-BL")
    assert match_province("tỉnh Bolikhămxay", Province.objects.all()).record


@pytest.mark.django_db
def test_a_place_of_other_provinces_is_asked_about():
    place = make.place("Cầu Treo")
    place.provinces.set([make.province("VN-23")])
    known = list(Place.objects.all())
    here, elsewhere = (
        match_place("Cửa khẩu Cầu Treo", known, [code]) for code in ("VN-23", "VN-22")
    )
    assert here.record == place
    assert (elsewhere.record, elsewhere.candidates[0].record) == (None, place)


@pytest.mark.django_db
def test_a_misprinted_place_is_a_candidate():
    place = make.place("Pạc Xăn")
    match = match_place("thị xã Pác Xanh", Place.objects.all())
    assert (match.record, [one.record for one in match.candidates]) == (None, [place])


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_is_a_share_and_the_same_both_ways(one, other):
    for measure in (closeness, text_likeness):
        assert 0 <= measure(one, other) <= 1
        assert measure(one, other) == pytest.approx(measure(other, one))
    for country in ("VN", "LA"):
        assert 0 <= name_likeness(one, other, country) <= 1


@given(st.sampled_from([text for _r, text, _c in LAO_NAMES if latin(text)]), st.data())
def test_one_letter_more_in_a_name_is_another_name_by_itself(name, data):
    place = data.draw(st.integers(0, len(name)))
    letter = data.draw(st.sampled_from("bdgklmt"))
    misprint = name[:place] + letter + name[place:]
    assert same_name(name, name, "LA")
    assert not same_name(name, misprint, "LA")
    assert name_likeness(name, misprint, "LA") > 0.7


def test_a_swap_of_two_letters_is_one_change():
    assert closeness("savnanakhet", "savannakhet") == pytest.approx(10 / 11)


def test_sounds_make_two_alphabets_one():
    assert heard("Khamvene Panyanouvong")[-9:] == heard("Păn-nha-nu-vông")[-9:]


def test_a_clause_in_other_words_is_alike_and_another_clause_is_not():
    clause = "Phối hợp tìm kiếm, hồi hương hài cốt quân tình nguyện Việt Nam"
    again = "tìm kiếm, hồi hương hài cốt liệt sĩ quân tình nguyện Việt Nam hy sinh"
    other = "Phối hợp bảo vệ đường biên, mốc quốc giới"
    assert text_likeness(clause, again) > 0.45 > text_likeness(clause, other)
