"""Measures the parts that must stay fast, each against the least it could cost.

Work and limit run in turns on the same input, in changing order, and their processor
time is compared within one turn: a ratio survives a busy machine, a duration does not.
"""

import statistics
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

from sources.partial_dates import PartialDate
from sources.spelling import fold

TURNS = 30
ARTICLES = Path(__file__).resolve().parents[1] / "fixtures" / "articles"


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time one call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def compare(work: Callable[[], object], limit: Callable[[], object]) -> float:
    """Return how many times the limit's processor time the work takes (median)."""
    ratios = []
    for turn in range(TURNS):
        if turn % 2:
            spent, least = seconds(work), seconds(limit)
        else:
            least, spent = seconds(limit), seconds(work)
        ratios.append(spent / least)
    return statistics.median(ratios)


def folding() -> float:
    """Fold two articles' lines; the limit only normalises and casefolds them."""
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    lines = [line for text in texts for line in text.splitlines()] * 20
    return compare(
        lambda: [fold(line) for line in lines],
        lambda: [unicodedata.normalize("NFKC", line).casefold() for line in lines],
    )


def partial_dates() -> float:
    """Parse 20,000 days; the limit only splits them into numbers."""
    days = [f"{2000 + n % 30}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(20_000)]
    return compare(
        lambda: [PartialDate(day) for day in days],
        lambda: [tuple(map(int, day.split("-"))) for day in days],
    )


if __name__ == "__main__":
    for name, measure in (("fold", folding), ("partial dates", partial_dates)):
        print(f"{name:<16}{measure():6.2f} x  {measure.__doc__}")
