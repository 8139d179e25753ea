"""Ratios of processor time: they survive a busy machine, a duration does not.

What is compared runs in turns, in changing order, and is compared within one turn.
"""

import gc
import time
from collections.abc import Callable
from itertools import pairwise
from statistics import median

TURNS = 30
ROUNDS = 5
DOUBLINGS = 5
# No text is read again that takes longer: how the time grows is plain by then.
PATIENCE = 2.0


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
    return median(ratios)


def growth(
    work: Callable[[str], object], text_of: Callable[[int], str], size: int
) -> tuple[list[float], list[float]]:
    """Return the seconds of each size and the ratio of each doubling (both medians).

    The text is doubled five times, less often where reading it takes too long.
    """
    texts = bearable(work, [text_of(size << step) for step in range(DOUBLINGS + 1)])
    rounds = [one_round(work, texts, turn) for turn in range(ROUNDS)]
    times = [median(column) for column in zip(*rounds, strict=True)]
    ratios = [[after / before for before, after in pairwise(row)] for row in rounds]
    return times, [median(column) for column in zip(*ratios, strict=True)]


def bearable(work: Callable[[str], object], texts: list[str]) -> list[str]:
    """Return the texts before the first that takes too long, two of them at least."""
    for count, text in enumerate(texts, start=1):
        if seconds(lambda text=text: work(text)) > PATIENCE:
            return texts[: max(2, count - 1)]
    return texts


def one_round(
    work: Callable[[str], object], texts: list[str], turn: int
) -> list[float]:
    """Return the seconds of each text, the smallest first in every other round."""
    step = -1 if turn % 2 else 1
    spent = []
    for text in texts[::step]:
        gc.collect()
        spent.append(seconds(lambda text=text: work(text)))
    return spent[::step]
