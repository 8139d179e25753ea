"""Tags that print parts of summits, minutes and their matters."""

from typing import Any

from django import template
from django.template.defaultfilters import capfirst
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provinces.models import Province, country_then_code
from sources.partial_dates import PartialDate
from sources.templatetags.evidence import island, text
from sources.text import shorten
from sources.translated import TranslatedText
from summits.models import Minutes, Summit
from summits.models.matters import Matter

register = template.Library()

HEADING_WORDS = 20
MONTHS = (
    gettext_lazy("January"),
    gettext_lazy("February"),
    gettext_lazy("March"),
    gettext_lazy("April"),
    gettext_lazy("May"),
    gettext_lazy("June"),
    gettext_lazy("July"),
    gettext_lazy("August"),
    gettext_lazy("September"),
    gettext_lazy("October"),
    gettext_lazy("November"),
    gettext_lazy("December"),
)
GOVERNMENTS = {
    "government-VN": gettext_lazy("the Government of Vietnam"),
    "government-LA": gettext_lazy("the Government of Laos"),
    "government-TH": gettext_lazy("the Government of Thailand"),
}


@register.simple_tag
def heading(row: Any) -> str:
    """Print the short title of a matter or report, or the first words of its text."""
    long_text = row.text if isinstance(row, Matter) else row.note
    return text(row.title or _shortened(long_text, HEADING_WORDS))


@register.filter
def plain_heading(row: Any) -> str:
    """Return the same without any mark-up, for a page's title or a label."""
    long_text = row.text if isinstance(row, Matter) else row.note
    return str(row.title or _shortened(long_text, HEADING_WORDS))


@register.simple_tag
def wording(matter: Matter) -> str:
    """Print the text of a matter; of a newspaper no more than a quotation may carry."""
    return text(_quotable(matter))


@register.filter
def plain_wording(matter: Matter) -> str:
    """Return the same without any mark-up."""
    return str(_quotable(matter))


def _quotable(matter: Matter) -> TranslatedText:
    is_press = matter.text_status == Matter.TextStatus.PRESS
    return _shortened(matter.text) if is_press else matter.text


@register.simple_tag
def note(report: Any) -> str:
    """Print what a report says, as much as a quotation may carry."""
    return text(_shortened(report.note))


def _shortened(value: TranslatedText, *words: int) -> TranslatedText:
    cut = shorten(value, *words)
    return TranslatedText(cut, value.lang, is_fallback=value.is_fallback)


@register.simple_tag
def paper_name(minutes: Minutes) -> str:
    """Print the title of minutes, and the period they cover where it does not say."""
    title = TranslatedText(
        capfirst(minutes.title),
        minutes.title.lang,
        is_fallback=minutes.title.is_fallback,
    )
    if not minutes.covers or str(minutes.covers.year) in title:
        return text(title)
    return format_html("{} ({})", text(title), minutes.covers.display())


@register.simple_tag
def person_name(row: Any) -> str:
    """Name a delegate or signatory: the public record of the person, or as printed."""
    if row.official is None or not row.official.is_public:
        return format_html('<span class="who">{}</span>', island(row.name))
    address = row.official.get_absolute_url()
    name = island(row.official)
    return format_html('<a class="who" href="{}">{}</a>', address, name)


@register.filter
def printed_otherwise(row: Any) -> bool:
    """Whether the source prints a public person's name in another spelling."""
    person = row.official
    return bool(person and person.is_public and person.name_vi != row.name)


@register.simple_tag
def day(summit: Summit) -> str:
    """Print when a summit was, with the part of the day where it is known."""
    if not summit.date:
        return _("date not known")
    date = summit.date.display()
    if not summit.day_part:
        return date
    return _("%(date)s, %(part)s") % {
        "date": date,
        "part": summit.get_day_part_display().lower(),
    }


@register.inclusion_tag("summits/_date_block.html")
def date_block(date: PartialDate | str) -> dict[str, Any]:
    """Show the day of a summit large; of a partial date what there is of it."""
    if not date:
        return {"unknown": True}
    known = PartialDate(date)
    parts = 1 if known.is_interval else known.certain.count("-") + 1
    return {
        "date": known,
        "day": known.earliest.day if parts > 2 else "",  # noqa: PLR2004
        "month": MONTHS[known.earliest.month - 1] if parts > 1 else "",
        "year": known.display() if known.is_interval else str(known.year),
    }


@register.filter
def anchor(reference: str) -> str:
    """Return the last part of a reference: the place of a clause within its page."""
    return reference.rpartition(".")[2]


@register.filter
def addressee_names(matter: Matter) -> list[str]:
    """Name the governments and provinces a matter is addressed to, by their codes."""
    return [str(GOVERNMENTS.get(code, code)) for code in matter.addressees]


@register.filter
def public_only(provinces: Any) -> list[Province]:
    """Keep the provinces that are themselves public, Vietnam's first."""
    public = [province for province in provinces.all() if province.is_public]
    return sorted(public, key=lambda province: country_then_code(province.code))


@register.filter
def sign_label(commitment: Any) -> str:
    """Return what a sign standing alone says: the matter and how it stands."""
    return f"{plain_heading(commitment)} ({str(commitment.sign.label).lower()})"
