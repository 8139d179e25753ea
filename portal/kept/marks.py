"""Which addresses answer everybody alike."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver

Pattern = URLPattern | URLResolver


def public(*patterns: Pattern) -> tuple[Pattern, ...]:
    """Mark the views behind these addresses as public, and return the addresses."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            public(*pattern.url_patterns)
        else:
            pattern.callback.is_public = True  # type: ignore[attr-defined]
    return patterns


def is_public(view: Callable[..., Any]) -> bool:
    """Tell whether a view is marked as one that answers everybody alike."""
    return getattr(view, "is_public", False)


def forget_person(request: HttpRequest) -> None:
    """Take from a request all that says who is asking; using the session then fails."""
    request.user = AnonymousUser()
    request.COOKIES = {}
    for told in ("HTTP_COOKIE", "CSRF_COOKIE"):
        request.META.pop(told, None)
    if hasattr(request, "session"):
        del request.session
