"""Where a suggestion says otherwise than the record it speaks of."""

from intake.conflicts.compare import differences, differences_all
from intake.conflicts.difference import Difference

__all__ = ["Difference", "differences", "differences_all"]
