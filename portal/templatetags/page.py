"""Tags for the frame of a page: languages, the section one is in, crumbs, filters."""

from typing import Any

from django import forms, template
from django.conf import settings
from django.http import HttpRequest
from django.template.context import RequestContext
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from portal.addresses import as_format, feeds, in_language
from portal.filter_controls import Control, chips_of, controls_of
from portal.synthetic import is_synthetic
from sources.templatetags.evidence import island

register = template.Library()

# The first word of a URL name says which entry of the main menu its page belongs to.
SECTIONS = {
    "summit": "summits",
    "partnership": "provinces",
    "province": "provinces",
    "official": "provinces",
    "minutes": "minutes",
    "followup": "follow-up",
    "commitment": "follow-up",
    "proposal": "follow-up",
    "thread": "follow-up",
    "api": "data",
    "source": "sources",
    "coverage": "sources",
    "changes": "sources",
    "about": "sources",
}

# The list whose feeds a page names, by the name of the page.
FOLLOWED = {
    "home": "changes",
    "summit_list": "summits",
    "minutes_list": "minutes",
    "commitment_list": "commitments",
    "followup": "commitments",
    "proposal_list": "proposals",
    "partnership_list": "partnerships",
    "province_list": "provinces",
    "official_list": "officials",
    "source_list": "sources",
}

# What most readers narrow a list by; the other filters stand folded below.
FIRST_FILTERS = {"q", "partnership", "year", "stage", "sector", "sign"}
# So few filters need no fold.
FEW = 3


def _request(context: RequestContext) -> HttpRequest | None:
    return context.get("request")


@register.simple_tag(takes_context=True)
def url_in_language(context: RequestContext, language: str) -> str:
    """Return the address of this page in another language, or of the home page."""
    request = _request(context)
    return in_language(request, language) if request else f"/{language}/"


@register.simple_tag(takes_context=True)
def absolute_url(context: RequestContext, path: str) -> str:
    """Return the full address of a path of this site."""
    request = _request(context)
    return request.build_absolute_uri(path) if request else path


@register.simple_tag
def languages() -> list[dict[str, Any]]:
    """List the three languages by their own names, the one in use marked."""
    current = (get_language() or "").partition("-")[0]
    return [
        {"code": code, "name": name, "is_current": code == current}
        for code, name in settings.LANGUAGES
    ]


@register.simple_tag
def unreviewed_wording() -> bool:
    """Whether this page speaks a language no native reader has reviewed yet."""
    return get_language() == "lo" and not settings.LAO_IS_REVIEWED


@register.simple_tag(takes_context=True)
def section(context: RequestContext) -> str:
    """Return which entry of the main menu this page belongs to, or nothing."""
    request = _request(context)
    match = request.resolver_match if request else None
    name = (match.url_name or "") if match else ""
    return SECTIONS.get(name.replace("-", "_").partition("_")[0], "")


@register.simple_tag(takes_context=True)
def made_up(context: RequestContext) -> bool:
    """Tell whether the records shown are made up for load tests."""
    return is_synthetic(_request(context))


@register.inclusion_tag("_crumbs.html")
def crumbs(*parts: Any) -> dict[str, Any]:
    """Show where the page stands: label, address, label, address, …, its own label."""
    *trail, here = parts
    return {"trail": list(zip(trail[::2], trail[1::2], strict=True)), "here": here}


@register.inclusion_tag("_filters.html", takes_context=True)
def filter_form(
    context: RequestContext, form: forms.Form, summary: str = ""
) -> dict[str, Any]:
    """Show a filter form with a button, and each filter in use as a removable chip."""
    query = context["request"].GET
    controls = controls_of(form, query)
    few = len(controls) <= FEW
    first = [one for one in controls if few or one.name in FIRST_FILTERS]
    more = [control for control in controls if control not in first]
    return {
        "first": first,
        "more": more,
        "more_in_use": any(query.get(control.name) for control in more),
        "chips": chips_of(controls, query),
        "summary": summary,
        "path": context["request"].path,
    }


@register.simple_tag
def boxes(control: Control) -> SafeString:
    """Print a box to tick for each option of a filter: hundreds of them on a page."""
    return format_html_join(
        "",
        '<li><label class="check"><input type="checkbox" name="{}" value="{}"{}>'
        "<span>{}</span></label></li>",
        (
            (
                control.name,
                option.value,
                SafeString(" checked" if option.is_chosen else ""),
                island(option.label),
            )
            for option in control.options
        ),
    )


@register.inclusion_tag("_formats.html", takes_context=True)
def formats(context: RequestContext, address: str) -> dict[str, Any]:
    """Link the same query as JSON, CSV and XLSX, and as feeds where there are any."""
    query = context["request"].GET
    names = ("json", "csv", "xlsx")
    links = [(name.upper(), as_format(address, query, name)) for name in names]
    name = address.strip("/").rpartition("/")[2]
    return {"links": links + [(kind, url) for kind, _type, url in feeds(name, query)]}


@register.inclusion_tag("_feeds.html", takes_context=True)
def feed_links(context: RequestContext) -> dict[str, Any]:
    """Name in the head of a list the feeds that answer the same query."""
    request = _request(context)
    match = request.resolver_match if request else None
    name = FOLLOWED.get((match.url_name or "") if match else "", "")
    return {"feeds": feeds(name, request.GET) if request and name else []}
