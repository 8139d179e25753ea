"""Filling an empty portal: reference facts, two articles, their review, published."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intake.readings import store_article
from intake.review import Outcome, apply_review
from provinces.models import Province
from publication.models import Record
from publication.publish import publish
from summits.management.commands.load_reference import load_reference
from summits.models import Summit
from summits.publish import publish_summit

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
# What the timeline of summits does not belong to.
FACTS = {
    "provinces",
    "province_names",
    "places",
    "place_names",
    "sectors",
    "officials",
    "official_names",
}
DEMO_STAFF = {
    "editor": "editor",
    "publisher": "publisher",
    "admin": "administrator",
}
# At most this share of a review's decisions may add or correct a fact.
MOST_CORRECTED = 0.10


@dataclass
class Filled:
    """What was done: the outcome of each review, and what was published."""

    reviews: dict[str, Outcome] = field(default_factory=dict)
    published: list[Record] = field(default_factory=list)


def is_empty() -> bool:
    """Whether nothing was ever recorded here."""
    return not Province.objects.exists()


@transaction.atomic
def fill(*, by: User, at: datetime) -> Filled:
    """Take the reference facts and the two articles through to published records.

    Only an empty database is filled. Raises ReviewError or ValidationError, and keeps
    nothing, when a recorded decision no longer fits what the reader finds.
    """
    if not is_empty():
        raise ValidationError(_("This database holds records already; it is left."))
    filled = Filled()
    load_reference()
    filled.published += publish(Province.objects.all(), by=by, at=at)
    for article in sorted(FIXTURES.glob("articles/*.txt"), reverse=True):
        store_article(article.read_bytes())
        filled.reviews[article.stem] = _reviewed(article.stem, by=by, at=at)
    for summit in Summit.objects.order_by("date", "reference"):
        filled.published += publish_summit(summit, by=by, at=at)
    return filled


def _reviewed(name: str, *, by: User, at: datetime) -> Outcome:
    outcome = apply_review(FIXTURES / "reviews" / f"{name}.json", by=by, at=at)
    if outcome.corrected_share > MOST_CORRECTED:
        raise ValidationError(
            _("%(name)s: %(share).0f %% of the decisions add or correct a fact.")
            % {"name": name, "share": 100 * outcome.corrected_share}
        )
    return outcome


def make_demo_staff() -> None:
    """Make one account for each role that the demonstration shows."""
    for name, role in DEMO_STAFF.items():
        account = User.objects.create_user(
            name, password=f"demo-{name}", is_staff=True, is_superuser=name == "admin"
        )
        account.groups.add(Group.objects.get(name=role))


def demo_logins() -> Iterator[tuple[str, str, str]]:
    """Yield name, first password and role of each demonstration account there is."""
    there = User.objects.filter(username__in=DEMO_STAFF, is_active=True)
    for name in there.values_list("username", flat=True):
        yield name, f"demo-{name}", DEMO_STAFF[name]
