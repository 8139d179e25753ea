"""Every letter a reader sees comes from our own fonts, whatever the machine has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(settings.BASE_DIR)
TEXTS = ("locale/lo/LC_MESSAGES/django.po", "fixtures/reference", "fixtures/articles")
LAO = range(0x0E80, 0x0F00)
# Addresses and commands are set in the machine's own type of fixed width.
CODE = "body :not(code, kbd, pre, code *, pre *)"


def borrowed(page) -> Iterator[str]:
    """Yield each font of the machine that shows some text of a page."""
    page.evaluate("document.fonts.ready")
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    asked = {"nodeId": root, "selector": CODE}
    for node in tools.send("DOM.querySelectorAll", asked)["nodeIds"]:
        fonts = tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        yield from (one["familyName"] for one in fonts if not one["isCustomFont"])
    tools.detach()


@pytest.mark.parametrize(
    ("kind", "language"),
    [
        ("minutes of a summit", "vi"),
        ("province", "lo"),
        ("search, none", "lo"),
        ("official", "en"),
    ],
)
def test_no_letter_comes_from_the_machine(look, site, kind, language):
    look.goto(site.at(kind, language), wait_until="networkidle")
    assert set(borrowed(look)) == set()


@pytest.mark.parametrize("family", ["noto-sans-lao", "noto-serif-lao"])
def test_our_fonts_have_every_lao_letter_in_use(family):
    paths = [path for name in TEXTS for path in (ROOT / name, *(ROOT / name).glob("*"))]
    texts = [path.read_text("utf-8") for path in paths if path.is_file()]
    used = {letter for text in texts for letter in text if ord(letter) in LAO}
    [font] = (ROOT / "static/fonts").glob(f"{family}-lao-*.woff2")
    letters = TTFont(font).getBestCmap()
    assert len(used) > 40
    assert sorted(letter for letter in used if ord(letter) not in letters) == []
