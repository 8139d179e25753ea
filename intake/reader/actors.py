"""Fourth stage, actors: who is to act on an item, and whom a petition or proposal asks."""

import re
from collections.abc import Sequence
from functools import cached_property

from intake.reader import lexicon
from intake.reader.marks import Marks
from intake.reader.meetings import Meeting
from intake.reader.patterns import any_of, one_of
from intake.reader.segment import Sentence

GOVERNMENTS = {
    "both": re.compile(
        r"chính phủ (?:của )?(?:hai|mỗi|ba|các|\d|cả hai) (?:nước|bên)|hai chính phủ|"
        r"chính phủ, [^.;]{0,40}hai nước|chính phủ việt nam (?:và|-) (?:chính phủ )?lào"
    ),
    "government-LA": re.compile(r"chính phủ (?:nước )?(?:chdcnd )?lào"),
    "government-VN": re.compile(r"chính phủ (?:nước )?(?:chxhcn )?việt nam"),
}
EVERYBODY = any_of(lexicon.BOTH_SIDES)
OTHER_SIDE = re.compile(r"(?<!\w)(?:tỉnh bạn|phía bạn|nước bạn|bạn)(?!\w)")
# Who stands for a province: its bodies, its firms, its people.
OF_PROVINCE = (
    rf"(?:(?:các |những )?{one_of(lexicon.AGENCIES)}"
    r"(?:(?!(?<!\w)(?:cho|với|hỗ trợ|giúp|sang|tại|ở|đến|từ|và)(?!\w))[^,;.:]){0,40}? "
    r"(?:của )?)"
)
ASKED = re.compile(
    rf"{one_of(lexicon.PROPOSE_VERBS)},?(?: (?:chính quyền|lãnh đạo|cấp ủy|phía|các cơ quan|"
    r"ủy ban|nhân dân|và|thời gian tới|,|với|rằng|là))* "
    rf"{OF_PROVINCE}?(?:tỉnh |thủ đô |thành phố )?$"
)
COUNTRY_SIDE = {
    "VN": re.compile(r"(?<!\w)(?:phía|bên) việt nam(?!\w)"),
    "LA": re.compile(r"(?<!\w)(?:phía|bên) lào(?!\w)"),
}
TOGETHER = re.compile(r"\s*(?:thống nhất |tiếp tục )?(?:phối hợp|cùng)(?!\w)")
RESULT = any_of(lexicon.RESULTS)
DONE = any_of(lexicon.DONE)
DONE_FIRST = re.compile(
    rf"\s*(?:và |đã )*(?:{one_of(lexicon.DONE)}|mở|xây|xây dựng|lắp đặt)"
)
BE_HELPED = re.compile(
    r"(?<!\w)được (?:giúp|hỗ trợ|tạo điều kiện|chia sẻ|tiếp nhận|học tập)(?!\w)"
)
HELPED_BY = re.compile(r"nhờ (?:có )?sự (?:giúp đỡ|hỗ trợ)[^,]{0,20}?của (?:tỉnh )?$")
PASSIVE_AT = re.compile(r"được [^,;]*? tại [^,;]{0,40}$")
HAS = re.compile(r"\s+(?:cũng )?đã(?!\w)")
SUBJECT_LEAD = re.compile(
    r"\s*(?:(?:mỗi|hằng|hàng) năm,?\s*)?(?:(?:về|theo|trên|trong|đối với)[^,;:]{1,60}"
    r"(?:, (?!tỉnh|phía)\w+(?: \w+){0,2}){0,2}[,:]\s*|"
    r"trước khi (?:sáp nhập|hợp nhất)[^,]{0,20},\s*|bên cạnh đó,\s*|đồng thời,\s*|ngoài ra,\s*)?"
    r"(?:hai (?:bên|tỉnh) [^,;:.]{0,30}:\s*)?"
    rf"(?:phía |chính quyền |lãnh đạo |{OF_PROVINCE})?(?:tỉnh |thủ đô |thành phố )?$"
)


