"""Writing entries down. They are derived from the records, so they have no history."""

from collections.abc import Iterable

from django.db.models import Max

from portal.models import SearchEntry, SearchName
from portal.search.engines import engine_of
from portal.search.entries import KINDS, Entry
from portal.search.expression import Words
from portal.search.tokens import sound, squeezed

# Where the numbers of names begin: newest first, they come before everything else.
NAMES_FROM = 1 << 40
LONGEST_NAME = 200
LONGEST_KEY = 400


def keep(kind: str, entries: list[Entry], *, gone: Iterable[int] = ()) -> None:
    """Keep these entries of one kind as they are now, and forget those gone."""
    forget(kind, gone)
    numbers = _numbers(kind, [entry.record for entry in entries])
    rows = [
        _row(number, kind, entry)
        for number, entry in zip(numbers, entries, strict=True)
    ]
    SearchEntry.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["partnership", "year", "sectors", "implementation", "date"],
    )
    words: list[tuple[int, Words]] = [
        (row.pk, entry.words(kind)) for row, entry in zip(rows, entries, strict=True)
    ]
    engine_of().put(words)
    if any(entry.names for entry in entries):
        _keep_names(zip(numbers, entries, strict=True))


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
    SearchEntry.objects.all().delete()


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


def _row(number: int, kind: str, entry: Entry) -> SearchEntry:
    return SearchEntry(
        id=number,
        kind=kind,
        record=entry.record,
        partnership=entry.partnership,
        year=entry.year,
        sectors=" ".join(map(str, entry.sectors)),
        implementation=entry.implementation,
        date=entry.date,
    )


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
