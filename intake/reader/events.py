"""Fourth stage, events: meetings named in a sentence, with day, place, parties, status."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from intake.reader import lexicon, paper_words
from intake.reader.dates import DateMark
from intake.reader.marks import Marks
from intake.reader.patterns import any_of, one_of
from intake.reader.places import place
from intake.reader.segment import Sentence

NOUN = any_of(lexicon.EVENT_NOUNS)
PAPER_BEFORE = re.compile(
    rf"(?:{one_of(paper_words.DOCUMENT_KINDS)}(?: {one_of(paper_words.DOCUMENT_WORDS)})*|"
    r"chuẩn bị(?: nội dung)?(?: cho)?|bên lề|(?<!có )(?<!hiện )(?<!đầu )(?<!tiến hành )chuyến)\s+$"
)
OTHER = re.compile(rf"[^,.;]{{0,30}}?{one_of(lexicon.OTHER_MEETINGS)}")
REVIEW = re.compile(
    r" (?:sơ kết|tổng kết)[^,.;]{0,40}? (?:biên bản|bản ghi nhớ|thỏa thuận|hợp tác)(?!\w)"
)
TOGETHER = any_of(lexicon.HELD_TOGETHER)
NOT_TRAILING = re.compile(
    r"biên bản|thỏa thuận|ghi nhớ|chuyến|nhân dịp|kể từ|kỷ niệm|thành lập|trước ngày|hạn"
)
# "Hội nghị sơ kết biên bản, tổ chức sáng ...": the verb takes the day to the meeting.
HELD_ON = re.compile(r"[, ](?:được |đã )?(?:tổ chức|diễn ra)(?: vào| hôm)?\s*$")
TAKES_DAY = re.compile(
    r"(?:diễn ra|tổ chức|khai mạc|bế mạc|khép lại|kết thúc)(?: vào| hôm| trong)?[^,]*$"
)
POSTPONED = any_of(lexicon.POSTPONED)
NOT_AS_PLANNED = any_of(lexicon.NOT_AS_PLANNED)
CANCELLED = any_of(lexicon.CANCELLED)
TENSE = re.compile(
    rf"(?P<announced>{one_of(lexicon.ANNOUNCED)})|{one_of(lexicon.HELD)}"
)
# "hội nghị ba tỉnh", "hội đàm giữa 4 tỉnh": how many take part.
COUNTED = re.compile(
    rf"(?:hội nghị|hội đàm|cuộc họp|giữa)[^,.;:]{{0,50}}? (?P<number>{one_of(lexicon.NUMBERS)}) tỉnh(?!\w)"
)
LISTED = re.compile(r"\s*(?:,|và|[-–—])\s*(?:các )?(?:tỉnh |thành phố |thủ đô )?")
NEW_DAY = re.compile(r"(?:sang|lại vào) (?:ngày|sáng|chiều|\d)\s?\S*$")
TWO = re.compile(r"(?<!\w)(?:hai|2|các) hội nghị cấp cao")
BETWEEN = re.compile(r"[^.;]{0,40}?giữa ")
VISITED = re.compile(r"(?:tỉnh|thủ đô|thành phố) $")
MANY = re.compile(r"(?<!\w)(?:các|hai|ba|bốn|\d) tỉnh $")
RANKS = ("summit", "talks", "visit", "signing")
LEAD = 1
LONGEST_GAP = 200
LONGEST_PASSAGE = 3000
LONGEST_OPENING = 70
OTHER_DOING = r"(?!(?:đoàn|đã|dâng|viếng|thăm|dự)(?!\w))"
ONLY_WHERE = re.compile(rf"[\s,)]*(?:tại|ở)(?:,? {OTHER_DOING}[^,;.\s]+)+[.…]")


@dataclass(frozen=True)
class EventMark:
    """A meeting as one sentence tells of it."""

    start: int
    end: int
    kind: str
    status: str
    date: DateMark | None
    provinces: frozenset[str]
    place: str | None
    sentence: Sentence
    is_several: bool = False


def events(marks: Marks) -> list[EventMark]:
    """Return every meeting the headline and the body tell of, in order."""
    title = marks.article.title
    head = [Sentence(*title, "title", -1)] if title else []
    found: list[EventMark] = []
    opening: Sentence | None = None
    for sentence in (*head, *marks.article.sentences):
        nouns = list(event_nouns(marks, sentence))
        days = [
            date
            for date in marks.dates.within(sentence.start, sentence.end)
            if date.is_day
        ]
        before, opening = opening, None
        if not nouns:
            opening = sentence if is_opening(marks, sentence, days) else None
            continue
        if before and not days and before.passage == sentence.passage:
            found += list(opened(marks, before, sentence, nouns))
            continue
        if sentence.kind == "archive":
            days = [date for date in days if date.year]
        found += list(dated(marks, sentence, nouns, days))
        if not days and sentence.kind != "archive" and sentence.passage <= 1:
            found += list(undated(marks, sentence, nouns))
    return found


def is_opening(marks: Marks, sentence: Sentence, days: list[DateMark]) -> bool:
    """Whether a sentence only says when and where: "Chiều nay, tại thị xã X."."""
    at_once = len(days) == 1 and days[0].start == sentence.start
    if not at_once or sentence.end - sentence.start > LONGEST_OPENING:
        return False
    return bool(ONLY_WHERE.fullmatch(marks.article.low, days[0].end, sentence.end))


def opened(
    marks: Marks, before: Sentence, sentence: Sentence, nouns: list[re.Match[str]]
) -> Iterator[EventMark]:
    """Yield the meeting whose day and place stand in the short sentence before it."""
    noun = min(nouns, key=lambda noun: (rank(noun[0]), noun.start()))
    day = next(iter(marks.dates.within(before.start, before.end)))
    where = place(marks.article.text, marks.article.low, before.start, before.end)
    told = event(marks, sentence, noun, day, (sentence.start, sentence.end))
    if noun[0] not in lexicon.LOOSE_NOUNS and where:
        yield replace(told, place=marks.article.text[slice(*where)])


def event_nouns(marks: Marks, sentence: Sentence) -> Iterator[re.Match[str]]:
    """Yield the words for a meeting between provinces; papers named after one are none."""
    low = marks.article.low
    for noun in NOUN.finditer(low, sentence.start, sentence.end):
        behind = low[max(sentence.start, noun.start() - 60) : noun.start()]
        if PAPER_BEFORE.search(behind):
            continue
        loose = noun[0] in lexicon.LOOSE_NOUNS
        other = loose and OTHER.match(low, noun.end(), sentence.end)
        if not other or is_shared_review(low, noun, sentence):
            yield noun


def is_shared_review(low: str, noun: re.Match[str], sentence: Sentence) -> bool:
    """Whether a meeting reviews the minutes of two sides, and both sides chair it."""
    reviews = REVIEW.match(low, noun.end(), sentence.end)
    behind = low[noun.end() : sentence.end + LONGEST_GAP * 2]
    return bool(reviews) and bool(TOGETHER.search(behind))


def dated(
    marks: Marks, sentence: Sentence, nouns: list[re.Match[str]], days: list[DateMark]
) -> Iterator[EventMark]:
    """Pair the days of a sentence with its words for a meeting."""
    low, used, paired = marks.article.low, set[int](), dict[int, re.Match[str]]()
    for noun in nouns:
        for index, day in enumerate(days):
            if index not in paired and trails(low, noun, day, nouns):
                paired[index] = noun
                used.add(noun.start())
                until = next_start(day, nouns, days, sentence)
                yield event(marks, sentence, noun, day, (noun.start(), until))
                break
    for index, day in enumerate(days):
        if index in paired:
            continue
        until = days[index + 1].start if index + 1 < len(days) else sentence.end
        if index and index - 1 in paired and is_new_day(low, sentence, day):
            yield event(marks, sentence, paired[index - 1], day, (day.start, until))
            continue
        own = [noun for noun in nouns if day.end <= noun.start() < until]
        own = [noun for noun in own if noun.start() not in used]
        if own:
            noun = min(own, key=lambda noun: (rank(noun[0]), noun.start()))
            yield event(marks, sentence, noun, day, (day.start, until))


def next_start(
    day: DateMark,
    nouns: list[re.Match[str]],
    days: list[DateMark],
    sentence: Sentence,
) -> int:
    """Return where, behind a meeting and its day, the next one begins."""
    later = [other.start() for other in nouns if other.start() > day.end]
    later += [other.start for other in days if other.start > day.start]
    return min([*later, sentence.end])


def trails(
    low: str, noun: re.Match[str], day: DateMark, nouns: list[re.Match[str]]
) -> bool:
    """Whether a day stands behind the meeting it belongs to."""
    if not noun.end() <= day.start <= noun.end() + LONGEST_GAP:
        return False
    if any(noun.end() <= other.start() < day.start for other in nouns):
        return False
    gap = low[noun.end() : day.start]
    apart = NOT_TRAILING.search(gap) and not HELD_ON.search(gap)
    if apart or re.search(r"(?<!\w)ký", gap):
        return False
    tight = "," not in gap.rstrip(" ,") or TAKES_DAY.search(gap)
    return bool(tight) and not re.search(r"[;.] |(?<!\w)và $", gap)


def rank(noun: str) -> int:
    """Order words for a meeting: the clearer one names the event."""
    loose = noun in lexicon.LOOSE_NOUNS or noun == "làm việc với"
    return RANKS.index(lexicon.EVENT_NOUNS[noun]) + 4 * loose


def event(
    marks: Marks,
    sentence: Sentence,
    noun: re.Match[str],
    day: DateMark | None,
    span: tuple[int, int],
) -> EventMark:
    """Return what a stretch of a sentence says about one meeting."""
    low, text = marks.article.low, marks.article.text
    start, end = span
    where = place(text, low, day.end if day else start, end) or place(
        text, low, start, end
    )
    received = noun[0].startswith("tiếp")
    if where is None and lexicon.EVENT_NOUNS[noun[0]] == "visit" and not received:
        where = visited(marks, noun.end(), end)
    return EventMark(
        start, end, lexicon.EVENT_NOUNS[noun[0]], status(low, sentence, day, span), day,
        parties(marks, noun, span), text[slice(*where)] if where else None, sentence,
        is_several=bool(TWO.search(low, start, end)),
    )  # fmt: skip


def visited(marks: Marks, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the province behind a word for a visit, the word "tỉnh" included."""
    for mark in marks.provinces.within(start, end):
        before = marks.article.low[start : mark.start]
        word = VISITED.search(before)
        if word and "đoàn" not in before and not MANY.search(before):
            return start + word.start(), mark.end
    return None


