"""Finding the records a suggestion speaks of: exactly one, or none by itself."""

from intake.match.article import match, match_all
from intake.match.candidates import Candidate, Match
from intake.match.known import said_of
from intake.match.places import match_place
from intake.match.provinces import match_province
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
    "match_all",
    "match_place",
    "match_province",
    "partnership_of",
    "said_of",
]
