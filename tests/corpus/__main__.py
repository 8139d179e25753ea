"""The reader's figures on each set of articles.

    python -m tests.corpus [--details]

With --details also what was missed, by article; never for the set that is held back.
"""

import sys
from argparse import ArgumentParser

from tests.corpus.misses import misses
from tests.corpus.score import counts
from tests.corpus.sets import SETS, reader, scores, summary


def main() -> None:
    """Print the figures, and the details where they are asked for."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--details", action="store_true", help="what was missed")
    options = parser.parse_args()
    found = scores()
    sys.stdout.write(summary(found) + "\n")
    if options.details:
        details(found)


def details(found) -> None:
    """Print counts, wrong facts and misses of the sets that may be looked at."""
    for chosen in SETS:
        if not chosen.is_held_back:
            sys.stdout.write(f"\n== {chosen.name}\n{counts(found[chosen.name])}")
            noted = misses(chosen.golds, chosen.texts, reader())
            for name, lines in noted.items():
                if lines:
                    sys.stdout.write("\n".join([f"\n{name}", *lines]) + "\n")


if __name__ == "__main__":
    main()
