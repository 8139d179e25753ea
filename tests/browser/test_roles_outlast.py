"""What a test that commits leaves behind for the next."""

import pytest

from tests import make

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_roles_outlast_a_test_that_commits():
    assert make.user("publisher").groups.count() == 1


def test_the_roles_are_there_after_it():
    assert make.user("editor").groups.count() == 1
