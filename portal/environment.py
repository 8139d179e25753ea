"""The settings an operator makes, read once and refused in one sentence when wrong."""

import re
from datetime import date
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Any, NoReturn

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()
NO_LEAP_YEAR = 2001
DATABASE_FORMS = ("sqlite:///", "postgres://", "postgresql://")


def refuse(name: str, found: str, accepted: str) -> NoReturn:
    """Stop the start: what was found, and what to do."""
    message = f"{name} is {found!r}. {accepted}"
    raise ImproperlyConfigured(message)


def switch(name: str, *, default: bool) -> bool:
    """Return a 0/1 setting."""
    value = env.str(name, "1" if default else "0")
    if value not in {"0", "1"}:
        refuse(name, value, "Use 1 for on and 0 for off.")
    return value == "1"


def database(name: str, default: str) -> dict[str, Any]:
    """Return Django's description of the database an address names."""
    address = env.str(name, default)
    if not address.startswith(DATABASE_FORMS):
        refuse(name, address, "Use sqlite:///path or postgres://user@host/name.")
    return env.db_url_config(address)


def contact(name: str, default: str) -> str:
    """Return where people write to: a mail address, or a page that takes it."""
    value = env.str(name, default)
    if not re.fullmatch(r"(mailto:|https?://)\S+", value):
        refuse(name, value, "Use mailto:name@example.org or the address of a page.")
    return value


def month_day(name: str, default: str) -> tuple[int, int]:
    """Return a day that every year has, written ``11-15`` for 15 November."""
    value = env.str(name, default)
    try:
        day = date.fromisoformat(f"{NO_LEAP_YEAR}-{value}")
    except ValueError:
        refuse(name, value, "Use month-day, such as 11-15 for 15 November.")
    return day.month, day.day


def whole_number(name: str, default: int, least: int = 0) -> int:
    """Return a whole number no smaller than ``least``."""
    value = env.str(name, str(default))
    if not re.fullmatch(r"\d{1,6}", value) or int(value) < least:
        refuse(name, value, f"Use a whole number from {least} up.")
    return int(value)


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Return addresses and networks separated by commas: ``127.0.0.1,10.0.0.0/8``."""
    value = env.str(name, "")
    parts = [part for text in value.split(",") if (part := text.strip())]
    try:
        return [ip_network(part) for part in parts]
    except ValueError:
        return refuse(
            name, value, "Use addresses or networks, such as 127.0.0.1,10.0.0.0/8."
        )


def secret_key(*, debug: bool) -> str:
    """Return the signing key; only a site under development may do without."""
    key = env.str("DJANGO_SECRET_KEY", "")
    if key or debug:
        return key or "insecure-only-for-development-" + "x" * 40
    return refuse(
        "DJANGO_SECRET_KEY", key, "Set it to a long random text, or DEBUG to 1."
    )
