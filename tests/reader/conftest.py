"""What the reader is given: the register of provinces and places, nothing else."""

import csv
from pathlib import Path

import pytest

from intake.reader import names, read
from intake.reader.gazetteer import Gazetteer, PlaceNames, ProvinceNames
from intake.reader.marks import recognise
from intake.reader.segment import segment

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "fixtures" / "reference"


def rows(name):
    with (REFERENCE / name).open(encoding="utf-8", newline="") as sheet:
        return list(csv.DictReader(sheet))


def spellings(sheet, column):
    found = {}
    for row in rows(sheet):
        found.setdefault(row[column], []).append(row["text"])
    return found


def printed(row, more):
    names = (row["name_vi"], row["name_lo"], row["name_en"], *more)
    return tuple(dict.fromkeys(filter(None, names)))


def load_gazetteer():
    seen = spellings("province_names.csv", "province")
    known = spellings("place_names.csv", "place")
    return Gazetteer(
        provinces=tuple(
            ProvinceNames(
                row["reference"],
                row["country"],
                printed(row, seen.get(row["reference"], ())),
            )
            for row in rows("provinces.csv")
        ),
        places=tuple(
            PlaceNames(
                row["kind"],
                printed(row, known.get(row["name_vi"], ())),
                tuple(row["provinces"].split()),
            )
            for row in rows("places.csv")
        ),
    )


@pytest.fixture(scope="session")
def gazetteer():
    return load_gazetteer()


@pytest.fixture
def cut(gazetteer):
    """Cut a text into an article."""
    return lambda text: segment(text, lambda name: names.is_province(gazetteer, name))


@pytest.fixture
def marks(cut, gazetteer):
    """Recognise what a text names."""
    return lambda text: recognise(cut(text), gazetteer)


@pytest.fixture
def reading(gazetteer):
    """Read a text and return what would be printed."""
    return lambda text: read(text, gazetteer).as_json()
