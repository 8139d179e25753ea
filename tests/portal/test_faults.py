"""A fault of ours: plain words for the reader, the traceback for the log."""

import logging
import re
import sys
from types import ModuleType

import pytest
from django.urls import path, re_path

from portal import urls

# Which answers are kept hangs on the data stamp, which stands in the database.
pytestmark = pytest.mark.django_db
INSIDE = "mot-bi-mat-khong-ai-duoc-thay"


def failing(request):
    raise RuntimeError(INSIDE)


@pytest.fixture
def broken(client, settings):
    """A portal one of whose pages fails."""
    module = ModuleType("tests.portal.broken_urls")
    broken = [path("broken/", failing), path("api/v1/broken/", failing)]
    module.urlpatterns = [*broken, *urls.urlpatterns]
    module.handler500 = urls.handler500
    sys.modules[module.__name__] = module
    settings.ROOT_URLCONF = module.__name__
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("debug", [False, True])
def test_a_reader_sees_plain_words_and_the_log_the_traceback(
    broken, settings, caplog, debug
):
    settings.DEBUG = debug
    with caplog.at_level(logging.ERROR, "django.request"):
        response = broken.get("/broken/")
    assert response.status_code == 500
    page = response.content.decode()
    assert "<h1" in page
    assert INSIDE not in page
    assert "Traceback" not in page
    assert INSIDE in str(caplog.records[0].exc_info[1])
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/robots.txt", 200),
        ("/no-such-page/", 404),
        ("/api/v1/nothing/", 404),
        ("/broken/", 500),
        ("/api/v1/broken/", 500),
    ],
)
def test_every_answer_carries_the_security_policy(
    broken, settings, debug, address, status
):
    settings.DEBUG = debug
    response = broken.get(address)
    assert response.status_code == status
    policy = response["Content-Security-Policy"].split("; ")
    assert sorted(policy) == [
        "base-uri 'self'",
        "default-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "object-src 'none'",
    ]


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize(
    ("address", "language", "home"),
    [("/broken/", "vi", "/"), ("/lo/broken/", "lo", "/lo/"), ("/en/x/", "en", "/en/")],
)
def test_the_page_of_faults_needs_nothing_that_may_be_broken(
    broken, settings, tmp_path, debug, address, language, home
):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {
            "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        }
    }
    settings.STATIC_ROOT = tmp_path
    settings.DEBUG = debug
    sys.modules[settings.ROOT_URLCONF].urlpatterns[:] = [re_path("", failing)]
    response = broken.get(address)
    page = response.content.decode()
    assert response.status_code == 500
    assert f'<html lang="{language}">' in page
    assert re.findall(r'(?:href|src)="([^"]*)"', page) == [home]
    assert "style" not in page


def test_a_program_gets_problem_details(broken):
    response = broken.get("/api/v1/broken/?lang=en")
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 500
    assert INSIDE not in response.content.decode()
