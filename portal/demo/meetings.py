"""Made-up meetings: the article that tells of one, who came, what was signed."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from portal.demo import words
from portal.demo.ledger import Ledger, Table
from portal.demo.matters import Clause
from portal.demo.pairs import People
from sources.models import Source
from sources.spelling import fold
from summits import models

CITED = "record source field quote stated_value"
NUMBER = "Biên bản hội nghị năm"


@dataclass(frozen=True)
class Pair:
    """A partnership being written: its key, reference, and provinces by code."""

    key: int
    reference: str
    name: str
    provinces: dict[str, int]


@dataclass
class Paper:
    """Minutes just written, whose clauses wait for what is reported of them."""

    key: int
    reference: str
    summit: int
    source: int
    day: date
    clauses: dict[int, tuple[int, Clause]] = field(default_factory=dict)


class Shelf:
    """The made-up sources: an article for each meeting, a report for each decade."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.numbers = count(1)
        self.sources = ledger.table(
            Source,
            "reference kind title folded publisher url plain_url published_on",
        )
        self.decades: dict[int, int] = {}

    def article(self, title: str, day: date) -> int:
        return self._made("article", title, words.PAPERS[0], day.isoformat())

    def report(self, year: int) -> int:
        """Return the report of the decade of a year, one for all provinces."""
        last = year + 10 - year % 10
        if last not in self.decades:
            title = f"Báo cáo tổng hợp kết quả hợp tác giai đoạn {last - 9}–{last}"
            made = self._made(
                "official_report", title, "Văn phòng thử nghiệm", str(last)
            )
            self.decades[last] = made
        return self.decades[last]

    def _made(self, kind: str, title: str, publisher: str, day: str) -> int:
        reference = f"s-{next(self.numbers):06d}"
        address = f"bao.example/{reference}"
        return self.ledger.record(
            self.sources,
            reference,
            kind,
            title,
            fold(title),
            publisher,
            f"https://{address}",
            address,
            day,
        )

    def close(self) -> None:
        self.ledger.given("s-", next(self.numbers) - 1)


class Meetings:
    """Writes meetings with their delegations and the paper signed there."""

    def __init__(self, ledger: Ledger, people: People, shelf: Shelf) -> None:
        self.ledger, self.people, self.shelf = ledger, people, shelf
        table = ledger.table
        self.summits = table(
            models.Summit, "reference partnership date host stage", kind="summit"
        )
        self.told = table(models.SummitCitation, CITED)
        self.sides = table(models.Delegation, "summit province")
        self.delegates = table(
            models.Delegate, "delegation official name folded titles is_head"
        )
        self.named = table(models.DelegateCitation, CITED)
        self.minutes = table(
            models.Minutes, "reference summit title_vi folded covers signed_on"
        )
        self.printed = table(models.MinutesCitation, CITED)
        self.signatures = table(
            models.Signature, "minutes official name folded titles province"
        )
        self.signed = table(models.SignatureCitation, CITED)

    def met(self, pair: Pair, day: date, place: int, years: Counter[int]) -> Paper:
        """Write the next meeting of a pair, with what was signed there."""
        years[day.year] += 1
        host = list(pair.provinces.values())[place % len(pair.provinces)]
        title = f"Hội nghị {pair.name} lần thứ {place + 1}"
        source = self.shelf.article(title, day)
        reference = f"{pair.reference}.{day.year}-{years[day.year]}"
        quote = f"{title} diễn ra ngày {day.day}/{day.month}/{day.year}"
        summit = self.ledger.record(
            self.summits, reference, pair.key, day.isoformat(), host, "held"
        )
        said = {"date": day.isoformat(), "stage": "held"}
        self._cite(self.told, summit, source, quote, said)
        self._delegations(summit, source, pair, day)
        return self._paper(summit, source, reference, pair, day)

    def announced(self, pair: Pair, day: date) -> None:
        """Write a meeting that is only announced."""
        title = f"{pair.name} chuẩn bị hội nghị năm {day.year}"
        source = self.shelf.article(title, day)
        reference = f"{pair.reference}.{day.year}-1"
        summit = self.ledger.record(
            self.summits, reference, pair.key, str(day.year), None, "announced"
        )
        said = {"date": str(day.year), "stage": "announced"}
        self._cite(self.told, summit, source, title, said)
        self.ledger.given(f"{pair.reference}.{day.year}-", 1)

    def _cite(
        self, table: Table, row: int, source: int, quote: str, said: dict[str, str]
    ) -> None:
        for fact, value in said.items():
            self.ledger.add(table, row, source, fact, quote, value)

    def _delegations(self, summit: int, source: int, pair: Pair, day: date) -> None:
        for code, province in pair.provinces.items():
            side = self.ledger.add(self.sides, summit, province)
            for place, person in enumerate(self.people.of(code, day.year)):
                part = (person.key, person.name, person.folded, person.post)
                key = self.ledger.add(self.delegates, side, *part, place == 0)
                quote = f"Dự hội nghị có {person.name}, {person.post}"
                self._cite(self.named, key, source, quote, {"name": person.name})

    def _paper(
        self, summit: int, source: int, reference: str, pair: Pair, day: date
    ) -> Paper:
        title = f"{NUMBER} {day.year} giữa {pair.name}"
        name, year, signed = f"{reference}.m1", str(day.year), day.isoformat()
        key = self.ledger.record(
            self.minutes, name, summit, title, fold(title), year, signed
        )
        said = {
            "title_vi": title,
            "stage": "signed",
            "covers": year,
            "signed_on": signed,
        }
        self._cite(self.printed, key, source, f"Hai bên đã ký {title.lower()}", said)
        for code, province in pair.provinces.items():
            head = self.people.of(code, day.year)[0]
            part = (head.key, head.name, head.folded, head.post)
            signature = self.ledger.add(self.signatures, key, *part, province)
            quote = f"{head.name} thay mặt tỉnh ký biên bản"
            self._cite(self.signed, signature, source, quote, {"name": head.name})
        self.ledger.given(f"{reference}.m", 1)
        return Paper(key, name, summit, source, day)
