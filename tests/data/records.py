"""A filled database with odd text in it, and files to send in, for these tests."""

import json

import pytest
from django.core.exceptions import ValidationError

from provinces.models import OfficialName, PlaceName, ProvinceName, Tenure
from provinces.resources import OFFICIALS, PLACES, PROVINCES
from sources.resources import Book
from sources.spreadsheets import read
from summits.resources import SECTORS, SUMMITS
from tests import make

WORKBOOKS = {
    "provinces": PROVINCES,
    "places": PLACES,
    "officials": OFFICIALS,
    "sectors": SECTORS,
    "summits": SUMMITS,
}
ODD = "=1+1"
LAO = "ບໍລິຄຳໄຊ"


def everything():
    """One of each record, with formula-like, Lao, many-line and NFD text."""
    paper = make.source(ODD, published_on="2023-03", publisher="Báo “Hà Tĩnh”")
    make.source("Bản sửa", url=paper.url, replaces=paper, published=False)
    make.province("VN-25")
    province = make.province(
        "VN-24", valid_until="2025-07-01", successor=make.province("VN-25")
    )
    ProvinceName.objects.create(
        province=province, text="'@Quảng", language="en", source=paper, note="-x"
    )
    make.citation(province, "name_vi", "+quote", source=paper)
    gate = make.place(name_lo=LAO)
    gate.provinces.set([make.province("VN-23"), make.province("LA-BL")])
    PlaceName.objects.create(place=gate, text="Nậm Phao", seen_in="a; b, “c”")
    head = make.official(name_lo=LAO, note="dòng một\ndòng hai, “ba”; bốn")
    OfficialName.objects.create(official=head, text=LAO, language="lo")
    post = Tenure.objects.create(
        official=head, province=make.province("LA-BL"), title_vi="Bí thư | Tỉnh trưởng"
    )
    make.citation(post, "title_vi", "Bí thư", source=paper)
    _meeting(paper, head, gate)


def _meeting(paper, head, gate):
    earlier = make.summit("2021-12-18")
    old = make.minutes(earlier, covers="2022", signed_on="2021-12-18")
    clause = make.commitment(old, text="-Cũ")
    summit = make.summit(place=gate, venue="＝tại", day_part="morning")
    for quote, stated in (("Sáng 30/3", "2023-03-30"), ("Sáng 30/3", "2023-03")):
        make.citation(
            summit,
            "date",
            quote,
            source=paper,
            stated_value=stated,
            basis="inferred",
            reasoning="@năm",
            start=3,
            end=9,
        )
    delegate = make.delegate(summit, official=head, is_head=True, titles="Bí thư; X")
    make.citation(delegate, "name", source=paper)
    make.delegate(summit, "Nguyễn | Văn", is_speaker=True)
    minutes = make.minutes(summit, reviews=old)
    make.citation(make.signature(minutes), "name", "ký", source=paper)
    later = make.commitment(
        minutes,
        sectors=("transport", "health"),
        actors=("VN-23", "LA-BL"),
        addressees=["government-VN", "LA-BL"],
        is_verifiable=True,
        due="2024/2026",
        published=False,
    )
    make.citation(later, "text_vi", "Nâng cấp", source=paper)
    make.proposal(summit, official=head, adopted_as=later)
    make.continuation(later, clause)
    make.progress(minutes=old, occasion=summit, reported_on="2023?")


def take_in(workbook, name, raw, **about):
    """Store a file's sheets; ``about`` is what the book says of the import."""
    if not isinstance(raw, bytes):
        raw = json.dumps(raw).encode()
    book = Book(at=make.now(), file_name=name, **about)
    return workbook.take_in(read(raw, name), book)


def refusal(workbook, raw, name="file.json", **about):
    """The sentences a file is refused with, one a line."""
    with pytest.raises(ValidationError) as caught:
        take_in(workbook, name, raw, **about)
    return "\n".join(caught.value.messages)


def row(workbook, sheet, /, **cells):
    """One row of a sheet, what is not named left blank."""
    return dict.fromkeys(workbook.headers()[sheet], "") | cells


def counts(outcome):
    """New, changed and unchanged rows of every sheet."""
    return {
        sheet.name: (sheet.new, sheet.changed, sheet.unchanged)
        for sheet in outcome.sheets
    }


def thread():
    """A workbook whose rows know each other by keys alone."""
    make.province("VN-23")
    make.province("LA-BL")
    make.sector("transport")
    cells = {
        "sources": {
            "key": "news",
            "kind": "article",
            "title": "Tin",
            "url": "https://a.vn/1",
        },
        "partnerships": {"key": "p", "provinces": "Hà Tĩnh; bolikhamxay"},
        "summits": {
            "key": "s",
            "partnership": "p",
            "stage": "held",
            "date": "03/04/2023",
            "source": "news",
            "quote": "Sáng 3/4",
        },
        "delegates": {
            "summit": "s",
            "province": "VN-23",
            "name": "Hoàng Trung Dũng",
            "is_head": "có",
            "source": "https://a.vn/1",
        },
        "minutes": {
            "key": "m",
            "summit": "s",
            "title_vi": "Biên bản",
            "covers": "2023",
        },
        "signatures": {"minutes": "m", "name": "Hoàng Trung Dũng", "province": "LA-BL"},
        "commitments": {
            "key": "c",
            "minutes": "m",
            "number": "1",
            "text_vi": "Nâng cấp quốc lộ 8A",
            "sectors": "transport",
            "actors": "VN-23 LA-BL",
            "addressees": "government-VN",
            "due": "12/2025",
        },
        "proposals": {"summit": "s", "number": "1", "text_vi": "Mở đường"},
        "progress": {
            "minutes": "m",
            "commitment": "c",
            "implementation": "in_progress",
            "note_vi": "Đang làm",
            "reported_on": "2024",
        },
        "citations": {
            "sheet": "commitments",
            "record": "c",
            "field": "text_vi",
            "source": "news",
            "quote": "nâng cấp",
        },
    }
    return {sheet: [row(SUMMITS, sheet, **one)] for sheet, one in cells.items()}
