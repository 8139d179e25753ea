"""The table of words on each database, behind one small interface.

Both are given the same ASCII words and asked the same expressions, and both are read in
the order of the entries' numbers, newest first, so that neither looks at more than is
asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from django.db import connection as default
from django.db.backends.base.base import BaseDatabaseWrapper

from portal.search.expression import Expression, Phrase, Words

TABLE = "portal_searchwords"
GAP = 9  # positions between two texts, so that no phrase crosses from one to the next


class Engine(Protocol):
    """What the search needs of a database."""

    # The column of the entry's number, those of its words, and the condition that
    # takes an expression.
    key: str
    texts: str
    matches: str

    def create(self) -> None: ...

    def drop(self) -> None: ...

    def clear(self) -> None: ...

    def put(self, rows: Iterable[tuple[int, Words]]) -> None: ...

    def remove(self, numbers: Iterable[int]) -> None: ...

    def written(self, expression: Expression) -> str: ...

    def holds(self, expression: Expression) -> tuple[str, list[str]]: ...

    def others_write(self) -> bool: ...


class _Tables:
    """What both do alike."""

    key: str

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def drop(self) -> None:
        """Take the table away."""
        self._run(f"DROP TABLE IF EXISTS {TABLE}")

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget the entries with these numbers."""
        statement = f"DELETE FROM {TABLE} WHERE {self.key} = %s"  # noqa: S608 - ours
        self._run_many(statement, [(number,) for number in numbers])

    def _run(self, statement: str) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(statement)

    def _run_many(self, statement: str, rows: list[tuple]) -> None:
        if rows:
            with self.connection.cursor() as cursor:
                cursor.executemany(statement, rows)


class Sqlite(_Tables):
    """FTS5; beginnings shared by very many words have an index of their own."""

    key = "rowid"
    texts = "title, body"
    matches = f"{TABLE} MATCH %s"

    def create(self) -> None:
        """Make the table; words hold nothing but ASCII letters, digits and ``_``."""
        self._run(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5"
            "(title, body, labels, tokenize=\"ascii tokenchars '_'\", "
            "columnsize=0, prefix='2 3')"
        )

    def clear(self) -> None:
        """Forget every entry, and with them how many SQLite last counted.

        Told by ANALYZE of an empty table, it would read the whole table anew for each
        part that is merged away: a minute at 600,000 entries.
        """
        self.drop()
        self.create()

    def put(self, rows: Iterable[tuple[int, Words]]) -> None:
        """Keep these entries, in place of what was kept under their numbers."""
        self._run_many(
            f"INSERT OR REPLACE INTO {TABLE} (rowid, title, body, labels) "  # noqa: S608 - our own name
            "VALUES (%s, %s, %s, %s)",
            [
                (number, " _ ".join(of.title), " _ ".join(of.body), " ".join(of.labels))
                for number, of in rows
            ],
        )

    def written(self, expression: Expression) -> str:
        """Write an expression as FTS5 reads it."""
        where = "title" if expression.in_title else "title body"
        parts = [
            f"{{{where}}} : ({' OR '.join(map(self._phrase, term))})"
            for term in expression.terms
        ]
        parts += [
            "labels : (" + " OR ".join(f'"{one}"' for one in labels) + ")"
            for labels in expression.labels
        ]
        return " AND ".join(parts)

    def holds(self, expression: Expression) -> tuple[str, list[str]]:
        """Return the condition, with its values, that the words of a row hold this."""
        body = "" if expression.in_title else " || ' _ ' || body"
        text = f"instr(' ' || title{body} || ' ', %s)"
        terms = [" OR ".join([text] * len(term)) for term in expression.terms]
        values = [
            f" {' '.join(phrase.words)}{'' if phrase.is_open else ' '}"
            for term in expression.terms
            for phrase in term
        ]
        return " AND ".join(f"({term})" for term in terms), values

    @staticmethod
    def _phrase(phrase: Phrase) -> str:
        return f'"{" ".join(phrase.words)}"' + ("*" if phrase.is_open else "")

    def others_write(self) -> bool:
        """Whether others may have written what is not to be seen yet: they cannot."""
        return False


class Postgresql(_Tables):
    """A tsvector of words placed by us, never parsed by the server; a GIN index."""

    key = "id"
    texts = "vector"
    matches = "vector @@ %s::tsquery"

    def create(self) -> None:
        """Make the table and its index."""
        self._run(
            f"CREATE TABLE IF NOT EXISTS {TABLE} "
            "(id bigint PRIMARY KEY, vector tsvector NOT NULL)"
        )
        self._run(
            f"CREATE INDEX IF NOT EXISTS {TABLE}_vector ON {TABLE} USING gin (vector)"
        )

    def clear(self) -> None:
        """Forget every entry; others read on what was there."""
        self._run(f"DELETE FROM {TABLE}")  # noqa: S608 - our own name

    def put(self, rows: Iterable[tuple[int, Words]]) -> None:
        """Keep these entries, in place of what was kept under their numbers."""
        self._run_many(
            f"INSERT INTO {TABLE} (id, vector) VALUES (%s, %s::tsvector) "  # noqa: S608 - ours
            "ON CONFLICT (id) DO UPDATE SET vector = excluded.vector",
            [(number, _vector(words)) for number, words in rows],
        )

    def written(self, expression: Expression) -> str:
        """Write an expression as a tsquery is cast."""
        weight = "A" if expression.in_title else ""
        parts = [
            "(" + " | ".join(self._phrase(one, weight) for one in term) + ")"
            for term in expression.terms
        ]
        parts += [
            "(" + " | ".join(f"'{one}'" for one in labels) + ")"
            for labels in expression.labels
        ]
        return " & ".join(parts)

    def holds(self, expression: Expression) -> tuple[str, list[str]]:
        """Return the condition, with its values, that the words of a row hold this."""
        return self.matches, [self.written(expression)]

    def others_write(self) -> bool:
        """Whether others have written here what is not to be seen yet."""
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE backend_xid IS NOT "
                "NULL AND datname = current_database() AND pid <> pg_backend_pid())"
            )
            return bool(cursor.fetchone()[0])

    @staticmethod
    def _phrase(phrase: Phrase, weight: str) -> str:
        *whole, last = phrase.words
        ending = ("*" if phrase.is_open else "") + weight
        marks = [f":{weight}" if weight else ""] * len(whole)
        marks.append(f":{ending}" if ending else "")
        written = (
            f"'{word}'{mark}" for word, mark in zip((*whole, last), marks, strict=True)
        )
        return "(" + " <-> ".join(written) + ")"


def _vector(words: Words) -> str:
    place, written = 0, []
    for texts, weight in ((words.title, "A"), (words.body, "")):
        for text in texts:
            for word in text.split():
                place += 1
                written.append(f"'{word}':{place}{weight}")
            place += GAP
    return " ".join([*written, *(f"'{label}'" for label in words.labels)])


ENGINES: dict[str, type[Sqlite | Postgresql]] = {
    "sqlite": Sqlite,
    "postgresql": Postgresql,
}


def engine_of(connection: BaseDatabaseWrapper | Any = default) -> Engine:
    """Return the engine of a database."""
    return ENGINES[connection.vendor](connection)
