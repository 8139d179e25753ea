"""Lists of records: what they show, what they cost, what they refuse."""

import pytest

from tests import make

pytestmark = pytest.mark.django_db

ENGLISH = "/en"
PARTNERS = ("LA-BL", "LA-KH", "LA-SV")


def summits(number):
    for code in PARTNERS[:number]:
        meeting = make.summit(codes=("VN-23", code), place=make.place(f"Chợ {code}"))
        make.minutes(meeting)


def clauses(number):
    paper = make.minutes()
    for code in ("transport", "health", "trade")[:number]:
        row = make.commitment(paper, sectors=(code,), actors=("VN-23",))
        make.progress(row)


def people(number):
    for code in PARTNERS[:number]:
        make.official(f"Người {code}", code)


def sources(number):
    for _ in range(number):
        make.source()


def provinces(number):
    for code in PARTNERS[:number]:
        make.partnership("VN-23", code)


LISTS = {
    "/summits/": (summits, 10),
    "/partnerships/": (provinces, 6),
    "/minutes/": (summits, 9),
    "/commitments/": (clauses, 12),
    "/officials/": (people, 6),
    "/provinces/": (provinces, 6),
    "/sources/": (sources, 4),
    "/follow-up/": (clauses, 24),
}


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("address", LISTS)
def test_a_list_costs_as_many_queries_for_three_rows_as_for_one(
    client, django_assert_num_queries, address, rows
):
    build, queries = LISTS[address]
    build(rows)
    with django_assert_num_queries(queries):
        answer = client.get(address)
    assert answer.status_code == 200
    assert len(answer.context["page_obj"]) >= rows


@pytest.mark.parametrize("address", LISTS)
def test_an_empty_list_says_so_in_a_sentence(client, address):
    page = client.get(ENGLISH + address).content.decode()
    assert "Nothing is published here yet" in page
    assert "filters" not in page.partition('class="empty"')[2]


@pytest.mark.parametrize("address", LISTS)
def test_a_list_that_filters_emptied_leads_back_to_the_whole(client, address):
    page = client.get(f"{ENGLISH}{address}?q=khongcogi").content.decode()
    assert "Nothing matches" in page
    assert f'<a href="{ENGLISH}{address}">' in page.partition('class="empty"')[2]


@pytest.mark.parametrize("address", LISTS)
def test_a_filter_nobody_knows_is_refused_with_those_accepted(client, address):
    answer = client.get(f"{ENGLISH}{address}?colour=red")
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "colour: This name is not known here. Accepted: q, " in page
    assert "page." in page


def test_an_impossible_value_is_refused_with_those_accepted(client):
    answer = client.get("/en/summits/?stage=dreamt")
    assert answer.status_code == 400
    assert "announced, held, postponed, cancelled" in answer.content.decode()


@pytest.mark.parametrize("number", ["0", "-1", "abc", "1e3", "٣", "9" * 30])
def test_a_page_that_is_no_number_is_refused(client, number):
    assert client.get("/summits/", {"page": number}).status_code == 400


def test_beyond_the_last_page_there_is_none(client):
    assert client.get("/summits/?page=2").status_code == 404


def test_a_long_list_is_cut_and_the_pager_keeps_the_query(client):
    for number in range(51):
        make.source(f"Bài số {number}")
    answer = client.get("/sources/?q=bai")
    assert len(answer.context["page_obj"]) == 50
    assert 'href="?q=bai&amp;page=2"' in answer.content.decode()
    second = client.get("/sources/?q=bai&page=2")
    assert len(second.context["page_obj"]) == 1
    assert 'href="?q=bai&amp;page=1"' in second.content.decode()


def test_a_list_links_the_same_query_as_json_csv_and_xlsx(client):
    page = client.get("/commitments/?q=quoc+lo&page=1").content.decode()
    for name in ("json", "csv", "xlsx"):
        assert f'href="/api/v1/commitments/?q=quoc+lo&amp;format={name}"' in page


def test_words_are_found_without_their_marks(client):
    paper = make.minutes()
    wanted = make.commitment(paper, "Nâng cấp quốc lộ 8A tới cảng Vũng Áng")
    make.commitment(paper, "Trao đổi kinh nghiệm y tế")
    found = client.get("/commitments/?q=cang+vung+ang").context["page_obj"]
    assert list(found) == [wanted]


@pytest.mark.parametrize("address", LISTS)
def test_nothing_unpublished_stands_in_a_list(client, address):
    canary = "qzx-secret"
    hidden = make.partnership("VN-22", "LA-SV", published=False, name_vi=canary)
    summit = make.summit(partnership=hidden, published=False, venue=canary)
    paper = make.minutes(summit, published=False, title_vi=canary)
    make.commitment(paper, canary, published=False)
    make.official(canary, published=False)
    make.source(canary, published=False)
    make.province("LA-XX", published=False, name_vi=canary)
    assert canary not in client.get(address).content.decode()


def test_a_published_row_below_an_unpublished_one_is_not_shown(client):
    paper = make.minutes(published=False)
    make.commitment(paper, "Chưa ai được đọc")
    assert "Chưa ai được đọc" not in client.get("/commitments/").content.decode()
    assert "Chưa ai được đọc" not in client.get("/follow-up/").content.decode()
