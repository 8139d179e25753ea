"""What the figures of the site are drawn from: plain records that views fill in.

A view knows counts, dates and addresses; `portal/drawing.py` turns them into places on
a drawing and the tags of `portal/templatetags/` into markup. Signs are named as in
`portal/signs.py`. Tuples run in the order of reading: oldest first, left to right.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from portal.signs import PROGRESS


@dataclass(frozen=True)
class Share:
    """How many records bear one sign, and the list that shows them."""

    sign: str
    count: int
    url: str = ""


@dataclass(frozen=True)
class Distribution:
    """How a number of records spreads over the signs."""

    shares: tuple[Share, ...] = ()

    @classmethod
    def of(cls, signs: Iterable[str]) -> Self:
        """Count signs, in the order from finished to unknown."""
        counted = Counter(signs)
        return cls(tuple(Share(sign, counted[sign]) for sign in PROGRESS))

    @property
    def total(self) -> int:
        """How many records there are in all."""
        return sum(share.count for share in self.shares)

    @property
    def seen(self) -> tuple[Share, ...]:
        """The shares that hold at least one record."""
        return tuple(share for share in self.shares if share.count)

    @property
    def signs(self) -> tuple[str, ...]:
        """One sign for each record."""
        return tuple(share.sign for share in self.shares for _ in range(share.count))


@dataclass(frozen=True)
class ClothRow:
    """One summit of the cloth on the home page: a diamond for each agreed clause.

    No sign at all says that the clauses of that summit are not known.
    """

    date: str
    place: str
    signs: tuple[str, ...] = ()


@dataclass(frozen=True)
class LoomStop:
    """One meeting of a pair of provinces in one year."""

    label: str
    sign: str
    place: str = ""
    url: str = ""
    iso: str = ""
    word: str = ""


@dataclass(frozen=True)
class LoomRow:
    """One partnership: its name, and for each year of the loom the meetings known."""

    title: str
    url: str
    years: tuple[tuple[LoomStop, ...], ...]
    subtitle: str = ""
    subtitle_language: str = ""


@dataclass(frozen=True)
class Loom:
    """Partnerships by year; each row has as many years as the loom."""

    years: tuple[int, ...]
    rows: tuple[LoomRow, ...]


@dataclass(frozen=True)
class AxisPoint:
    """One event of a partnership on its time axis.

    A point with a sign is a meeting and gets its label; one without is another event.
    `day` is where it stands; of a partial date, its first day, with `exact=False`.
    """

    day: date
    label: str = ""
    place: str = ""
    sign: str = ""
    exact: bool = True


@dataclass(frozen=True)
class ThreadColumn:
    """One set of minutes at the head of the threads table."""

    year: str
    place: str = ""
    url: str = ""


@dataclass(frozen=True)
class ThreadCell:
    """The clauses of one sector in one set of minutes, and where they stand."""

    signs: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True)
class Strand:
    """A matter carried from one column to a later one; firm: the source says so."""

    start: int
    end: int
    firm: bool = False


@dataclass(frozen=True)
class ThreadRow:
    """One sector: a cell for each column, and the strands between them."""

    title: str
    cells: tuple[ThreadCell, ...]
    strands: tuple[Strand, ...] = ()
    url: str = ""


@dataclass(frozen=True)
class Threads:
    """Each sector through the minutes of one partnership."""

    columns: tuple[ThreadColumn, ...]
    rows: tuple[ThreadRow, ...]


@dataclass(frozen=True)
class ChainLink:
    """One clause in the chain of a matter; `firm` speaks of the line before it."""

    label: str
    url: str = ""
    firm: bool = False
