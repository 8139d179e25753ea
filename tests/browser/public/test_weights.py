"""What pages may weigh; `make soak` prints what every one does."""

import pytest

from tests.browser.public.site import LANGUAGES, WIDTHS
from tests.browser.public.weights import HEAD, weigh

pytestmark = pytest.mark.django_db(transaction=True)


def test_pages_stay_within_their_weight(chromium, site):
    """The longest pages and the plainest, each in the language with the most files."""
    kinds = ("home", "summit", "minutes of a summit", "follow-up", "coverage", "about")
    looks = [(kind, site.at(kind, "lo")) for kind in kinds]
    looks += [("home, vi", site.at("home")), ("minutes, vi", site.at("minutes"))]
    found = [over for page in weigh(chromium, looks, 360) for over in page.excess()]
    assert found == []


@pytest.mark.soak
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_stays_within_its_weight(chromium, site, language, width):
    looks = [(kind, site.at(kind, language)) for kind in site.addresses]
    weights = list(weigh(chromium, looks, width))
    print("", f"{language}, {width} px", HEAD, *weights, sep="\n")  # noqa: T201
    assert [over for page in weights for over in page.excess()] == []
