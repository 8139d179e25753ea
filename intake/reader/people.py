"""Third stage, people: names with the honorifics and titles that show they are officials."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.reader import lexicon, titles
from intake.reader.clean import shadow
from intake.reader.names import ProvinceMark
from intake.reader.patterns import CAPITALS, one_of
from intake.reader.segment import Article

SYLLABLE = rf"[{CAPITALS}][\w’']*(?:-\w[\w’']*)*"
RUN = re.compile(rf"(?<![\w-]){SYLLABLE}(?: {SYLLABLE})*")
TITLED = re.compile(rf"{one_of((*lexicon.HONORIFICS, *lexicon.RANKS))}\s+$")
LISTED = re.compile(r"(?:^|[:;,.\n]|và|là|do|có|gồm|by|and|while|between|with)\s*$")
SECOND_HALF = re.compile(rf"\s[-–—]\s({SYLLABLE}(?: {SYLLABLE})*)")
MEMORIAL = re.compile(
    rf"(?<!thành ){one_of(lexicon.MEMORIALS)}(?:(?! và )[^.;,]){{0,30}}$"
)
BARE_TAIL = re.compile(
    r"(?:tỉnh ủy|ubnd tỉnh|hđnd tỉnh|tỉnh|trưởng|thư|tịch|đốc|"
    r"governor|mayor|secretary|chairman)\s*$"
)
SHORTEST, LONGEST = 2, 7
LOOK_BACK = 24


@dataclass(frozen=True)
class PersonMark:
    """A name at an offset with the titles printed beside it."""

    start: int
    end: int
    name: str
    title_span: tuple[int, int] | None
    titles: tuple[str, ...]

    @property
    def last(self) -> int:
        """The offset behind the name and the titles that follow it."""
        return max(self.end, self.title_span[1] if self.title_span else 0)

    @property
    def first(self) -> int:
        """The offset of the name or of the title in front of it."""
        return min(self.start, self.title_span[0] if self.title_span else self.start)


def people(article: Article, provinces: list[ProvinceMark]) -> list[PersonMark]:
    """Return every mention of an official in the body, introduced or named again."""
    runs = list(name_runs(article, provinces))
    found, done = {}, 0
    for start, end, follows_province in runs:
        if start < done:
            continue  # inside the titles of the person before
        if mark := introduced(article, start, end, follows_province=follows_province):
            found[mark.start] = mark = own_titles(article, mark, done)
            done = mark.last
    known = {mark.name for mark in found.values()}
    for start, end, _ in runs:
        name = article.text[start:end]
        if name in known and start not in found:
            found[start] = PersonMark(start, end, name, None, ())
    return [whole_name(article, found[start], known) for start in sorted(found)]


def own_titles(article: Article, mark: PersonMark, floor: int) -> PersonMark:
    """Return a mark without the titles of who was named before it, in a row of officials."""
    if mark.title_span is None or mark.title_span[0] >= floor or mark.start < floor:
        return mark
    head = titles.HEAD.search(article.low, floor, mark.start)
    span = (head.start(), mark.title_span[1]) if head else None
    return person(article, mark.start, mark.end, span)


def name_runs(
    article: Article, provinces: list[ProvinceMark]
) -> Iterator[tuple[int, int, bool]]:
    """Yield runs of capitalised syllables that may be a name, without a province before."""
    marks = {
        offset: mark.end for mark in provinces for offset in range(mark.start, mark.end)
    }
    for sentence in article.sentences:
        for run in RUN.finditer(article.text, sentence.start, sentence.end):
            start, end = run.span()
            follows = False
            while start < end and start in marks:
                follows = True
                start = min(marks[start] + 1, end)
            yield from trimmed(article, start, end, follows=follows)


def trimmed(
    article: Article, start: int, end: int, *, follows: bool
) -> Iterator[tuple[int, int, bool]]:
    """Yield a run of two to seven syllables, cut in front of abbreviations of bodies."""
    words = list(re.finditer(r"\S+", article.low[start:end]))
    while words and words[0][0] in lexicon.ABBREVIATIONS:
        words, follows = words[1:], True
    if words and words[0][0].rstrip(".") in lexicon.SHORT_HONORIFICS:
        words = words[1:]
    if (
        not words
        or words[0][0] in lexicon.BODIES
        or article.low.startswith(lexicon.REALM, start)
        or article.low[start:end] in lexicon.FAR_PROVINCES
    ):
        return
    if syllables(words) >= SHORTEST and len(words) <= LONGEST:
        yield start + words[0].start(), end, follows


def syllables(words: list[re.Match[str]]) -> int:
    """Count syllables, a hyphenated word's own among them."""
    return sum(word[0].count("-") + 1 for word in words)


