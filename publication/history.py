"""Why rows change: one act gives its reason to all the history it writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from simple_history.models import HistoricalRecords

from publication import stamp

_reason: ContextVar[str | None] = ContextVar("reason", default=None)


@contextmanager
def because(reason: str) -> Iterator[None]:
    """Give every history line that a block writes this reason (100 characters)."""
    token = _reason.set(reason)
    try:
        yield
    finally:
        _reason.reset(token)


class ReasonedHistory(HistoricalRecords):
    """History whose lines say why, as the act that wrote them does.

    What may be seen outside leaves its mark on the data stamp with it.
    """

    def get_change_reason_for_object(
        self, instance: Any, history_type: str, using: str
    ) -> str | None:
        own = super().get_change_reason_for_object(instance, history_type, using)
        return own or _reason.get()

    def create_historical_record(
        self, instance: Any, history_type: str, using: str | None = None
    ) -> None:
        super().create_historical_record(instance, history_type, using=using)
        if instance.concerns_public:
            stamp.touch()

    def post_save(
        self, instance: Any, created: bool, using: str | None = None, **kwargs: Any
    ) -> None:
        super().post_save(instance, created, using=using, **kwargs)
        # A row loaded from a file brings its history along, but not the stamp.
        if kwargs.get("raw") and instance.concerns_public:
            stamp.touch()
