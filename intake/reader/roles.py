"""Fourth stage, roles: what each official does at the event, and for which province."""

import re
from collections.abc import Sequence

from intake.reader import lexicon
from intake.reader.facts import Person
from intake.reader.heads import BOTH_AFTER, is_head, is_leading
from intake.reader.marks import Marks
from intake.reader.papers import Paper
from intake.reader.patterns import any_of, one_of
from intake.reader.people import PersonMark
from intake.reader.signers import together

CHAIR_AFTER = re.compile(
    rf"[\s,]*(?:dẫn đầu [^.;,]{{2,40}}, )?(?:và |đã |cùng )*{one_of(lexicon.CHAIR_VERBS)}"
)
CHAIR_BEFORE = re.compile(
    rf"chủ trì [^.;,]{{0,60}}(?: là| có|:)\s*(?:{one_of(lexicon.HONORIFICS)}\s*)?$"
)
SPEAKER_AFTER = re.compile(
    rf"[\s,]*(?:đã |cũng |thì |also |trân trọng )*{one_of(lexicon.SPEAKER_VERBS)}|: "
)
ASKED_ABOUT = re.compile(
    r"(?:cuộc )?(?:trao đổi|trò chuyện|phỏng vấn)(?: nhanh| ngắn)?(?: với)?\s*"
    rf"(?:{one_of(lexicon.HONORIFICS)}\s*)?$|(?<!\w)theo (?:{one_of((*lexicon.HONORIFICS, *lexicon.RANKS))}\s*)+$"
)
DIRECTLY = re.compile(
    rf"\s*[-–—,:]?\s*(?:{one_of((*lexicon.HONORIFICS, *lexicon.RANKS))}\s*)?"
)
SIDE = re.compile(r"(?:phía|đoàn|bên|thay mặt|lãnh đạo)[^.;:]{0,60}$")
DIPLOMAT = any_of(lexicon.DIPLOMATS)
COUNTRY = {code: any_of(words) for code, words in lexicon.COUNTRY_TITLES.items()}
MOST_EVIDENCE = 3
LONGEST_PASSAGE = 3000
MOST_MENTIONS = 200


def persons(marks: Marks, papers: Sequence[Paper]) -> list[Person]:
    """Return the officials who take part, each once, with titles, province and roles."""
    by_name: dict[str, list[PersonMark]] = {}
    for mark in marks.people:
        by_name.setdefault(mark.name, []).append(mark)
    signed = {
        name for paper in papers if paper.stage == "signed" for name in paper.signers
    }
    found = []
    for name, mentions in by_name.items():
        roles = roles_of(marks, mentions, signs=name in signed)
        province = province_of(marks, mentions)
        if province or is_diplomat(mentions):
            found.append(person(name, mentions, province, roles))
    return found


def person(
    name: str, mentions: list[PersonMark], province: str | None, roles: tuple[str, ...]
) -> Person:
    """Return one official; titles are those of the fullest mention."""
    fullest = max(mentions, key=lambda mark: len(mark.titles))
    spans = dict.fromkeys((mark.first, mark.last) for mark in (fullest, *mentions))
    titles = tuple(title for title in fullest.titles if not is_leading(title))
    return Person(
        name, titles, province, roles, evidence=tuple(list(spans)[:MOST_EVIDENCE]),
        rule="name_with_titles" if fullest.titles else "name_with_honorific",
        confidence="sure" if len(fullest.titles) > 1 else "likely",
    )  # fmt: skip


def roles_of(
    marks: Marks, mentions: list[PersonMark], *, signs: bool
) -> tuple[str, ...]:
    """Return the roles that the words around the mentions give."""
    low, roles = marks.article.low, set[str]()
    for mark in mentions:
        before = low[max(0, mark.first - 160) : mark.first]
        if is_head(low, mark, before) or named_with(marks, mark, BOTH_AFTER):
            roles.add("head_of_delegation")
        if (
            CHAIR_BEFORE.search(before)
            or CHAIR_AFTER.match(low, mark.last)
            or named_with(marks, mark, CHAIR_AFTER)
        ):
            roles.add("chair")
        if SPEAKER_AFTER.match(low, mark.last) or ASKED_ABOUT.search(before):
            roles.add("speaker")
    if signs:
        roles.add("signatory")
    order = ("head_of_delegation", "chair", "signatory", "speaker")
    return tuple(role for role in order if role in roles) or ("attendee",)


