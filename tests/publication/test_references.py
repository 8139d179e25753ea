"""References: given once, never again, whatever a file brings."""

from provinces.models import Official
from publication.references import issue, register


def test_a_reference_with_an_endless_number_leaves_the_series_as_it_was(db):
    endless = f"o-{'9' * 30}"
    register(Official(reference=endless, name_vi="Ai đó"))
    assert issue("o-", 6) == "o-000001"


def test_a_reference_from_elsewhere_moves_the_series_on(db):
    register(Official(reference="o-000041", name_vi="Ai đó"))
    assert issue("o-", 6) == "o-000042"
