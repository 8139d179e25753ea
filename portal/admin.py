"""The staff's site: its name, and its lists in the order of the work."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

ROOMS = ("summits", "intake", "sources", "provinces", "publication", "auth", "axes")
# Within a room: what the work begins with first, what is only looked up last.
KINDS = (
    "summit",
    "minutes",
    "commitment",
    "proposal",
    "progress",
    "partnership",
    "sector",
    "delegate",
    "signature",
    "minutesfile",
    "continuation",
    "province",
    "place",
    "official",
    "tenure",
)


class StaffSite(AdminSite):
    """Django's admin, its rooms and kinds listed as staff walk through them."""

    site_header = _("Summit records: staff")
    site_title = _("Summit records: staff")
    index_title = _("What to work on")

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        # Records go one by one, each on a page that says what stands in the way.
        self.disable_action("delete_selected")

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[Any]:
        """Return the rooms in the order of the work, and the kinds in each."""
        rooms = list(self._build_app_dict(request, app_label).values())
        for room in rooms:
            room["models"].sort(
                key=lambda kind: _at(kind["model"]._meta.model_name, KINDS)
            )
        return sorted(rooms, key=lambda room: _at(room["app_label"], ROOMS))


def _at(name: str, order: tuple[str, ...]) -> int:
    return order.index(name) if name in order else len(order)
