"""What the third stage recognised in an article, found again by offset."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from intake.reader import dates, names, people
from intake.reader.gazetteer import Gazetteer
from intake.reader.segment import Article


class Mark(Protocol):
    """Anything recognised at an offset."""

    @property
    def start(self) -> int: ...


M = TypeVar("M", bound=Mark)


class Index(Sequence[M]):
    """Marks in order, with those between two offsets found by halving."""

    def __init__(self, marks: Sequence[M]) -> None:
        self.marks = sorted(marks, key=lambda mark: mark.start)
        self.starts = [mark.start for mark in self.marks]

    def __getitem__(self, index):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN204
        return self.marks[index]

    def __len__(self) -> int:
        return len(self.marks)

    def within(self, start: int, end: int) -> Sequence[M]:
        """Return the marks that begin between two offsets."""
        return self.marks[
            bisect_left(self.starts, start) : bisect_left(self.starts, end)
        ]


@dataclass(frozen=True)
class Marks:
    """An article with its dates, provinces and people."""

    article: Article
    country_of: dict[str, str]
    dates: Index[dates.DateMark]
    provinces: Index[names.ProvinceMark]
    people: Index[people.PersonMark]

    def codes(self, start: int, end: int) -> frozenset[str]:
        """Return the provinces named between two offsets, towns of their name left out."""
        found = self.provinces.within(start, end)
        return frozenset(mark.code for mark in found if not mark.is_town)

    def countries(self, codes: frozenset[str]) -> frozenset[str]:
        """Return the countries of some provinces."""
        return frozenset(self.country_of[code] for code in codes)

    def is_pair(self, codes: frozenset[str]) -> bool:
        """Whether provinces of two countries are among these."""
        return len(self.countries(codes)) > 1

    @cached_property
    def latest_year(self) -> int:
        """The latest year printed as a date, 0 where there is none."""
        own = int((self.article.published_on or "0")[:4])
        return max([own, *(mark.year or 0 for mark in self.dates)])

    @cached_property
    def parties(self) -> frozenset[str]:
        """The provinces the article is about: those of its first passages."""
        article, found = self.article, frozenset[str]()
        if article.title:
            found = self.codes(*article.title)
        for sentence in article.sentences:
            if self.is_pair(found) and sentence.passage > 0:
                break
            if not self.is_pair(found):
                found |= self.codes(sentence.start, sentence.end)
        return found if self.is_pair(found) else frozenset()

    def completed(self, codes: frozenset[str]) -> frozenset[str]:
        """Return provinces with the other side added where only one can be meant."""
        if self.is_pair(codes) or not codes:
            return codes or (self.parties if len(self.parties) == 2 else codes)  # noqa: PLR2004
        known = self.countries(codes)
        others = {code for code in self.parties if self.country_of[code] not in known}
        return codes | others if len(others) == 1 else frozenset()


def recognise(article: Article, gazetteer: Gazetteer) -> Marks:
    """Find every date, province and official of an article."""
    found = names.provinces(article.text, article.low, gazetteer)
    officials = people.people(article, found)
    return Marks(
        article,
        gazetteer.country_of,
        Index(dates.dates(article.low)),
        Index(people.outside(found, officials)),
        Index(officials),
    )
