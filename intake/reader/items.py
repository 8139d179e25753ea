"""Fourth stage, items: what was agreed, proposed, petitioned or reported, clause by clause.

The text is read in order with one thing kept in mind: who is speaking for whom. The
subject and verb that introduce a passage decide its force; the clauses only follow.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.reader import lexicon
from intake.reader.actors import Roster
from intake.reader.clauses import SHORTEST_ITEM, clauses
from intake.reader.facts import Item, Span
from intake.reader.marks import Marks
from intake.reader.meetings import Meeting
from intake.reader.patterns import any_of, first_of, one_of
from intake.reader.results import VAGUE, results, told
from intake.reader.sectors import sectors
from intake.reader.segment import Sentence

BOTH = one_of(lexicon.BOTH_SIDES)
AGREE = re.compile(
    rf"(?:(?:^|, )(?:hội nghị|cuộc hội đàm)|(?<!được ){BOTH})[^.;:,]{{0,50}}?"
    rf"(?:{one_of(lexicon.AGREE_VERBS)})(?! cao)"
)
EMPTY = re.compile(
    rf"[\s,]*(?:đã |sẽ |cùng )*(?:{one_of(lexicon.EMPTY_OBJECTS)}|:\s*$)"
)
HEADING = any_of(lexicon.AGREED_HEADINGS)
PROPOSE = any_of(lexicon.PROPOSE_VERBS)
BY_BOTH = re.compile(
    rf"{BOTH}(?: (?:cùng|tiếp tục|sẽ|đã|cũng|thống nhất|nhất trí|,))*\s*$"
)
SPEAKER = re.compile(
    rf"(?:{one_of((*lexicon.HONORIFICS, *lexicon.TITLE_HEADS))}|"
    r"(?:phía|lãnh đạo) (?:tỉnh|bạn)|tỉnh bạn|phía)[^;:.]{0,90}$"
)
PETITION = re.compile(
    rf"{one_of(lexicon.PETITION_VERBS)}(?: (?:lên|với|tới|đến|cấp|có thẩm quyền|xem xét))*"
    rf"[^,.;]{{0,12}}?{one_of(lexicon.AUTHORITIES)}"
)
BARE_PETITION = re.compile(r"\s*(?:tiếp tục |cùng )?kiến nghị(?!\w)")
IMPERATIVE = first_of(lexicon.IMPERATIVES)
CONNECTOR = first_of(lexicon.CONNECTORS)
BY_BOTH_START = re.compile(
    rf"\s*{BOTH}|\s*(?:ngành|công an|lực lượng|các sở|cơ quan)[^,.;]{{0,40}}(?:hai|các) (?:tỉnh|bên)"
)
PAST = re.compile(r"(?<!\w)đã(?!\w)")
FUTURE = re.compile(r"(?<!\w)(?:sẽ|dự kiến)(?!\w)")
OPENER = any_of(lexicon.REPORT_OPENERS)
NO_REPORT = first_of(lexicon.NO_REPORTS)
FOLLOWS = re.compile(
    r"\s*(?:theo đó|cụ thể|đặc biệt|trong đó|nổi bật|bên cạnh đó)(?!\w)"
)
# "Hai bên thống nhất 6 việc.": what they are is told by the sentences that follow.
COUNTED = re.compile(
    r"[\s,]*(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:việc|nội dung|điểm|vấn đề|"
    r"nhóm|lĩnh vực|nhiệm vụ)[^,;:]{0,40}$"
)
TOPIC_LINE = re.compile(
    r"\s*(?:về|lĩnh vực|trên lĩnh vực|trong lĩnh vực) [^.;:]{3,60}:?$"
)
MEETING_SET = re.compile(
    r"(?:hội nghị|hội đàm|buổi làm việc|chuyến thăm)[^,;]{0,40}? (?:sẽ |dự kiến )?"
    r"(?:được tổ chức|diễn ra|khai mạc)"
)
DOING = any_of(lexicon.IMPERATIVES)
CEREMONY = any_of(lexicon.CEREMONIES)
UNDER_PAPER = re.compile(
    r"\s*(?:theo đó|trong năm nay|trong năm tới|theo (?:biên bản|thỏa thuận|kế hoạch|bản ghi "
    r"nhớ)[^,;.]{0,40}), "
)
LONGEST_TOPIC = 70
LEAD = 0


@dataclass
class Context:
    """What the passage is telling: the force of the clauses to come and who speaks.

    ``named`` is the side of the last person named, in the passage ``named_in``, for
    "the secretary also asked" and for who tells of results.
    """

    force: str | None = None
    passage: int = -1
    listing: int = -1
    paper: int = -1
    signing: bool = False
    reviewing: bool = False
    speaker: str | None = None
    named: str | None = None
    named_in: int = -1

    def hear(self, side: str | None, passage: int) -> None:
        """Keep in mind who was named last, and where."""
        if side:
            self.named, self.named_in = side, passage

    def teller(self, passage: int) -> str | None:
        """Return whose word a passage is: of who is named in it or just before it."""
        return self.named if 0 <= passage - self.named_in <= 1 else None


def items(
    marks: Marks,
    meetings: Sequence[Meeting],
    provinces: dict[str, str | None],
    signings: frozenset[int] = frozenset(),
) -> list[Item]:
    """Return the items of an article, if one of its meetings took place or it has none.

    ``signings`` are the offsets of the sentences in which papers are signed.
    """
    if meetings and not any(meeting.status == "held" for meeting in meetings):
        return []
    roster = Roster(marks, meetings, provinces)
    context, found = Context(reviewing=not meetings), list[Item]()
    for sentence in marks.article.sentences:
        context.signing = sentence.start in signings
        context.paper = sentence.passage if context.signing else context.paper
        if sentence.passage > LEAD and sentence.kind != "archive":
            found += read_sentence(marks, sentence, context, roster)
            side = roster.named(sentence.start, sentence.end)
            context.hear(side, sentence.passage)
    return found


def read_sentence(
    marks: Marks, sentence: Sentence, context: Context, roster: Roster
) -> Iterator[Item]:
    """Yield the items of a sentence, and keep in mind what it opens or ends."""
    low, start, end = marks.article.low, sentence.start, sentence.end
    roster.move_to(sentence)
    if is_topic_line(low, sentence):
        return
    if sentence.kind == "heading":
        context.force = "agreed" if HEADING.search(low, start, end) else None
        context.passage = sentence.passage
    elif verb := proposal(marks, sentence, context):
        begin = max(start, low.rfind(", ", start, verb.start()) + 2)
        begin = max(begin, low.rfind("; ", start, verb.start()) + 2)
        begin = max(begin, low.rfind(": ", start, verb.start()) + 2)
        context.force, context.passage = "proposed", sentence.passage
        context.speaker = roster.speaker(start, verb.start()) or context.named
        yield from split(
            marks, (begin, end), "proposed", "proposal_verb", roster, context
        )
    elif agreed := AGREE.search(low[start:end]):
        span = start + agreed.start(), start + agreed.end()
        yield from agreement(marks, sentence, span, context, roster)
    elif goes_on(marks, sentence, context):
        force = context.force or "agreed"
        yield from split(
            marks, (start, end), force, f"{force}_continued", roster, context
        )
    elif of_paper(marks, sentence, context):
        context.force, context.passage = "agreed", sentence.passage
        yield from split(
            marks, (start, end), "agreed", "under_a_paper", roster, context
        )
    elif reports(marks, sentence, context):
        context.force, context.passage = "reported", sentence.passage
        side = roster.named(start, end) or context.teller(sentence.passage)
        yield from results(marks, sentence, roster, side)
    else:
        leave(low, sentence, context)


def is_topic_line(low: str, sentence: Sentence) -> bool:
    """Whether an entry of a list only names the field of those below it."""
    line = low[sentence.start : sentence.end]
    if sentence.kind != "list" or len(line) > LONGEST_TOPIC:
        return False
    words = re.sub(r"^\s*\S+", "", line)
    return bool(TOPIC_LINE.fullmatch(line)) and not DOING.search(words)


def leave(low: str, sentence: Sentence, context: Context) -> None:
    """Forget what was being told; a review of results may go on behind "theo đó"."""
    in_list = sentence.kind == "list" or low[sentence.end - 1] == ":"
    goes_on = context.force == "reported" and in_list
    opens = goes_on or OPENER.search(low, sentence.start, sentence.end)
    context.force = "reported" if opens else None
    context.passage = sentence.passage


def proposal(
    marks: Marks, sentence: Sentence, context: Context
) -> re.Match[str] | None:
    """Return the verb by which one side asks for something, if the sentence has one."""
    low = marks.article.low
    for verb in PROPOSE.finditer(low, sentence.start, sentence.end):
        before = low[sentence.start : verb.start()]
        if context.reviewing and not marks.codes(verb.end(), sentence.end):
            return None  # said to one's own offices
        if BY_BOTH.search(before) or AGREE.search(before):
            return None
        people = marks.people.within(sentence.start, verb.start())
        if (
            people
            or SPEAKER.search(before)
            or named(marks, sentence.start, verb.start())
        ):
            return verb if asks(low, verb, sentence.end) else None
        if context.force == "proposed" and CONNECTOR.match(low, sentence.start):
            return verb
    return None


def asks(low: str, verb: re.Match[str], end: int) -> bool:
    """Whether something is wished of somebody, not merely hoped for."""
    rest = low[verb.end() : end]
    return len(rest) > SHORTEST_ITEM and not re.match(
        r" (?:được|nhận được|nhận|có dịp)", rest
    )


def named(marks: Marks, start: int, end: int) -> bool:
    """Whether the subject before a verb is one province."""
    codes = marks.codes(start, end)
    return len(codes) == 1 and not re.search(
        r"(?<!\w)(?:hai|các) ", marks.article.low[start:end]
    )


def agreement(
    marks: Marks, sentence: Sentence, agreed: Span, context: Context, roster: Roster
) -> Iterator[Item]:
    """Yield what "hai bên thống nhất" introduces; a bare one only opens the passage."""
    low = marks.article.low
    context.passage = sentence.passage
    if FUTURE.search(low, sentence.start, agreed[1]):
        context.force = None
        return
    context.force = "agreed"
    if COUNTED.match(low, agreed[1], sentence.end - 1):
        context.listing = sentence.passage
        return
    if low[sentence.end - 1] == ":":
        return
    colon = low.find(":", agreed[1], sentence.end)
    if colon > 0 and colon + SHORTEST_ITEM < sentence.end:
        yield from split(
            marks, (colon + 1, sentence.end), "agreed", "agreed_list", roster, context
        )
    elif not EMPTY.match(low, agreed[1], sentence.end):
        begin = max(sentence.start, low.rfind(", ", sentence.start, agreed[0] + 2) + 2)
        yield from split(
            marks, (begin, sentence.end), "agreed", "both_agree", roster, context
        )


def goes_on(marks: Marks, sentence: Sentence, context: Context) -> bool:
    """Whether a sentence carries on what was being agreed or asked for."""
    low, start = marks.article.low, sentence.start
    is_open = context.force in {"agreed", "proposed"} and not context.signing
    if not is_open or MEETING_SET.search(low, start, sentence.end):
        return False
    if sentence.kind == "list":
        return True
    opening = low[start : start + 60]
    if PAST.search(opening) or NO_REPORT.match(low, start):
        return False
    if context.listing == sentence.passage and context.force == "agreed":
        return not CEREMONY.search(low, start, sentence.end)
    carried = IMPERATIVE.match(low, start) or CONNECTOR.match(low, start)
    if carried or context.force == "proposed":
        return bool(carried)
    return bool(BY_BOTH_START.match(low, start)) or starts_with_province(
        marks, sentence
    )


def of_paper(marks: Marks, sentence: Sentence, context: Context) -> bool:
    """Whether a sentence tells what the paper named just before it lays down."""
    low, start, end = marks.article.low, sentence.start, sentence.end
    if context.paper != sentence.passage:
        return False
    opening = UNDER_PAPER.match(low, start)
    if not opening or PAST.search(low, start, end) or VAGUE.search(low, start, end):
        return False
    behind = Sentence(opening.end(), end, sentence.kind, sentence.passage)
    return bool(BY_BOTH_START.match(low, opening.end())) or starts_with_province(
        marks, behind
    )


def starts_with_province(marks: Marks, sentence: Sentence) -> bool:
    """Whether one province is the subject of a sentence."""
    found = marks.provinces.within(sentence.start, sentence.start + 30)
    before = marks.article.low[sentence.start : found[0].start] if found else "?"
    return bool(
        re.fullmatch(r"\s*(?:phía |chính quyền )?(?:tỉnh |thủ đô |thành phố )?", before)
    )


def split(
    marks: Marks, span: Span, force: str, rule: str, roster: Roster, context: Context
) -> Iterator[Item]:
    """Yield the clauses of a span as items; a petition holds to the end of its sentence."""
    low = marks.article.low
    roster.begin(force, context.speaker)
    for start, end in clauses(low, *span):
        if force == "agreed" and is_petition(low, start, end):
            force, rule = "petition", "petition_verb"
        if end - start < SHORTEST_ITEM:
            continue
        actors, addressees = roster.clause(start, end, force)
        yield Item(
            force,
            start,
            end,
            sectors(low, start, end),
            actors,
            addressees,
            rule,
            side=context.speaker if force == "proposed" else None,
        )


def is_petition(low: str, start: int, end: int) -> bool:
    """Whether a clause agrees to ask a higher authority."""
    return bool(
        PETITION.search(low, start, end) or BARE_PETITION.match(low, start, end)
    )


def reports(marks: Marks, sentence: Sentence, context: Context) -> bool:
    """Whether a sentence tells results of what was agreed before."""
    low, start, end = marks.article.low, sentence.start, sentence.end
    if NO_REPORT.match(low, start) or FUTURE.search(low, start, end):
        return False
    within = context.force == "reported" and (
        context.passage == sentence.passage
        or sentence.kind == "list"
        or FOLLOWS.match(low, start)
    )
    reviewed = (
        context.reviewing and low[end - 1] != "?" and PAST.search(low, start, end)
    )
    return bool(
        (within or reviewed or OPENER.search(low, start, end))
        and any(True for _ in told(marks, sentence))
    )