class Roster:
    """Keeps who meets, who speaks and whom the clauses of a sentence are laid upon."""

    def __init__(
        self,
        marks: Marks,
        meetings: Sequence[Meeting],
        provinces: dict[str, str | None],
    ) -> None:
        self.marks, self.provinces = marks, provinces
        held = [meeting for meeting in meetings if meeting.status == "held"]
        self.meetings = sorted(held, key=lambda meeting: meeting.first)
        self.parties = self.meetings[0].provinces if held else marks.parties
        self.force = ""
        self.speaks: str | None = None
        self.acting: frozenset[str] | None = None
        self.asked: tuple[str, ...] = ()
        self.asking = False

    @cached_property
    def by_last_name(self) -> dict[str, str | None]:
        """The side of each official by the last part of the name, as English repeats it."""
        return {name.split()[-1]: side for name, side in self.provinces.items()}

    def move_to(self, sentence: Sentence) -> None:
        """Take the parties of the meeting the text has come to."""
        told = [
            meeting
            for meeting in self.meetings
            if any(
                m.start < sentence.end
                for m in meeting.mentions
                if m.sentence.kind != "title"
            )
        ]
        recent = [meeting for meeting in told if not is_past(meeting, told[0])]
        if recent:
            self.parties = recent[-1].provinces

    def speaker(self, start: int, end: int) -> str | None:
        """Return the province for which the subject of a proposal speaks."""
        if code := self.named(start, end):
            return code
        codes = self.marks.codes(start, end)
        return min(codes) if len(codes) == 1 else None

    def named(self, start: int, end: int) -> str | None:
        """Return the side of the last person named in a span, where it is known."""
        people = self.marks.people.within(start, end)
        return self.provinces.get(people[-1].name) if people else None

    def begin(self, force: str, speaker: str | None) -> None:
        """Start a sentence: no clause has named anybody yet."""
        self.force, self.speaks = force, speaker
        self.acting, self.asked, self.asking = None, (), False

    def clause(
        self, start: int, end: int, force: str
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return actors and addressees of a clause, carried on from the one before."""
        if force == "proposed":
            actors = self.of_proposal(start, end)
            return ordered(actors), (*self.asked, *self.governments(start, end))
        if force == "petition":
            self.asked = self.governments(start, end) or self.asked
            return ordered(self.parties), self.asked
        subject = self.of_report if force == "reported" else self.of_agreement
        return ordered(subject(start, end)), ()

    def of_proposal(self, start: int, end: int) -> frozenset[str]:
        """Return whom a proposal is laid upon: the side named, the other side, or all."""
        low = self.marks.article.low
        for province in self.marks.provinces.within(start, end):
            before = low[max(start, province.start - 60) : province.start]
            if ASKED.search(before) or low.startswith(" cần", province.end):
                self.acting, self.asked = frozenset({province.code}), (province.code,)
                return self.acting
        found = self.marks.provinces.within(start, end)
        if (
            self.asking
            and found
            and SUBJECT_LEAD.fullmatch(low[start : found[0].start])
        ):
            self.acting, self.asked = frozenset({found[0].code}), (found[0].code,)
            return self.acting
        self.asking = True
        if self.speaks and BE_HELPED.search(low, start, end):
            self.acting = self.parties - {self.speaks}
            self.asked = ordered(self.acting)
            return self.acting
        if sides := self.of_country(start, end):
            self.acting = sides
            return sides
        head = low[start : min(end, start + 120)]
        if EVERYBODY.search(head):
            self.acting, self.asked = self.parties, ()
        elif OTHER_SIDE.search(head) and self.speaks:
            others = self.parties - {self.speaks}
            self.acting, self.asked = others, ordered(others)
        elif TOGETHER.match(low, start) and not self.asked:
            self.acting = self.parties
        elif TOGETHER.match(low, start):
            return self.parties
        return self.acting or self.parties

    def of_country(self, start: int, end: int) -> frozenset[str]:
        """Return the one party of a country that "the Lao side" means in a request."""
        low = self.marks.article.low
        for country, pattern in COUNTRY_SIDE.items():
            if not pattern.search(low, start, min(end, start + 120)):
                continue
            own = [c for c in self.parties if self.marks.country_of[c] == country]
            return frozenset(own) if len(own) == 1 else frozenset()
        return frozenset()

    def of_agreement(self, start: int, end: int) -> frozenset[str]:
        """Return the one side that is the subject of a clause, else all."""
        low = self.marks.article.low
        found = self.marks.provinces.within(start, end)
        if found and SUBJECT_LEAD.fullmatch(low[start : found[0].start]):
            pair = re.match(
                r"\s*(?:và|-|với) (?:tỉnh )?", low[found[0].end : found[0].end + 20]
            )
            self.acting = self.parties if pair else frozenset({found[0].code})
        elif EVERYBODY.search(low, start, min(end, start + 60)):
            self.acting = self.parties
        return self.acting or self.parties

    def of_report(self, start: int, end: int) -> frozenset[str]:
        """Return who did what is reported: the subject, the helper, or the host."""
        low = self.marks.article.low
        marks = [
            mark
            for mark in self.marks.provinces.within(start, end)
            if mark.code in self.parties
        ]
        if (helper := self.helper(start, end)) is not None:
            self.acting = frozenset({helper})
            return self.acting
        for mark in marks:
            before = low[max(start, mark.start - 80) : mark.start]
            if HELPED_BY.search(before) or PASSIVE_AT.search(before):
                return frozenset({mark.code})
        verb = RESULT.search(low, start, end) or DONE.search(low, start, end)
        if self.acting and not marks and DONE_FIRST.match(low, start):
            return self.acting  # who was named in the clause before
        subject = {mark.code for mark in marks if verb and mark.start < verb.start()}
        shared = verb and EVERYBODY.search(low, start, verb.start())
        self.acting = frozenset(subject) if len(subject) == 1 and not shared else None
        return self.acting or self.parties

    def helper(self, start: int, end: int) -> str | None:
        """Return the one province that opens a clause and "has" done something.

        It may be one since merged into a party of today.
        """
        low, found = self.marks.article.low, self.marks.provinces.within(start, end)
        if not found or not SUBJECT_LEAD.fullmatch(low[start : found[0].start]):
            return None
        own = {self.marks.country_of[code] for code in self.parties}
        known = self.marks.country_of[found[0].code] in own
        return found[0].code if known and HAS.match(low, found[0].end) else None

    def governments(self, start: int, end: int) -> tuple[str, ...]:
        """Return the governments a clause names."""
        low = self.marks.article.low
        if GOVERNMENTS["both"].search(low, start, end):
            return ("government-LA", "government-VN")
        return tuple(
            name for name, pattern in GOVERNMENTS.items()
            if name != "both" and pattern.search(low, start, end)
        )  # fmt: skip


def is_past(meeting: Meeting, first: Meeting) -> bool:
    """Whether a meeting is one of another time, only referred to."""
    if meeting is first or not meeting.day or not meeting.day.year:
        return False
    mine, its = meeting.day, first.day
    if its and its.year:
        return (mine.year, mine.month or 0, mine.day or 0) < (
            its.year, its.month or 0, its.day or 0
        )  # fmt: skip
    return True


def ordered(codes: frozenset[str]) -> tuple[str, ...]:
    """Return codes in the order they are printed in."""
    return tuple(sorted(codes))
