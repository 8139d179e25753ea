"""Tags for the foot of a record: how to cite it, and what programs read of it."""

import json
from typing import Any

from django import template
from django.conf import settings
from django.template.defaultfilters import capfirst
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from portal.linked_data import linked_data, thread_data
from publication.models import Record
from summits.models.matters import Matter
from summits.templatetags.records import plain_heading
from summits.threads import Thread

register = template.Library()

# As json_script escapes: no text of a record can end the element it stands in.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.inclusion_tag("_cite.html")
def cite(record: Any) -> dict[str, Any]:
    """Show how to cite the page of a record, and tell the record to programs."""
    worded = _worded(record)
    return {
        "title": capfirst(plain_heading(record))
        if isinstance(record, Matter)
        else capfirst(str(record)),
        "language": worded.lang if getattr(worded, "is_fallback", False) else "",
        "reference": record.reference,
        "changed_on": timezone.localdate(record.modified_at),
        "seen_on": timezone.localdate(),
        "address": settings.SITE_URL + record.get_absolute_url(),
        "script": linked_data_script(record),
    }


@register.inclusion_tag("_cite.html")
def cite_thread(thread: Thread) -> dict[str, Any]:
    """Show how to cite the page of a matter, and tell the whole of it to programs."""
    return cite(thread.first) | {
        "changed_on": timezone.localdate(thread.modified_at),
        "address": settings.SITE_URL + thread.get_absolute_url(),
        "script": _script(thread_data(thread)),
    }


def _worded(record: Any) -> Any:
    """Return the text that names a record, where it is a text in some language."""
    if isinstance(record, Matter):
        return record.title or record.text
    return getattr(record, "title", getattr(record, "name", ""))


def linked_data_script(record: Record) -> SafeString:
    """Return the block of data that tells a record in the words of schema.org."""
    return _script(linked_data(record))


def _script(told: dict[str, Any]) -> SafeString:
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(text.translate(ESCAPES)),  # noqa: S308 - nothing in it ends the script
    )
