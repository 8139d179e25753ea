"""Several processes with stores of their own, on one database: none shows what was."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.conf import settings
from django.db import connection

from tests import make

pytestmark = pytest.mark.django_db(transaction=True)

TURNS, SECONDS = 15, 180


@pytest.fixture
def shared(tmp_path):
    """The address of a database that other processes reach, as this one stands now."""

    def address():
        if connection.vendor == "sqlite":
            path = tmp_path / "shared.sqlite3"
            with closing(sqlite3.connect(path)) as copy:
                connection.connection.backup(copy)
            return f"sqlite:///{path}"
        own = connection.settings_dict
        person = ":".join(filter(None, (own["USER"], own["PASSWORD"])))
        return f"postgres://{person}@{own['HOST']}:{own['PORT']}/{own['NAME']}"

    return address


def test_whoever_reads_after_a_commit_sees_it_in_every_process(tmp_path, shared):
    minutes = make.minutes()
    clauses = {name: make.commitment(minutes, text=f"({name}:0)") for name in "ab"}
    for name in clauses:
        (tmp_path / name).write_text("0")
    told = os.environ | {
        "DATABASE_URL": shared(),
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "KEPT_MEGABYTES": "8",
    }
    running = []
    for own in clauses:
        order = sorted(clauses, key=lambda name, own=own: name != own)
        pairs = [part for name in order for part in (name, str(clauses[name].pk))]
        command = [sys.executable, "-m", "tests.kept.beside", str(tmp_path)]
        running.append(
            subprocess.Popen(
                [*command, str(TURNS), *pairs],
                cwd=settings.BASE_DIR,
                env=told,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
    for one in running:
        answer, fault = one.communicate(timeout=SECONDS)
        assert (one.returncode, fault) == (0, "")
        assert int(answer) > 0  # some did come from memory, or nothing was shown
