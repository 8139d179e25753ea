"""One summit with everything that belongs to it, for pages of the admin."""

from types import SimpleNamespace

from django.core.files.uploadedfile import SimpleUploadedFile

from tests import make


def summit(*, published: bool = False) -> SimpleNamespace:
    """A summit with a delegate, minutes, a clause, a report, a proposal, all cited."""
    at = make.summit(published=published)
    delegate = make.delegate(at)
    minutes = make.minutes(at, published=published)
    signature = make.signature(minutes)
    clause = make.commitment(minutes, sectors=("transport",), published=published)
    proposal = make.proposal(at, published=published)
    report = make.progress(clause, published=published)
    rows = SimpleNamespace(
        summit=at,
        delegate=delegate,
        minutes=minutes,
        signature=signature,
        commitment=clause,
        proposal=proposal,
        progress=report,
    )
    cite(rows, make.source(published=published))
    return rows


def cite(rows: SimpleNamespace, source: object) -> None:
    """Give every fact that must have one its source."""
    for row, *facts in (
        (rows.summit, "date", "stage"),
        (rows.delegate, "name"),
        (rows.minutes, "title_vi", "stage", "covers", "signed_on"),
        (rows.signature, "name"),
        (rows.commitment, "text_vi"),
        (rows.proposal, "text_vi"),
        (rows.progress, "note_vi"),
    ):
        for fact in facts:
            make.citation(row, fact, source=source)


def pdf(content: bytes = b"%PDF-1.7\n1 0 obj\n", name: str = "bien-ban.pdf"):
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content, content_type="application/pdf")
