"""Third and fourth stage, documents: papers named, and what the sentence says of them."""

import re
from dataclasses import dataclass, replace

from intake.reader import paper_words
from intake.reader.dates import DateMark
from intake.reader.marks import Marks
from intake.reader.patterns import any_of, one_of
from intake.reader.places import place
from intake.reader.segment import Sentence
from intake.reader.signers import SIGN, behind_the_paper

HEAD = re.compile(
    rf"(?<!văn )({one_of(paper_words.DOCUMENT_KINDS)})((?: {one_of(paper_words.DOCUMENT_WORDS)})*)"
)
PERIOD = r"(?P<first>20\d\d)(?:\s?[-–—]\s?(?P<last>20\d\d)| (?:đến|tới) (?:năm )?(?P<until>20\d\d))?"
LABEL = re.compile(
    rf"\(?(?:năm|giai đoạn|thời kỳ|nhiệm kỳ|các năm|for the|for) {PERIOD}"
)
SIGNED_IN = re.compile(
    r"(?:được |đã |hai (?:bên|tỉnh) )*(?:ký|kí)(?: kết)? (?:vào |trong |từ |hồi )*"
    r"(?:tháng (?P<month>\d{1,2})(?:/|-|,? năm )|năm )(?P<year>20\d\d)"
)
SIGNED_ON = re.compile(
    r"(?:được |đã |hai (?:bên|tỉnh) )*(?:ký|kí)(?: kết)?(?: tại [^.;]{1,120}?| vào| hôm|,)*\s*$|"
    r"(?<!\w)mà [^.;,]{1,50}? (?:ký|kí)(?: kết)? với [^.;,]{1,40}$"
)
PASSIVE = re.compile(
    r"[^,.;:]{0,40}?(?:được|do) (?:[^\s,.;]+ ){0,4}?(?:ký|kí|thông qua)(?: kết)?(?!\w)"
)
# "Trước đó, năm 2021, hai tỉnh đã ký ...": the year stands at the sentence's head.
LONG_AGO = re.compile(
    r"^(?:[^,.;]{0,30}(?:trước đó|được biết|trước đây)[^,;]{0,20},)?\s*(?:từ|vào|hồi|cuối|đầu|giữa|"
    r"trong|trước đó|năm|tháng|in|\s)*$"
)
ONCE = re.compile(r"(?<!\w)(?:đã )?từng(?: cùng)?\s*$")
SPANNED = re.compile(
    r"[;.]|(?<!\w)(?:hôm nay|sáng nay|chiều nay|hội nghị|hội đàm)(?!\w)"
)
DRAFT = re.compile(r"(?<!\w)(?:bản )?dự thảo(?: \w+){0,2}\s+$")
# A signing that is wished for or prepared; what is done says "đã".
WISHED = re.compile(
    rf"{one_of((*paper_words.FUTURE, *paper_words.SIGNING_WISHED))}"
    r"(?:(?!(?<!\w)đã(?!\w))[^.;:]){0,80}?(?:ký|kí)(?: kết)?\s(?:[^.;,]{0,20}\s)?$"
)
THEN_SIGNED = re.compile(
    r"[^.;,]{0,40}? (?:và|rồi) (?:đã |cùng |tiến hành |chính thức )*(?:ký|kí)(?: kết)?"
    r"(?=\s*(?:[.,;]|$)|\s(?:ngay|tại|trước)(?!\w))"
)
AHEAD_BEHIND = re.compile(
    rf"[^.;:]{{0,70}}?{one_of(('dự kiến', 'sẽ', 'sắp'))} [^.;:]{{0,120}}?"
    r"(?<!ngày )(?<!khi )(?<!\w)(?:ký|kí)(?!\w)"
)
# Said behind a paper: it was carried out, or the sides once signed it.
CARRIED_OUT = re.compile(
    r"[^,.;:]{0,60}? (?:đã |được )+(?:cơ bản )?(?:hoàn thành|triển khai|thực hiện)(?! (?:ký|kí))(?!\w)"
)
EXPIRES = re.compile(r"[^,.;:]{0,60}? (?:sẽ |đã )?hết (?:hiệu lực|hạn)(?!\w)")
THEY_SIGNED = re.compile(
    r"[^,.;:]{0,30}? mà [^,.;:]{2,30}? (?:đã |cùng )+(?:ký|kí)(?: kết)?(?!\w)"
)
# "Văn bản cuối cùng là ...": one of those just said to be signed.
ONE_OF_THEM = re.compile(
    r"^\s*(?:văn bản|văn kiện) (?:thứ [^,.;]{2,6}|cuối cùng|còn lại) là $"
)
TO_BE_SIGNED = re.compile(
    r" để (?:(?:hai bên|hai tỉnh|sớm|tiến tới) )?(?:ký|kí)(?: kết)?(?!\w)"
)
REFERS = re.compile(r" (?:này|nói trên|nêu trên)(?!\w)")
OF_TWO = re.compile(r" do hai tỉnh [^,.;]{3,60}? (?:đã )?ký(?!\w)")
BLOCKED = re.compile(rf"{one_of(paper_words.NO_DOCUMENT_BEFORE)}\s+(?:dự thảo )?$")
BLOCKED_LOOSE = re.compile(rf"{one_of(paper_words.NO_LOOSE_BEFORE)}\s+$")
REVIEW = any_of(paper_words.REVIEW_VERBS)
FUTURE = any_of(paper_words.FUTURE)
JOINED = re.compile(r"\s*(?:,|và|cùng)\s*(?:các )?$")
CLAUSE_END = re.compile(r"[;.!?]|(?<!\d),(?!\d)")
REACH = 160


