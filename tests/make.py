"""Builders of records for tests: name what matters, the rest is made up.

Records come out published unless ``published=False``; what a record needs above it is
made on the way.
"""

from datetime import UTC, datetime
from itertools import count
from typing import Any, TypeVar

from django.contrib.auth.models import Group, User
from django.utils import timezone

from intake.models import Reading, Suggestion
from provinces.models import (
    Official,
    OfficialName,
    Place,
    PlaceName,
    Province,
    ProvinceName,
)
from publication.models import CorrectionReport, Record, State
from publication.references import register
from sources.models import Citation, Source
from summits.models import (
    Commitment,
    Continuation,
    Delegate,
    Delegation,
    Minutes,
    Partnership,
    Progress,
    Proposal,
    Sector,
    Signature,
    Summit,
)

NOON = datetime(2026, 1, 2, 5, 0, tzinfo=UTC)
NAMES = {
    "VN-22": ("Nghệ An", "ເງ້ອານ", "Nghe An"),
    "VN-23": ("Hà Tĩnh", "ຮ່າຕິ້ງ", "Ha Tinh"),
    "LA-BL": ("Bolikhămxay", "ບໍລິຄຳໄຊ", "Bolikhamxay"),
    "LA-KH": ("Khăm Muộn", "ຄຳມ່ວນ", "Khammouane"),
    "LA-SV": ("Savannakhet", "ສະຫວັນນະເຂດ", "Savannakhet"),
}
numbers = count(1)
Kept = TypeVar("Kept", bound=Record)


def _kept(row: Kept, *, published: bool) -> Kept:
    register(row)
    return publish(row) if published else row


def publish(row: Kept) -> Kept:
    """Set a record published without asking for its sources."""
    row.state, row.published_at = State.PUBLISHED, NOON
    row.save()
    return row


def user(role: str = "", name: str = "") -> User:
    """A staff member of a role (editor, publisher…), or a superuser without one."""
    account = User.objects.create_user(
        name or f"{role or 'root'}{next(numbers)}",
        password="a-long-password-1",
        is_staff=True,
        is_superuser=not role,
    )
    if role:
        account.groups.add(Group.objects.get(name=role))
    return account


def province(code: str = "VN-23", *, published: bool = True, **values: Any) -> Province:
    """A province by its code; the same one when asked again."""
    if found := Province.objects.filter(reference=code).first():
        return found
    vi, lo, en = NAMES.get(code, (f"Tỉnh {code}", "", f"Province {code}"))
    names = {"name_vi": vi, "name_lo": lo, "name_en": en}
    row = Province(reference=code, country=code[:2], **(names | values))
    _kept(row, published=published)
    ProvinceName.objects.create(province=row, text=row.name_vi, language="vi")
    return row


def place(name: str = "Cửa khẩu quốc tế Cầu Treo", **values: Any) -> Place:
    """A border gate, with its own name among its spellings."""
    row = Place.objects.create(**{"kind": "border_gate", "name_vi": name} | values)
    PlaceName.objects.create(place=row, text=name)
    return row


def official(
    name: str = "Kong Kẹo Xay Sông Kham",
    code: str = "LA-BL",
    *,
    published: bool = True,
    **values: Any,
) -> Official:
    """A person on a province's side, with the name among the spellings."""
    row = Official(name_vi=name, province=province(code), **values)
    _kept(row, published=published)
    OfficialName.objects.create(official=row, text=name)
    return row


def source(
    title: str = "Hai tỉnh họp hội nghị cấp cao",
    *,
    published: bool = True,
    **values: Any,
) -> Source:
    """A newspaper article whose address nobody else has."""
    given = {"publisher": "Báo Hà Tĩnh", "url": f"https://example.org/{next(numbers)}"}
    return _kept(Source(title=title, **given | values), published=published)


def citation(row: Any, field: str, quote: str = "", **values: Any) -> Citation:
    """A passage that carries one fact of a row; makes a source unless given one."""
    model = row._meta.get_field("citations").related_model
    given = {"source": values.pop("source", None) or source()}
    return model.objects.create(record=row, field=field, quote=quote, **given | values)


def partnership(*codes: str, published: bool = True, **values: Any) -> Partnership:
    """Provinces that meet; Hà Tĩnh and Bolikhămxay unless named."""
    codes = codes or ("VN-23", "LA-BL")
    reference = Partnership.reference_of(codes)
    if found := Partnership.objects.filter(reference=reference).first():
        return found
    row = _kept(Partnership(reference=reference, **values), published=published)
    row.provinces.set([province(code) for code in codes])
    return row


def summit(
    date: str = "2023-03-30",
    codes: tuple[str, ...] = ("VN-23", "LA-BL"),
    *,
    published: bool = True,
    **values: Any,
) -> Summit:
    """A summit that was held."""
    given = {"stage": "held", "date": date} | values
    given.setdefault("partnership", partnership(*codes))
    return _kept(Summit(**given), published=published)


def delegate(
    at: Summit | None = None,
    name: str = "Hoàng Trung Dũng",
    code: str = "VN-23",
    **values: Any,
) -> Delegate:
    """Somebody of a province's delegation."""
    delegation, _ = Delegation.objects.get_or_create(
        summit=at or summit(), province=province(code)
    )
    return Delegate.objects.create(delegation=delegation, name=name, **values)