def introduced(
    article: Article, start: int, end: int, *, follows_province: bool
) -> PersonMark | None:
    """Return the mark of a name that stands with an honorific or a title."""
    low = article.low
    behind = low[max(0, start - LOOK_BACK) : start]
    titled, listed = TITLED.search(behind), LISTED.search(behind)
    if titled:
        end = through_hyphen(article, end)
    if HISTORIC.search(low, start, end) or titles.HEAD.match(low, start):
        return None
    follow = titles.after(article.text, low, end)
    if (
        follow
        and titles.before(low, start) is not None
        and names_another(article, follow)
    ):
        follow = None
    if follow:
        if titled or listed or titles.before(low, start) is not None:
            return person(article, start, end, follow)
        return None
    if span := titles_before(article, start, end, follows_province=follows_province):
        return person(article, start, end, span)
    if titled and not MEMORIAL.search(behind[: titled.start()]):
        return person(article, start, end, None)
    return None


def names_another(article: Article, span: tuple[int, int]) -> bool:
    """Whether the titles behind a name are those of the next in a row: "... X, Chủ tịch Y"."""
    first = re.split(r",|\svà\s", article.text[slice(*span)])[0]
    runs = list(RUN.finditer(first))
    words = runs[-1][0].split() if runs else []
    vietnamese = len(words) > SHORTEST and words[0].lower() in lexicon.SURNAMES
    bare = runs and BARE_TAIL.search(shadow(first[: runs[-1].start()]))
    return any("-" in word for word in words) or bool(vietnamese and bare)


def titles_before(
    article: Article, start: int, end: int, *, follows_province: bool
) -> tuple[int, int] | None:
    """Return the span of the titles in front of a name, with or without a comma between."""
    low = article.low
    if parted := titles.leading(low, start):
        words = low[start:end].split()
        sure = "-" in words[0] or words[0] in lexicon.SURNAMES
        return (
            parted
            if sure or TITLED.search(low[max(0, start - LOOK_BACK) : start])
            else None
        )
    begin = titles.before(low, start)
    after_title = begin is not None and is_after_title(
        article, start, end, follows_province=follows_province
    )
    return (begin, start) if after_title and begin is not None else None


HISTORIC = re.compile("|".join(re.escape(shadow(name)) for name in lexicon.HISTORIC))


def is_after_title(
    article: Article, start: int, end: int, *, follows_province: bool
) -> bool:
    """Whether a run behind a title is a name, not the place the office is in."""
    behind = article.low[max(0, start - LOOK_BACK) : start]
    words = article.low[start:end].split()
    bare = re.search(r"(?:^|[^ó]\s|\W)chủ tịch\s$", behind)
    if MEMORIAL.search(article.low[max(0, start - 60) : start]) or bare:
        return False
    return (
        follows_province
        or bool(BARE_TAIL.search(behind))
        or words[0] in lexicon.SURNAMES
    )


def through_hyphen(article: Article, end: int) -> int:
    """Return the end of a name that a spaced hyphen cuts in two."""
    second = SECOND_HALF.match(article.text, end)
    if second is None or titles.HEAD.match(article.low, second.start(1)):
        return end
    return second.end() if titles.AFTER_NAME.match(article.low, second.end()) else end


def whole_name(article: Article, mark: PersonMark, known: set[str]) -> PersonMark:
    """Widen a later mention to the whole of a name with a spaced hyphen."""
    second = SECOND_HALF.match(article.text, mark.end)
    if second and article.text[mark.start : second.end()] in known:
        return replace(
            mark, end=second.end(), name=article.text[mark.start : second.end()]
        )
    return mark


def person(
    article: Article, start: int, end: int, span: tuple[int, int] | None
) -> PersonMark:
    """Return the mark of a name with the titles of a span."""
    found = tuple(titles.split(article.text, span)) if span else ()
    return PersonMark(
        start, end, article.text[start:end], span if found else None, found
    )


def outside(
    provinces: list[ProvinceMark], marks: list[PersonMark]
) -> list[ProvinceMark]:
    """Return the provinces that are not a syllable of somebody's name."""
    starts = [mark.start for mark in marks]
    kept = []
    for province in provinces:
        index = bisect_left(starts, province.start + 1) - 1
        if index < 0 or marks[index].end <= province.start:
            kept.append(province)
    return kept
