"""Fourth stage, promises: what an official says that the own side will do for the other."""

import re

from intake.reader import lexicon
from intake.reader.actors import Roster
from intake.reader.agreeing import CEREMONY, TODAY
from intake.reader.facts import Item
from intake.reader.marks import Marks
from intake.reader.patterns import any_of, one_of
from intake.reader.sectors import sectors
from intake.reader.segment import Sentence

# "Ông X khẳng định Nghệ An sẽ cử ...", "Đồng chí cho biết tỉnh sẽ tiếp tục duy trì ...".
SAYS_WILL = re.compile(
    rf"(?P<says>{one_of(lexicon.SAYS)})(?: rằng)?,? (?:[^.;:]{{0,40}}, )?"
    rf"(?P<who>[^,.;:]{{2,40}}?) (?:[^,.;:]{{2,30}} và )?sẽ {one_of(lexicon.GIVES)}"
)
OFFICIAL = any_of((*lexicon.HONORIFICS, *lexicon.TITLE_HEADS))
OWN = re.compile(r"(?:tỉnh|thành phố)(?: (?:cũng|sẵn sàng)[^,.;:]*)?")


def promise(
    marks: Marks, sentence: Sentence, roster: Roster, named: str | None
) -> Item | None:
    """Return what an official promises; nothing where it is not plain for which side.

    ``named`` is the side of who was named last, for "đồng chí khẳng định tỉnh sẽ ...".
    """
    low = marks.article.low
    found = SAYS_WILL.search(low, sentence.start, sentence.end)
    if found is None or not OFFICIAL.search(low, sentence.start, found.start()):
        return None
    passing = CEREMONY.search(low, found.end(), sentence.end)
    if passing or TODAY.search(low, sentence.start, sentence.end):
        return None
    side = promising(marks, sentence, found, roster, named)
    if side is None:
        return None
    start, end = (
        sentence.start,
        sentence.end - low.endswith(".", sentence.start, sentence.end),
    )
    return Item(
        "agreed", start, end, sectors(low, start, end), (side,), (), "official_promises",
        confidence="uncertain",
    )  # fmt: skip


def promising(
    marks: Marks,
    sentence: Sentence,
    found: re.Match[str],
    roster: Roster,
    named: str | None,
) -> str | None:
    """Return the side that will do it: the one province named as subject, or the speaker's."""
    if OWN.fullmatch(found["who"]):
        return roster.speaker(sentence.start, found.start()) or named
    codes = marks.codes(*found.span("who"))
    own = codes & roster.parties
    return min(own) if len(codes) == len(own) == 1 else None