def named_with(marks: Marks, mark: PersonMark, does: re.Pattern[str]) -> bool:
    """Whether the last of those named together does it, all with him ("A và B chủ trì")."""
    low = marks.article.low
    sentence = marks.article.sentence_at(mark.start)
    if sentence is None:
        return False
    later = list(marks.people.within(mark.start, sentence.end))
    for index, other in enumerate(later[1:3], start=1):
        if does.match(low, other.last):
            return mark in together(low, later[: index + 1], sentence.start)
    return False


def province_of(marks: Marks, mentions: list[PersonMark]) -> str | None:
    """Return the province somebody stands for: by title, by delegation, by country."""
    if is_diplomat(mentions):
        return None
    for rule in (by_title, by_delegation):
        for mark in mentions:
            if code := rule(marks, mark):
                return code
    country = country_of(marks, mentions)
    return country and (
        only_one(marks, country) or by_passage(marks, mentions, country)
    )


def country_of(marks: Marks, mentions: list[PersonMark]) -> str | None:
    """Return the country of an official, by the titles or by how the name is written."""
    low, mark = marks.article.low, mentions[0]
    printed = " ".join(low[mark.first : mark.last] for mark in mentions) + ","
    for country, pattern in COUNTRY.items():
        if pattern.search(printed):
            return country
    if mark.title_span and "-" in mark.name:
        return "LA"
    vietnamese = mark.name.split()[0].lower() in lexicon.SURNAMES - lexicon.LAO_TOO
    return "VN" if mark.title_span and vietnamese else None


def by_passage(marks: Marks, mentions: list[PersonMark], country: str) -> str | None:
    """Return the one party of a country that the passage named before an official.

    So where an article tells of several of them, each met in its own passage; a town
    called after the party is enough.
    """
    for mark in mentions[:MOST_MENTIONS]:
        sentence = marks.article.sentence_at(mark.start)
        if sentence is None:
            continue
        opening = marks.article.passages[sentence.passage]
        opening = max(opening, mark.start - LONGEST_PASSAGE)
        named = {
            province.code
            for province in marks.provinces.within(opening, mark.start)
            if marks.country_of[province.code] == country
        }
        if len(named) == 1 and named < marks.parties:
            return min(named)
    return None


def by_title(marks: Marks, mark: PersonMark) -> str | None:
    """Return the province that the titles name."""
    if mark.title_span is None:
        return None
    codes = marks.codes(*mark.title_span)
    return min(codes) if len(codes) == 1 else None


def by_delegation(marks: Marks, mark: PersonMark) -> str | None:
    """Return the province of the delegation or side that the sentence introduces."""
    sentence = marks.article.sentence_at(mark.start)
    if sentence is None:
        return None
    low = marks.article.low
    for province in reversed(marks.provinces.within(sentence.start, mark.first)):
        if province.is_town:
            continue
        if not SIDE.search(
            low[max(sentence.start, province.start - 70) : province.start]
        ):
            continue
        gap = low[province.end : mark.first]
        if is_introduction(gap):
            return province.code
        return None
    return None


def is_introduction(gap: str) -> bool:
    """Whether the words between a delegation and a name introduce its members."""
    if DIRECTLY.fullmatch(gap):
        return True
    return bool(re.match(r"[^.]{0,60}?\s?(?:do|có|gồm|là|:)\s", gap)) and not re.search(
        r"(?<!trưởng)(?<!thông báo)(?<!cử) đoàn ", gap
    )


def only_one(marks: Marks, country: str) -> str | None:
    """Return the one province of a country among the parties, None if there are more."""
    found = [code for code in marks.parties if marks.country_of[code] == country]
    return found[0] if len(found) == 1 else None


def is_diplomat(mentions: list[PersonMark]) -> bool:
    """Whether a title is of a ministry or an embassy, which stand for no province."""
    return any(
        DIPLOMAT.search(title.lower()) for mark in mentions for title in mark.titles
    )
