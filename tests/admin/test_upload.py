"""Feeding in articles: each file on its own, told by name what became of it."""

import html
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile

from intake.models import Reading
from intake.readings import store_article
from sources.models import Source
from tests import make
from tests.intake.test_readings import ARTICLE

pytestmark = pytest.mark.django_db
DOOR = "/admin/intake/reading/add/"
ADDRESS = "https://example.org/bai"
OTHER = ARTICLE.replace("Lê Văn Bình", "Lê Văn Bính")


@pytest.fixture(autouse=True)
def _provinces():
    make.province("VN-23")
    make.province("LA-BL")


def file(name: str = "bai.txt", text: str | bytes = ARTICLE) -> SimpleUploadedFile:
    raw = text if isinstance(text, bytes) else text.encode()
    return SimpleUploadedFile(name, raw, "text/plain")


def feed(client, *files, **typed):
    return client.post(DOOR, {"files": list(files)} | typed)


def became(page) -> list[tuple[str, str]]:
    """Name and fate of each article, as the page tells them."""
    return [(one.name, fate(one)) for one in page.context["fed"]]


def fate(one) -> str:
    if one.kept is None:
        return one.refusal
    if one.kept.replaces:
        return "version"
    return "kept" if one.kept.is_new else "known"


def errors(page) -> list[str]:
    """The sentences that stand beside the fields, and above them."""
    found = re.findall(r'class="errorlist.*?<li>(.*?)</li>', page.text, re.DOTALL)
    return [html.unescape(said) for said in found]


def test_several_files_are_kept_each_on_its_own(editor):
    page = feed(
        editor,
        file("mot.txt"),
        file("hai.TXT", OTHER),
        file("lai.txt", f"\ufeff{ARTICLE}"),
        file("hong.txt", b"\0" * 99),
        file("trong.txt", b""),
    )
    assert [(name, said.partition(" ")[0]) for name, said in became(page)] == [
        ("mot.txt", "kept"),
        ("hai.TXT", "kept"),
        ("lai.txt", "known"),
        ("hong.txt", "The"),
        ("trong.txt", "The"),
    ]
    assert sorted(Source.objects.values_list("text", flat=True)) == sorted(
        [ARTICLE, OTHER]
    )
    assert page.text.count('<span class="state state--rejected">Refused</span>') == 2


def test_each_article_kept_is_linked_to_where_it_is_decided_on(editor):
    page = feed(editor, file())
    reading = Reading.objects.get()
    assert page.text.count(f'<a href="/admin/intake/reading/{reading.pk}/') == 1
    assert "What became of 1 article\n" in page.text


def test_who_fed_an_article_in_is_written_down(publisher):
    feed(publisher, file())
    source = Source.objects.get()
    assert source.history.get().history_user.username == "chi_lan"
    entry = LogEntry.objects.get()
    assert (entry.object_id, entry.user.username) == (str(source.pk), "chi_lan")
    feed(publisher, file())
    assert LogEntry.objects.count() == 1


def test_a_pasted_text_is_kept_with_its_address_and_day(editor):
    typed = {"text": ARTICLE, "url": "example.org/bai", "published_on": "5/4/2023"}
    page = feed(editor, **typed)
    assert became(page) == [("Pasted text", "kept")]
    source = Source.objects.get()
    assert (source.url, source.published_on) == (ADDRESS, "2023-04-05")
    assert became(feed(editor, file())) == [("bai.txt", "known")]


def test_other_words_at_a_known_address_are_a_new_version_linked_to_the_old(editor):
    first = store_article(ARTICLE.encode(), url=ADDRESS)
    page = feed(editor, file("moi.txt", OTHER), url=f"{ADDRESS}/?utm_source=x")
    assert became(page) == [("moi.txt", "version")]
    assert Source.objects.get(text=OTHER).replaces == first.source
    earlier = f'<a href="/admin/intake/reading/{first.reading.pk}/'
    assert page.text.count(earlier) == 1


@pytest.mark.parametrize(
    "name", ["bai.html", "bai.docx", "bai", ".txt.exe", "txt", "bai.txt.zip"]
)
def test_what_is_no_text_file_by_name_is_refused(editor, name):
    assert became(feed(editor, file(name))) == [
        (name, "This is no .txt file. Save the article as UTF-8 text (.txt).")
    ]
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    "name", ["<script>alert(1)<.txt", "..\\..\\a.txt", "đ" * 300 + ".txt", "a\nb.txt"]
)
def test_a_hostile_name_is_only_shown(editor, name):
    page = feed(editor, file(name))
    assert Source.objects.count() == 1
    assert "<script>alert" not in page.text
    assert [fate for _name, fate in became(page)] == ["kept"]


def test_an_article_of_more_than_a_megabyte_is_refused_and_the_others_kept(editor):
    large = file("lon.txt", ARTICLE + "a" * 1_000_000)
    page = feed(editor, large, file())
    (_large, refused), other = became(page)
    assert refused.startswith("The file has 1.0 MB. Articles of up to 1 MB")
    assert other == ("bai.txt", "kept")


def test_more_than_fifty_files_are_refused_as_a_whole(editor):
    page = feed(editor, *(file(f"{number}.txt") for number in range(51)))
    assert errors(page) == [
        (
            "These are 51 files. At most 50 are taken at once. "
            "Nothing was stored; send them in parts."
        )
    ]
    assert (page.context["fed"], Source.objects.count()) == ([], 0)


def test_more_than_twenty_megabytes_are_refused_as_a_whole(editor):
    large = [file(f"{number}.txt", b"a" * 5_100_000) for number in range(4)]
    page = feed(editor, file(), *large)
    assert errors(page) == [
        (
            "These files have 20.4 MB together. At most 20 MB are taken at once. "
            "Nothing was stored; send them in parts."
        )
    ]
    assert Source.objects.count() == 0


def test_an_address_belongs_to_one_article(editor):
    page = feed(editor, file(), file("hai.txt", OTHER), url=ADDRESS)
    assert errors(page) == [
        (
            "An address and a day belong to one article; 2 were sent. "
            "Nothing was stored; send that one alone."
        )
    ]
    assert Source.objects.count() == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Choose at least one file, or paste the text of an article."),
        ({"text": " \n"}, "Choose at least one file, or paste the text of an article."),
        (
            {"text": ARTICLE, "published_on": "hôm qua"},
            (
                "“hôm qua” is no day, month or year. "
                "Write 30/3/2023, 3/2023 or 2023, or leave it blank."
            ),
        ),
        ({"text": ARTICLE, "url": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"text": "a\0b"}, "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(editor, typed, said):
    page = feed(editor, **typed)
    assert errors(page) == [said]
    assert page.context["form"].data.get("text", "") == typed.get("text", "")
    assert not Source.objects.exists()


def test_the_page_says_what_is_taken_before_anything_is_sent(editor):
    page = editor.get(DOOR)
    assert "at most 50 files, 1 MB each and 20 MB in all" in page.text
    assert page.text.count("multiple") == 1
    assert page.context["fed"] == []


def test_visitors_are_asked_to_log_in_and_forms_of_others_are_refused(client):
    assert client.post(DOOR, {"text": ARTICLE}).status_code == 302
    client.handler.enforce_csrf_checks = True
    client.force_login(make.user("editor"))
    assert client.post(DOOR, {"text": ARTICLE}).status_code == 403
    assert not Source.objects.exists()