def undated(
    marks: Marks, sentence: Sentence, nouns: list[re.Match[str]]
) -> Iterator[EventMark]:
    """Yield the meeting that a headline or lead tells of without a day."""
    noun = min(nouns, key=lambda noun: (rank(noun[0]), noun.start()))
    if noun[0] not in lexicon.LOOSE_NOUNS:
        yield event(marks, sentence, noun, None, (sentence.start, sentence.end))


def parties(marks: Marks, noun: re.Match[str], span: tuple[int, int]) -> frozenset[str]:
    """Return the provinces that meet; none where more are counted than can be named."""
    found = named_parties(marks, noun, span)
    said = COUNTED.search(marks.article.low, *span)
    if said is None or len(found) >= lexicon.NUMBERS[said["number"]]:
        return found
    lead = marks.article.passages.get(LEAD + 1, span[1])
    whole = marks.codes(0, min(lead, LONGEST_PASSAGE))
    return whole if len(whole) == lexicon.NUMBERS[said["number"]] else frozenset()


def named_parties(
    marks: Marks, noun: re.Match[str], span: tuple[int, int]
) -> frozenset[str]:
    """Return the provinces named beside the word for a meeting, else the article's."""
    low = marks.article.low
    found = marks.codes(*span)
    if between := BETWEEN.match(low, noun.end(), span[1]):
        close = re.compile(r"[,;.]|(?<!\w)(?:đã|sẽ|diễn|được|vừa)(?!\w)").search(
            low, between.end(), span[1]
        )
        named = marks.codes(between.end(), close.start() if close else span[1])
        found = named if marks.is_pair(named) else found
    if marks.parties and marks.parties < found and len(marks.parties) == 2:  # noqa: PLR2004
        return found if is_listed(marks, span) else marks.parties
    return marks.completed(found) or before_it(marks, noun, span)


