"""An article is kept once, with all that the reader found in it."""

import hashlib

import pytest

from intake.models import Suggestion
from intake.reader.clean import UnreadableArticle
from intake.readings import store_article
from sources.models import Source
from tests import make

pytestmark = pytest.mark.django_db

ARTICLE = (
    "Hà Tĩnh và Bolikhămxay họp hội nghị cấp cao\n\n"
    "(Baotinh.vn) - Sáng 3/4/2023, tại tỉnh Bolikhămxay, hội nghị cấp cao giữa tỉnh Hà "
    "Tĩnh và tỉnh Bolikhămxay đã diễn ra.\n\n"
    "Đoàn đại biểu tỉnh Hà Tĩnh do đồng chí Lê Văn Bình - Bí thư Tỉnh ủy làm trưởng "
    "đoàn.\n\n"
    "Hai bên thống nhất tăng cường tuần tra chung dọc tuyến biên giới hai tỉnh.\n"
)


@pytest.fixture(autouse=True)
def _provinces():
    make.province("VN-23")
    make.province("LA-BL")


def test_an_article_becomes_a_draft_source_with_its_bytes_digest():
    raw = ARTICLE.encode()
    source = store_article(raw).source
    assert (source.state, source.publisher) == ("draft", "Baotinh.vn")
    assert source.sha256 == hashlib.sha256(raw).hexdigest()


def test_each_fact_becomes_a_suggestion_that_nobody_decided():
    store_article(ARTICLE.encode())
    kinds = [suggestion.kind for suggestion in Suggestion.objects.undecided()]
    assert sorted(set(kinds)) == ["event", "item", "person"]
    assert not Suggestion.objects.taken().exists()


def test_a_suggestions_offsets_point_into_the_stored_text():
    source = store_article(ARTICLE.encode()).source
    for suggestion in Suggestion.objects.all():
        start, end = suggestion.spans[0]
        assert source.text[start:end] == suggestion.quote


def test_the_same_bytes_twice_are_one_source_and_one_reading():
    first = store_article(ARTICLE.encode())
    again = store_article(ARTICLE.encode())
    assert (first.is_new, again.is_new) == (True, False)
    assert (again.source, again.reading) == (first.source, first.reading)
    assert first.source.readings.count() == 1


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe\x00", b"\x00\x01" * 99, b"Xin."])
def test_what_is_no_article_is_refused_and_nothing_is_kept(raw):
    with pytest.raises(UnreadableArticle):
        store_article(raw)
    assert not Source.objects.exists()


def test_a_text_about_no_province_here_is_refused():
    price = "Giá vàng trong nước sáng nay tăng mạnh so với hôm qua. " * 9
    with pytest.raises(UnreadableArticle, match=r"province|tỉnh"):
        store_article(price.encode())
    assert not Source.objects.exists()
