"""Fourth stage, agreeing: the words by which a sentence tells that something is agreed."""

import re
from itertools import pairwise

from intake.reader import lexicon, paper_words
from intake.reader.facts import Span
from intake.reader.marks import Marks
from intake.reader.patterns import any_of, first_of, one_of
from intake.reader.segment import Sentence

BOTH = one_of(lexicon.BOTH_SIDES)
VERB = rf"(?:{one_of(lexicon.AGREE_VERBS)})(?: cao (?={one_of(lexicon.AGREED_HIGHLY)}))?(?! cao)"
NOT_YET = r"(?!(?<!\w)(?:cần|nên|phải|chưa|muốn)(?!\w))"
TALKED = (
    rf"(?:(?:{NOT_YET}[^.;:]){{0,60}}?{one_of(lexicon.TALK_VERBS)}(?:{NOT_YET}[^.;:]){{0,30}}?|"
    rf"(?:{NOT_YET}[^.;:,]){{0,50}}?)"
)
AGREE = re.compile(
    rf"(?:(?:^|, )(?:hội nghị|cuộc hội đàm)|(?<!được ){BOTH}){TALKED}{VERB}"
)
PAIR_AGREES = re.compile(
    rf"\s*(?:,|đã|cùng|cũng|còn|tiếp tục|trao đổi|và|\s)*(?:{VERB})"
)
AND = re.compile(r"\s*(?:và|-|–|cùng|với)\s*(?:các )?(?:tỉnh |thành phố |lãnh đạo )*")
PETITION = re.compile(
    rf"{one_of(lexicon.PETITION_VERBS)}(?: (?:lên|với|tới|đến|cấp|có thẩm quyền|xem xét))*"
    rf"[^,.;]{{0,12}}?{one_of(lexicon.AUTHORITIES)}"
)
BOTH_ASK = re.compile(rf"{BOTH}[^.;:,]{{0,40}}?(?={PETITION.pattern})")
EMPTY = re.compile(
    rf"[\s,]*(?:đã |sẽ |cùng )*(?:{one_of(lexicon.EMPTY_OBJECTS)}|:\s*$)"
)
# "giao tỉnh X đăng cai": who is host next is no matter of cooperation.
HOSTING = re.compile(r"[^.;]{0,60}? (?:đăng cai|tổ chức (?:hội nghị|hội đàm|cuộc họp))")
FUTURE = re.compile(r"(?<!\w)(?:sẽ|dự kiến)(?!\w)")
PAST = re.compile(r"(?<!\w)đã(?!\w)")
BY_BOTH_START = re.compile(
    rf"\s*{BOTH}|\s*(?:ngành|công an|lực lượng|các sở|cơ quan)[^,.;]{{0,40}}(?:hai|các) (?:tỉnh|bên)"
)
UNDER_PAPER = re.compile(
    r"\s*(?:theo đó|trong năm nay|trong năm tới|theo (?:biên bản|thỏa thuận|kế hoạch|bản ghi "
    r"nhớ)[^,;.]{0,40}), "
)
PAPER_SAYS = re.compile(
    rf"\s*(?:theo )?(?:nội dung (?:của )?)?{one_of(paper_words.DOCUMENT_KINDS)}[^.;:,]{{0,60}}? "
    r"(?:nêu|ghi(?! nhớ)|xác định|quy định|đề ra|thể hiện|khẳng định)(?: rõ)?[:,]?\s+"
)
NAMES_PAPER = re.compile(rf"\s*theo {one_of(paper_words.DOCUMENT_KINDS)}")
JUST_SIGNED = re.compile(r"[^,;.]{0,40}(?:vừa|được|đã) (?:được )?ký")
ONE_PROMISES = re.compile(
    r"\s*(?:đã |cũng |còn )*(?:cam kết|đồng ý|nhất trí)(?! (?:cao|với))"
)
WILL = re.compile(
    rf"(?<!\w)(?:sẽ(?! (?:{one_of(lexicon.AGENDA_VERBS)}))|tiếp tục(?! chương trình)|giao)(?!\w)"
)
BOTH_WILL = re.compile(
    rf"\s*(?:(?:{one_of(lexicon.SOON)}),? )*(?<!được ){BOTH} (?:cũng |cùng |còn )*{WILL.pattern}"
)
SOME_WILL = re.compile(
    rf"[^.;]{{0,140}}?(?<!\w)sẽ(?! (?:{one_of(lexicon.AGENDA_VERBS)}))(?!\w)"
)
# What is done while the guests are there passes with the day.
TODAY = re.compile(
    r"(?<!\w)(?:(?:sáng|chiều|tối|đêm|hôm|ngày) (?:nay|mai)|cùng ngày|chương trình làm việc)(?!\w)"
)
NEXT_TIME = re.compile(r"(?:lần|kỳ|năm|cuộc)[^,;.]{0,20} (?:sau|tới|tiếp theo)(?!\w)")
BODY = any_of(lexicon.AGENCIES)
FIELDS = re.compile(r"(?:(?P<fields>lĩnh vực)|vấn đề|nội dung)(?: \w+){0,2}\s*$")
# "thống nhất nhiều nội dung, trong đó tập trung ...": what they are stands behind.
DETAIL = re.compile(
    r"[,;:] (?:theo đó|trong đó|cụ thể|cụ thể là|đó là|bao gồm|như)[,:]? "
    rf"(?=(?:\w+ ){{0,3}}?(?:sẽ|{one_of(lexicon.IMPERATIVES)}) )"
)
HIGHLY = re.compile(
    rf"{BOTH}{TALKED}{one_of(lexicon.AGREE_VERBS)} cao(?=[^.;:]{{0,60}}?{DETAIL.pattern})"
)
TOPICAL = re.compile(
    r"\s*(?:cũng )?(?:về|trên|trong|đối với) (?:lĩnh vực |công tác |mặt )?[^;:.]{2,60}[,:]"
)
COUNTED_OFF = re.compile(rf"\s*{one_of(lexicon.COUNTED_OFF)},?\s+(?!ngày |[(\d])")
# "Công an hai tỉnh được giao ...": said among what is agreed.
GIVEN = re.compile(r"[^.;:]{3,90}?(?<!\w)(?:được|là) giao(?: cho)?(?!\w)")
# "Buổi làm việc đi tới ba điểm đồng thuận.": they are told by the sentences behind.
REACHED = re.compile(
    r"(?:đi đến|đi tới|đạt được) (?:\w+ )?(?:điểm|nội dung|vấn đề) "
    r"(?:đồng thuận|thống nhất|nhất trí)[^.;:,]{0,20}[.:]"
)
DOING = any_of(lexicon.IMPERATIVES)
MEETING_SET = re.compile(
    r"(?:hội nghị|hội đàm|buổi làm việc|chuyến thăm)[^,;]{0,40}? (?:sẽ |dự kiến )?"
    r"(?:được tổ chức|diễn ra|khai mạc|do [^,;]{3,60} đăng cai)"
)
CEREMONY = any_of(lexicon.CEREMONIES)
NO_REPORT = first_of(lexicon.NO_REPORTS)


