"""Where things stand on the figures: pure functions from records to coordinates.

Lengths are units of each drawing's own view box. Nothing here knows of markup; the
templates in `templates/figures/` write what these functions return.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from portal.figures import (
    AxisPoint,
    ClothRow,
    Distribution,
    Loom,
    LoomRow,
    LoomStop,
    Strand,
)

# ---- the bar -----------------------------------------------------------------------

BAR_WIDTH, BAR_GAP, BAR_LEAST = 600, 3, 6


@dataclass(frozen=True)
class Segment:
    """A piece of the bar; pieces keep the order of the shares."""

    sign: str
    x: float
    width: float


def bar_segments(distribution: Distribution) -> tuple[Segment, ...]:
    """Divide the bar by the counts; what is there at all keeps a width one can see."""
    shares = distribution.seen
    widths = _widths([share.count for share in shares])
    segments, x = [], 0.0
    for share, width in zip(shares, widths, strict=True):
        segments.append(Segment(share.sign, round(x, 1), round(width, 1)))
        x += width + BAR_GAP
    return tuple(segments)


def _widths(counts: Sequence[int]) -> list[float]:
    room = BAR_WIDTH - BAR_GAP * (len(counts) - 1)
    small: set[int] = set()
    while True:
        left = room - BAR_LEAST * len(small)
        total = sum(count for i, count in enumerate(counts) if i not in small)
        widths = [
            BAR_LEAST if i in small else left * count / total
            for i, count in enumerate(counts)
        ]
        too_thin = {i for i, width in enumerate(widths) if width < BAR_LEAST}
        if not too_thin:
            return widths
        small |= too_thin


# ---- the cloth ---------------------------------------------------------------------

CLOTH_WIDTH, CLOTH_LEFT, PITCH = 436, 112, 54
COLUMNS, LINES, LATEST = 6, 2, 5
LABEL_LETTERS = 14


@dataclass(frozen=True)
class Diamond:
    """The middle of one diamond."""

    sign: str
    x: int
    y: int


@dataclass(frozen=True)
class PlacedText:
    """A line of writing and where it begins; `squeezed` lines are set in the margin."""

    text: str
    x: int
    y: int

    @property
    def squeezed(self) -> bool:
        """Whether it is too long to stand in the margin at its own width."""
        return len(self.text) > LABEL_LETTERS + 1


@dataclass(frozen=True)
class PlacedRow:
    """One summit on the cloth; `more` counts the diamonds there was no room for."""

    date: PlacedText
    place: tuple[PlacedText, ...]
    diamonds: tuple[Diamond, ...]
    more: PlacedText | None = None
    bare_y: int | None = None


@dataclass(frozen=True)
class Cloth:
    """The whole figure: as tall as its rows need, at most the latest five."""

    height: int
    rows: tuple[PlacedRow, ...]

    @property
    def signs(self) -> tuple[str, ...]:
        """Each sign that occurs, once, in the order of first use."""
        return tuple(dict.fromkeys(d.sign for row in self.rows for d in row.diamonds))


def woven(rows: Iterable[ClothRow]) -> Cloth:
    """Place the latest summits, newest at the foot: six diamonds a line, two lines."""
    placed, y = [], 30
    for row in tuple(rows)[-LATEST:]:
        placed.append(_placed_row(row, y))
        y += PITCH * max(1, -(-min(len(row.signs), COLUMNS * LINES) // COLUMNS))
    return Cloth(height=y - 24, rows=tuple(placed))


def _placed_row(row: ClothRow, y: int) -> PlacedRow:
    room = COLUMNS * LINES
    shown = row.signs if len(row.signs) <= room else row.signs[: room - 1]
    hidden = len(row.signs) - len(shown)
    last_x, last_y = _cell(room - 1, y)
    return PlacedRow(
        date=PlacedText(row.date, 0, y - 4),
        place=tuple(
            PlacedText(line, 0, y + 15 + 17 * i)
            for i, line in enumerate(label_lines(row.place))
        ),
        diamonds=tuple(Diamond(sign, *_cell(i, y)) for i, sign in enumerate(shown)),
        more=PlacedText(f"+{hidden}", last_x, last_y + 5) if hidden else None,
        bare_y=None if row.signs else y,
    )


def _cell(index: int, y: int) -> tuple[int, int]:
    line, column = divmod(index, COLUMNS)
    return CLOTH_LEFT + PITCH // 2 + PITCH * column, y + PITCH * line


def label_lines(label: str) -> tuple[str, ...]:
    """Break a name at its spaces into two lines at most; no letter is dropped."""
    first, second = "", ""
    for word in label.split():
        if not second and len(f"{first} {word}") <= LABEL_LETTERS + (not first):
            first = f"{first} {word}".strip()
        elif not first:
            first = word
        else:
            second = f"{second} {word}".strip()
    return tuple(line for line in (first, second) if line)


# ---- the loom ----------------------------------------------------------------------

LOOM_YEARS, LOOM_ROWS = 5, 8
FIRM = frozenset({"held", "signed"})


@dataclass(frozen=True)
class LoomCell:
    """One pair in one year; `thread` is how the thread leaves it.

    "" solid, "dash" towards something uncertain, "void" from something uncertain,
    "bare" before the first meeting known.
    """

    year: int
    stops: tuple[LoomStop, ...]
    thread: str
    is_last: bool


def loom_cells(row: LoomRow, years: Sequence[int]) -> tuple[LoomCell, ...]:
    """Say for each year of a row how its thread runs on."""
    firm = [any(stop.sign in FIRM for stop in stops) for stops in row.years]
    begun = [any(row.years[: i + 1]) for i in range(len(row.years))]
    cells = []
    for i, (year, stops) in enumerate(zip(years, row.years, strict=True)):
        is_last = i == len(years) - 1
        if not begun[i]:
            thread = "bare"
        elif not firm[i]:
            thread = "void"
        else:
            thread = "" if is_last or firm[i + 1] else "dash"
        cells.append(LoomCell(year, stops, thread, is_last))
    return tuple(cells)


def latest(loom: Loom) -> Loom:
    """Keep the latest five years and the first eight pairs."""
    rows = tuple(
        LoomRow(
            row.title,
            row.url,
            row.years[-LOOM_YEARS:],
            row.subtitle,
            row.subtitle_language,
        )
        for row in loom.rows[:LOOM_ROWS]
    )
    return Loom(loom.years[-LOOM_YEARS:], rows)


# ---- the axis ----------------------------------------------------------------------

AXIS_WIDTH, AXIS_MARGIN, AXIS_Y = 1120, 110, 82
LABEL_ROOM, GAP_ROOM, TIER = 130, 130, 46


@dataclass(frozen=True)
class Mark:
    """An event on the axis; `tier` 0 is the nearest row of labels, None: no label."""

    point: AxisPoint
    x: int
    tier: int | None
    label_y: int = 0

    @property
    def place_y(self) -> int:
        """The height of the second line of its label."""
        return self.label_y + 19

    @property
    def look(self) -> str:
        """The class of its circle: signed, held, expected, or another event."""
        if not self.point.sign:
            return "ev2"
        return {"signed": "nd", "held": "nd2"}.get(self.point.sign, "nd3")

    @property
    def radius(self) -> int:
        """Meetings are larger than other events, signed ones the largest."""
        return {"nd": 13, "nd2": 11, "nd3": 11, "ev2": 6}[self.look]


@dataclass(frozen=True)
class Tick:
    """A first of January."""

    x: int
    year: int
    top: int
    label_y: int


@dataclass(frozen=True)
class Gap:
    """The months between two meetings, written at the middle of the line."""

    x: int
    months: int


@dataclass(frozen=True)
class Axis:
    """A time axis in proportion to the days; its line runs at height `y`."""

    y: int = AXIS_Y
    marks: tuple[Mark, ...] = ()
    ticks: tuple[Tick, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return self.y + 46

    @property
    def meetings(self) -> tuple[Mark, ...]:
        """The marks that bear a sign."""
        return tuple(mark for mark in self.marks if mark.point.sign)

    @property
    def labelled(self) -> tuple[Mark, ...]:
        """The marks whose label has room."""
        return tuple(mark for mark in self.marks if mark.tier is not None)

    @property
    def thread(self) -> tuple[int, int] | None:
        """From where to where the thread runs: between the first and last meeting."""
        meetings = self.meetings
        return (meetings[0].x, meetings[-1].x) if len(meetings) > 1 else None


def proportional(points: Iterable[AxisPoint]) -> Axis:
    """Place events by their days, with a tick for each first of January."""
    ordered = sorted(points, key=lambda point: point.day)
    if not ordered:
        return Axis()
    scale = _Scale(ordered[0].day, ordered[-1].day)
    xs = [scale(point.day) for point in ordered]
    tiers = _tiers(ordered, xs)
    y = AXIS_Y + TIER * max((tier or 0 for tier in tiers), default=0)
    marks = tuple(
        Mark(point, x, tier, label_y=y - 52 - TIER * (tier or 0))
        for point, x, tier in zip(ordered, xs, tiers, strict=True)
    )
    meetings = [mark for mark in marks if mark.point.sign]
    return Axis(y, marks, _ticks(scale, y), _gaps(meetings))


class _Scale:
    """From days to units; a single day stands in the middle."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.days = first, (last - first).days
        self.room = AXIS_WIDTH - 2 * AXIS_MARGIN

    def __call__(self, day: date) -> int:
        if not self.days:
            return AXIS_WIDTH // 2
        return round(AXIS_MARGIN + self.room * (day - self.first).days / self.days)


