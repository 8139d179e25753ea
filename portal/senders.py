"""Where a request comes from: its address behind our own proxies, and a mark of it."""

import re
from datetime import datetime
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

# One household or company has at least so much of IPv6.
IPV6_PREFIX = 64
# Some proxies write down the port beside the address.
WITH_PORT = re.compile(r"\[(?P<six>[^\]]+)\](?::\d+)?|(?P<four>[\d.]+):\d+")


def address_of(request: HttpRequest) -> str:
    """Return the network address a request comes from.

    What ``X-Forwarded-For`` says is believed of a proxy named in TRUSTED_PROXIES only,
    read from the nearest hop on, for all before that anybody may have written.
    """
    nearest: str = request.META.get("REMOTE_ADDR", "")
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while _is_ours(nearest) and hops:
        following = _parsed(_without_port(hops.pop().strip()))
        if following is None:
            break
        nearest = str(following)
    return nearest


def mark_of(request: HttpRequest, *, at: datetime) -> str:
    """Return a mark that is the same for one sender for one day, and tells nothing.

    It is a keyed hash under a salt that is another each day; IPv6 counts by network.
    """
    address = address_of(request)
    found = _parsed(address)
    sender = str(found or address)
    if isinstance(found, IPv6Address):
        sender = str(ip_network((found, IPV6_PREFIX), strict=False))
    day = timezone.localdate(at).isoformat()
    return salted_hmac(f"sender {day}", sender, algorithm="sha256").hexdigest()


def _is_ours(address: str) -> bool:
    if not address:  # a socket of this machine: only a proxy of ours speaks by it
        return bool(settings.TRUSTED_PROXIES)
    found = _parsed(address)
    return found is not None and any(found in one for one in settings.TRUSTED_PROXIES)


def _parsed(address: str) -> IPv4Address | IPv6Address | None:
    """Return an address; one of IPv4 that is written as IPv6 is one of IPv4."""
    try:
        found = ip_address(address)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def _without_port(address: str) -> str:
    found = WITH_PORT.fullmatch(address)
    return (found["six"] or found["four"]) if found else address
