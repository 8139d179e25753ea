"""Measures what a public page costs, against the least it could.

    python -m benchmarks.pages

Makes up a database of BENCH_SCALE (M: 10,000 commitments; L: 200,000) in a folder of
its own, or measures the one of BENCH_DATABASE. Ratios are of processor time, within one
round: *cold* is an answer made anew, *kept* one told again under the same stamp.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median

from benchmarks import limit, search_limit
from benchmarks.measure import seconds

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "7"))
# A clock tick of processor time is no measure: quick work is repeated until it counts.
LEAST = 0.005
ROOM = 64 * 1024 * 1024
COLD_GOALS = {"summit": 14, "list": 6, "search": 6}
Work = Callable[[], object]


def main() -> int:
    """Print the figures of every page; durations depend on the machine."""
    with tempfile.TemporaryDirectory() as folder:
        given = os.environ.get("BENCH_DATABASE")
        path = Path(given) if given else Path(folder) / "bench.sqlite3"
        prepare(path)
        if not given:
            fill(os.environ.get("BENCH_SCALE", "M"))
        measure(str(path))
    return 0


def prepare(path: Path) -> None:
    """Start Django as a site runs, before a database of this name."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "DEBUG": "0",
        "DJANGO_SECRET_KEY": "only-for-measuring-" + "x" * 40,
        "ALLOWED_HOSTS": "localhost",
        "SITE_URL": "http://localhost",
        "DATABASE_URL": f"sqlite:///{path}",
        "KEPT_MEGABYTES": "64",
    }
    import django  # noqa: PLC0415 - reads the settings made above
    from django.conf import settings  # noqa: PLC0415

    # Style sheets are linked by their plain names: nothing is collected to measure.
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES["staticfiles"]["BACKEND"] = plain
    settings.STATIC_ROOT = settings.STATICFILES_DIRS[0]
    django.setup()


def fill(scale: str) -> None:
    """Make up the records of a scale."""
    from django.core.management import call_command  # noqa: PLC0415

    begun = time.monotonic()
    call_command("migrate", verbosity=0)
    call_command("demo", scale=scale, stdout=sys.stderr)
    print(f"Made up scale {scale} in {time.monotonic() - begun:.0f} s")


def measure(path: str) -> None:
    """Print ratios and milliseconds of each page, cold and kept."""
    summit = limit.weightiest(path)
    raw = limit.pages(path, summit) | {"search": search_limit.search(path)}
    cold, kept = site(room=0), site(room=ROOM)
    addresses = {
        "home": "/",
        "summit": f"/summits/{summit}/",
        "board": "/follow-up/",
        "list": "/commitments/",
        "search": search_limit.ADDRESS,
    }
    shown = cold(addresses["summit"]).decode()
    missing = [one for one in limit.clauses(path, summit) if anchor(one) not in shown]
    if missing:
        sys.exit(f"{summit}: the page lacks {len(missing)} of its clauses.")
    shown = cold(addresses["search"]).decode()
    missing = [one for one in search_limit.clauses(path) if f"/{one}/" not in shown]
    if missing:
        sys.exit(f"The search lacks {len(missing)} of the clauses it should find.")
    print("Goals of all: kept ≤ 0.5x raw and ≥ 20x cold; L within 1.2x of M.")
    print(f"{'page':<9}{'raw ms':>9}{'cold ms':>9}{'kept ms':>9}"
          f"{'cold/raw':>10}{'kept/raw':>10}{'cold/kept':>11}")  # fmt: skip
    for name, address in addresses.items():
        works = [raw.get(name), *(partial(ask, address) for ask in (cold, kept))]
        print(row(name, works))


def anchor(reference: str) -> str:
    """Return what an address of a clause ends with, on the page of its minutes."""
    minutes, _, number = reference.rpartition(".")
    return f'/minutes/{minutes}/#{number}"'


def row(name: str, works: list[Work | None]) -> str:
    """Return the figures of one page, raw, cold and kept: medians over the rounds."""
    asked = [work for work in works if work]
    costs = [one_round(asked, turn) for turn in range(ROUNDS)]
    gain = median(cost[-2] / cost[-1] for cost in costs)
    times = "".join(
        f"{1000 * median(column):9.3f}" for column in zip(*costs, strict=True)
    )
    if works[0] is None:
        return f"{name:<9}{'–':>9}{times}{'–':>10}{'–':>10}{gain:10.1f}x"
    cold = median(cost[1] / cost[0] for cost in costs)
    kept = median(cost[2] / cost[0] for cost in costs)
    goal = f"  (goal: cold ≤ {COLD_GOALS[name]}x)" if name in COLD_GOALS else ""
    return f"{name:<9}{times}{cold:9.2f}x{kept:9.3f}x{gain:10.1f}x{goal}"


def one_round(works: list[Work], turn: int) -> list[float]:
    """Return the seconds of each, begun with another one in each round."""
    spent = [0.0] * len(works)
    for step in range(len(works)):
        which = (step + turn) % len(works)
        works[which]()  # warm, and kept where answers are
        spent[which] = each(works[which])
    return spent


def each(work: Callable[[], object]) -> float:
    """Return the seconds of one call, over as many as can be measured."""
    times = 1
    while True:
        spent = seconds(lambda many=range(times): [work() for _ in many])
        if spent >= LEAST or times >= 1 << 14:
            return spent / times
        times *= 4


def site(*, room: int) -> Callable[[str], bytes]:
    """Return what asks a site with so much room for answers, as a server would."""
    from django.conf import settings  # noqa: PLC0415
    from django.core.handlers.wsgi import WSGIHandler  # noqa: PLC0415

    settings.KEPT_BYTES = room
    application = WSGIHandler()

    def ask(address: str) -> bytes:
        path, _, query = address.partition("?")
        response = application(environment(path, query), lambda *_arguments: None)
        body = b"".join(response)
        response.close()
        if response.status_code != 200:  # noqa: PLR2004
            sys.exit(f"{address} answered {response.status_code}.")
        return body

    return ask


def environment(path: str, query: str) -> dict:
    """Return what a server tells of a request."""
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
    }


if __name__ == "__main__":
    sys.exit(main())
