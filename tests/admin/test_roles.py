"""Who may do what in the admin: every role, every kind of row, every door.

The table below names every model of the registry: one that is registered without a
row here fails the first test.
"""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from intake.models import Reading, Suggestion
from provinces.models import Tenure
from publication.models import Change, Record, State
from summits.models import MinutesFile
from tests import make
from tests.admin import story

pytestmark = pytest.mark.django_db

ROLES = ("editor", "publisher", "reporter", "administrator", "nobody")
WORKING = {"editor", "publisher", "administrator"}
READING = {*WORKING, "reporter"}
PUBLISHING = {"publisher", "administrator"}
NONE: set[str] = set()

# What each act asks for, by kind of row; an act that is not named is for nobody.
RECORD = {
    "view": READING,
    "add": WORKING,
    "change": WORKING,
    "delete": WORKING,
    "history": READING,
    "autocomplete": READING,
    "review": WORKING,
    "publish": PUBLISHING,
    "withdraw": PUBLISHING,
    "preview": READING,
    "change published": PUBLISHING,
}
PART = {
    "view": READING,
    "change": WORKING,
    "delete": WORKING,
    "history": READING,
    "autocomplete": READING,
    "change published": PUBLISHING,
}
FACT = {
    "view": READING,
    "add": WORKING,
    "change": WORKING,
    "delete": WORKING,
    "history": READING,
    "autocomplete": READING,
}
SHOWN = FACT | {"change published": PUBLISHING, "delete published": PUBLISHING}
LOOKED_AT = {"view": READING, "history": READING, "autocomplete": READING}
# Readers' addresses stand in it: who only reads records does not see them.
HANDLED = {
    "view": WORKING,
    "history": WORKING,
    "autocomplete": WORKING,
} | dict.fromkeys(("take", "answer", "dismiss"), WORKING)
SHEETS = {"import": WORKING, "export": READING}
ACCOUNT = {act: {"administrator"} for act in FACT}
MATRIX = {
    "sources.source": RECORD | SHEETS,
    "provinces.province": RECORD | SHEETS,
    "provinces.official": RECORD | SHEETS,
    "provinces.place": SHOWN | SHEETS,
    "provinces.tenure": PART,
    "summits.partnership": RECORD,
    "summits.summit": RECORD | SHEETS,
    "summits.minutes": RECORD,
    "summits.commitment": RECORD,
    "summits.proposal": RECORD,
    "summits.progress": RECORD | {"add": READING},
    "summits.sector": SHOWN | SHEETS,
    "summits.delegate": PART,
    "summits.signature": PART,
    "summits.minutesfile": PART | {"open": PUBLISHING, "paper": READING},
    "summits.continuation": PART,
    "intake.reading": LOOKED_AT | {"add": WORKING, "decide": WORKING},
    "intake.suggestion": LOOKED_AT | {"decide": WORKING},
    "publication.change": LOOKED_AT,
    "publication.correctionreport": HANDLED,
    "auth.user": ACCOUNT,
    "auth.group": ACCOUNT,
    "axes.accessattempt": {},
    "axes.accesslog": {},
    "axes.accessfailurelog": {},
}
REGISTERED = admin.site._registry  # noqa: SLF001 - there is no other list
ACTS = sorted({act for acts in MATRIX.values() for act in acts})
GET_ADDRESSES = {
    "view": "change",
    "add": "add",
    "delete": "delete",
    "history": "history",
    "import": "import",
    "export": "export",
    "review": "review",
    "publish": "publish",
    "withdraw": "withdraw",
    "open": "open",
    "paper": "paper",
    "take": "take",
    "answer": "answer",
    "dismiss": "dismiss",
}


def label(model) -> str:
    return model._meta.label_lower


def rows(*, published: bool = False) -> dict:
    """One row of every kind there is in the registry, apart from login attempts."""
    at = story.summit(published=published)
    earlier = make.commitment(at.minutes, "Mở cửa khẩu", published=published)
    official = make.official(published=published)
    province = make.province("LA-SV", published=published)
    partnership = make.partnership("VN-22", "LA-SV", published=published)
    tenure = Tenure.objects.create(
        official=official, province=province, title_vi="Tỉnh trưởng"
    )
    paper = MinutesFile(minutes=at.minutes, language="vi", sha256="0" * 64)
    paper.file.save("paper.pdf", story.pdf(), save=True)
    source = make.source(published=published)
    reading = Reading.objects.create(source=source, reader_version="1", result={})
    suggestion = Suggestion.objects.create(
        reading=reading, kind="event", position=0, values=make.EMPTY_FACTS["event"]
    )
    change = Change.objects.create(
        reference="x", record_type="summit", kind="publication", at=timezone.now()
    )
    report = make.report()
    place, sector = make.place(), make.sector("health", "Y tế")
    place.provinces.add(province)
    at.commitment.sectors.add(sector)
    found = [
        *vars(at).values(),
        *(earlier, official, province, partnership, tenure, paper, source, reading),
        *(suggestion, change, report, place, sector),
        make.continuation(at.commitment, earlier),
        User.objects.create_user("somebody"),
        Group.objects.create(name="some group"),
    ]
    return {label(type(row)): row for row in found}