def agreed_by(marks: Marks, sentence: Sentence) -> Span | None:
    """Return from the subject to the verb by which all sides agree on something."""
    low, start = marks.article.low, sentence.start
    for pattern in (AGREE, BOTH_ASK, HIGHLY):
        if found := pattern.search(low[start : sentence.end]):
            span = start + found.start(), start + found.end()
            return None if is_domestic(marks, *span) else span
    return agreed_by_name(marks, sentence)


def is_domestic(marks: Marks, start: int, end: int) -> bool:
    """Whether those named as the subject are provinces of one country alone."""
    codes = marks.codes(start, end)
    return len(codes) > 1 and not marks.is_pair(codes)


def agreed_by_name(marks: Marks, sentence: Sentence) -> Span | None:
    """Return the span where two provinces named together agree."""
    low = marks.article.low
    found = marks.provinces.within(sentence.start, sentence.end)
    for one, other in pairwise(found):
        joined = AND.fullmatch(low[one.end : other.start])
        verb = PAIR_AGREES.match(low, other.end, sentence.end)
        if joined and verb and marks.is_pair(frozenset({one.code, other.code})):
            return one.start, verb.end()
    return None


def is_empty(low: str, start: int, end: int) -> bool:
    """Whether what is agreed on is only that something was agreed, signed or hosted."""
    if EMPTY.match(low, start, end):
        return True
    return low.startswith(" giao ", start) and bool(HOSTING.match(low, start, end))


