"""Sources as rows; the full text of an article stays out of every spreadsheet."""

from typing import Any

from sources.models import Source
from sources.resources.sheets import SheetResource, key_field
from sources.resources.workbook import Workbook


class SourceSheet(SheetResource):
    """Articles and papers; found by address, else by title, publisher and date."""

    key = key_field()

    sheet = "sources"
    natural = ("title", "publisher", "published_on")
    may_be_blank = ("publisher", "published_on")
    points_back = "replaces"
    chosen_by = ""

    class Meta:
        model = Source
        fields = (
            "reference",
            "key",
            "state",
            "kind",
            "title",
            "publisher",
            "url",
            "published_on",
            "language",
            "retrieved_on",
            "replaces",
        )

    def get_instance(self, instance_loader: Any, row: Any) -> Any:
        url = self.cleaned("url", row)
        if url and not row.get("reference") and not row.get("replaces"):
            return Source.objects.filter(url=url, replaces=None).first()
        return super().get_instance(instance_loader, row)


SOURCES = Workbook(SourceSheet)
