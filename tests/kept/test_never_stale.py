"""Whatever is committed, and whoever reads in between: what is read is what stands."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publication.models import State
from publication.publish import withdraw
from publication.references import register
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)

# One example is a whole story that renders a dozen pages at each step, half a second
# of work: `make soak` tells 500 of them.
STORY = settings(
    max_examples=max(12, settings.default.max_examples // 10),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
HIDDEN = "Chợ Khuất Nẻo"
NAMES = ("Cầu Treo", "Nậm On", "Na Phào")


class House:
    """A few records, and what may happen to them."""

    def __init__(self):
        self.clause = make.commitment(text="Nâng cấp quốc lộ 8A")
        self.other = make.commitment(self.clause.minutes, text="Mở chợ Lạc Xao")
        self.hidden = make.commitment(self.clause.minutes, text=HIDDEN, published=False)
        self.source = make.source()
        self.paths = (
            "/",
            "/follow-up/",
            "/commitments/",
            f"/commitments/{self.other.reference}/",
            f"/commitments/{self.hidden.reference}/",
            f"/minutes/{self.clause.minutes.reference}/",
            f"/sources/{self.source.reference}/",
            "/search/?q=duong+qua",
        )
        self.data = (
            "/api/v1/commitments/",
            "/api/v1/changes/",
            "/api/v1/search/?q=khuat+neo",
        )

    def edit(self, name):
        self.clause.text_vi = f"Nâng cấp đường qua {name}"
        register(self.clause)

    def edit_draft(self, name):
        self.hidden.text_vi = f"{HIDDEN} ở {name}"
        register(self.hidden)

    def withdraw_or_publish(self, _name):
        self.other.refresh_from_db()
        if self.other.state == State.PUBLISHED:
            withdraw(self.other, by=None, at=make.NOON, reason="Nhầm.")
        else:
            make.publish(self.other)

    def cite(self, name):
        make.citation(self.clause, "text_vi", quote=name, source=self.source)

    def sort(self, _name):
        present = self.clause.sectors.exists()
        self.clause.sectors.set([] if present else [make.sector()])

    def report(self, name):
        make.progress(self.clause, note_vi=f"Đã làm ở {name}")

    def rename_source(self, name):
        self.source.title = f"Tin từ {name}"
        register(self.source)

    def think_better_of_it(self, name):
        with transaction.atomic():
            self.edit(f"{HIDDEN} {name}")
            transaction.set_rollback(True)


ACTS = (
    "edit edit_draft withdraw_or_publish cite sort report rename_source "
    "think_better_of_it"
).split()
CHANGE = st.tuples(st.just("change"), st.sampled_from(ACTS), st.sampled_from(NAMES))
READ = st.tuples(
    st.just("read"), st.integers(0, 10), st.sampled_from(("vi", "lo", "en"))
)


def address(house, number, language):
    """An address, and the headers that ask for a language where it has none."""
    if number < len(house.paths):
        prefix = "" if language == "vi" else f"/{language}"
        return prefix + house.paths[number], {}
    path = house.data[number - len(house.paths)]
    return path, {"accept-language": language}


def seen(answer):
    return answer.status_code, answer.content, dict(answer.headers)


@pytest.fixture
def readers(reader_of):
    """A visitor of one process, a signed-in member of staff of another."""
    visitor, staff = reader_of(), reader_of()
    staff.force_login(make.user())
    staff.cookies["django_language"] = "lo"
    return visitor, staff


@pytest.fixture
def house():
    return House()


@STORY
@given(steps=st.lists(CHANGE | READ | READ, min_size=4, max_size=10))
def test_a_read_shows_what_is_committed_and_nothing_else(steps, house, readers, fresh):
    preview = f"/admin/preview/{house.hidden.reference}/"
    for kind, what, how in steps:
        if kind == "change":
            getattr(house, what)(how)
            continue
        path, headers = address(house, what, how)
        expected = seen(fresh.get(path, headers=headers))
        readers[1].get(preview)
        for reader in (*readers, *readers):
            assert seen(reader.get(path, headers=headers)) == expected
        assert HIDDEN.encode() not in expected[1]
        if tag := expected[2].get("ETag"):
            known = {**headers, "if-none-match": tag}
            assert readers[0].get(path, headers=known).status_code == 304