@dataclass(frozen=True)
class DocumentMark:
    """A paper named in a sentence; `signed_on` is the mark of its day, or only a year."""

    start: int
    end: int
    kind: str
    covers: str | None
    stage: str
    signed_on: DateMark | None
    provinces: frozenset[str]
    place: str | None
    sentence: Sentence
    is_loose: bool = False
    signed_by: tuple[str, ...] = ()
    is_of_two: bool = False
    until: int = 0
    refers: bool = False
    is_one_of_them: bool = False


def documents(marks: Marks) -> list[DocumentMark]:
    """Return every paper the headline or the body names, with its stage in that sentence."""
    found: list[DocumentMark] = []
    title = marks.article.title
    head = [Sentence(*title, "title", -1)] if title else []
    for sentence in (*head, *marks.article.sentences):
        previous = None
        for match in HEAD.finditer(marks.article.low, sentence.start, sentence.end):
            if mark := document(marks, sentence, match, previous):
                found.append(mark)
                previous = mark
    return found


def document(
    marks: Marks,
    sentence: Sentence,
    match: re.Match[str],
    previous: DocumentMark | None,
) -> DocumentMark | None:
    """Return the mark of one paper, None where the words name none."""
    low = marks.article.low
    behind = low[max(sentence.start, match.start() - 40) : match.start()]
    if BLOCKED.search(behind):
        return None
    following = HEAD.search(low, match.end(), sentence.end)
    until = following.start() if following else sentence.end
    limit = min(until, match.end() + REACH)
    label = label_of(low, match.end(), limit)
    loose = match[1] in paper_words.LOOSE_DOCUMENTS
    signed_by = behind_the_paper(marks, sentence, label.end() if label else match.end())
    drafted = DRAFT.search(behind) and TO_BE_SIGNED.match(low, match.end())
    refers = bool(REFERS.match(low, match.end()))
    told = signed_by or drafted or refers or is_named(match, label, behind)
    if loose and not told:
        return None
    signed = signed_on(marks, match, limit) or signed_long_ago(marks, sentence, match)
    stage = stage_of(low, sentence, match, previous, is_dated=signed is not None)
    if drafted or (stage != "earlier" and is_ahead(low, sentence, match)):
        stage = "planned"
    stage = stage or ("signed" if signed_by else None)
    if stage is None:
        return None
    end = label_end(low, label) if label else match.end()
    where = place(marks.article.text, low, signed.end, limit) if signed else None
    return DocumentMark(
        match.start(), end, paper_words.DOCUMENT_KINDS[match[1]], covers(label), stage, signed,
        marks.codes(match.end(), limit), marks.article.text[slice(*where)] if where else None,
        sentence, is_loose=loose, is_of_two=bool(OF_TWO.match(low, match.end(), limit)),
        signed_by=tuple(signed_by), refers=refers,
        is_one_of_them=bool(ONE_OF_THEM.match(low[sentence.start : match.start()])),
        until=until,
    )  # fmt: skip


def is_named(match: re.Match[str], label: re.Match[str] | None, behind: str) -> bool:
    """Whether a loose word for a paper says what it is about or for when."""
    named = label or "hợp tác" in match[2] or "bổ sung" in match[2]
    return bool(named) and not BLOCKED_LOOSE.search(behind)


def label_of(low: str, start: int, limit: int) -> re.Match[str] | None:
    """Return the year or period behind a paper's name, not the year of its signing."""
    label = LABEL.search(low, start, limit)
    signing = label and re.search(
        r"(?:ký|kí)(?: kết)?[^,]{0,12}$", low[start : label.start()]
    )
    return None if signing else label