def names_fields(marks: Marks, start: int, colon: int, end: int) -> bool:
    """Whether a colon is followed by fields of cooperation alone."""
    low, behind = marks.article.low, marks.article.text[colon + 1 : end].lstrip()
    fields = FIELDS.search(low, start, colon)
    if fields and fields["fields"]:
        return not behind[:1].isupper()
    return bool(fields) and not DOING.search(low, colon, end)


def lays_down(marks: Marks, sentence: Sentence, paper: int) -> bool:
    """Whether a sentence tells what a paper lays down.

    ``paper`` is the passage in which one was last signed, below 0 before any was.
    """
    low, start, end = marks.article.low, sentence.start, sentence.end
    if PAST.search(low, start, end) and not JUST_SIGNED.match(low, start, end):
        return False
    if paper >= 0 and PAPER_SAYS.match(low, start, end):
        return True
    opening = UNDER_PAPER.match(low, start, end)
    if opening is None:
        return False
    named = NAMES_PAPER.match(low, start)
    told = paper >= 0 or JUST_SIGNED.match(low, start, opening.end())
    if paper != sentence.passage and not (named and told):
        return False
    behind = Sentence(opening.end(), end, sentence.kind, sentence.passage)
    subject = BY_BOTH_START.match(low, opening.end())
    return bool(subject) or starts_with_province(marks, behind)


def starts_with_province(marks: Marks, sentence: Sentence) -> bool:
    """Whether one province is the subject of a sentence."""
    found = marks.provinces.within(sentence.start, sentence.start + 30)
    before = marks.article.low[sentence.start : found[0].start] if found else "?"
    return bool(
        re.fullmatch(r"\s*(?:phía |chính quyền )?(?:tỉnh |thủ đô |thành phố )?", before)
    )


def one_promises(marks: Marks, sentence: Sentence) -> bool:
    """Whether one side, as the subject of a sentence, takes something upon itself."""
    if not starts_with_province(marks, sentence):
        return False
    found = marks.provinces.within(sentence.start, sentence.end)
    return bool(ONE_PROMISES.match(marks.article.low, found[0].end, sentence.end))


def both_will(marks: Marks, sentence: Sentence) -> bool:
    """Whether a sentence tells, outside what is agreed, what both sides will do."""
    low, start, end = marks.article.low, sentence.start, sentence.end
    if NO_REPORT.match(low, start) or MEETING_SET.search(low, start, end):
        return False
    planned = BOTH_WILL.match(low, start, end)
    passing = CEREMONY.search(low, start, end) or TODAY.search(low, start, end)
    return bool(planned) and not passing


def some_will(marks: Marks, sentence: Sentence) -> bool:
    """Whether a body or province of one side will do something, said among what is agreed."""
    low, start, end = marks.article.low, sentence.start, sentence.end
    will = SOME_WILL.match(low, start, end)
    if (
        not will
        or NEXT_TIME.search(low, start, end)
        or CEREMONY.search(low, start, end)
    ):
        return False
    return bool(BODY.search(low, start, will.end()) or marks.codes(start, will.end()))


def is_petition(low: str, start: int, end: int) -> bool:
    """Whether a clause agrees to ask a higher authority."""
    bare = re.compile(r"\s*(?:tiếp tục |cùng )?kiến nghị(?!\w)")
    return bool(PETITION.search(low, start, end) or bare.match(low, start, end))
