"""Spreadsheet files in and out: CSV, XLSX and JSON, and nothing else.

A file is read whole or refused with a sentence. Whatever it holds comes out as text,
cell by cell; what a text means is for the resources to say.
"""

from sources.spreadsheets.files import FORMATS, Csv, Json, Xlsx, format_named, read
from sources.spreadsheets.sheet import Sheet

__all__ = ["FORMATS", "Csv", "Json", "Sheet", "Xlsx", "format_named", "read"]
