"""What pages may weigh; `make soak` prints what every one does."""

import pytest

from tests.browser.public.site import LANGUAGES, WIDTHS
from tests.browser.public.weights import HEAD, weigh

pytestmark = pytest.mark.django_db(transaction=True)


def test_pages_stay_within_their_weight(chromium, site):
    """The heaviest pages, in the language and at the width that ask for most files."""
    wide = [(kind, site.at(kind, "lo")) for kind in ("home", "minutes of a summit")]
    wide += [("province, vi", site.at("province"))]
    narrow = [(kind, site.at(kind)) for kind in ("summit", "follow-up", "coverage")]
    weights = [*weigh(chromium, wide, 1280), *weigh(chromium, narrow, 360)]
    assert [over for page in weights for over in page.excess()] == []


@pytest.mark.soak
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_stays_within_its_weight(chromium, site, language, width):
    looks = [(kind, site.at(kind, language)) for kind in site.addresses]
    weights = list(weigh(chromium, looks, width))
    print("", f"{language}, {width} px", HEAD, *weights, sep="\n")  # noqa: T201
    assert [over for page in weights for over in page.excess()] == []
