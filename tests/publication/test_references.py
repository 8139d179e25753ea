"""References: given once, never again, whatever a file brings."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from provinces.models import Official
from publication.models import Reference
from publication.references import issue, register
from summits.models import Proposal, Summit
from tests import make


def test_a_reference_with_an_endless_number_leaves_the_series_as_it_was(db):
    endless = f"o-{'9' * 30}"
    register(Official(reference=endless, name_vi="Ai đó"))
    assert issue("o-", 6) == "o-000001"


def test_a_reference_from_elsewhere_moves_the_series_on(db):
    register(Official(reference="o-000041", name_vi="Ai đó"))
    assert issue("o-", 6) == "o-000042"


def test_a_reference_that_names_another_place_is_refused(db):
    summit = make.summit()
    strangers = (
        (Summit(partnership=summit.partnership, date="2023-05-01"), "x-1"),
        (
            Summit(partnership=summit.partnership, date="2023-05-01"),
            "VN-23.LA-KH.2023-1",
        ),
        (Proposal(summit=summit, number=1, text_vi="Mở đường"), "o-000001"),
    )
    begins = ("VN-23.LA-BL.", "VN-23.LA-BL.", "VN-23.LA-BL.2023-1.p")
    for (record, reference), begin in zip(strangers, begins, strict=True):
        record.reference = reference
        with translation.override("en"), pytest.raises(ValidationError) as refusal:
            register(record)
        assert refusal.value.messages == [
            (
                f"The reference {reference} does not begin with {begin}, as this "
                "record’s must. Correct it, or leave it blank for the next free one."
            )
        ]
        assert not Reference.objects.filter(text=reference).exists()


def test_a_summit_keeps_the_year_it_was_believed_to_be_in(db):
    held = Summit(partnership=make.partnership(), date="2021-12-18")
    held.reference = "VN-23.LA-BL.u-1"
    assert register(held).reference == "VN-23.LA-BL.u-1"
