"""Which provinces meet in the made-up records, when, and whom they send."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from portal.demo import words
from portal.demo.ledger import Ledger
from portal.demo.matters import person
from provinces.models import Official
from sources.spelling import fold

FIRST_DAY, LAST_DAY = date(1981, 3, 2), date(2024, 6, 28)
# The first of them has a tenth of all summits.
PAIRS = tuple(
    tuple(pair.split("."))
    for pair in (
        "VN-23.LA-BL VN-22.LA-XI VN-71.LA-PH VN-71.LA-OU VN-05.LA-HO VN-05.LA-LP "
        "VN-21.LA-HO VN-22.LA-HO VN-22.LA-BL VN-23.LA-KH VN-23.LA-SV VN-23.LA-VT "
        "VN-24.LA-KH VN-25.LA-SV VN-25.LA-SL VN-26.LA-SL VN-26.LA-XE VN-27.LA-XE "
        "VN-28.LA-AT VN-DN.LA-CH VN-29.LA-CH VN-05.LA-XA VN-22.LA-XS VN-23.LA-KH.TH-48"
    ).split()
)
TERM = 5


@dataclass(frozen=True)
class Person:
    """A made-up official, with the post held."""

    key: int
    name: str
    folded: str
    post: str


def shares(summits: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Divide so many summits among the pairs: a tenth for the first, the rest alike."""
    first, *others = PAIRS
    most = max(1, summits // 10)
    yield first, most
    each, more = divmod(summits - most, len(others))
    for place, pair in enumerate(others):
        if count := each + (place < more):
            yield pair, count


def days(count: int) -> Iterator[date]:
    """Spread so many meetings evenly over the years."""
    span = (LAST_DAY - FIRST_DAY).days
    for place in range(count):
        yield FIRST_DAY + timedelta(days=span * (place + 1) // count)


class People:
    """Who acts for each province: two posts, others in them every five years."""

    def __init__(
        self,
        ledger: Ledger,
        numbers: Iterator[int],
        provinces: dict[str, tuple[int, str]],
    ) -> None:
        self.ledger, self.numbers, self.provinces = ledger, numbers, provinces
        self.officials = ledger.table(Official, "reference name_vi province")
        self.chance = Random("people")  # noqa: S311 - the same every time, no secret
        self.known: dict[tuple[str, int], tuple[Person, ...]] = {}

    def of(self, code: str, year: int) -> tuple[Person, ...]:
        """Return those who act for a province in a year, its head first."""
        term = code, year // TERM
        if term not in self.known:
            key, province = self.provinces[code]
            self.known[term] = tuple(
                self._made(code, key, f"{post} {province}")
                for post in words.POSTS[code[:2]]
            )
        return self.known[term]

    def _made(self, code: str, province: int, post: str) -> Person:
        name = person(self.chance, code[:2])
        reference = f"o-{next(self.numbers):06d}"
        key = self.ledger.record(self.officials, reference, name, province)
        return Person(key, name, fold(name), post)
