"""Writing entries down. They are derived from the records, so they have no history."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Max

from portal.models import SearchEntry, SearchName, SearchWord
from portal.search.engines import engine_of
from portal.search.entries import KINDS, Entry
from portal.search.expression import Words
from portal.search.tokens import sound, squeezed

# Where the numbers of names begin: newest first, they come before everything else.
NAMES_FROM = 1 << 40
LONGEST_NAME = 200
LONGEST_KEY = 400
LONGEST_WORD = 20
KEEP = """INSERT INTO portal_searchentry
  (id, kind, record, partnership, year, sectors, implementation, date)
  VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
  ON CONFLICT (id) DO UPDATE SET partnership = excluded.partnership,
  year = excluded.year, sectors = excluded.sectors,
  implementation = excluded.implementation, date = excluded.date"""
Numbered = tuple[int, str, Entry]


def keep(kind: str, entries: list[Entry], *, gone: Iterable[int] = ()) -> None:
    """Keep these entries of one kind as they are now, and forget those gone."""
    forget(kind, gone)
    numbers = _numbers(kind, [entry.record for entry in entries])
    write([(number, kind, of) for number, of in zip(numbers, entries, strict=True)])


def write(entries: Sequence[Numbered], known: set[str] | None = None) -> None:
    """Keep entries under these numbers, in place of what was kept there.

    ``known`` are words that are sure to be in the vocabulary; new ones are added to it.
    """
    if not entries:
        return
    with connection.cursor() as cursor:
        cursor.executemany(KEEP, [_columns(*one) for one in entries])
    words = [(number, entry.words(kind)) for number, kind, entry in entries]
    engine_of().put(words)
    _keep_vocabulary((one for _number, one in words), set() if known is None else known)
    if any(entry.names for _number, _kind, entry in entries):
        _keep_names((number, entry) for number, _kind, entry in entries)


def _keep_vocabulary(entries: Iterable[Words], known: set[str]) -> None:
    used: set[str] = set()
    for entry in entries:
        for text in (*entry.title, *entry.body):
            used.update(text.split(" "))
    new = sorted(word for word in used - known if is_plain(word))
    SearchWord.objects.bulk_create(
        [SearchWord(text=word) for word in new], ignore_conflicts=True
    )
    known |= used


def forget(kind: str, records: Iterable[int]) -> None:
    """Keep nothing any more of these rows of one kind."""
    gone = SearchEntry.objects.filter(kind=kind, record__in=list(records))
    numbers = list(gone.values_list("pk", flat=True))
    if not numbers:
        return
    engine_of().remove(numbers)
    SearchName.objects.filter(entry__in=numbers).delete()
    gone.delete()


def forget_all() -> None:
    """Keep nothing at all."""
    engine_of().clear()
    SearchName.objects.all().delete()
    SearchWord.objects.all().delete()
    SearchEntry.objects.all().delete()


def is_plain(word: str) -> bool:
    """Whether a word is one that people misspell: letters alone, and not too many."""
    return word.isalpha() and len(word) <= LONGEST_WORD


def _numbers(kind: str, records: list[int]) -> list[int]:
    """Return the number of each entry: the one it has, or the next."""
    found = SearchEntry.objects.filter(kind=kind, record__in=records)
    known = dict(found.values_list("record", "pk"))
    last = _last(is_name=not KINDS[kind].date) if len(known) < len(records) else 0
    for record in records:
        if record not in known:
            last += 1
            known[record] = last
    return [known[record] for record in records]


def _last(*, is_name: bool) -> int:
    if is_name:
        high = SearchEntry.objects.filter(pk__gte=NAMES_FROM).aggregate(n=Max("pk"))
        return high["n"] or NAMES_FROM
    low = SearchEntry.objects.filter(pk__lt=NAMES_FROM).aggregate(n=Max("pk"))
    return low["n"] or 0


def _columns(number: int, kind: str, of: Entry) -> tuple[Any, ...]:
    sectors = " ".join(map(str, of.sectors))
    narrowing = (of.partnership, of.year, sectors, of.implementation, of.date)
    return number, kind, of.record, *narrowing


def _keep_names(entries: Iterable[tuple[int, Entry]]) -> None:
    rows = []
    numbers = []
    for number, entry in entries:
        numbers.append(number)
        for text, language in entry.names:
            key = squeezed(text)[:LONGEST_KEY]
            rows.append(
                SearchName(
                    entry=number,
                    text=text[:LONGEST_NAME],
                    language=language,
                    squeezed=key,
                    sound=sound(key),
                )
            )
    SearchName.objects.filter(entry__in=numbers).delete()
    SearchName.objects.bulk_create(rows)
