"""Checks that the search can work on the database it is given."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from portal.models import SearchEntry
from portal.search.engines import ENGINES, TABLE


@register(Tags.database)
def words_are_kept(
    databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """Say where a database has the search's entries, but not their words."""
    return [
        problem
        for alias in databases or ()
        for problem in _problems(connections[alias])
    ]


def _problems(connection: Any) -> list[CheckMessage]:
    if connection.vendor not in ENGINES:
        known = ", ".join(ENGINES)
        return [
            Error(
                f"The search knows no database “{connection.vendor}”.",
                hint=f"Use one of: {known}.",
                id="portal.E001",
            )
        ]
    tables = connection.introspection.table_names()
    if SearchEntry._meta.db_table not in tables or TABLE in tables:
        return []
    return [
        Error(
            f"The table of words {TABLE} is missing.",
            hint="Run `manage.py migrate portal 0002`, `migrate` and `reindex`.",
            id="portal.E002",
        )
    ]
