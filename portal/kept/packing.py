"""Sending less: how an answer is packed, and that it is known already."""

import gzip
from functools import lru_cache
from hashlib import blake2b

import brotli
from django.http import HttpResponse

# Below this the packing's own frame eats what it saves.
WORTH_PACKING = 400
PACKED_TYPES = ("text/", "application/json", "application/xml", "application/atom+xml")
WAYS = ("br", "gzip")
BROTLI_QUALITY, GZIP_LEVEL = 5, 6


@lru_cache(maxsize=256)
def way_of(accepted: str) -> str:
    """Return how to pack for an Accept-Encoding header: br, gzip, or not at all."""
    named = {}
    for part in accepted.lower().split(","):
        name, _, quality = part.partition(";")
        named[name.strip()] = quality.replace(" ", "").removeprefix("q=")
    wanted = {name for name, q in named.items() if q.strip("0.") or not q}
    return next((way for way in WAYS if way in wanted), "")


def pack(response: HttpResponse, way: str) -> None:
    """Pack the body of an answer in place, where that is worth it."""
    told = response.headers
    is_text = told.get("Content-Type", "").startswith(PACKED_TYPES)
    if not way or not is_text or "Content-Encoding" in told:
        return
    if len(response.content) < WORTH_PACKING:
        return
    response.content = _packed(response.content, way)
    told["Content-Encoding"] = way
    told["Content-Length"] = str(len(response.content))


def _packed(body: bytes, way: str) -> bytes:
    if way == "br":
        return bytes(brotli.compress(body, quality=BROTLI_QUALITY))
    return gzip.compress(body, GZIP_LEVEL, mtime=0)


def tag_of(body: bytes) -> str:
    """Return the strong ETag of these bytes."""
    return f'"{blake2b(body, digest_size=16).hexdigest()}"'
