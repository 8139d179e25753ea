"""Facts with their numbered markers, and texts that know their language."""

from typing import Any

from django import template
from django.core.exceptions import FieldDoesNotExist
from django.db.models import BooleanField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sources.evidence import Evidence, Note
from sources.models import Citation
from sources.partial_dates import PartialDate, PartialDateField
from sources.translated import TranslatedText, written_in

register = template.Library()


@register.simple_block_tag
def fact(content: SafeString, evidence: Evidence, row: Any, field: str) -> SafeString:
    """Print a fact as a link to the passage that carries it, or bare without one.

    ``{% fact evidence summit "date" %}30/3/2023{% endfact %}``
    """
    notes = evidence.of(row, field)
    if not notes:
        return content
    first, *others = notes
    return format_html(
        '<a class="ev ev--{}" href="#{}"{}>{}<sup>{}</sup></a>{}',
        first.citation.basis,
        first.anchor,
        _identity(evidence, first),
        mark_safe(content.strip()),  # noqa: S308 - rendered by this template
        first.number,
        _markers(evidence, others),
    )


@register.simple_tag
def marks(evidence: Evidence, row: Any, field: str) -> SafeString:
    """Print only the numbered markers of a fact, for text that is a link already."""
    return _markers(evidence, evidence.of(row, field))


@register.simple_tag
def marked(value: str, evidence: Evidence, row: Any, field: str) -> SafeString:
    """Print a value with its markers set close, that no line break may part them."""
    return format_html("{}{}", value, _markers(evidence, evidence.of(row, field)))


@register.simple_tag
def mark(evidence: Evidence, note: Note) -> SafeString:
    """Print the marker of one note."""
    return _markers(evidence, [note])


@register.simple_tag
def otherwise(citation: Citation) -> str:
    """Print what a source states of a fact where the record says something else."""
    followed = str(getattr(citation.record, citation.field, citation.stated_value))
    if followed == citation.stated_value:
        return ""
    return stated(citation.record, citation.field, citation.stated_value)


@register.filter
def has_marked(evidence: Evidence, note: Note) -> bool:
    """Whether there is a marker to go back to from this note."""
    return evidence.is_marked(note)


@register.simple_tag
def reasons(evidence: Evidence, row: Any, field: str) -> list[Note]:
    """Return the notes of a fact that are no plain statement, to say why it stands."""
    return [note for note in evidence.of(row, field) if note.citation.reasoning]


@register.simple_tag
def stated(row: Any, field: str, value: str) -> str:
    """Print what a source states of a field in the words of the page."""
    try:
        column = row._meta.get_field(field)
    except FieldDoesNotExist:
        return value
    if isinstance(column, BooleanField):
        return ""
    if isinstance(column, PartialDateField):
        return PartialDate(value).display() if _is_date(value) else value
    return str(dict(column.flatchoices).get(value, value))


def _is_date(value: str) -> bool:
    try:
        PartialDate(value)
    except ValueError:
        return False
    return True


def _markers(evidence: Evidence, notes: list[Note]) -> SafeString:
    return format_html_join(
        "",
        '⁠<a class="evn evn--{}" href="#{}"{} aria-label="{}">{}</a>',
        (
            (
                note.citation.basis,
                note.anchor,
                _identity(evidence, note),
                _("Evidence %(number)d") % {"number": note.number},
                note.number,
            )
            for note in notes
        ),
    )


def _identity(evidence: Evidence, note: Note) -> SafeString:
    is_first = evidence.first_mark(note)
    return format_html(' id="{}"', note.back) if is_first else mark_safe("")


@register.simple_tag
def statements(evidence: Evidence, row: Any, field: str) -> Any:
    """Return what each source says of a fact, where they differ."""
    return evidence.statements(row, field)


@register.simple_tag
def text(value: TranslatedText | str) -> SafeString | str:
    """Print a text of a record, marked as an island where it falls back."""
    lang = getattr(value, "lang", get_language())
    if not getattr(value, "is_fallback", False):
        return value
    return format_html(
        '<span lang="{}">{}</span> <span class="only-in">{}</span>',
        lang,
        value,
        ONLY_IN[lang](),
    )


@register.filter
def island(value: Any) -> SafeString | str:
    """Print a name or a printed text, marked where it is of another language."""
    text = str(value)
    code = _foreign(text)
    return format_html('<span lang="{}">{}</span>', code, text) if code else text


@register.simple_tag
def lang(value: Any) -> SafeString:
    """Print the same mark as an attribute, where no element may stand inside."""
    code = _foreign(str(value))
    return format_html(' lang="{}"', code) if code else mark_safe("")


def _foreign(text: str) -> str:
    code = written_in(text)
    return "" if code == (get_language() or "")[:2] else code


ONLY_IN = {
    "vi": lambda: _("only in Vietnamese"),
    "lo": lambda: _("only in Lao"),
    "en": lambda: _("only in English"),
}
