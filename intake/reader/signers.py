"""Fifth stage, signers: who signs a paper, named before the verb or behind the paper."""

import re

from intake.reader import lexicon, paper_words
from intake.reader.heads import is_head
from intake.reader.marks import Marks
from intake.reader.patterns import any_of, one_of
from intake.reader.people import PersonMark
from intake.reader.segment import Sentence

MOST_MENTIONS = 200
SIGN = any_of(paper_words.SIGN_VERBS)
NAMED_AS = rf"{one_of((*lexicon.HONORIFICS, *lexicon.RANKS))}"
ASIDE = r"(?:\s*\([^()\n]{1,30}\))?"
FOR_SIDE = r"(?:đại diện|thay mặt|về phía|phía|bên phía)"
TO_THE_VERB = re.compile(
    rf"{ASIDE}\s*(?:,|đã|cùng|tiến hành|thực hiện|chính thức|đồng|thay mặt [^,.;]{{0,40}},?|"
    r"(?:và )?đại diện [^,.;]{0,60},?|đặt bút|lần lượt|lễ|\s)*$"
)
JOINED = re.compile(
    rf"{ASIDE}(?:[\s,]*(?:đại diện|thay mặt) (?:(?!ký |chứng kiến)[^,;.]){{0,40}}?)?"
    r"[\s,]*(?:và|đã cùng với|đã cùng|cùng với|cùng|với|and|[-–—])?\s*"
    rf"(?:{FOR_SIDE} [^,;.]{{3,45}}?(?: là| có|,))?\s*(?:các )?(?:{NAMED_AS}\s*)*$"
)
JOINED_SIDES = re.compile(
    rf"{ASIDE}[\s,;]*(?:và|còn)?\s*{FOR_SIDE} [^,;.]{{3,45}}? (?:là|có):?\s*(?:{NAMED_AS}\s*)*$"
)
TO_A_NAME = re.compile(
    rf"\s*(?:(?:hai|các) [^,.;]{{2,30}}? là )?(?:các |hai )?(?:{NAMED_AS}:?\s*)*$"
)
BY = re.compile(r"(?<!\w)(?:do|được|bởi)(?= )")
BETWEEN = re.compile(r"[^.;:\n]{0,40}?(?:(?:ký|kí)(?: kết)?,? )?giữa(?= )")
WHO = re.compile(r"(?:\s+vào)?\s*(?: là| gồm| có):?(?= )")
THEN_SIGN = re.compile(
    rf"{ASIDE}[\s,]*(?:đã |cùng |đồng |chính thức |đặt bút |tiến hành |"
    r"(?:thay mặt|đại diện)(?: cho)? [^,.;]{2,40}? )*(?:ký|kí)(?! ức)(?!\w)"
)
BOTH_HEADS = re.compile(
    r"hai (?:đồng chí |ông )?trưởng đoàn[^.,;]{0,40}? (?:đã |cùng |đặt bút )*ký(?! ức)"
)
THOSE_WHO_SIGN = re.compile(
    r"\s*(?:(?:hai |các )?(?:đại diện|người)(?: [^,.;:]{2,25})? (?:ký|kí)(?: kết)?(?: [^,.;:]{2,25})?|"
    r"(?:đặt bút )?(?:ký|kí)(?: kết)? (?:văn bản|biên bản|bản ghi nhớ|thỏa thuận)) (?:là|gồm|có):?(?= )"
)
WITNESS = re.compile(r"chứng kiến|dưới sự")
REACH = 160


def before_the_verb(marks: Marks, sentence: Sentence, end: int) -> list[str]:
    """Return the people who stand right before the verb of signing, in order."""
    low = marks.article.low
    if BOTH_HEADS.search(low, sentence.start, end):
        return both_heads(marks, sentence.start)
    clause = low.rfind(";", sentence.start, end) + 1
    start = clause if SIGN.search(low, clause, end) else sentence.start
    for verb in SIGN.finditer(low, max(start, sentence.start), end):
        before = list(marks.people.within(sentence.start, verb.start()))
        if before and TO_THE_VERB.match(low[before[-1].last : verb.start()]):
            return [mark.name for mark in together(low, before, sentence.start)]
    return []


def behind_the_paper(marks: Marks, sentence: Sentence, start: int) -> list[str]:
    """Return who is named behind a paper as having signed it."""
    low, end = marks.article.low, sentence.end
    for by in BY.finditer(low, start, min(end, start + REACH)):
        found = chain(marks, by.end(), end)
        if found and THEN_SIGN.match(low, found[-1].last, end):
            return [mark.name for mark in found]
    is_signing = SIGN.search(low, sentence.start, start)
    for opening in (BETWEEN, WHO):
        words = opening.match(low, start, end)
        if words and (is_signing or SIGN.search(words[0])):
            found = chain(marks, words.end(), end)
            if len(found) > 1:
                return [mark.name for mark in found]
    return []


def in_next_sentence(marks: Marks, sentence: Sentence) -> list[str]:
    """Return who signs as the sentence behind says it: "Đại diện ký là ... và ..."."""
    behind = marks.article.sentence_at(min(sentence.end + 1, len(marks.article.low)))
    if behind is None or behind.passage != sentence.passage:
        return []
    opening = THOSE_WHO_SIGN.match(marks.article.low, behind.start, behind.end)
    found = chain(marks, opening.end(), behind.end) if opening else []
    return [mark.name for mark in found] if len(found) > 1 else []


def chain(marks: Marks, start: int, end: int) -> list[PersonMark]:
    """Return the people named from an offset on, as long as they are joined."""
    low, found = marks.article.low, list[PersonMark]()
    for mark in marks.people.within(start, end):
        gap = low[found[-1].last if found else start : mark.first]
        joins = (JOINED, JOINED_SIDES) if found else (TO_A_NAME,)
        if not any(join.match(gap) for join in joins):
            break
        found.append(mark)
    return found


def both_heads(marks: Marks, end: int) -> list[str]:
    """Return the two heads of delegation, where the article names just two so far or in all."""
    low = marks.article.low
    heads = [
        mark
        for mark in marks.people[:MOST_MENTIONS]
        if is_head(low, mark, low[max(0, mark.first - 160) : mark.first])
    ]
    so_far = dict.fromkeys(mark.name for mark in heads if mark.start < end)
    found = so_far or dict.fromkeys(mark.name for mark in heads)
    return list(found) if len(found) == 2 else []  # noqa: PLR2004 - two sign together


def together(low: str, before: list[PersonMark], floor: int) -> list[PersonMark]:
    """Return the last of these people and those joined to them by "và" or a comma.

    Where somebody bears witness, the comma divides those who watch from those who act.
    """
    found = [before[-1]]
    for mark in reversed(before[:-1]):
        gap = low[mark.last : found[-1].first]
        watched = "," in gap and WITNESS.search(low, floor, mark.first)
        if watched or not JOINED.match(gap):
            break
        found.append(mark)
    return found[::-1]
