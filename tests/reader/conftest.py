"""What the reader is given: the register of provinces and places, nothing else."""

from pathlib import Path

import pytest

from intake.reader import names, read
from intake.reader.marks import recognise
from intake.reader.segment import segment
from tests.corpus.register import load_gazetteer

ROOT = Path(__file__).parents[2]


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
