"""What became of a record that no longer answers to its reference."""

from publication.models import Change, Reference

HIDING = Change.Kind.WITHDRAWAL


def successor_of(reference: str) -> str:
    """Return the last successor of a renamed or merged record, or nothing.

    A record that was never public has none for anybody.
    """
    if not Change.objects.of(reference).exists():
        return ""
    last, seen = reference, {reference}
    while following := _next(last):
        if following in seen:
            break
        seen.add(following)
        last = following
    return last if last != reference else ""


def _next(reference: str) -> str | None:
    given = Reference.objects.filter(text=reference, successor__isnull=False)
    return given.values_list("successor__text", flat=True).first()


def withdrawal_of(reference: str) -> Change | None:
    """Return the withdrawal that hides a record: its own, or that of one above it.

    A reference begins with those of the records above it. A record that was not
    public before that withdrawal gives nothing away: there is none.
    """
    parts = reference.split(".")
    line = [".".join(parts[:end]) for end in range(1, len(parts) + 1)]
    latest: dict[str, Change] = {}
    first_seen = None
    for change in Change.objects.filter(reference__in=line).order_by("pk"):
        latest[change.reference] = change
        if change.reference == reference and first_seen is None:
            first_seen = change.pk
    hiding = [latest[one] for one in reversed(line) if one in latest]
    return next(
        (
            one
            for one in hiding
            if one.kind == HIDING and (first_seen or one.pk) < one.pk
        ),
        None,
    )