def is_listed(marks: Marks, span: tuple[int, int]) -> bool:
    """Whether a province that is no party of the article stands in a row with one that is."""
    for one, other in pairwise(marks.provinces.within(*span)):
        together = LISTED.fullmatch(marks.article.low, one.end, other.start)
        if together and (one.code in marks.parties) != (other.code in marks.parties):
            return not (one.is_town or other.is_town)
    return False


def before_it(
    marks: Marks, noun: re.Match[str], span: tuple[int, int]
) -> frozenset[str]:
    """Return the pair of an article of several pairs that "hai đoàn" stands for.

    The passage named it just before; or the meeting is in a town called after one side.
    """
    named = marks.codes(*span)
    sentence = marks.article.sentence_at(noun.start())
    if sentence and not named:
        opening = marks.article.passages[sentence.passage]
        opening = max(opening, noun.start() - LONGEST_PASSAGE)
        told = marks.completed(marks.codes(opening, noun.start()))
        if len(told) == 2:  # noqa: PLR2004 - the two sides
            return told
    towns = {
        mark.code
        for mark in marks.provinces.within(*span)
        if mark.is_town and mark.code in marks.parties
    }
    return marks.completed(named | towns) if len(towns) == 1 else frozenset()


def is_new_day(low: str, sentence: Sentence, day: DateMark) -> bool:
    """Whether a meeting put off is moved to this day."""
    return bool(
        NEW_DAY.search(low[max(sentence.start, day.start - 24) : day.start + 5])
    )


def status(
    low: str, sentence: Sentence, day: DateMark | None, span: tuple[int, int]
) -> str:
    """Return announced, held, postponed or cancelled by what the sentence says first."""
    if day and is_new_day(low, sentence, day):
        return "announced"
    if CANCELLED.search(low, sentence.start, sentence.end):
        return "cancelled"
    if POSTPONED.search(low, sentence.start, sentence.end) or NOT_AS_PLANNED.search(
        low, *span
    ):
        return "postponed"
    if day and day.cue == "coming":
        return "announced"
    tense = TENSE.search(low, *span)
    return "announced" if tense and tense["announced"] else "held"
