"""The least a search can cost: one question to FTS5, the same ranks, counts and rows.

Frozen, as the limit of the other pages is: what the page shows, by hand-written SQL and
joined to one string, without marks, links or languages.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable

from benchmarks.limit import NEWEST, told

ADDRESS = "/search/?q=quoc+lo"
MATCH = '{title body} : ("quoc" *) AND {title body} : ("lo" *)'
PHRASE, SHOWN, LOOKED_AT = " quoc lo", 20, 1000
FOUND = """SELECT e.kind, e.record, e.partnership, e.year, e.sectors, e.implementation,
  2 * (instr(' ' || w.title, ' quoc') > 0 AND instr(' ' || w.title, ' lo') > 0)
  + (instr(' ' || w.title || ' _ ' || w.body, ?) > 0)
  + (instr(' ' || w.title, ?) > 0) AS weight
  FROM portal_searchwords w JOIN portal_searchentry e ON e.id = w.rowid
  WHERE portal_searchwords MATCH ? AND w.rowid < 1 << 40
  ORDER BY w.rowid DESC LIMIT ?"""
MEETING = """JOIN summits_minutes m ON m.id = c.minutes_id AND m.state = 'published'
  JOIN summits_summit s ON s.id = m.summit_id AND s.state = 'published'
  JOIN summits_partnership p ON p.id = s.partnership_id AND p.state = 'published'
  WHERE c.state = 'published' AND c.id IN"""
COLUMNS = "SELECT c.id, c.reference, p.reference"
CLAUSES = f"c.number, c.title_vi, c.text_vi, m.signed_on, {NEWEST}"
REPORTS = "c.note_vi, c.reported_on, c.implementation"
ROWS = {
    "commitment": f"{COLUMNS}, {CLAUSES} FROM summits_commitment c {MEETING}",
    "progress": f"{COLUMNS}, {REPORTS} FROM summits_progress c {MEETING}",
}
SECTORS = """SELECT c.name_vi FROM summits_sector c
  JOIN summits_{0}_sectors x ON x.sector_id = c.id WHERE x.{0}_id = ?"""


def search(path: str) -> Callable[[], bytes]:
    """Return what makes the page of ADDRESS anew from a database's file."""
    ask = sqlite3.connect(path).execute

    def page() -> bytes:
        found = ask(FOUND, [PHRASE, PHRASE, MATCH, LOOKED_AT]).fetchall()
        counts = [Counter(row[column] for row in found) for column in (0, 2, 3, 5)]
        counts.append(Counter(code for row in found for code in row[4].split()))
        found.sort(key=lambda row: -row[6])
        return told(
            "Search", shown(ask, found[:SHOWN]), *(one.items() for one in counts)
        )

    return page


def shown(ask: Callable, found: list[tuple]) -> list[tuple]:
    """Return what the page tells of these matches, in their order."""
    keys: dict[str, list[int]] = defaultdict(list)
    for kind, key, *_rest in found:
        keys[kind].append(key)
    rows = {
        (kind, row[0]): row
        for kind, of in keys.items()
        for row in ask(f"{ROWS[kind]} ({','.join(map(str, of))})")
    }
    return [
        (*rows[kind, key], *ask(SECTORS.format(kind), [key]).fetchall())
        for kind, key, *_rest in found
    ]


def clauses(path: str) -> list[str]:
    """Return the references of the clauses found, as the page must link them."""
    ask = sqlite3.connect(path).execute
    found = ask(FOUND, [PHRASE, PHRASE, MATCH, LOOKED_AT]).fetchall()
    found.sort(key=lambda row: -row[6])
    of = [row for row in found[:SHOWN] if row[0] == "commitment"]
    return [row[1] for row in shown(ask, of)]
