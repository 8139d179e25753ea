"""A bounded place in memory for answers, those longest unused leaving first."""

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from threading import Lock

# What an entry weighs beside its bytes: its key, headers and place in the table.
OVERHEAD = 2048


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
        self.weight = 0
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._answers)

    def get(self, key: Hashable, version: Hashable) -> Answer | None:
        """Return the answer of exactly this state of the data, or nothing."""
        with self._lock:
            answer = self._answers.get(key)
            if answer is None or answer.version != version:
                return None
            self._answers.move_to_end(key)
            return answer

    def put(self, key: Hashable, answer: Answer) -> None:
        """Keep an answer in the place of an older one, if it fits at all."""
        with self._lock:
            if old := self._answers.pop(key, None):
                self.weight -= old.weight
            if answer.weight > self.limit:
                return
            self._answers[key] = answer
            self.weight += answer.weight
            while self.weight > self.limit:
                _key, oldest = self._answers.popitem(last=False)
                self.weight -= oldest.weight
