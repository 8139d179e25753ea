"""How the reader's time grows with the text, and how long it takes."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from statistics import median

from benchmarks.measure import DOUBLINGS, growth, seconds
from benchmarks.series import SERIES, article
from intake.reader import read
from tests.corpus.register import load_gazetteer

SMALLEST = 4_000
STEEPEST = 2.5
COLUMN = 7
WARM_UP = 3
READINGS = 20
USUAL_ARTICLE = 5_000


def growing() -> bool:
    """Print how time grows in each series; whether doubling stays under the limit."""
    work = partial(read, gazetteer=load_gazetteer())
    sizes = [f"{(SMALLEST << step) // 1000}k" for step in range(DOUBLINGS + 1)]
    title = f"ratio of each doubling (limit {STEEPEST})"
    print(f"{'ms of':12}{columns(sizes)}  {title}")
    return max([one(series, work) for series in SERIES]) <= STEEPEST


def one(series: Callable[[int], str], work: Callable[[str], object]) -> float:
    """Print one series and return its steepest doubling."""
    times, ratios = growth(work, series, SMALLEST)
    spent = columns([f"{1000 * part:.0f}" for part in times])
    steps = "  ".join(f"{ratio:.2f}" for ratio in ratios)
    verdict = "  TOO STEEP" if max(ratios) > STEEPEST else ""
    print(f"{series.__name__:12}{spent:{(DOUBLINGS + 1) * COLUMN}}  {steps}{verdict}")
    return max(ratios)


def columns(cells: list[str]) -> str:
    """Return cells of equal width."""
    return "".join(f"{cell:>{COLUMN}}" for cell in cells)


def usual() -> None:
    """Print the time of an article of usual length, once the reader is warm."""
    text, gazetteer = article(USUAL_ARTICLE), load_gazetteer()
    times = [
        seconds(lambda: read(text, gazetteer).as_json())
        for _ in range(WARM_UP + READINGS)
    ][WARM_UP:]
    print(f"5,000 characters: {1000 * median(times):.0f} ms (limit 50 ms)")


def largest() -> None:
    """Print time and memory of the largest article, read in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.megabyte"]
    answer = subprocess.run(  # noqa: S603 - the command is ours
        command, check=True, capture_output=True, text=True
    )
    spent, held = map(float, answer.stdout.split())
    print(f"1 MB: {spent:.2f} s (limit 5 s), {held:.0f} MB of memory (limit 300 MB)")
