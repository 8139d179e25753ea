"""Others write while the search takes in what changed."""

import pytest
from django.db import connection

from portal.search.find import find
from portal.search.index import rebuild, refresh
from portal.search.query import asked
from summits.models import Commitment
from tests import make

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="here writers take turns"
    ),
]


@pytest.fixture
def beside():
    """A second connection, in a transaction of its own."""
    other = connection.copy()
    other.set_autocommit(False)
    yield other
    other.rollback()
    other.close()


def found(text):
    refresh()
    return [match.record for match in find(asked(text), {}).matches]


def rewrite(other, clause, text):
    """Change a clause and its history on another connection, without committing."""
    history = Commitment.history.model._meta
    names = [field.column for field in history.concrete_fields if not field.primary_key]
    columns = ", ".join(f'"{name}"' for name in names)
    with other.cursor() as cursor:
        cursor.execute(
            "UPDATE summits_commitment SET text_vi = %s WHERE id = %s",
            [text, clause.pk],
        )
        cursor.execute(
            f"INSERT INTO {history.db_table} ({columns}) "  # noqa: S608 - our own names
            f"SELECT {columns} FROM {history.db_table} WHERE id = %s LIMIT 1",
            [clause.pk],
        )


@pytest.mark.parametrize("take_in", [refresh, rebuild])
def test_a_change_begun_before_and_committed_after_another_is_not_lost(beside, take_in):
    paper = make.minutes()
    first, second = (make.commitment(paper, f"Giao lưu {n}") for n in range(2))
    assert set(found("giao luu")) == {first.pk, second.pk}
    rewrite(beside, first, "Nuôi cá")
    second.text_vi = "Trồng rừng"
    second.save()
    take_in()
    assert found("trong rung") == [second.pk]
    beside.commit()
    assert found("nuoi ca") == [first.pk]
    assert found("giao luu") == []
