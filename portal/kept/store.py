"""A bounded place in memory for answers, those longest unused leaving first.

What was asked for again has most of the room to itself: addresses made up at random
push out one another, never the pages that people read.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from threading import Lock

# What an entry weighs beside its bytes: its key, headers and place in the table.
OVERHEAD = 3072
# How much of the room is for answers that were asked for again.
PROVEN = 0.8


@dataclass(frozen=True)
class Answer:
    """An answer as it was sent, and of which state of the data."""

    version: Hashable
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def weight(self) -> int:
        """Return about how much memory it takes, in bytes."""
        return len(self.body) + OVERHEAD


class Store:
    """Answers by address; it never holds more bytes than it was given."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._new, self._proven = Part(), Part()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._new.answers) + len(self._proven.answers)

    @property
    def weight(self) -> int:
        """Return about how much memory all of it takes, in bytes."""
        return self._new.weight + self._proven.weight

    def get(self, key: Hashable, version: Hashable) -> Answer | None:
        """Return the answer of exactly this state of the data, or nothing."""
        with self._lock:
            answer = self._proven.answers.get(key) or self._new.answers.get(key)
            if answer is None or answer.version != version:
                return None
            self._take(key)
            self._proven.add(key, answer)
            self._make_room()
            return answer

    def put(self, key: Hashable, answer: Answer) -> None:
        """Keep an answer in the place of an older one, if it fits at all."""
        with self._lock:
            place = self._take(key)
            if answer.weight <= self.limit:
                place.add(key, answer)
                self._make_room()

    def _take(self, key: Hashable) -> Part:
        """Take an answer out; returns where it was, or where a new one belongs."""
        place = self._proven if key in self._proven.answers else self._new
        place.take(key)
        return place

    def _make_room(self) -> None:
        while self._proven.weight > self.limit * PROVEN:
            self._new.add(*self._proven.take_oldest())
        while self.weight > self.limit:
            self._new.take_oldest()


class Part:
    """Some of the answers, those longest unused first, and what they weigh."""

    def __init__(self) -> None:
        self.answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self.weight = 0

    def add(self, key: Hashable, answer: Answer) -> None:
        """Put an answer last."""
        self.answers[key] = answer
        self.weight += answer.weight

    def take(self, key: Hashable) -> None:
        """Take an answer out, if it is here."""
        if old := self.answers.pop(key, None):
            self.weight -= old.weight

    def take_oldest(self) -> tuple[Hashable, Answer]:
        """Take out what was unused the longest."""
        key, answer = self.answers.popitem(last=False)
        self.weight -= answer.weight
        return key, answer
