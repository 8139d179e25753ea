"""None, one, a few: every list and figure says rightly what there is of it."""

import re

import pytest

from tests import make

pytestmark = pytest.mark.django_db

PREFIXES = ("", "/lo", "/en")
PAGES = (
    "/",
    "/follow-up/",
    "/threads/",
    "/summits/",
    "/partnerships/",
    "/minutes/",
    "/commitments/",
    "/proposals/",
    "/provinces/",
    "/officials/",
    "/sources/",
    "/coverage/",
    "/changes/",
    "/about/",
    "/search/",
    "/search/?q=8A",
)
FEEDS = ("/feeds/changes.atom", "/feeds/commitments.atom", "/feeds/summits.ics")
# What is said of a record nobody filled in, or counts nothing twice.
# ("None" is one of the degrees of evidence, and summits are said to be none known.)
SLIPS = re.compile(
    r"\bNone\b(?! ¦ Claimed| known)|\b0 0\b|\(\)|\[\]|%\(|\{\{|\bFalse\b|\bTrue\b"
)
# A frame without anything in it: a list, the body or the head of a table, a heading.
HOLLOW = re.compile(
    r"<(ul|ol|dl|tbody|thead|tr|table|h[1-6]|nav|caption)\b[^>]*>\s*</\1>"
)
NOUNS = (
    "summits|clauses|commitments|proposals|sources|provinces|officials|matters|changes"
    "|results|reports|records|papers|filters|points|spellings"
)
ONE_OF_MANY = re.compile(rf"(?<![\d.,/–-])1 (?:more |earlier |later )?(?:{NOUNS})\b")
MANY_OF_ONE = re.compile(
    r"(?<![\d.,/–-])3 (?:clause|commitment|proposal|source|province|matter|change"
    r"|result|report|summit)\b(?! before)"
)


def body_of(answer) -> str:
    body = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"<script.*?</script>", "", body, flags=re.DOTALL)


def words(body: str) -> str:
    """What a page says; what stands apart on it is apart here too."""
    apart = re.sub(
        r"</?(?:p|li|d[ltd]|div|t[hd]|h\d|legend|summary)\b[^>]*>", "¦", body
    )
    return re.sub(r"[ \n¦]*¦[ \n¦]*|\s+", one_blank, re.sub(r"<[^>]+>", " ", apart))


def one_blank(found: re.Match) -> str:
    return " ¦ " if "¦" in found[0] else " "


def slips_of(client, addresses) -> list[str]:
    """Whatever is wrong with some pages, each named by its address."""
    found = []
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        body = body_of(answer)
        said = SLIPS.findall(words(body))
        hollow = [one[0] for one in HOLLOW.finditer(body)]
        found += [f"{address} {one}" for one in [*said, *hollow]]
    return found


def one_of_each(pair=("VN-23", "LA-BL")):
    """One record of each kind, and what it needs."""
    gate, host = make.place(f"Cửa khẩu {pair}"), make.province(pair[1])
    meeting = make.summit(codes=pair, place=gate, host=host)
    paper = make.minutes(meeting)
    clause = make.commitment(paper, sectors=("transport",), actors=("VN-23",))
    source = make.source(published_on="2023-03-31")
    make.citation(clause, "text_vi", "nâng cấp quốc lộ 8A", source=source)
    make.citation(make.progress(clause), "note_vi", "đang làm", source=source)
    asked = make.proposal(meeting, adopted_as=clause)
    person = make.official()
    make.signature(paper, person.name_vi, "LA-BL", official=person)
    make.delegate(meeting, person.name_vi, "LA-BL", official=person)
    return meeting, meeting.partnership, paper, clause, asked, person, source


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_page_stands_where_only_provinces_are_known(client, prefix):
    make.province("VN-23")
    make.province("LA-BL")
    details = ("/provinces/LA-BL/",)
    assert slips_of(client, [prefix + one for one in PAGES + details]) == []


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_page_stands_where_nothing_at_all_is_known(client, prefix):
    assert slips_of(client, [prefix + one for one in PAGES]) == []
    for feed in FEEDS:
        assert client.get(prefix + feed).status_code == 200


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_page_stands_with_one_record_of_each_kind(client, prefix):
    records = one_of_each()
    details = [record.get_absolute_url() for record in records]
    details += [f"/threads/{records[3].reference}/", "/provinces/LA-BL/"]
    assert slips_of(client, [prefix + one for one in (*PAGES, *details)]) == []


def counted_wrongly(client, pattern, records=()) -> list[str]:
    addresses = [*PAGES, *(record.get_absolute_url() for record in records)]
    return [
        f"{address} {said[0]}"
        for address in addresses
        for said in pattern.finditer(words(body_of(client.get(f"/en{address}"))))
    ]


def test_one_is_never_told_as_many(client):
    assert counted_wrongly(client, ONE_OF_MANY, one_of_each()) == []


def test_three_are_never_told_as_one(client):
    pairs = [("VN-23", code) for code in ("LA-BL", "LA-KH", "LA-SV")]
    records = [record for pair in pairs for record in one_of_each(pair)]
    assert counted_wrongly(client, MANY_OF_ONE, records) == []


def test_a_single_day_is_no_span(client):
    make.summit("2023-03-30")
    page = words(body_of(client.get("/en/")))
    assert "from 30 Mar 2023" not in page
    make.summit("2024-03-30")
    page = words(body_of(client.get("/en/")))
    assert "from 30 Mar 2023 to 30 Mar 2024" in page


def test_an_empty_board_counts_nothing_and_draws_nothing(client):
    body = body_of(client.get("/en/follow-up/"))
    lead = body.partition('<p class="lead">')[2].partition("</p>")[0]
    assert " ".join(lead.split()) == (
        "What both sides agreed on, and what public sources say has come of it."
    )
    assert 'class="bar"' not in body
    make.commitment()
    body = body_of(client.get("/en/follow-up/"))
    assert "1 clause both sides agreed on" in words(body)
    assert body.count('class="bar"') == 1
