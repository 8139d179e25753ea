"""Tags that show a sign: its glyph, its word, how many there are and what it means."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.formats import localize
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from portal.drawing import bar_segments
from portal.figures import Distribution
from portal.signs import in_words, sign_named

register = template.Library()

TALLY = 12  # more glyphs than this are counted by nobody; a bar says it better


@register.simple_tag
def status(sign: str, word: str = "") -> SafeString:
    """Show a sign as a tag: glyph and word, or the word given for it here."""
    shown = sign_named(sign)
    return format_html(
        '<span class="st s-{0}"><svg aria-hidden="true"><use href="#s-{0}"/></svg>'
        "{1}</span>",
        shown.name,
        word or shown.word,
    )


@register.simple_tag
def glyph(sign: str, label: str = "") -> SafeString:
    """Show a sign's glyph alone: silent, or an image that says the label."""
    name = sign_named(sign).name
    said = format_html('role="img" aria-label="{}"', label)
    return format_html(
        '<svg class="gl s-{0}" {1}><use href="#s-{0}"/></svg>',
        name,
        said if label else SafeString('aria-hidden="true"'),
    )


@register.simple_tag
def word(sign: str) -> str:
    """Return the word of a sign."""
    return str(sign_named(sign).word)


@register.simple_tag
def tally(distribution: Distribution) -> SafeString:
    """Show one glyph for each record, silently; above a dozen, a small bar."""
    if distribution.total > TALLY:
        drawn = render_to_string("figures/_bar.html", _bar(distribution))
        return format_html('<span class="thinbar">{}</span>', drawn)
    glyphs = format_html_join("", "{}", ((glyph(s),) for s in distribution.signs))
    return format_html('<span class="glyphs" aria-hidden="true">{}</span>', glyphs)


@register.inclusion_tag("figures/_bar.html")
def bar(distribution: Distribution) -> dict[str, Any]:
    """Draw how records spread over the signs, with the numbers in words."""
    return _bar(distribution)


def _bar(distribution: Distribution) -> dict[str, Any]:
    words = in_words((share.sign, share.count) for share in distribution.seen)
    said = _("Of %(total)s: %(words)s.") % {
        "total": localize(distribution.total),
        "words": words,
    }
    return {
        "segments": bar_segments(distribution),
        "label": said if words else _("Nothing to count yet."),
    }


@register.inclusion_tag("figures/_legend.html")
def legend(distribution: Distribution) -> dict[str, Any]:
    """List each sign with its count, as a link where the share has an address."""
    return {"entries": [(share, sign_named(share.sign)) for share in distribution.seen]}


@register.inclusion_tag("figures/_meanings.html")
def meanings(*signs: str) -> dict[str, Any]:
    """Define signs, each with its tag and what it means on this site."""
    return {"signs": [sign_named(name) for name in signs]}
