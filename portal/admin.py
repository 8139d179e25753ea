"""The staff's site: its name, and its lists in the order of the work."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

ROOMS = ("summits", "intake", "provinces", "sources", "publication", "auth", "axes")


class StaffSite(AdminSite):
    """Django's admin, its rooms and kinds listed as staff walk through them."""

    site_header = _("Summit records: staff")
    site_title = _("Summit records: staff")
    index_title = _("What to work on")

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[Any]:
        """Return the rooms in the order of the work, kinds as they were registered."""
        places = {model: place for place, model in enumerate(self._registry)}
        rooms = list(self._build_app_dict(request, app_label).values())
        for room in rooms:
            room["models"].sort(key=lambda kind: places[kind["model"]])
        return sorted(rooms, key=lambda room: _place(room["app_label"]))


def _place(label: str) -> int:
    return ROOMS.index(label) if label in ROOMS else len(ROOMS)
