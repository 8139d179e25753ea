"""The least a page can cost: the same rows by hand-written SQL, joined to one string.

Frozen: it is what all figures are compared with, so it is never changed to fit them.
"""

import sqlite3
from collections.abc import Callable, Iterable
from html import escape

PUBLIC = """FROM summits_commitment c
  JOIN summits_minutes m ON m.id = c.minutes_id AND m.state = 'published'
  JOIN summits_summit s ON s.id = m.summit_id AND s.state = 'published'
  JOIN summits_partnership p ON p.id = s.partnership_id AND p.state = 'published'
  WHERE c.state = 'published'"""
NEWEST = """(SELECT r.implementation FROM summits_progress r
  WHERE r.commitment_id = c.id AND r.state = 'published'
  ORDER BY r.reported_on DESC, r.id DESC LIMIT 1)"""
CLAUSE = f"SELECT c.reference, c.number, c.text_vi, m.signed_on, {NEWEST}"
LATEST = "ORDER BY m.signed_on DESC, m.reference, c.number LIMIT 50"

LISTED = f"{CLAUSE} {PUBLIC} {LATEST}"
AT_SUMMIT = f"{CLAUSE} {PUBLIC} AND s.reference = ? ORDER BY m.id, c.number"
SIGNS = f"SELECT {NEWEST} AS sign, count(*) {PUBLIC} GROUP BY sign"
SECTORS = "JOIN summits_commitment_sectors x ON x.commitment_id = c.id WHERE"
BY_SECTOR = f"""SELECT x.sector_id, {NEWEST} AS sign, count(*)
  {PUBLIC.replace("WHERE", SECTORS)} GROUP BY x.sector_id, sign"""
MEETINGS = """SELECT reference, date, stage, venue FROM summits_summit
  WHERE state = 'published' ORDER BY date DESC, reference DESC LIMIT 50"""
COUNTED = "SELECT count(*) FROM {} WHERE state = 'published'"
TABLES = ("summits_summit", "provinces_province", "sources_source")

Rows = Iterable[tuple]


def told(title: str, *tables: Rows) -> bytes:
    """Return rows as a page with nothing around them."""
    lines = [
        "<tr><td>" + "</td><td>".join(escape(str(cell)) for cell in row) + "</td></tr>"
        for rows in tables
        for row in rows
    ]
    return f"<!doctype html><h1>{title}</h1><table>{''.join(lines)}</table>".encode()


def pages(path: str, summit: str) -> dict[str, Callable[[], bytes]]:
    """Return what makes each page of a database's file anew, by its name."""
    ask = sqlite3.connect(path).execute
    counts = [COUNTED.format(table) for table in TABLES]
    return {
        "home": lambda: told(
            "Home", ask(SIGNS), ask(BY_SECTOR), ask(MEETINGS), *map(ask, counts)
        ),
        "summit": lambda: told("Summit", ask(AT_SUMMIT, [summit])),
        "board": lambda: told("Follow-up", ask(SIGNS), ask(BY_SECTOR), ask(LISTED)),
        "list": lambda: told("Commitments", ask(LISTED)),
    }


def clauses(path: str, summit: str) -> list[str]:
    """Return the references of a summit's clauses, as its page must show them."""
    rows = sqlite3.connect(path).execute(AT_SUMMIT, [summit])
    return [reference for reference, *_rest in rows]


def weightiest(path: str) -> str:
    """Return the reference of a summit with 50 clauses, or those nearest to it."""
    found = sqlite3.connect(path).execute(
        f"SELECT s.reference {PUBLIC} GROUP BY s.id"
        " ORDER BY abs(count(*) - 50), s.reference LIMIT 1"
    )
    return str(found.fetchone()[0])
