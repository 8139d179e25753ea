"""A wrong setting stops the start with a sentence: what was found, what is accepted."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal import environment
from tests.house.rules import ROOT


def start(**variables: str) -> subprocess.CompletedProcess:
    """Start the portal as an operator would, with these variables alone."""
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"DEBUG": "yes"}, "DEBUG is 'yes'. Use 1 for on and 0 for off."),
        (
            {"DEBUG": "0"},
            "DJANGO_SECRET_KEY is ''. Set it to a long random text, or DEBUG to 1.",
        ),
        (
            {"DEBUG": "1", "SITE_URL": "portal.example"},
            "SITE_URL is 'portal.example'. Use an address that begins with https://.",
        ),
    ],
)
def test_a_wrong_value_stops_the_start_with_a_sentence(variables, sentence):
    stopped = start(**variables)
    assert stopped.returncode == 1
    assert stopped.stderr.rstrip().splitlines()[-1].endswith(sentence)


def test_with_a_key_and_hosts_it_starts():
    assert start(DJANGO_SECRET_KEY="k" * 50, ALLOWED_HOSTS="a.example").returncode == 0


@pytest.mark.parametrize(
    ("read", "value", "sentence"),
    [
        (
            lambda: environment.database("SETTING", ""),
            "mysql://localhost/portal",
            "Use sqlite:///path or postgres://user@host/name.",
        ),
        (
            lambda: environment.month_day("SETTING", ""),
            "15-11",
            "Use month-day, such as 11-15 for 15 November.",
        ),
        (
            lambda: environment.month_day("SETTING", ""),
            "02-29",
            "Use month-day, such as 11-15 for 15 November.",
        ),
        (
            lambda: environment.whole_number("SETTING", 1, least=1),
            "0",
            "Use a whole number from 1 up.",
        ),
        (
            lambda: environment.whole_number("SETTING", 1),
            "two",
            "Use a whole number from 0 up.",
        ),
        (
            lambda: environment.contact("SETTING", ""),
            "tin@example.org",
            "Use mailto:name@example.org or the address of a page.",
        ),
    ],
)
def test_a_refusal_names_the_setting_and_its_value(monkeypatch, read, value, sentence):
    monkeypatch.setenv("SETTING", value)
    with pytest.raises(ImproperlyConfigured) as refused:
        read()
    assert str(refused.value) == f"SETTING is {value!r}. {sentence}"


def test_right_values_are_read(monkeypatch):
    monkeypatch.setenv("WRITE_TO", "mailto:tin@example.org")
    monkeypatch.setenv("DAY", "02-28")
    monkeypatch.setenv("NUMBER", "30")
    monkeypatch.setenv("SWITCH", "0")
    assert environment.contact("WRITE_TO", "") == "mailto:tin@example.org"
    assert environment.month_day("DAY", "11-15") == (2, 28)
    assert environment.whole_number("NUMBER", 15) == 30
    assert environment.switch("SWITCH", default=True) is False
    assert environment.secret_key(debug=True) != ""
