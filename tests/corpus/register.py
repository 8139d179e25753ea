"""The register of provinces and places as the sheets of reference facts hold it."""

import csv
from pathlib import Path

from intake.reader.gazetteer import Gazetteer, PlaceNames, ProvinceNames

REFERENCE = Path(__file__).parents[2] / "fixtures" / "reference"


def rows(name):
    """Return the rows of a sheet."""
    with (REFERENCE / name).open(encoding="utf-8", newline="") as sheet:
        return list(csv.DictReader(sheet))


def spellings(sheet, column):
    """Return the spellings on record by province or place."""
    found = {}
    for row in rows(sheet):
        found.setdefault(row[column], []).append(row["text"])
    return found


def printed(row, more):
    """Return every name of a row once."""
    names = (row["name_vi"], row["name_lo"], row["name_en"], *more)
    return tuple(dict.fromkeys(filter(None, names)))


def load_gazetteer():
    """Return what the reader is given of a database with reference facts alone."""
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
