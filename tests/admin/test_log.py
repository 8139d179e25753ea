"""The log of changes, as staff read it."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from publication.models import Change
from tests import make

pytestmark = pytest.mark.django_db
LIST = "admin:publication_change_changelist"


@pytest.fixture
def administrator(client):
    client.force_login(User.objects.create_superuser("admin"))
    return client


def log(kind: str) -> Change:
    return Change.objects.create(
        reference=f"{kind}-1",
        record_type=kind,
        kind=Change.Kind.PUBLICATION,
        at=make.now(),
    )


def test_the_log_names_kinds_of_records_as_its_reader_does(administrator):
    log("commitment")
    page = administrator.get(reverse(LIST), headers={"accept-language": "vi"})
    assert page.text.count('<td class="field-type_name">nội dung thống nhất</td>') == 1


def test_the_log_is_narrowed_to_one_kind_of_record(administrator):
    log("source")
    chosen = log("commitment")
    page = administrator.get(reverse(LIST), {"record_type": "commitment"})
    assert list(page.context["cl"].queryset) == [chosen]


def test_the_log_leaves_a_kind_nobody_knows_as_it_is(administrator):
    log("telegram")
    page = administrator.get(reverse(LIST))
    assert page.text.count('<td class="field-type_name">telegram</td>') == 1