def minutes(
    at: Summit | None = None, *, published: bool = True, **values: Any
) -> Minutes:
    """Signed minutes of a summit."""
    given = {"title_vi": "biên bản hội nghị cấp cao", "covers": "2023"} | values
    if given.get("stage", "signed") == "signed":
        given.setdefault("signed_on", "2023-03-30")
    return _kept(Minutes(summit=at or summit(), **given), published=published)


def signature(
    of: Minutes | None = None,
    name: str = "Hoàng Trung Dũng",
    code: str = "VN-23",
    **values: Any,
) -> Signature:
    """Somebody's signature in the name of a province."""
    return Signature.objects.create(
        minutes=of or minutes(), name=name, province=province(code), **values
    )


def sector(code: str = "transport", name: str = "Giao thông vận tải") -> Sector:
    """A sector; the same one when asked again."""
    row, _ = Sector.objects.get_or_create(code=code, defaults={"name_vi": name})
    return row


def commitment(
    of: Minutes | None = None,
    text: str = "Nâng cấp quốc lộ 8A",
    *,
    sectors: tuple[str, ...] = (),
    actors: tuple[str, ...] = (),
    published: bool = True,
    **values: Any,
) -> Commitment:
    """The next clause of minutes."""
    of = of or minutes()
    given = {"number": of.commitments.count() + 1, "text_vi": text} | values
    row = _kept(Commitment(minutes=of, **given), published=published)
    row.sectors.set([sector(code) for code in sectors])
    row.actors.set([province(code) for code in actors])
    return row


def proposal(
    at: Summit | None = None,
    text: str = "Mở thêm đường sang cửa khẩu",
    code: str = "VN-23",
    *,
    published: bool = True,
    **values: Any,
) -> Proposal:
    """What one side asked for at a summit."""
    at = at or summit()
    given = {"number": at.proposals.count() + 1, "text_vi": text} | values
    row = Proposal(summit=at, province=province(code), **given)
    return _kept(row, published=published)


def progress(
    on: Commitment | None = None,
    implementation: str = "in_progress",
    reported_on: str = "2024-05",
    *,
    published: bool = True,
    **values: Any,
) -> Progress:
    """A report on a commitment, or with ``minutes=`` on minutes as a whole."""
    given: dict[str, Any] = {"evidence": "press", "note_vi": "Đang triển khai"}
    if "minutes" not in values:
        on = on or commitment()
        given |= {"commitment": on, "minutes": on.minutes}
    row = Progress(
        implementation=implementation, reported_on=reported_on, **given | values
    )
    return _kept(row, published=published)


def continuation(
    later: Commitment, earlier: Commitment, kind: str = "repeats"
) -> Continuation:
    """A stitch from an earlier commitment to a later one."""
    return Continuation.objects.create(later=later, earlier=earlier, kind=kind)


def report(about: Record | None = None, **values: Any) -> CorrectionReport:
    """What a reader says is wrong with a record, or with the site."""
    given = {
        "reference": about.reference if about else "",
        "record_type": about._meta.model_name if about else "",
        "page": about.get_absolute_url() if about else "/",  # type: ignore[attr-defined]
        "data_at": about.modified_at if about else NOON,
        "wrong": "Ngày ký là 29/3",
        "form_stamp": str(next(numbers)),
    }
    return CorrectionReport.objects.create(**given | values)


EMPTY_FACTS: dict[str, dict[str, Any]] = {
    "event": {
        "kind": "summit",
        "date": "2023-03-30",
        "date_as_printed": "30/3",
        "year_inferred": False,
        "day_part": None,
        "place": None,
        "provinces": ["LA-BL", "VN-23"],
        "status": "held",
    },
    "person": {"name": "", "titles": [], "province": "VN-23", "roles": ["attendee"]},
    "document": {
        "kind": "minutes",
        "name_as_printed": "biên bản",
        "covers": None,
        "signed_on": None,
        "place": None,
        "provinces": ["LA-BL", "VN-23"],
        "stage": "signed",
        "signatories": [],
    },
    "item": {
        "force": "agreed",
        "text": "",
        "sectors": [],
        "actors": ["LA-BL", "VN-23"],
        "addressees": [],
    },
}


def reading(text: str) -> Reading:
    """A reading of an article of which nothing is suggested yet."""
    province("VN-23")
    province("LA-BL")
    of = source(text=text, published=False)
    return Reading.objects.create(source=of, reader_version="test", result={})


def suggestion(
    of: Reading, kind: str, quote: str, *, decision: str = "accepted", **values: Any
) -> Suggestion:
    """A suggestion resting on words of the article, accepted unless said otherwise."""
    start = of.source.text.index(quote)
    said = EMPTY_FACTS[kind] | values
    if kind == "item":
        said["text"] = said["text"] or quote
    if kind == "person":
        said["name"] = said["name"] or quote
    return Suggestion.objects.create(
        reading=of,
        kind=kind,
        position=of.suggestions.filter(kind=kind).count(),
        values=said,
        quote=quote,
        spans=[[start, start + len(quote)]],
        confidence="sure",
        decision=decision,
        decided_at=None if decision == "pending" else NOON,
    )


def now() -> datetime:
    """The present, for acts that ask when."""
    return timezone.now()
