"""Sentences for made-up clauses and reports: believable, and the same every time."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from portal.demo import words
from sources.spelling import fold

FIELDS = tuple(words.FIELDS)

FORCES = ("agreed",) * 17 + ("petition",) * 2 + ("aspiration",)
FIRST_SAID = (
    ("in_progress",) * 8
    + ("not_started",) * 3
    + ("no_information",) * 3
    + ("substantial",) * 3
    + ("continuing",) * 2
    + ("stalled",)
)
LAST_SAID = (
    ("completed",) * 7
    + ("substantial",) * 4
    + ("in_progress",) * 3
    + ("no_information",) * 3
    + ("stalled", "superseded", "withdrawn")
)


@lru_cache(maxsize=4096)
def _folded(part: str) -> str:
    return fold(part)


@dataclass(frozen=True)
class Clause:
    """What both sides agree on; the pieces of its sentence stand one space apart."""

    sectors: tuple[str, ...]
    force: str
    matter: str
    pieces: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"{self.matter[0].upper()}{self.matter[1:]}"

    @property
    def text(self) -> str:
        return " ".join(self.pieces)

    @property
    def folded(self) -> str:
        """The fold of title and text, put together from folds known already."""
        return " ".join(map(_folded, (self.matter, *self.pieces)))


def clause(chance: Random, pair: str, year: int) -> Clause:
    """Write a clause of about 200 letters between the provinces named."""
    first, second = chance.sample(FIELDS, 2)
    field = words.FIELDS[first]
    force = chance.choice(FORCES)
    matter = f"{chance.choice(field.deeds)} {chance.choice(field.things)}"
    pieces = (
        chance.choice(words.OPENINGS[force]),
        matter,
        f"giữa {pair} trong năm {year},",
        f"{chance.choice(words.WAYS)};",
        f"giao {field.agency} làm đầu mối,",
        f"{chance.choice(words.DUTIES)}.",
    )
    sectors = (first, second) if chance.random() < 1 / 4 else (first,)
    return Clause(sectors, force, matter, pieces)


def again(earlier: Clause, chance: Random, pair: str, year: int) -> Clause:
    """Write the clause of a later paper that takes an earlier one up."""
    pieces = (
        "Hai bên tiếp tục",
        earlier.matter,
        f"giữa {pair} trong năm {year} như biên bản trước đã nêu,",
        f"{chance.choice(words.WAYS)};",
        f"{chance.choice(words.DUTIES)}.",
    )
    return Clause(earlier.sectors, earlier.force, earlier.matter, pieces)


def report(chance: Random, said: str, of: Clause) -> tuple[str, str]:
    """Write what is reported of a clause, in about 100 letters; its fold beside it."""
    way = f"{chance.choice(words.WAYS)}."
    pieces = (words.REPORTED[said], f"{of.matter};", way)
    return " ".join(pieces), " ".join(map(_folded, pieces))


def person(chance: Random, country: str) -> str:
    """Make up a name as Vietnamese papers print it."""
    if country == "VN":
        parts = (words.FAMILIES, words.MIDDLES, words.GIVENS)
        return " ".join(chance.choice(part) for part in parts)
    given = " ".join(chance.sample(words.LAO_NAMES, 2))
    return f"{given} {chance.choice(words.LAO_FAMILIES)}"
