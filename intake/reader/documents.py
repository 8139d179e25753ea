"""Third and fourth stage, documents: papers named, and what the sentence says of them."""

import re
from dataclasses import dataclass, replace

from intake.reader import lexicon
from intake.reader.dates import DateMark
from intake.reader.marks import Marks
from intake.reader.patterns import any_of, one_of
from intake.reader.places import place
from intake.reader.segment import Sentence

HEAD = re.compile(
    rf"(?<!văn )({one_of(lexicon.DOCUMENT_KINDS)})((?: {one_of(lexicon.DOCUMENT_WORDS)})*)"
)
PERIOD = r"(?P<first>20\d\d)(?:\s?[-–—]\s?(?P<last>20\d\d)| (?:đến|tới) (?:năm )?(?P<until>20\d\d))?"
LABEL = re.compile(
    rf"\(?(?:năm|giai đoạn|thời kỳ|nhiệm kỳ|các năm|for the|for) {PERIOD}"
)
SIGNED_IN = re.compile(
    r"(?:được |đã )*(?:ký|kí)(?: kết)? (?:vào |trong |từ |hồi )*năm (?P<year>20\d\d)"
)
SIGNED_ON = re.compile(
    r"(?:được |đã |hai (?:bên|tỉnh) )*(?:ký|kí)(?: kết)?(?: tại [^.;]{1,120}?| vào| hôm|,)*\s*$|"
    r"(?<!\w)mà [^.;,]{1,50}? (?:ký|kí)(?: kết)? với [^.;,]{1,40}$"
)
PASSIVE = re.compile(
    r"[^,.;:]{0,40}?(?:được|do) (?:[^\s,.;]+ ){0,4}?(?:ký|kí|thông qua)(?: kết)?(?!\w)"
)
# "..., do ông A và bà B, Giám đốc Sở X ký": who signed stands behind the name.
BY_SIGNERS = re.compile(
    rf"[^.;:\n]{{0,160}}?\s(?P<by>do)\s(?:{one_of((*lexicon.HONORIFICS, *lexicon.RANKS))})"
    r"[^.;:\n]{3,240}?\s(?:đã |cùng |thay mặt ký )*ký(?:kết)?(?=[.;,\n]|\s+(?:kết|ngày|vào)|$)"
)
OF_TWO = re.compile(r" do hai tỉnh [^,.;]{3,60}? (?:đã )?ký(?!\w)")
BLOCKED = re.compile(rf"{one_of(lexicon.NO_DOCUMENT_BEFORE)}\s+(?:dự thảo )?$")
BLOCKED_LOOSE = re.compile(rf"{one_of(lexicon.NO_LOOSE_BEFORE)}\s+$")
SIGN = any_of(lexicon.SIGN_VERBS)
REVIEW = any_of(lexicon.REVIEW_VERBS)
FUTURE = any_of(lexicon.FUTURE)
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
    signed_by: int | None = None
    is_of_two: bool = False


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
    limit = own_words(low, sentence, match)
    label = label_of(low, match.end(), limit)
    loose = match[1] in lexicon.LOOSE_DOCUMENTS
    named = label or "hợp tác" in match[2] or "bổ sung" in match[2]
    signed_by = BY_SIGNERS.match(low, match.end(), sentence.end)
    if loose and not signed_by and (not named or BLOCKED_LOOSE.search(behind)):
        return None
    signed = signed_on(marks, match, limit)
    stage = stage_of(low, sentence, match, previous, is_dated=signed is not None)
    if signed_by and stage is None:
        stage = "planned" if is_ahead(low, sentence, match, signed_by) else "signed"
    if stage is None:
        return None
    end = (
        label.end() + (low[label.end() : label.end() + 1] == ")")
        if label
        else match.end()
    )
    where = (
        place(marks.article.text, low, signed.end if signed else end, limit)
        if signed
        else None
    )
    return DocumentMark(
        match.start(), end, lexicon.DOCUMENT_KINDS[match[1]], covers(label), stage, signed,
        marks.codes(match.end(), limit), marks.article.text[slice(*where)] if where else None,
        sentence, is_loose=loose, is_of_two=bool(OF_TWO.match(low, match.end(), limit)),
        signed_by=signed_by.span("by")[1] if signed_by else None,
    )  # fmt: skip


def label_of(low: str, start: int, limit: int) -> re.Match[str] | None:
    """Return the year or period behind a paper's name, not the year of its signing."""
    label = LABEL.search(low, start, limit)
    signing = label and re.search(
        r"(?:ký|kí)(?: kết)?[^,]{0,12}$", low[start : label.start()]
    )
    return None if signing else label


def is_ahead(
    low: str, sentence: Sentence, match: re.Match[str], signed_by: re.Match[str]
) -> bool:
    """Whether the signing by those named behind a paper is still to come."""
    before = FUTURE.search(low, sentence.start, match.start())
    return bool(before or FUTURE.search(low, match.end(), signed_by.end()))


def own_words(low: str, sentence: Sentence, match: re.Match[str]) -> int:
    """Return up to where the words behind a paper's name still speak of it."""
    limit = min(sentence.end, match.end() + REACH)
    following = HEAD.search(low, match.end(), limit)
    return following.start() if following else limit


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
            and SIGNED_ON.search(low, match.end(), date.start)
        ):
            return date
        if (
            date.day
            and date.year
            and re.search(r"ký[^.;]*? tại [^;.]*$", low[match.end() : date.start])
        ):
            return date
    if found := SIGNED_IN.search(low, match.end(), min(limit, match.end() + 60)):
        return DateMark(*found.span("year"), int(found["year"]))
    return None


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
    found = None
    floor = max(sentence.start, start - REACH)
    for pattern, meaning in ((SIGN, "signed"), (REVIEW, "earlier")):
        for verb in pattern.finditer(low, floor, start):
            if found is None or verb.end() > found[0] + 1:
                found = verb.end(), meaning, verb.start()
    if (passive := PASSIVE.match(low, match.end(), sentence.end)) and (
        found is None or (found[1] == "earlier" and found[0] < start - 40)
    ):
        found = passive.end(), "signed", match.start()
    if found and found[1] == "signed" and FUTURE.search(low, sentence.start, start):
        return "planned"
    return found[1] if found else None


def restaged(mark: DocumentMark, stage: str) -> DocumentMark:
    """Return a mention under another stage."""
    return replace(mark, stage=stage)
