"""One process of several: it writes its own clause, and reads what all have written.

``python -m tests.kept.beside FOLDER TURNS NAME KEY [NAME KEY …]``: the first clause is
its own, the folder holds a file for each with the number last committed. Ends with a
fault as soon as a page shows less than that, and tells how many answers were kept.
"""

import re
import sys
from pathlib import Path

import django
from django.db import connection
from django.test import Client

PATHS = ("/commitments/", "/en/commitments/", "/api/v1/commitments/")


def committed(folder, name):
    """The number that a process says it has committed."""
    return int((folder / name).read_text())


def write(folder, name, clause, number):
    """Commit the next number, and only then say so."""
    from publication.references import register  # noqa: PLC0415 - after the setup

    clause.text_vi = f"Lần ({name}:{number})"
    register(clause)
    told = folder / f"{name}.new"
    told.write_text(str(number))
    told.replace(folder / name)


def read(client, folder, names, path):
    """Read a page, hold it against what was committed before; return the questions."""
    least = {name: committed(folder, name) for name in names}
    asked = []

    def count(execute, *arguments):
        asked.append(arguments[0])
        return execute(*arguments)

    with connection.execute_wrapper(count):
        page = client.get(path, headers={"host": "localhost"}).content.decode()
    for name in names:
        shown = int(re.search(rf"\({name}:(\d+)\)", page)[1])
        if shown < least[name]:
            raise SystemExit(f"{path} shows {name}:{shown}, not {least[name]}.")
    return len(asked)


def main(folder, turns, *pairs):
    """Take turns at writing and reading."""
    from summits.models import Commitment  # noqa: PLC0415 - after the setup

    clauses = dict(zip(pairs[::2], pairs[1::2], strict=True))
    own = next(iter(clauses))
    clause = Commitment.objects.get(pk=clauses[own])
    client, from_memory = Client(), 0
    for number in range(1, int(turns) + 1):
        write(folder, own, clause, number)
        for path in PATHS * 3:
            from_memory += read(client, folder, clauses, path) == 1
    sys.stdout.write(f"{from_memory}\n")


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]), *sys.argv[2:])