def label_end(low: str, label: re.Match[str]) -> int:
    """Return where a label ends, its closing bracket included."""
    return label.end() + low.startswith(")", label.end())


def is_ahead(low: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a paper is a draft, or its signing said to be still to come."""
    before = low[max(sentence.start, match.start() - REACH) : match.start()]
    if THEN_SIGNED.match(low, match.end(), sentence.end):
        return False
    return bool(
        DRAFT.search(before)
        or WISHED.search(before)
        or AHEAD_BEHIND.match(low, match.end(), sentence.end)
    )


def covers(label: re.Match[str] | None) -> str | None:
    """Return the year or period of a label as EDTF."""
    if label is None:
        return None
    last = label["last"] or label["until"]
    return f"{label['first']}/{last}" if last else label["first"]


def signed_on(marks: Marks, match: re.Match[str], limit: int) -> DateMark | None:
    """Return the day, or only the year, on which a sentence says the paper was signed."""
    low = marks.article.low
    for date in marks.dates.within(match.end(), limit):
        if (
            date.day
            and date.year
            and not date.cue
            and (
                SIGNED_ON.search(low, match.end(), date.start)
                or is_dated_itself(low, match, date)
            )
        ):
            return date
        if (
            date.day
            and date.year
            and re.search(r"ký[^.;]*? tại [^;.]*$", low[match.end() : date.start])
        ):
            return date
    if found := SIGNED_IN.search(low, match.end(), min(limit, match.end() + 60)):
        month = int(found["month"]) if found["month"] else None
        return DateMark(*found.span("year"), int(found["year"]), month)
    return None


def is_dated_itself(low: str, match: re.Match[str], date: DateMark) -> bool:
    """Whether a paper is called by its day, "Biên bản ngày 5/9/2024", and not signed now."""
    beside = not low[match.end() : date.start].strip()
    return beside and not SIGN.search(low, max(0, match.start() - 40), match.start())


def signed_long_ago(
    marks: Marks, sentence: Sentence, match: re.Match[str]
) -> DateMark | None:
    """Return the bygone month or year in which a sentence says a paper was signed."""
    low, start = marks.article.low, match.start()
    verb = SIGN.search(low, sentence.start, start)
    if sentence.kind == "title" or verb is None:
        return None
    wide = [
        mark
        for mark in marks.dates.within(sentence.start, verb.start())
        if mark.year and mark.day is None and not mark.cue
    ]
    if not wide or not LONG_AGO.search(low[sentence.start : wide[-1].start]):
        return None
    between = low[wide[-1].end : verb.start()]
    is_past = (wide[-1].year or 0) < marks.latest_year
    return wide[-1] if is_past and not SPANNED.search(between) else None


def stage_of(
    low: str,
    sentence: Sentence,
    match: re.Match[str],
    previous: DocumentMark | None,
    *,
    is_dated: bool,
) -> str | None:
    """Return signed, planned or earlier, by the nearest verb; None where none speaks of it."""
    if is_dated:
        return "earlier"
    start = match.start()
    if previous and JOINED.search(low[previous.end : start][:60]):
        return previous.stage
    meaning, at = nearest_verb(low, max(sentence.start, start - REACH), start)
    passive = PASSIVE.match(low, match.end(), sentence.end)
    if passive and (meaning is None or (meaning == "earlier" and at < start - 40)):
        meaning, at = "signed", start
    if meaning != "signed":
        return said_behind(low, sentence, match) or meaning
    clause = max(sentence.start, low.rfind(";", sentence.start, start))
    if ONCE.search(low[clause:at]):
        return "earlier"
    return "planned" if FUTURE.search(low, clause, start) else meaning


def nearest_verb(low: str, floor: int, start: int) -> tuple[str | None, int]:
    """Return what the nearest verb before a paper says of it, and where that verb stands."""
    end, meaning, at = -1, None, start
    for pattern, means in ((SIGN, "signed"), (REVIEW, "earlier")):
        for verb in pattern.finditer(low, floor, start):
            if verb.end() > end + (meaning is not None):
                end, meaning, at = verb.end(), means, verb.start()
    return meaning, at


def said_behind(low: str, sentence: Sentence, match: re.Match[str]) -> str | None:
    """Return what the words behind a paper tell of it where no verb of signing does."""
    for words in (CARRIED_OUT, EXPIRES, THEY_SIGNED):
        if words.match(low, match.end(), sentence.end):
            return "earlier"
    one_of_them = ONE_OF_THEM.match(low[sentence.start : match.start()])
    return "signed" if one_of_them else None


def restaged(mark: DocumentMark, stage: str) -> DocumentMark:
    """Return a mention under another stage."""
    return replace(mark, stage=stage)
