"""Sending files to the screens for spreadsheets, and reading what they answer."""

import json
import re
from html import unescape

from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile

SCREENS = ("province", "place", "official", "sector", "summit", "source")
ROOMS = {"sector": "summits", "summit": "summits", "source": "sources"}
TOKEN = re.compile(r'name="import_file_name" value="([^"]+)"')
TAGS = re.compile(r"<[^>]+>")


def address(kind, act):
    return f"/admin/{ROOMS.get(kind, 'provinces')}/{kind}/{act}/"


def send(client, kind, rows, name="file.json", **about):
    raw = rows if isinstance(rows, bytes) else json.dumps(rows).encode()
    file = SimpleUploadedFile(name, raw)
    return client.post(
        f"{address(kind, 'import')}?lang=en", {"import_file": file} | about
    )


def confirm(client, kind, page_or_token):
    token = page_or_token
    if not isinstance(token, str):
        token = unescape(TOKEN.search(token.content.decode())[1])
    return client.post(
        f"{address(kind, 'process_import')}?lang=en", {"import_file_name": token}
    )


def said(response):
    """The messages that the next page will show."""
    return [str(message) for message in get_messages(response.wsgi_request)]


def text_of(response):
    return " ".join(unescape(TAGS.sub(" ", response.content.decode())).split())
