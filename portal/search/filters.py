import django_filters
from django.utils.translation import gettext_lazy as _

from portal.models import SearchEntry
from portal.search.hits import KIND_NAMES
from portal.search.query import LONGEST
from publication.filters import NOT_ACCEPTED, AnyOf, StrictFilterSet
from sources.filters import Year
from summits.filters import partnership_filter, sector_filter
from summits.models import Progress


class SearchFilterSet(StrictFilterSet):
    """What a search may be narrowed to; the answer is found elsewhere."""

    q = django_filters.CharFilter(
        label=_("Words"),
        max_length=LONGEST,
        help_text=_("Words, or a phrase between quotation marks."),
    )
    kind = AnyOf(label=_("Kind"), choices=list(KIND_NAMES.items()))
    partnership = partnership_filter("partnership")
    year = Year("date")
    sector = sector_filter()
    implementation = AnyOf(
        label=_("Implementation"), choices=Progress.Implementation.choices
    )
    ordering = django_filters.ChoiceFilter(
        label=_("Order"),
        choices=[("relevance", _("Best first")), ("-date", _("Newest first"))],
        error_messages={"invalid_choice": NOT_ACCEPTED},
    )

    class Meta:
        model = SearchEntry
        fields: list[str] = []
