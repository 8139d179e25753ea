"""The stylesheets, the fonts and what a page may weigh."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

STATIC = Path(settings.BASE_DIR) / "static"
SITE = (STATIC / "site.css").read_text("utf-8")
STAFF = (STATIC / "staff.css").read_text("utf-8")
FONTS = sorted((STATIC / "fonts").glob("*.woff2"))

THEMES = SITE[: SITE.index("@layer base{")]
TOKENS = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b")
LIGHT = dict(TOKENS.findall(THEMES[: THEMES.index("@media (prefers")]))
DARK = dict(TOKENS.findall(THEMES[THEMES.index(":root[data-theme=dark]") :]))
STATUSES = ("seal", "done", "rep", "doing", "carry")


def test_styles_and_script_of_a_public_page_stay_within_their_weight():
    script = (STATIC / "site.js").stat().st_size
    assert len(SITE.encode()) + script <= 60_000


def test_every_file_a_stylesheet_asks_for_is_there():
    asked = re.findall(r"url\(([^)#]+)\)", SITE + STAFF)
    assert [name for name in asked if not (STATIC / name).is_file()] == []
    assert len(asked) == len(FONTS)


def test_no_image_hides_in_a_stylesheet():
    assert "data:" not in SITE + STAFF


def test_every_token_used_is_defined():
    # --c, --ct, --k… and --stack are set by the component that reads them.
    defined = set(re.findall(r"(--[\w-]+)\s*:", SITE + STAFF))
    used = set(re.findall(r"var\((--[\w-]+)", SITE + STAFF))
    assert used - defined == set()


def test_both_ways_into_the_dark_theme_set_the_same_tokens():
    first = THEMES.index("@media (prefers-color-scheme:dark)")
    second = THEMES.index(":root[data-theme=dark]")
    assert TOKENS.findall(THEMES[first:second]) == list(DARK.items())
    assert set(DARK) == set(LIGHT)


def luminance(colour):
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(d * 2 for d in digits)
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_out_from_its_ground(theme):
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text."""
    pairs = [
        *[(i, g) for i in ("ink", "ink-2", "ink-3") for g in ("ground", "sheet")],
        *[("link", ground) for ground in ("ground", "sheet", "link-tint")],
        *[(status, f"{status}-tint") for status in STATUSES],
        *[("ink-2", "none-tint"), ("ink", "mark"), ("on-link", "link")],
        ("error", "error-tint"),
    ]
    weak = {p: contrast(theme[p[0]], theme[p[1]]) for p in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_line_that_carries_meaning_can_be_seen(theme):
    """WCAG 2.2, 1.4.11: 3 to 1 for borders of controls, threads and the focus."""
    pairs = [(t, g) for t in ("edge", "thread", "focus") for g in ("ground", "sheet")]
    weak = {pair: contrast(theme[pair[0]], theme[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}


def letters(*stems):
    covered = set()
    for stem in stems:
        for path in FONTS:
            if path.name.startswith(stem) and "label" not in path.name:
                covered |= set(TTFont(path).getBestCmap())
    return covered


@pytest.mark.parametrize("family", ["source-sans-3", "source-serif-4"])
def test_our_fonts_have_every_vietnamese_letter(family):
    wanted = {*range(0x1EA0, 0x1EFA), *map(ord, "ĂăÂâĐđÊêÔôƠơƯưÁÀÃÉÈÍÌĨÓÒÕÚÙŨÝỲ“”…–")}
    assert wanted - letters(family) == set()


@pytest.mark.parametrize("family", ["noto-sans-lao", "noto-serif-lao"])
def test_our_fonts_have_every_lao_letter(family):
    alphabet = "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮະັາຳິີຶືຸູົຼຽເແໂໃໄໆ່້໊໋໌ໍ໐໑໒໓໔໕໖໗໘໙ໜໝ"
    assert {
        letter for letter in alphabet if ord(letter) not in letters(family)
    } == set()


def test_the_label_font_has_the_letters_of_the_language_switch():
    cmap = TTFont(STATIC / "fonts/noto-sans-lao-label.woff2").getBestCmap()
    assert {letter for letter in "ພາສາລາວ" if ord(letter) not in cmap} == set()


def test_a_vietnamese_page_costs_little_in_fonts_and_a_lao_one_not_much_more():
    sizes = {path.name: path.stat().st_size for path in FONTS}
    latin = sum(size for name, size in sizes.items() if name.startswith("source"))
    label = sizes["noto-sans-lao-label.woff2"]
    lao = sum(size for name, size in sizes.items() if "lao-lao" in name)
    assert latin + label <= 110_000
    assert latin + label + lao <= 160_000


def test_the_licence_of_every_font_lies_beside_it():
    licence = (STATIC / "fonts/OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    for path in FONTS:
        holder = str(TTFont(path)["name"].getName(0, 3, 1)).removesuffix(".")
        assert " ".join(holder.split()) in " ".join(licence.split())
