"""The whole admin in a real browser: no page breaks the policy or its own width."""

import pytest
from django.urls import reverse

from tests import make
from tests.admin.test_roles import GET_ADDRESSES, MATRIX, REGISTERED, admin_name, rows

pytestmark = pytest.mark.django_db(transaction=True)
OTHER_PAGES = ("index", "password_change")


def addresses() -> list[str]:
    """Every page of the admin: lists, forms, history, acts, imports, previews."""
    found = [reverse(f"admin:{name}") for name in OTHER_PAGES]
    kept = rows()
    published = make.summit("2021-12-18", codes=("VN-23", "LA-KH"))
    found += [reverse(admin_name(published._meta, "change"), args=[published.pk])]
    found += [reverse(admin_name(published._meta, "withdraw"), args=[published.pk])]
    for model in REGISTERED:
        meta = model._meta
        found.append(reverse(admin_name(meta, "changelist")))
        found.append(reverse("admin:app_list", args=[meta.app_label]))
        if row := kept.get(meta.label_lower):
            found += pages_of(row, MATRIX[meta.label_lower])
    return sorted(set(found))


def pages_of(row, acts) -> list[str]:
    names = {act: GET_ADDRESSES[act] for act in acts if act in GET_ADDRESSES}
    names.pop("paper", None)  # a file, no page
    names.pop("withdraw", None)  # drafts are not withdrawn
    found = [
        reverse(
            admin_name(row._meta, name),
            args=[] if act in {"add", "import", "export"} else [row.pk],
        )
        for act, name in names.items()
    ]
    if "preview" in acts:
        found.append(reverse("preview", args=[row.reference]))
    return found


@pytest.fixture
def complaints(page):
    """What goes wrong on a page, each with its address; hints are not wrong."""
    said = []

    def hear(message):
        if message.type == "error":
            said.append((page.url, message.text))

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append((page.url, str(error))))
    return said


def log_in(page) -> None:
    user = make.user()
    page.goto("/admin/login/")
    page.fill("#id_username", user.username)
    page.fill("#id_password", "a-long-password-1")
    page.click("input[type=submit]")


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_of_the_admin_keeps_the_policy_and_its_width(
    page, complaints, width
):
    wanted = addresses()
    page.set_viewport_size({"width": width, "height": 900})
    log_in(page)
    wrong = []
    for address in wanted:
        answer = page.goto(address)
        beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if (answer.status, beyond) != (200, 0):
            wrong.append((address, answer.status, beyond))
    assert wrong == []
    assert complaints == []
    assert len(wanted) > 3 * len(REGISTERED)


def test_a_summit_is_added_with_names_completed_while_typing(page, complaints):
    make.partnership()
    log_in(page)
    page.goto("/admin/summits/summit/add/")
    page.click(".field-partnership .select2-selection")
    page.fill(".select2-search__field", "bolikham")
    page.click(".select2-results__option >> text=Bolikhămxay")
    page.fill("#id_date", "2023-03-30")
    page.click("input[name=_continue]")
    page.wait_for_url("**/change/")
    assert "VN-23.LA-BL.2023-1" in page.inner_text(".record-line")
    assert complaints == []
