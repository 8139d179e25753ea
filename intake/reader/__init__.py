"""Reads a newspaper article into suggested facts, each tied to the words that carry it.

The text flows through five stages: clean, segment, recognise, interpret, reconcile.
"""

from intake.reader.facts import Reading
from intake.reader.reading import READER_VERSION, names_a_province, read

__all__ = ["READER_VERSION", "Reading", "names_a_province", "read"]
