"""Fourth stage, results: what earlier commitments have brought, apart from own affairs."""

import re
from collections.abc import Iterator

from intake.reader import lexicon
from intake.reader.actors import Roster
from intake.reader.clauses import SHORTEST_ITEM, clauses, unattributed
from intake.reader.facts import Item, Span
from intake.reader.marks import Marks
from intake.reader.patterns import any_of
from intake.reader.sectors import sectors
from intake.reader.segment import Sentence

RESULT = any_of(lexicon.RESULTS)
VAGUE = any_of(lexicon.VAGUE)
OWN_ECONOMY = any_of(lexicon.OWN_ECONOMY)
SHARED = any_of(lexicon.SHARED)
GAVE = re.compile(
    r"(?<!\w)đã (?:xây )?(?:tặng|hỗ trợ|giúp|trao|viện trợ|bàn giao|đào tạo|tiếp nhận|"
    r"hoàn thành, bàn giao|bố trí|cử|giải ngân|chuyển giao|giao|đón|cấp)"
)
COUNT = re.compile(r"(?<![\w/])\d[\d.,]*(?![\w/])")
DONE = any_of(lexicon.DONE)
OWN_SIDE = re.compile(r"\s*(?:tỉnh|thành phố|chúng tôi) (?:cũng )?đã(?!\w)")
CROSSED = re.compile(r"hàng hóa [^,;.]{0,40}?qua (?:cảng|cửa khẩu|cặp cửa khẩu) ")


def results(
    marks: Marks,
    sentence: Sentence,
    roster: Roster,
    side: str | None,
    *,
    going_on: bool = False,
) -> Iterator[Item]:
    """Yield the results a sentence reports, told by one side where that is known."""
    low = marks.article.low
    roster.begin("reported", None)
    for start, end in told(marks, sentence, going_on=going_on):
        actors, addressees = roster.clause(start, end, "reported")
        if side and OWN_SIDE.match(low, start, end):
            actors = (side,)
        yield Item(
            "reported", start, end, sectors(low, start, end), actors, addressees,
            "result_of_cooperation", side=side,
        )  # fmt: skip


def told(marks: Marks, sentence: Sentence, *, going_on: bool = False) -> Iterator[Span]:
    """Yield the clauses that name a result shared by the provinces.

    Where results are already being told, a counted one needs no other sign.
    """
    low, accepted = marks.article.low, False
    for number, (start, end) in enumerate(clauses(low, sentence.start, sentence.end)):
        begin = unattributed(low, start, end)
        if OWN_ECONOMY.search(low, begin, end) or VAGUE.search(low, begin, end):
            continue
        result = RESULT.search(low, begin, end)
        codes = marks.codes(begin, end)
        shared = (
            SHARED.search(low, begin, end)
            or len(codes) > 1
            or (codes and GAVE.search(low, begin, end))
            or (codes and CROSSED.search(low, begin, end))
        )
        number_given = bool(COUNT.search(low, begin, end))
        counted = number_given and DONE.search(low, begin, end)
        continued = going_on and number_given and (result or counted)
        accepted = bool((result or counted) and shared) or bool(
            continued or (accepted and number > 0)
        )
        if accepted and end - begin >= SHORTEST_ITEM:
            yield begin, end