@pytest.fixture
def people(client):
    def log_in(role):
        name = "" if role == "nobody" else role
        user = make.user(name or "editor")
        if role == "nobody":
            user.groups.clear()
        client.force_login(user)
        return client

    return log_in


def test_every_model_of_the_registry_has_its_row_in_the_matrix():
    assert {label(model) for model in REGISTERED} == set(MATRIX)


def answered(client, act: str, row) -> bool:
    """Say whether the door of an act is open: not 403, not 404, not a way to log in."""
    meta = row._meta
    if act == "autocomplete":
        # Django asks through the field of another form; the admin's own answer to
        # "may this person see these rows at all" is what it goes by.
        keeper = admin.site.get_model_admin(type(row))
        request = client.get("/admin/").wsgi_request
        return keeper.has_view_permission(request)
    if act == "decide":
        return may_decide(client, row)
    if act == "preview":
        return client.get(reverse("preview", args=[row.reference])).status_code == 200
    if act in {"change", "change published"}:
        page = client.post(reverse(admin_name(meta, "change"), args=[row.pk]), {})
        return page.status_code != 403
    name = admin_name(meta, GET_ADDRESSES[act])
    args = [] if act in {"add", "import", "export"} else [row.pk]
    try:
        page = client.get(reverse(name, args=args))
    except NoReverseMatch:
        return False
    if page.streaming:
        page.getvalue()  # read to its end a file is closed again
    return page.status_code == 200


def may_decide(client, row) -> bool:
    """Say whether the list offers to settle a row, and does it when told to."""
    act = {"reading": "write_drafts", "suggestion": "reject"}[row._meta.model_name]
    address = reverse(admin_name(row._meta, "changelist"))
    page = client.get(address)
    if page.status_code != 200:
        return False
    client.post(address, {"action": act, "_selected_action": [row.pk]})
    row.refresh_from_db()
    is_offered = act in REGISTERED[type(row)].get_actions(page.wsgi_request)
    return is_offered and (act != "reject" or row.decision == "rejected")


def admin_name(meta, act: str) -> str:
    return f"admin:{meta.app_label}_{meta.model_name}_{act}"


@pytest.mark.parametrize("role", ROLES)
def test_each_role_finds_the_doors_of_the_matrix_open_and_no_other(role, people):
    drafts = rows()
    client = people(role)
    wrong = []
    for kind, acts in MATRIX.items():
        if kind not in drafts:
            continue
        row = drafts[kind]
        for act in ACTS:
            if act in {"change published", "delete published", "withdraw"}:
                continue
            expected = role in acts.get(act, NONE)
            if act == "preview" and not isinstance(row, Record):
                continue
            if act == "decide" and act not in acts:
                continue
            if answered(client, act, row) is not expected:
                wrong.append((kind, act, expected))
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
def test_what_is_published_is_changed_and_withdrawn_by_publishers_only(role, people):
    published = rows(published=True)
    client = people(role)
    wrong = []
    for kind, acts in MATRIX.items():
        for act in ("change published", "withdraw", "delete"):
            if act not in acts or "change published" not in acts:
                continue
            asked = "delete published" if act == "delete" else act
            expected = role in acts.get(asked, NONE)
            if answered(client, act, published[kind]) is not expected:
                wrong.append((kind, act, expected))
    assert wrong == []


@pytest.mark.parametrize("role", [role for role in ROLES if role not in PUBLISHING])
def test_who_may_not_publish_publishes_nothing_by_posting(role, people):
    drafts = [row for row in rows().values() if isinstance(row, Record)]
    client = people(role)
    for row in drafts:
        client.post(reverse(admin_name(row._meta, "publish"), args=[row.pk]), {})
        client.post(
            reverse(admin_name(row._meta, "change"), args=[row.pk]),
            {"state": "published", "seen_at": row.modified_at.isoformat()},
        )
    for row in drafts:
        row.refresh_from_db()
    assert {row.state for row in drafts if row.reference != "VN-23"} <= {
        State.DRAFT,
        State.PUBLISHED,
    }
    assert {
        row.reference
        for row in drafts
        if row.is_published and row.reference not in PUBLISHED_BY_BUILDERS
    } == set()


# The builders publish what a draft stands on.
PUBLISHED_BY_BUILDERS = {"VN-23.LA-BL"}


def test_staff_without_a_role_see_an_empty_index(people):
    page = people("nobody").get("/admin/")
    assert page.context["app_list"] == []


@pytest.mark.parametrize("role", ROLES)
def test_names_are_completed_for_those_who_may_see_the_records_only(role, people):
    make.summit()
    question = {
        "app_label": "summits",
        "model_name": "minutes",
        "field_name": "summit",
        "term": "bolikham",
    }
    page = people(role).get(reverse("admin:autocomplete"), question)
    if role in READING:
        names = [row["text"] for row in page.json()["results"]]
        assert names == ["Hà Tĩnh – Bolikhămxay, 30/3/2023"]
    else:
        assert page.status_code == 403


def test_visitors_are_asked_to_log_in_for_a_preview(client):
    draft = make.summit(published=False)
    answer = client.get(reverse("preview", args=[draft.reference]))
    assert (answer.status_code, answer.url.split("?")[0]) == (302, "/admin/login/")
