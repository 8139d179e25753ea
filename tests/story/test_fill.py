"""Filling an empty portal, and leaving any other alone."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from intake.review import ReviewError
from portal import fill as filling
from provinces.models import Province
from sources.models import Source
from summits.models import Summit
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_machine_of_our_own(settings):
    settings.DEBUG = True


def test_an_empty_portal_is_filled_and_says_how_to_log_in(capsys):
    call_command("fill", port="8055")
    told = capsys.readouterr().out
    assert "http://127.0.0.1:8055/" in told
    assert "publisher / demo-publisher" in told
    assert User.objects.get(username="editor").check_password("demo-editor")
    assert Summit.objects.public().exists()


def test_a_database_with_records_is_left_alone(capsys):
    make.province("VN-23")
    call_command("fill")
    assert [province.code for province in Province.objects.all()] == ["VN-23"]
    assert not Source.objects.exists()
    assert not User.objects.exists()
    with pytest.raises(ValidationError):
        filling.fill(by=make.user("publisher"), at=make.NOON)


def test_a_site_in_service_is_never_given_well_known_passwords(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG"):
        call_command("fill")
    assert not User.objects.exists()


def test_a_decision_that_fits_nothing_stops_all_of_it(monkeypatch, tmp_path):
    for folder in ("articles", "reference"):
        (tmp_path / folder).symlink_to(filling.FIXTURES / folder)
    (tmp_path / "reviews").mkdir()
    for review in (filling.FIXTURES / "reviews").glob("*.json"):
        changed = review.read_text(encoding="utf-8").replace("Sáng 30/3", "Tối 30/3")
        (tmp_path / "reviews" / review.name).write_text(changed, encoding="utf-8")
    monkeypatch.setattr(filling, "FIXTURES", tmp_path)
    with pytest.raises(ReviewError, match="Tối 30/3"):
        filling.fill(by=make.user("publisher"), at=make.NOON)
    assert not Province.objects.exists()
    assert not Source.objects.exists()
