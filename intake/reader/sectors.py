"""Third stage, sectors: which of the twelve fields the words of an item are about."""

import re

from intake.reader.clean import shadow
from intake.reader.patterns import one_of
from intake.reader.sector_words import SECTORS

CUES = {shadow(cue): sector for sector, cues in SECTORS.items() for cue in cues}
CUE = re.compile(one_of(CUES))
ABOUT = re.compile(r"\s*(?:về|trên lĩnh vực|lĩnh vực) ([^,;]{3,40}),")
MOST = 3
NAMED_FIRST = 2


def sectors(low: str, start: int, end: int) -> tuple[str, ...]:
    """Return one to three sectors, the weightiest first; none where no cue is found."""
    scores: dict[str, int] = {}
    seen = set[str]()
    about = ABOUT.match(low, start, end)
    for found in CUE.finditer(low, start, end):
        if found[0] in seen:
            continue
        seen.add(found[0])
        sector = CUES[found[0]]
        bonus = NAMED_FIRST if about and found.start() < about.end() else 0
        scores[sector] = scores.get(sector, 0) + 1 + bonus
    best = max(scores.values(), default=0)
    ranked = sorted(scores, key=lambda sector: -scores[sector])
    return tuple(sector for sector in ranked if scores[sector] * 2 >= best)[:MOST]
