"""Pages in a real browser, which is who enforces the content security policy."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_login_page_breaks_no_policy(page):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    answer = page.goto("/admin/login/")
    assert (answer.status, complaints) == (200, [])
