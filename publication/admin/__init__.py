"""What the admin of every room is built on, and the log of public changes."""

from publication.admin.changes import ChangeAdmin
from publication.admin.inlines import RecordInline, TrackedInline
from publication.admin.records import RecordAdmin
from publication.admin.reports import CorrectionReportAdmin
from publication.admin.rows import PartAdmin, TrackedAdmin, may

__all__ = [
    "ChangeAdmin",
    "CorrectionReportAdmin",
    "PartAdmin",
    "RecordAdmin",
    "RecordInline",
    "TrackedAdmin",
    "TrackedInline",
    "may",
]
