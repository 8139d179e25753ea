"""Measures what must stay fast, and what the reader finds.

    python -m benchmarks

Ends with 1 where doubling a text more than doubles the reader's time (ratio over 2.5);
durations depend on the machine and are only printed.
"""

import sys

from benchmarks import reader
from benchmarks.dates import partial_dates
from benchmarks.spelling import folding
from tests.corpus.sets import scores, summary


def main() -> int:
    """Print all measures and return what the process ends with."""
    # First, while this process is small: its child's peak begins with its own.
    reader.largest()
    reader.usual()
    print()
    is_linear = reader.growing()
    print()
    for name, measure in (("fold", folding), ("partial dates", partial_dates)):
        print(f"{name:<16}{measure():6.2f} x  {measure.__doc__}")
    print(f"\n{summary(scores())}")
    return 0 if is_linear else 1


if __name__ == "__main__":
    sys.exit(main())
