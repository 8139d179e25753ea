"""What staff do with articles in the admin."""

from intake.admin.readings import ReadingAdmin
from intake.admin.sources import SourceAdmin
from intake.admin.suggestions import SuggestionAdmin

__all__ = ["ReadingAdmin", "SourceAdmin", "SuggestionAdmin"]
