"""Fourth stage, English: what an English sentence tells of matters agreed, asked or done."""

import re
from collections.abc import Iterator

from intake.reader import english_words as words
from intake.reader.actors import Roster, ordered
from intake.reader.clauses import SHORTEST_ITEM, trimmed
from intake.reader.facts import Item, Span
from intake.reader.marks import Marks
from intake.reader.patterns import any_of, one_of
from intake.reader.sectors import sectors
from intake.reader.segment import Sentence

BOTH = one_of(words.BOTH_SIDES)
AGREED = re.compile(
    rf"(?:{BOTH}|(?<=\w) and [^,.;]{{3,30}}?)(?: \w+){{0,3}}? {one_of(words.AGREE_VERBS)}"
)
EMPTY = re.compile(rf"(?: to)?[\s,]*{one_of(words.EMPTY_OBJECTS)}")
NOT_AGENDA = (
    rf"will(?! (?:\w+ly |also |continue to )?(?:{one_of(words.AGENDA_VERBS)}))(?!\w)"
)
WILL = re.compile(rf"\s*(?:[^,.;]{{0,30}}, )?(?P<who>[^,.;]{{3,60}}?) {NOT_AGENDA}")
BOTH_WILL = re.compile(rf"\s*(?:[^,.;]{{0,30}}, )?{BOTH} {NOT_AGENDA}")
ASKED = re.compile(rf"(?<!was )(?<!were )(?<!be )(?:{one_of(words.ASK_VERBS)})")
PETITION = re.compile(
    rf"{one_of(words.PETITION_VERBS)}[^,.;]{{0,40}}? {one_of(words.AUTHORITIES)}"
)
BOTH_GOVERNMENTS = any_of(words.BOTH_GOVERNMENTS)
RESULT = re.compile(
    rf"(?:(?<!\w)(?:has|have) (?:also |jointly |together )?)?{one_of(words.RESULT_VERBS)}"
)
SPAN = any_of(words.SPANS)
SHARED = any_of(words.SHARED)
OWN_ECONOMY = any_of(words.OWN_ECONOMY)
OWN = any_of(words.OWN_PROVINCE)
LETTERS = re.compile(r"[à-ỹđ]")
LONGEST_SUBJECT = 90
LONGEST_MEMORY = 1000
GOVERNMENTS = ("government-LA", "government-VN")


def english(
    marks: Marks, sentence: Sentence, roster: Roster, *, agreeing: bool
) -> Iterator[Item]:
    """Yield the item of an English sentence; ``agreeing`` while agreements are told."""
    low, start, end = marks.article.low, sentence.start, sentence.end
    if LETTERS.search(low, start, min(end, start + LONGEST_SUBJECT)):
        return
    if found := AGREED.search(low, start, end):
        if not EMPTY.match(low, found.end(), end):
            yield item(marks, roster, (found.start(), end), "agreed", "english_agreed")
    elif agreeing and (WILL.match(low, start, end) or BOTH_WILL.match(low, start, end)):
        yield item(marks, roster, (start, end), "agreed", "english_will")
    elif verb := ASKED.search(low, start, min(end, start + LONGEST_SUBJECT)):
        if speaker(marks, roster, start, verb.start()):
            yield proposal(marks, roster, sentence, verb)
    elif (begin := result(marks, sentence)) is not None:
        yield item(marks, roster, (begin, end), "reported", "english_result")


def item(marks: Marks, roster: Roster, span: Span, force: str, rule: str) -> Item:
    """Return what all sides agree on or have done, or one that is named as the subject."""
    low = marks.article.low
    start, end = trimmed(low, *span)
    addressees: tuple[str, ...] = ()
    if force == "agreed" and PETITION.search(low, start, end):
        force, rule = "petition", "english_petition"
        both = BOTH_GOVERNMENTS.search(low, start, end)
        addressees = GOVERNMENTS if both else ()
    actors = ordered(subject(marks, roster, start, end))
    return Item(
        force, start, end, sectors(low, start, end), actors, addressees, rule,
        confidence="uncertain",
    )  # fmt: skip


def subject(marks: Marks, roster: Roster, start: int, end: int) -> frozenset[str]:
    """Return the one province that opens a clause, else all that meet."""
    found = marks.provinces.within(start, min(end, start + LONGEST_SUBJECT))
    opens = found and re.fullmatch(
        r"\s*(?:the )?(?:province of )?", marks.article.low[start : found[0].start]
    )
    if opens and not re.match(r" (?:and|with) ", marks.article.low[found[0].end :][:6]):
        return frozenset({found[0].code})
    side = speaker(marks, roster, max(0, start - LONGEST_SUBJECT), start)
    if side and OWN.match(marks.article.low, start):
        return frozenset({side})
    return roster.parties


def proposal(
    marks: Marks, roster: Roster, sentence: Sentence, verb: re.Match[str]
) -> Item:
    """Return what one side asks of the province named right behind the verb."""
    low = marks.article.low
    side = speaker(marks, roster, sentence.start, verb.start())
    start, end = trimmed(low, sentence.start, sentence.end)
    others = roster.parties - {side} if side else roster.parties
    asked = marks.provinces.within(verb.end(), verb.end() + 20)
    actors = frozenset({asked[0].code}) if asked else others
    return Item(
        "proposed", start, end, sectors(low, start, end), ordered(actors),
        ordered(actors) if asked else (), "english_asked", confidence="uncertain",
        side=side,
    )  # fmt: skip


def speaker(marks: Marks, roster: Roster, start: int, end: int) -> str | None:
    """Return the side of the official named in a span, by the whole name or its last part."""
    if side := roster.named(start, end):
        return side
    if re.match(r"\s*(?:he|she)(?!\w)", marks.article.low[start:end]):
        before = marks.people.within(max(0, start - LONGEST_MEMORY), start)
        return roster.provinces.get(before[-1].name) if before else None
    said = set(re.findall(r"\w+", marks.article.text[start:end]))
    known = roster.by_last_name
    return next((known[name] for name in sorted(said) if name in known), None)


def result(marks: Marks, sentence: Sentence) -> int | None:
    """Return where a sentence begins to tell a result shared by the provinces."""
    low, start, end = marks.article.low, sentence.start, sentence.end
    verb = RESULT.search(low, start, end)
    if (
        not verb
        or not SPAN.search(low, start, end)
        or OWN_ECONOMY.search(low, start, end)
    ):
        return None
    if not SHARED.search(low, start, end) and len(marks.codes(start, end)) < 2:  # noqa: PLR2004
        return None
    if not re.search(r"\d", low[verb.start() : end]):
        return None
    begin = max(start, low.rfind(", ", start, verb.start()) + 2)
    return begin if end - begin > SHORTEST_ITEM else None
