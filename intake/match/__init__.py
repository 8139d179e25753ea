"""Finding the records a suggestion speaks of: exactly one, or none by itself."""

from intake.match.candidates import Candidate, Match, match
from intake.match.records import (
    find_host,
    find_minutes,
    find_official,
    find_place,
    find_summit,
    partnership_of,
)

__all__ = [
    "Candidate",
    "Match",
    "find_host",
    "find_minutes",
    "find_official",
    "find_place",
    "find_summit",
    "match",
    "partnership_of",
]
