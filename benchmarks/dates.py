"""How partial dates are parsed, against no more than splitting them."""

from benchmarks.measure import compare
from sources.partial_dates import PartialDate


def partial_dates() -> float:
    """Parse 20,000 days; the limit only splits them into numbers."""
    days = [f"{2000 + n % 30}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(20_000)]
    return compare(
        lambda: [PartialDate(day) for day in days],
        lambda: [tuple(map(int, day.split("-"))) for day in days],
    )
