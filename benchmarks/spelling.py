"""How spellings are folded, against no more than normalising them."""

import unicodedata
from pathlib import Path

from benchmarks.measure import compare
from sources.spelling import fold

ARTICLES = Path(__file__).resolve().parents[1] / "fixtures" / "articles"


def folding() -> float:
    """Fold two articles' lines; the limit only normalises and casefolds them."""
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    lines = [line for text in texts for line in text.splitlines()] * 20
    return compare(
        lambda: [fold(line) for line in lines],
        lambda: [unicodedata.normalize("NFKC", line).casefold() for line in lines],
    )
