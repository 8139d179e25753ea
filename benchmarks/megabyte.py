"""Reads the largest article that is accepted, in a process that does nothing else.

    python -m benchmarks.megabyte

Prints the seconds of processor time and the most megabytes the process ever held.
"""

import resource

from benchmarks.measure import seconds
from benchmarks.series import article
from intake.reader import read
from intake.reader.clean import LIMIT, decode
from tests.corpus.register import load_gazetteer

KILOBYTES_PER_MEGABYTE = 1024


def largest() -> bytes:
    """Return an article repeated until one more character would be too many."""
    return article(LIMIT).encode()[:LIMIT].decode(errors="ignore").encode()


if __name__ == "__main__":
    raw, gazetteer = largest(), load_gazetteer()
    spent = seconds(lambda: read(decode(raw), gazetteer).as_json())
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES_PER_MEGABYTE
    print(spent, held)
