"""A reading to decide on, and the desk as its reader sends it back."""

import re

from django.urls import reverse

from tests import make
from tests.admin.forms import fields_of

TAG = re.compile(r"<[^<>]*>")
TEXT = (
    "Hai tỉnh họp hội nghị cấp cao\n"
    "Sáng 30/3, tại Pạc Xăn, hai tỉnh họp hội nghị cấp cao.\n"
    "Ông Trần Văn A - Bí thư dự họp. Ông Trần Văn A phát biểu.\n"
    "Hai bên thống nhất mở đường và ký biên bản năm 2023.\n"
    "Hai bên đã tuần tra chung.\n"
)


def reading(text=TEXT):
    return make.reading(text)


def event(of, **values):
    said = {"day_part": "morning", "place": "Pạc Xăn"} | values
    said.setdefault("decision", "pending")
    return make.suggestion(of, "event", "Sáng 30/3, tại Pạc Xăn", **said)


def person(of, **values):
    said = {"decision": "pending", "titles": ["Bí thư"]} | values
    return make.suggestion(of, "person", "Trần Văn A", **said)


def paper(of, **values):
    said = {"decision": "pending", "covers": "2023"} | values
    return make.suggestion(of, "document", "biên bản năm 2023", **said)


def item(of, quote="Hai bên thống nhất mở đường", **values):
    return make.suggestion(of, "item", quote, **{"decision": "pending"} | values)


def at(of, page="desk"):
    return reverse(f"admin:intake_reading_{page}", args=[of.pk])


def key(of, name):
    return f"{of.pk}-{name}"


def send(client, of, changes=None, *, page="desk", seen=None, **more):
    """Send the desk back as it was opened (``seen``), with these changes."""
    values = seen or fields_of(client.get(at(of)))
    return client.post(at(of, page), values | (changes or {}) | more)


def decide(client, one, field, decision, **more):
    """Open the desk, choose one thing, save."""
    changes = {f"d-{key(one, field)}": decision}
    return send(client, one.reading, changes, **more)


def choices(one):
    rows = one.choices.order_by("pk")
    return {row.field: (row.decision, row.value) for row in rows}


def sentences(page):
    """The page's text, its tags in one line each however the template breaks them."""
    return TAG.sub(lambda tag: " ".join(tag[0].split()).replace(" >", ">"), page.text)