def _tiers(points: Sequence[AxisPoint], xs: Sequence[int]) -> list[int | None]:
    """Give each meeting the lowest of two rows in which its label has room."""
    ends = [-LABEL_ROOM, -LABEL_ROOM]  # where the last label of each row stands
    tiers: list[int | None] = []
    for point, x in zip(points, xs, strict=True):
        free = [i for i, end in enumerate(ends) if x - end >= LABEL_ROOM]
        tier = free[0] if point.sign and free else None
        if tier is not None:
            ends[tier] = x
        tiers.append(tier)
    return tiers


def _ticks(scale: _Scale, y: int) -> tuple[Tick, ...]:
    """The Januaries on the axis, thinned so that their years can be read."""
    if not scale.days:
        return ()
    years = range(scale.first.year, scale.first.year + scale.days // 365 + 3)
    seen = [(scale(date(year, 1, 1)), year) for year in years]
    inside = [(x, year) for x, year in seen if 0 <= x <= AXIS_WIDTH - 50]
    step = max(1, -(-len(inside) // 20))
    return tuple(Tick(x, year, y - 12, y + 38) for x, year in inside[::step])


def _gaps(meetings: Sequence[Mark]) -> tuple[Gap, ...]:
    return tuple(
        Gap((a.x + b.x) // 2, round((b.point.day - a.point.day).days / 30.44))
        for a, b in pairwise(meetings)
        if b.x - a.x >= GAP_ROOM and a.point.exact and b.point.exact
    )


# ---- the threads -------------------------------------------------------------------


def strand_classes(columns: int, strands: Iterable[Strand]) -> tuple[str, ...]:
    """Name for each column how strands leave, reach and cross it; firm ones win."""
    classes: list[dict[str, bool]] = [{} for _ in range(columns)]
    for strand in sorted(strands, key=lambda strand: strand.firm):
        classes[strand.start]["out"] = strand.firm
        classes[strand.end]["in"] = strand.firm
        for between in range(strand.start + 1, strand.end):
            classes[between]["thru"] = strand.firm
    return tuple(
        " ".join(
            name if cell[name] else f"{name}d"
            for name in ("in", "thru", "out")
            if name in cell
        )
        for cell in classes
    )
