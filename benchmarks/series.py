"""Eight kinds of text that grow: four of the genre, four that are hostile."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from tests.corpus.register import load_gazetteer

ROOT = Path(__file__).resolve().parents[1]
PAGE = min((ROOT / "fixtures" / "articles").glob("*.txt")).read_text("utf-8")
# Behind this line stands furniture, and what comes after furniture is not read.
ARTICLE = PAGE.partition("\n\nChủ đề")[0]
HEADLINE = "Hội nghị cấp cao Hà Tĩnh - Bolikhămxay"
# Without a meeting the reader stops early; every series therefore begins with one.
OPENING = f"""{HEADLINE}

(Baohatinh.vn) - Sáng 30/3/2023, tại tỉnh Bolikhămxay, đoàn đại biểu tỉnh Hà Tĩnh và \
đoàn đại biểu tỉnh Bolikhămxay tiến hành hội nghị cấp cao và ký kết biên bản hợp tác.

"""
FAMILY = "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ".split()
MIDDLE = "Văn Thị Trung Đức Minh Quang Hữu Xuân Bá Khắc".split()
GIVEN = "An Bình Cường Dũng Hà Khánh Lâm Nam Phúc Sơn".split()
TITLES = (
    "Bí thư Tỉnh ủy",
    "Phó Chủ tịch UBND tỉnh Hà Tĩnh",
    "Giám đốc Sở Ngoại vụ",
    "Tỉnh trưởng Bolikhămxay",
)
PROVINCES = tuple(province.names[0] for province in load_gazetteer().provinces)


def filled(opening: str, part: Callable[[int], str], size: int) -> str:
    """Return an opening followed by numbered parts, of a size in characters."""
    parts, length = [opening], len(opening)
    for number in count():
        if length >= size:
            return "".join(parts)[:size]
        parts.append(part(number))
        length += len(parts[-1])
    raise AssertionError


def article(size: int) -> str:
    """The same article again and again."""
    return filled("", lambda _: ARTICLE + "\n\n", size)


def paragraph(size: int) -> str:
    """One paragraph in which no sentence ends."""
    endless = ARTICLE.translate(dict.fromkeys(map(ord, "\n.:;!?…"), ","))
    return filled(OPENING, lambda _: endless, size)


def people(size: int) -> str:
    """People with their titles, each another name."""

    def person(n: int) -> str:
        name = f"{FAMILY[n % 10]} {MIDDLE[n // 10 % 10]} {GIVEN[n // 100 % 10]}"
        return f"Đồng chí {name} - {TITLES[n % 4]} phát biểu tại hội nghị. "

    return filled(OPENING, person, size)


def minutes(size: int) -> str:
    """Minutes of many years, each with the day it was signed on."""

    def signing(n: int) -> str:
        day, year = f"{n % 28 + 1}/{n % 12 + 1}", 1930 + n % 97
        return (
            f"Ngày {day}/{year}, hai tỉnh ký biên bản hội nghị cấp cao năm {year}.\n\n"
        )

    return filled(OPENING, signing, size)


def dashes(size: int) -> str:
    """A list with a dash before each of its parts."""
    return filled(
        OPENING + "Hai bên thống nhất:\n",
        lambda n: f"- phối hợp triển khai {n + 1} dự án về thương mại, du lịch;\n",
        size,
    )


def punctuation(size: int) -> str:
    """Brackets and quotes that never close, then hyphens, then full stops."""
    part = (size - len(OPENING)) // 3
    opened = "([“" * (part // 3) + "- " * (part // 2)
    return f"{OPENING}{opened}{'.' * part}".ljust(size, "x")


def furniture(size: int) -> str:
    """The headline, teasers and a publisher's notices again and again."""
    notices = f"{HEADLINE}\n\nTin liên quan\n{HEADLINE} năm 2022\nĐọc thêm\n\n"
    return filled(OPENING, lambda _: notices, size)


def provinces(size: int) -> str:
    """Names of provinces one after another, with commas between them."""
    return filled(OPENING, lambda n: PROVINCES[n % len(PROVINCES)] + ", ", size)


SERIES = (
    article, paragraph, people, minutes, dashes, punctuation, furniture, provinces,
)  # fmt: skip
