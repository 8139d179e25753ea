"""Articles sent through the screen for sources."""

from unicodedata import normalize

import pytest

from sources.models import Source, Upload
from tests import make
from tests.data.screens import confirm, send, text_of
from tests.house.rules import ROOT

pytestmark = pytest.mark.django_db

SEED = next((ROOT / "fixtures" / "articles").glob("003_*.txt"))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_article_sent_as_text_becomes_a_source_with_its_reading(client, as_, form):
    as_("editor")
    make.province("VN-23")
    article = SEED.read_text(encoding="utf-8")
    sent = "\ufeff" + normalize(form, article).replace("\n", "\r\n")
    shown = send(client, "source", sent.encode(), "bai.txt")
    assert "1 new, 0 changed, 0 unchanged" in text_of(shown)
    assert Source.objects.count() == 0
    confirm(client, "source", shown)
    source = Source.objects.get()
    assert source.text == normalize("NFC", article)
    assert source.title == source.text.split("\n")[0]
    assert source.readings.count() == 1
    again = send(client, "source", sent.encode(), "bai.txt")
    assert "0 new, 0 changed, 1 unchanged" in text_of(again)


def test_a_text_that_is_no_article_is_refused(client, as_):
    as_("editor")
    page = send(client, "source", b"\xff\xfe\x00", "bai.txt")
    assert "Nothing was stored" in text_of(page)
    assert (Source.objects.count(), Upload.objects.count()) == (0, 0)


def test_other_screens_take_no_articles(client, as_):
    as_("editor")
    page = send(client, "place", "Hà Tĩnh họp".encode(), "bai.txt")
    assert "“txt” is no format we read." in text_of(page)
