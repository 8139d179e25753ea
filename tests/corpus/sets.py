"""The three sets of articles, and the reader's figures on each.

The reader is given provinces, places and their spellings, and nothing else.
"""

from dataclasses import dataclass
from pathlib import Path

from intake.reader import read
from tests.corpus.register import load_gazetteer
from tests.corpus.score import ROWS, Score, score

CORPUS = Path(__file__).parent
EXAMPLES = CORPUS.parents[1] / "fixtures" / "articles"
COLUMN = 12
HELD_BACK = (
    "held back: rules are written without looking at these articles. Keep to the"
    " numbers; nobody who changes the reader reads them or what was missed in them."
)


@dataclass(frozen=True)
class Articles:
    """A folder of articles with their gold; what is held back shows numbers only."""

    name: str
    folder: Path
    texts: tuple[Path, ...]
    is_held_back: bool = False

    @property
    def golds(self) -> Path:
        return self.folder / "gold"


SETS = (
    Articles("shared", CORPUS, (CORPUS, EXAMPLES)),
    Articles("own", CORPUS / "more", (CORPUS / "more",)),
    Articles("held back", CORPUS / "held", (CORPUS / "held",), is_held_back=True),
)


def reader():
    """Return a function that reads an article by its name and text."""
    gazetteer = load_gazetteer()
    return lambda _, text: read(text, gazetteer).as_json()


def scores() -> dict[str, Score]:
    """Return the score of each set by its name."""
    reads = reader()
    return {chosen.name: score(chosen.golds, chosen.texts, reads) for chosen in SETS}


def line(name: str, cells: list[object]) -> str:
    """Return one line of the table of all sets."""
    return f"{name:26}" + "".join(f"{cell:>{COLUMN}}" for cell in cells)


def f1(total: Score, row: str) -> str:
    """Return the F1 of a row as printed, a dash where there is nothing to find."""
    share = total.f1(row)
    return "-" if share is None else f"{share:.3f}"


def summary(found: dict[str, Score]) -> str:
    """Return F1 by row for each set side by side, with wrong facts and pieces."""
    totals = found.values()
    articles = [len(list(chosen.golds.glob("*.json"))) for chosen in SETS]
    return "\n".join(
        [
            line("F1", list(found)),
            line("articles", articles),
            *(line(row, [f1(total, row) for total in totals]) for row in ROWS),
            line("wrong facts", [len(total.wrong_facts()) for total in totals]),
            line("pieces of items", [total.pieces for total in totals]),
            HELD_BACK,
        ]
    )
