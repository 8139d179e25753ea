"""The admin's screens for spreadsheets, over the resources of every room.

They stand at the addresses that django-import-export uses and close what its own
screens leave open: who may, whose file it is, whether what is stored is what was
shown, and what the message says of it.
"""

from sources.import_screen.importing import SpreadsheetScreen

__all__ = ["SpreadsheetScreen"]
