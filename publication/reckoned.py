"""Figures over all that is public, reckoned once for each state of the data."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from django.db import connection

from publication import stamp

Figure = TypeVar("Figure")
# So many figures are held, those longest unused leaving first; long names never.
ROOM, LONGEST_NAME = 1000, 300

kept: OrderedDict[str, tuple[int, Any]] = OrderedDict()
lock = Lock()


def reckoned(name: str, reckon: Callable[[], Figure]) -> Figure:
    """Return a figure that hangs on public records alone, by its name.

    It is reckoned anew as soon as something public has changed, and each time within
    a transaction: what that sees may never come true.
    """
    if connection.in_atomic_block or len(name) > LONGEST_NAME:
        return reckon()
    # Read before reckoning begins, so that a figure can be newer than it, never older.
    version = stamp.current()
    with lock:
        known, figure = kept.get(name, (0, None))
    if not version or known != version:
        figure = reckon()
    with lock:
        kept[name] = version, figure
        kept.move_to_end(name)
        while len(kept) > ROOM:
            kept.popitem(last=False)
    return figure
