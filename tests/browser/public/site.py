"""The public pages by kind, over the demonstration and what it has no example of."""

from dataclasses import dataclass
from itertools import product

from django.db import transaction
from django.urls import URLPattern, resolve

from portal.fill import fill
from portal.urls import pages
from publication.models import Record
from publication.publish import publish, withdraw
from summits.models import Commitment, Minutes, Proposal, Summit
from tests import make

LANGUAGES = ("vi", "lo", "en")
SCHEMES = ("light", "dark")
WIDTHS = (1280, 360)
EVERY_WAY = tuple(product(LANGUAGES, SCHEMES, WIDTHS))
# No space, no hyphen: what a narrow page must break by itself.
LONG = "Khôngcódấucách" * 6

NO_RECORD = {
    "home": "/",
    "summits": "/summits/",
    "summits of a year": "/summits/?year=2023",
    "summits, none": "/summits/?year=1950",
    "partnerships": "/partnerships/",
    "minutes": "/minutes/",
    "commitments": "/commitments/",
    "commitments of a sector": "/commitments/?sector=transport&partnership=VN-23.LA-BL",
    "commitments, none": "/commitments/?q=khongcogi",
    "proposals": "/proposals/",
    "officials": "/officials/",
    "officials of a province": "/officials/?province=LA-BL",
    "provinces": "/provinces/",
    "sources": "/sources/",
    "threads": "/threads/",
    "follow-up": "/follow-up/",
    "follow-up of a sector": "/follow-up/?sector=transport&sign=none",
    "search": "/search/",
    "search, hits": "/search/?q=quoc+lo+8a",
    "search, narrowed": "/search/?q=bolikhamsai&kind=commitment",
    "search, none": "/search/?q=khongcogi",
    "coverage": "/coverage/",
    "changes": "/changes/",
    "about": "/about/",
    "report an error": "/corrections/new/",
    "report, unknown": "/corrections/AAAA-AAAA/",
    "api docs": "/api/docs/",
    "refused": "/summits/?yaer=2023",
    "not found": "/no-such-page/",
}
# Answered with another status than 200, as they should be.
STATUS = {"report, unknown": 404, "refused": 400, "not found": 404, "withdrawn": 410}


@dataclass(frozen=True)
class Site:
    """A filled portal being served: where, and the address of each kind of page."""

    url: str
    addresses: dict[str, str]

    def at(self, kind: str, language: str = "vi") -> str:
        """Return the address of a kind of page in a language."""
        address = self.addresses[kind]
        if address.startswith("/api/"):
            return f"{self.url}{address}?lang={language}"
        prefix = "" if language == "vi" else f"/{language}"
        return f"{self.url}{prefix}{address}"


@transaction.atomic
def addresses() -> dict[str, str]:
    """Fill the portal and return an address for each kind of page."""
    publisher = make.user("publisher")
    fill(by=publisher, at=make.NOON)
    clause = a_matter_carried_on()
    gone = make.source("Bài đã rút", published=False)
    publish([gone], by=publisher, at=make.NOON)
    withdraw(gone, by=publisher, at=make.NOON, reason="Bản trùng.")
    records = {
        "partnership": clause.minutes.summit.partnership,
        "summit": clause.minutes.summit,
        "minutes of a summit": clause.minutes,
        "commitment": clause,
        "proposal": Proposal.objects.public().earliest("pk"),
        "official": first_signer(clause.minutes),
        "province": clause.minutes.summit.partnership.parties[1],
        "source": clause.citations.earliest("pk").source,
        "withdrawn": gone,
        **in_long_words(),
    }
    sent = make.report(clause)
    about = f"/corrections/new/?about={clause.reference}"
    return (
        NO_RECORD
        | {kind: record.get_absolute_url() for kind, record in records.items()}
        | {
            "thread": f"/threads/{earliest_of(clause).reference}/",
            "report an error of a record": about,
            "report sent": f"/corrections/{sent.number}/",
        }
    )


def a_matter_carried_on() -> Commitment:
    """Make clauses of 2019 and 2021 that lead to one of 2023, and a report on it."""
    latest = Commitment.objects.public().with_evidence().earliest("pk")
    between = latest.minutes.summit.partnership.summits.all()
    papers = Minutes.objects.filter(summit__in=between).exclude(pk=latest.minutes_id)
    earlier = None
    for paper in papers.order_by("signed_on"):
        clause = make.commitment(paper, latest.text_vi, sectors=("transport",))
        make.citation(clause, "text_vi", latest.text_vi)
        if earlier:
            make.continuation(clause, earlier)
        earlier = clause
    make.continuation(latest, earlier)
    report = make.progress(latest)
    make.citation(report, "implementation", "Hai bên đang triển khai.")
    return latest


def earliest_of(clause: Commitment) -> Commitment:
    """Return the first clause of a matter."""
    while before := clause.continues.first():
        clause = before.earlier
    return clause


def first_signer(minutes: Minutes) -> Record:
    return minutes.signatures.exclude(official=None).earliest("pk").official


def in_long_words() -> dict[str, Record]:
    """Make records whose every text is one long word."""
    codes = ("VN-22", "LA-SV")
    article = make.source(LONG, publisher=LONG, url=f"https://example.org/{LONG}")
    person = make.official(LONG, "VN-22")
    summit: Summit = make.summit("2022-05-05", codes, venue=LONG)
    make.delegate(summit, LONG, "VN-22", official=person, titles=LONG)
    paper = make.minutes(summit, title_vi=LONG, signed_on="2022-05-05")
    for code in codes:
        signed = make.signature(paper, LONG + code[:2], code, titles=LONG)
        make.citation(signed, "name", LONG, source=article)
    clause = make.commitment(paper, LONG, sectors=("transport",), actors=codes)
    make.citation(clause, "text_vi", LONG, source=article)
    make.progress(clause, note_vi=LONG)
    wish = make.proposal(summit, LONG, "VN-22")
    return {
        f"{kind} in long words": record
        for kind, record in {
            "partnership": summit.partnership,
            "summit": summit,
            "minutes": paper,
            "commitment": clause,
            "proposal": wish,
            "official": person,
            "source": article,
        }.items()
    }


def views_with_pages() -> set[str]:
    """Return the names of the views that answer visitors with a page."""
    named = {
        pattern.name or ""
        for resolver in pages
        for pattern in getattr(resolver, "url_patterns", [resolver])
        if isinstance(pattern, URLPattern)
    }
    return {name for name in named if not name.startswith("feed_")} - {
        "minutes_file",
        "summits_calendar",
    }


def views_of(found: dict[str, str]) -> set[str]:
    """Return the names of the views behind these addresses."""
    return {str(resolve(one.partition("?")[0]).url_name) for one in found.values()}
