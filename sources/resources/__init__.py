"""Sheets of records: what their columns are called and what their cells may say."""

from sources.resources.book import Book
from sources.resources.citations import CITATION_COLUMNS, CitationSheet
from sources.resources.links import (
    CitedField,
    LateField,
    Link,
    Links,
    QuoteField,
    SourceLink,
)
from sources.resources.sheets import SheetResource, key_field
from sources.resources.sources import SOURCES, SourceSheet
from sources.resources.workbook import Outcome, Workbook

__all__ = [
    "CITATION_COLUMNS",
    "SOURCES",
    "Book",
    "CitationSheet",
    "CitedField",
    "LateField",
    "Link",
    "Links",
    "Outcome",
    "QuoteField",
    "SheetResource",
    "SourceLink",
    "SourceSheet",
    "Workbook",
    "key_field",
]
