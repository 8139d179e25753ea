"""``manage.py read_article`` prints a reading, or keeps articles for the queue."""

import io
import sys

import pytest
from django.core.management import CommandError, call_command

from intake.models import Reading
from intake.readings import store_article
from sources.models import Source
from tests import make
from tests.intake.test_readings import ARTICLE

pytestmark = pytest.mark.django_db
QUEUE = "The queue: http://127.0.0.1:8000/admin/intake/reading/\n"


@pytest.fixture(autouse=True)
def _provinces():
    make.province("VN-23")
    make.province("LA-BL")


@pytest.fixture
def bai(tmp_path):
    file = tmp_path / "bai.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return file


def test_the_command_says_what_to_do_about_a_file_that_is_not_there(capsys):
    with pytest.raises(CommandError):
        call_command("read_article", "khong-co.txt")
    told = capsys.readouterr().err
    assert "Errno" not in told
    assert "khong-co.txt: " in told


def test_the_command_prints_a_reading_and_keeps_nothing(bai, capsys):
    call_command("read_article", bai, "--json")
    assert '"kind": "summit"' in capsys.readouterr().out
    assert not Source.objects.exists()


def test_the_command_says_of_each_file_what_became_of_it(tmp_path, bai, capsys):
    known, bad = tmp_path / "lai.txt", tmp_path / "hong.txt"
    known.write_text(f"{ARTICLE} ", encoding="utf-8")
    bad.write_bytes(b"\x00" * 50)
    with pytest.raises(CommandError, match="1 of 3 files") as refused:
        call_command("read_article", bad, bai, known, "--save")
    assert refused.value.returncode == 1
    source = Source.objects.get()
    told = capsys.readouterr()
    assert told.err.startswith(f"{bad}: ")
    assert told.out == (
        f"[2/3] {bai}: new, {source.reference} {source}\n"
        f"[3/3] {known}: known, {source.reference} {source}\n"
        f"1 new, 1 known, 0 new versions, 1 refused. {QUEUE}"
    )


def test_the_command_keeps_a_corrected_article_as_a_new_version(bai, capsys):
    address = "https://example.org/bai"
    first = store_article(ARTICLE.encode(), url=address).source
    bai.write_text(ARTICLE.replace("Bình", "Bính"), encoding="utf-8")
    call_command("read_article", bai, "--save", "--url", f"{address}/")
    assert Source.objects.get(replaces=first).text == bai.read_text("utf-8")
    told = capsys.readouterr().out
    assert told.endswith(f"0 new, 0 known, 1 new versions, 0 refused. {QUEUE}")


def test_the_command_reads_what_it_is_piped(monkeypatch, capsys):
    piped = io.TextIOWrapper(io.BytesIO(ARTICLE.encode()))
    monkeypatch.setattr(sys, "stdin", piped)
    call_command("read_article", "-", "--save")
    assert Source.objects.get().text == ARTICLE


def test_a_stored_article_is_read_again_by_a_newer_reader(bai, capsys, monkeypatch):
    source = store_article(ARTICLE.encode()).source
    monkeypatch.setattr("intake.readings.READER_VERSION", "9.9")
    call_command("read_article", bai, "--save")
    versions = source.readings.values_list("reader_version", flat=True)
    assert (versions[0], len(versions)) == ("9.9", 2)


def test_all_that_a_newer_reader_has_not_read_is_read_again(capsys, monkeypatch):
    source = store_article(ARTICLE.encode()).source
    make.source("Không có bài", text="")
    monkeypatch.setattr("intake.readings.READER_VERSION", "9.9")
    call_command("read_article", "--again")
    found = Reading.objects.get(reader_version="9.9").suggestions.count()
    assert capsys.readouterr().out == (
        f"[1/1] {source.reference} {source}: {found} open\n1 read again. {QUEUE}"
    )
    call_command("read_article", "--again")
    assert capsys.readouterr().out == f"0 read again. {QUEUE}"


@pytest.mark.parametrize(
    "arguments",
    [[], ["--again", "bai.txt"], ["bai.txt", "--url", "https://example.org/"]],
)
def test_the_command_says_which_arguments_go_together(arguments):
    with pytest.raises(CommandError, match="FILE"):
        call_command("read_article", *arguments)
