"""The same article is known again, a corrected one is a new version, texts stay."""

import importlib
from unicodedata import normalize

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction

from intake.readings import store_article
from sources.identity import digest_of, plain_address
from sources.models import Source
from tests import make
from tests.intake.test_readings import ARTICLE

pytestmark = pytest.mark.django_db
ADDRESS = "https://baohatinh.vn/hai-tinh-hop.html"
CORRECTED = ARTICLE.replace("Lê Văn Bình", "Lê Văn Bính")


@pytest.fixture(autouse=True)
def _provinces():
    make.province("VN-23")
    make.province("LA-BL")


@pytest.mark.parametrize(
    "again",
    [
        "\ufeff" + ARTICLE.replace("\n", "\r\n"),
        normalize("NFD", ARTICLE),
        ARTICLE.replace("\n\n", "\n \n\n").replace(" ", "  "),
        ARTICLE.replace("Hà", "H\u200bà"),
        f"\n\n{ARTICLE}   ",
    ],
)
def test_the_same_words_are_the_same_article_however_they_are_spaced(again):
    first = store_article(ARTICLE.encode())
    kept = store_article(again.encode())
    assert (kept.source, kept.reading) == (first.source, first.reading)
    assert (kept.is_new, kept.replaces) == (False, None)
    assert first.source.readings.count() == 1


def test_other_words_are_another_article():
    first = store_article(ARTICLE.encode())
    kept = store_article(CORRECTED.encode())
    assert (kept.is_new, kept.replaces) == (True, None)
    assert kept.source != first.source


def test_other_words_at_the_same_address_are_a_new_version():
    first = store_article(ARTICLE.encode(), url=ADDRESS)
    before = Source.objects.get(pk=first.source.pk)
    second = store_article(CORRECTED.encode(), url=f"{ADDRESS}?utm_source=zalo#top")
    third = store_article(f"{CORRECTED}Hết.\n".encode(), url=f"{ADDRESS}/")
    assert (second.is_new, second.replaces) == (True, first.source)
    assert third.source.replaces == second.source
    after = Source.objects.get(pk=first.source.pk)
    assert (after.text, after.modified_at) == (ARTICLE, before.modified_at)


def test_an_earlier_version_is_known_again_as_what_it_is():
    first = store_article(ARTICLE.encode(), url=ADDRESS)
    store_article(CORRECTED.encode(), url=ADDRESS)
    kept = store_article(f" {ARTICLE}".encode(), url=ADDRESS)
    assert (kept.source, kept.is_new) == (first.source, False)


def test_what_was_not_known_of_a_draft_is_added_when_it_comes_again():
    first = store_article(ARTICLE.encode())
    store_article(ARTICLE.encode(), url=ADDRESS, published_on="2023-04-05")
    source = Source.objects.get()
    assert (source.pk, source.url) == (first.source.pk, ADDRESS)
    assert source.published_on == "2023-04-05"
    store_article(ARTICLE.encode(), url="https://example.org/")
    assert Source.objects.get().url == ADDRESS


def test_a_published_article_that_comes_again_stays_as_it_is():
    first = store_article(ARTICLE.encode())
    make.publish(first.source)
    store_article(ARTICLE.encode(), url=ADDRESS)
    assert Source.objects.get().url == ""


def test_an_address_of_another_article_is_not_taken_from_it():
    other = make.source(url=ADDRESS, text="Khác.")
    store_article(ARTICLE.encode())
    kept = store_article(ARTICLE.encode(), url=ADDRESS)
    assert (kept.is_new, kept.source.url) == (False, "")
    assert Source.objects.at_address(ADDRESS).get() == other


def test_a_draft_entered_without_its_text_gains_it():
    entered = make.source("Bài đã ghi", published=False, url=ADDRESS)
    kept = store_article(ARTICLE.encode(), url=ADDRESS)
    assert (kept.source, kept.is_new) == (entered, False)
    source = Source.objects.get()
    assert (source.title, source.text) == ("Bài đã ghi", ARTICLE)
    assert kept.reading.suggestions.exists()


def test_a_published_source_without_a_text_is_replaced_not_changed():
    entered = make.source("Bài đã ghi", url=ADDRESS)
    kept = store_article(ARTICLE.encode(), url=ADDRESS)
    assert (kept.is_new, kept.replaces) == (True, entered)
    entered.refresh_from_db()
    assert (entered.text, entered.text_digest) == ("", "")


def test_an_address_that_is_none_is_refused_and_nothing_is_kept():
    with pytest.raises(ValidationError):
        store_article(ARTICLE.encode(), url="javascript:alert(1)")
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://Example.ORG/Bai/", "example.org/Bai"),
        ("http://example.org:80/Bai", "example.org/Bai"),
        ("https://example.org:8443/Bai", "example.org:8443/Bai"),
        ("https://example.org/?utm_source=a&id=7&UTM_medium=b#x", "example.org?id=7"),
        ("https://example.org./", "example.org"),
        ("", ""),
        ("not an address", "not an address"),
        ("https://[", "https://["),
        ("https://example.org:99999/", "https://example.org:99999/"),
    ],
)
def test_spellings_of_one_address_share_one_plain_form(url, plain):
    assert plain_address(url) == plain


def test_an_address_never_grows():
    long = "https://example.org/?" + "q=" + "đ" * 470
    assert len(plain_address(long)) < len(long)


def test_nothing_is_worded_like_nothing():
    make.source(text="")
    make.source(url="")
    assert digest_of(" \n\t") == ""
    assert not Source.objects.worded("").exists()
    assert not Source.objects.at_address("").exists()


def test_a_stored_text_never_becomes_another():
    source = store_article(ARTICLE.encode()).source
    source.text = CORRECTED
    sentence = r"never changes|không bao giờ"
    with pytest.raises(ValidationError, match=sentence), transaction.atomic():
        source.save()
    source.refresh_from_db()
    assert source.text == ARTICLE
    source.title = "Tên khác"
    source.save()
    assert Source.objects.get().title == "Tên khác"


def test_a_stored_text_is_not_emptied_either():
    source = store_article(ARTICLE.encode()).source
    source.text = ""
    with pytest.raises(ValidationError), transaction.atomic():
        source.save()
    assert Source.objects.get().text == ARTICLE


def test_a_source_without_its_text_at_hand_is_saved_as_it_was():
    store_article(ARTICLE.encode(), url=ADDRESS)
    source = Source.objects.defer("text").get()
    source.title = "Tên khác"
    source.save()
    kept = Source.objects.get()
    assert (kept.text, kept.text_digest) == (ARTICLE, digest_of(ARTICLE))
    assert kept.history.first().text_digest == kept.text_digest


def test_sources_kept_before_are_known_by_their_words_and_address_too():
    source = store_article(ARTICLE.encode(), url=ADDRESS).source
    blank = {"text_digest": "", "plain_url": ""}
    Source.objects.filter(pk=source.pk).update(**blank)
    source.history.update(**blank)
    importlib.import_module("sources.migrations.0002_identity").derive(apps, None)
    assert Source.objects.worded(ARTICLE).get() == source
    assert Source.objects.at_address(ADDRESS).get() == source
    assert source.history.get().text_digest == digest_of(ARTICLE)
