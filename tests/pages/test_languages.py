"""One page in three languages, told by its address."""

import pytest
from django.template import Context, Template
from django.utils import translation

from sources.translated import written_in
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "prefix"), [("vi", ""), ("lo", "/lo"), ("en", "/en")]
)
def test_addresses_carry_the_language_in_use(language, prefix):
    meeting = make.summit()
    with translation.override(language):
        assert meeting.get_absolute_url() == f"{prefix}/summits/{meeting.reference}/"


@pytest.mark.parametrize(
    ("prefix", "language"), [("", "vi"), ("/lo", "lo"), ("/en", "en")]
)
def test_a_page_speaks_and_links_in_the_language_of_its_address(
    client, prefix, language
):
    meeting = make.summit()
    answer = client.get(f"{prefix}/summits/", HTTP_ACCEPT_LANGUAGE="fr")
    page = answer.content.decode()
    assert answer["Content-Language"] == language
    assert f'<html lang="{language}">' in page
    assert f'href="{prefix}/summits/{meeting.reference}/"' in page


def test_names_fall_back_visibly_where_a_language_has_none(client):
    make.province("VN-24", name_vi="Quảng Bình", name_lo="", name_en="")
    page = client.get("/en/provinces/").content.decode()
    assert '<span lang="vi">Quảng Bình</span>' in page


def test_public_pages_never_look_at_who_is_asking(client):
    draft = make.summit(published=False)
    client.force_login(make.user())
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert list(client.get("/summits/").context["page_obj"]) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bí thư Tỉnh ủy", "vi"),
        ("ບໍລິຄຳໄຊ", "lo"),
        ("นครพนม", "th"),
        ("secrétaire du Comité", ""),
        ("Pakxan", ""),
        ("Pạc Xăn – ປາກຊັນ", ""),
    ],
)
def test_letters_tell_the_language_of_a_printed_text_where_they_can(text, language):
    assert written_in(text) == language


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("vi", "Bí thư &amp; Chủ tịch"),
        ("lo", '<span lang="vi">Bí thư &amp; Chủ tịch</span>'),
    ],
)
def test_a_printed_text_is_an_island_on_pages_of_another_language(language, printed):
    with translation.override(language):
        page = Template("{% load evidence %}{{ title|island }}")
        assert page.render(Context({"title": "Bí thư & Chủ tịch"})) == printed


@pytest.mark.parametrize(
    ("reviewed", "prefix", "notices"),
    [(False, "/lo", 1), (True, "/lo", 0), (False, "", 0), (False, "/en", 0)],
)
def test_lao_pages_say_that_their_wording_is_not_reviewed(
    client, settings, reviewed, prefix, notices
):
    settings.LAO_IS_REVIEWED = reviewed
    page = client.get(f"{prefix}/sources/").content.decode()
    assert page.count("ຍັງບໍ່ທັນໄດ້ຮັບການກວດກາຈາກເຈົ້າຂອງພາສາ") == notices
