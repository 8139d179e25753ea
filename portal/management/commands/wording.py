"""``manage.py wording``: the list of Lao wording that native readers review."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.wording import wording


class Command(BaseCommand):
    help = "Write docs/lao.md anew from the catalogues, keeping what was reviewed."

    def handle(self, *args: Any, **options: Any) -> None:
        page = settings.LAO_WORDING
        page.write_text(wording(settings.BASE_DIR, page), encoding="utf-8")
        self.stdout.write(f"{page.relative_to(settings.BASE_DIR)} is written.")
