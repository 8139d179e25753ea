"""Fourth stage, items: what was agreed, proposed, petitioned or reported, clause by clause.

The text is read in order with one thing kept in mind: who is speaking for whom. The
subject and verb that introduce a passage decide its force; the clauses only follow.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.reader import agreeing, asking, lexicon
from intake.reader.actors import Roster
from intake.reader.agreeing import (
    BOTH,
    CEREMONY,
    DOING,
    FUTURE,
    MEETING_SET,
    NO_REPORT,
    PAST,
)
from intake.reader.clauses import SHORTEST_ITEM, clauses
from intake.reader.english import english
from intake.reader.facts import Item, Span
from intake.reader.marks import Marks
from intake.reader.meetings import Meeting
from intake.reader.patterns import any_of, first_of, one_of
from intake.reader.promises import promise
from intake.reader.results import VAGUE, results, told
from intake.reader.sectors import sectors
from intake.reader.segment import Sentence

HEADING = any_of(lexicon.AGREED_HEADINGS)
PROPOSE = any_of(lexicon.PROPOSE_VERBS)
BY_BOTH = re.compile(
    rf"{BOTH}(?: (?:cùng|tiếp tục|sẽ|đã|cũng|thống nhất|nhất trí|,))*\s*$"
)
SPEAKER = re.compile(
    rf"(?:{one_of((*lexicon.HONORIFICS, *lexicon.TITLE_HEADS))}|"
    r"(?:phía|lãnh đạo) (?:tỉnh|bạn)|tỉnh bạn|phía)[^;:.]{0,90}$"
)
IMPERATIVE = first_of(lexicon.IMPERATIVES)
CONNECTOR = first_of(lexicon.CONNECTORS)
OPENER = re.compile(
    rf"{one_of(lexicon.REPORT_OPENERS)}|(?<!\w)(?:(?:sau|qua|trong|trải qua) )?(?:hơn |gần )?"
    r"(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|mười) (?:năm|tháng)(?: đầu năm)?"
    r"(?: qua| triển khai| thực hiện| hợp tác| trở lại đây)"
    r"|(?<!\w)(?:cho biết|cho hay|thông báo),? (?:rằng )?(?:trong )?năm 20\d\d(?!\w)"
)
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
LONGEST_TOPIC = 70
LEAD = 0
FEW_PASSAGES = 2
LONG_LEAD = 4


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
    topical: int = -1
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
    lead = lead_of(marks)
    for sentence in marks.article.sentences:
        context.signing = sentence.start in signings
        context.paper = sentence.passage if context.signing else context.paper
        if is_told(sentence, lead) and sentence.kind != "archive":
            found += read_sentence(marks, sentence, context, roster)
            side = roster.named(sentence.start, sentence.end)
            context.hear(side, sentence.passage)
    return found


def lead_of(marks: Marks) -> range:
    """Return the offsets of the lead, whose news the article tells again.

    A long first passage is no lead but for its first sentence; a note of one or two
    passages tells nothing twice.
    """
    told = [s for s in marks.article.sentences if s.kind not in {"heading", "archive"}]
    first = [sentence for sentence in told if sentence.passage <= LEAD]
    if not first:
        return range(0)
    short = len({sentence.passage for sentence in told}) <= FEW_PASSAGES
    last = first[0] if short or len(first) >= LONG_LEAD else first[-1]
    return range(first[0].start, last.end)


def is_told(sentence: Sentence, lead: range) -> bool:
    """Whether a sentence stands behind the lead."""
    return sentence.start not in lead


def read_sentence(
    marks: Marks, sentence: Sentence, context: Context, roster: Roster
) -> Iterator[Item]:
    """Yield the items of a sentence, and keep in mind what it opens or ends."""
    low, start, end = marks.article.low, sentence.start, sentence.end
    roster.move_to(sentence)
    if is_topic_line(low, sentence) or only_opens(low, sentence, context):
        return
    agreeing_yet = context.force == "agreed" and sentence.passage == context.passage
    if in_english := list(english(marks, sentence, roster, agreeing=agreeing_yet)):
        asks = in_english[0].force in {"proposed", "reported"}
        context.force, context.passage = None if asks else "agreed", sentence.passage
        yield from in_english
        return
    if sentence.kind == "heading":
        context.force = "agreed" if HEADING.search(low, start, end) else None
        context.passage = sentence.passage
    elif verb := proposal(marks, sentence, context):
        yield from request(marks, sentence, verb, context, roster)
    elif agreed := agreeing.agreed_by(marks, sentence):
        yield from agreement(marks, sentence, agreed, context, roster)
    elif promised := promise(marks, sentence, roster, context.named):
        context.force, context.passage = None, sentence.passage
        yield promised
    elif goes_on(marks, sentence, context):
        force = context.force or "agreed"
        yield from split(
            marks, (start, end), force, f"{force}_continued", roster, context
        )
    elif rule := laid_down(marks, sentence, context):
        context.force, context.passage = "agreed", sentence.passage
        yield from split(marks, (start, end), "agreed", rule, roster, context)
    elif reports(marks, sentence, context):
        going_on = tells_results(sentence, context)
        context.force, context.passage = "reported", sentence.passage
        side = roster.named(start, end) or context.teller(sentence.passage)
        yield from results(marks, sentence, roster, side, going_on=going_on)
    else:
        leave(low, sentence, context)


def request(
    marks: Marks,
    sentence: Sentence,
    verb: re.Match[str],
    context: Context,
    roster: Roster,
) -> Iterator[Item]:
    """Yield what one side asks for, from the last clause before the verb on."""
    low, start, end = marks.article.low, sentence.start, sentence.end
    begin = max(low.rfind(sign, start, verb.start()) + 2 for sign in (", ", "; ", ": "))
    context.force, context.passage = "proposed", sentence.passage
    context.speaker = roster.speaker(start, verb.start()) or context.named
    span = max(start, begin), end
    yield from split(marks, span, "proposed", "proposal_verb", roster, context)


def only_opens(low: str, sentence: Sentence, context: Context) -> bool:
    """Whether a sentence says that points were agreed, which those behind it tell."""
    if not agreeing.REACHED.search(low, sentence.start, sentence.end):
        return False
    context.force = "agreed"
    context.passage = context.listing = sentence.passage
    return True


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
        if asking.NOUN.search(low[sentence.start : verb.start()]) or asking.OF.match(
            low, verb.end()
        ):
            continue
        before = low[sentence.start : verb.start()]
        if context.reviewing and not marks.codes(verb.end(), sentence.end):
            return None  # said to one's own offices
        if BY_BOTH.search(before) or agreeing.AGREE.search(before):
            return None
        people = marks.people.within(sentence.start, verb.start())
        if (
            people
            or SPEAKER.search(before)
            or asking.named(marks, sentence.start, verb.start())
        ):
            return verb if asking.asks(low, verb, sentence.end) else None
        if context.force == "proposed" and CONNECTOR.match(low, sentence.start):
            return verb
    return asking.need(marks, sentence)


def agreement(
    marks: Marks, sentence: Sentence, agreed: Span, context: Context, roster: Roster
) -> Iterator[Item]:
    """Yield what "hai bên thống nhất" introduces; a bare one only opens the passage."""
    low = marks.article.low
    context.passage = sentence.passage
    if FUTURE.search(low, sentence.start, agreed[1]) and not agreeing.BOTH_ASK.match(
        low, agreed[0]
    ):
        context.force = None
        return
    context.force = "agreed"
    if COUNTED.match(low, agreed[1], sentence.end - 1):
        context.listing = sentence.passage
        return
    if low[sentence.end - 1] == ":":
        return
    colon = low.find(":", agreed[1], sentence.end)
    if colon > 0 and agreeing.names_fields(marks, agreed[1], colon, sentence.end):
        return
    if colon > 0 and colon + SHORTEST_ITEM < sentence.end:
        yield from split(
            marks, (colon + 1, sentence.end), "agreed", "agreed_list", roster, context
        )
    elif not agreeing.is_empty(low, agreed[1], sentence.end):
        begin = max(sentence.start, low.rfind(", ", sentence.start, agreed[0] + 2) + 2)
        yield from split(
            marks, (begin, sentence.end), "agreed", "both_agree", roster, context
        )
    elif detail := agreeing.DETAIL.search(low, agreed[1], sentence.end):
        span = detail.end(), sentence.end
        yield from split(marks, span, "agreed", "both_agree_in_detail", roster, context)


def goes_on(marks: Marks, sentence: Sentence, context: Context) -> bool:
    """Whether a sentence carries on what was being agreed or asked for."""
    low, start = marks.article.low, sentence.start
    is_open = context.force in {"agreed", "proposed"} and not context.signing
    if not is_open or MEETING_SET.search(low, start, sentence.end):
        return False
    if sentence.kind == "list":
        return not opens_with_day(marks, sentence)
    if PAST.search(low, start, start + 60) or NO_REPORT.match(low, start):
        return False
    if agreeing.TODAY.search(low, start, sentence.end):
        return False
    if context.force == "agreed":
        return goes_on_agreed(marks, sentence, context)
    return bool(IMPERATIVE.match(low, start) or CONNECTOR.match(low, start))


def opens_with_day(marks: Marks, sentence: Sentence) -> bool:
    """Whether an entry of a list begins with a day: it tells of a meeting."""
    return any(
        day.is_day for day in marks.dates.within(sentence.start, sentence.start + 1)
    )


def goes_on_agreed(marks: Marks, sentence: Sentence, context: Context) -> bool:
    """Whether a sentence in prose carries on what was being agreed."""
    low, start, end = marks.article.low, sentence.start, sentence.end
    if sentence.passage in {context.listing, context.topical}:
        return not CEREMONY.search(low, start, end)
    if agreeing.TOPICAL.match(low, start, end):
        context.topical = sentence.passage
    same = context.passage == sentence.passage
    return bool(
        IMPERATIVE.match(low, start)
        or CONNECTOR.match(low, start)
        or agreeing.COUNTED_OFF.match(low, start)
        or (same and agreeing.GIVEN.match(low, start, end))
        or agreeing.BY_BOTH_START.match(low, start)
        or agreeing.starts_with_province(marks, sentence)
        or (same and agreeing.some_will(marks, sentence))
    )


def laid_down(marks: Marks, sentence: Sentence, context: Context) -> str | None:
    """Return the rule by which a sentence of its own tells what is agreed, if one does."""
    low, start, end = marks.article.low, sentence.start, sentence.end
    if VAGUE.search(low, start, end) or context.reviewing or context.signing:
        return None
    if agreeing.lays_down(marks, sentence, context.paper):
        return "under_a_paper"
    if agreeing.one_promises(marks, sentence):
        return "one_promises"
    return "both_will" if agreeing.both_will(marks, sentence) else None


def split(
    marks: Marks, span: Span, force: str, rule: str, roster: Roster, context: Context
) -> Iterator[Item]:
    """Yield the clauses of a span as items; a petition holds to the end of its sentence."""
    low = marks.article.low
    roster.begin(force, context.speaker)
    if counted := agreeing.COUNTED_OFF.match(low, *span):
        span = counted.end(), span[1]
    for start, end in clauses(low, *span):
        if force == "agreed" and agreeing.is_petition(low, start, end):
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
            confidence="uncertain" if rule == "both_will" else "likely",
            side=context.speaker if force == "proposed" else None,
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
        and any(
            True
            for _ in told(marks, sentence, going_on=tells_results(sentence, context))
        )
    )


def tells_results(sentence: Sentence, context: Context) -> bool:
    """Whether the passage is already telling results."""
    return context.force == "reported" and context.passage == sentence.passage
