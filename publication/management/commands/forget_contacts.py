from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from publication.correcting import forget_contacts, forget_senders


class Command(BaseCommand):
    help = (
        "Deletes the e-mail addresses of readers who reported an error more than "
        "CONTACT_DAYS ago; the reports stay. Run it once a day."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        oldest = now - timedelta(days=settings.CONTACT_DAYS)
        count = forget_contacts(before=oldest)
        forget_senders(at=now)
        self.stdout.write(f"Deleted {count} e-mail addresses of readers.")
