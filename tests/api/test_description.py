"""The description of the API: for programs, and as a page."""

import io
import re

import pytest
from django.core.management import call_command

from portal.api.docs import ORDER
from tests import make

pytestmark = pytest.mark.django_db


def described(client, lang="en"):
    return client.get("/api/v1/schema/", {"lang": lang}).json()


def test_the_description_is_valid_and_without_warnings(tmp_path):
    call_command(
        "spectacular",
        "--fail-on-warn",
        "--validate",
        "--file",
        str(tmp_path / "schema.yml"),
        stderr=io.StringIO(),
    )
    assert (tmp_path / "schema.yml").read_text().startswith("openapi: 3.1")


def test_every_list_and_record_is_described(client):
    paths = described(client)["paths"]
    details = [name for name in ORDER if name != "search"]
    assert sorted(paths) == sorted(
        [
            *(f"/api/v1/{name}/" for name in ORDER),
            *(
                f"/api/v1/{name}/{{{'number' if name == 'changes' else 'reference'}}}/"
                for name in details
            ),
        ]
    )
    assert {tuple(operations) for operations in paths.values()} == {("get",)}


def test_what_is_described_is_what_is_told(client):
    make.progress()
    make.proposal()
    schema = described(client)
    for name in ORDER:
        listing = schema["paths"][f"/api/v1/{name}/"]["get"]
        page = listing["responses"]["200"]["content"]["application/json"]["schema"]
        page = schema["components"]["schemas"][page["$ref"].rpartition("/")[2]]
        row = page["properties"]["results"]["items"]["$ref"].rpartition("/")[2]
        fields = schema["components"]["schemas"][row]["properties"]
        for told in client.get(f"/api/v1/{name}/?lang=en").json()["results"]:
            assert list(told) == [one for one in fields if one != "citations"]


def test_every_name_described_is_understood(client):
    values = {"fields": "url", "cursor": "", "page_size": "5", "count": "1"}
    for name in ORDER:
        path = f"/api/v1/{name}/"
        for one in described(client)["paths"][path]["get"]["parameters"]:
            schema = one["schema"].get("items", one["schema"])
            known = schema.get("enum") or schema.get("examples") or [""]
            value = values.get(one["name"], known[0])
            assert client.get(path, {one["name"]: value}).status_code == 200


def test_problems_are_described_for_every_answer(client):
    schema = described(client)
    for path, operations in schema["paths"].items():
        answers = set(operations["get"]["responses"])
        gone = {"301", "410"} if "{reference}" in path else set()
        assert answers == {"200", "400", "404", "405", "406", *gone}
    told = client.get("/api/v1/summits/?x=1").json()
    assert set(told) == set(schema["components"]["schemas"]["Problem"]["required"])


def test_the_description_refuses_what_it_does_not_know(client):
    assert client.get("/api/v1/schema/?lang=fr").status_code == 400
    assert client.get("/api/v1/schema/?format=yaml").status_code == 400


@pytest.mark.parametrize("lang", ["vi", "lo", "en"])
def test_the_page_explains_every_resource_and_its_questions_work(client, lang):
    make.summit()
    answer = client.get("/api/docs/", {"lang": lang})
    page = answer.content.decode()
    assert f'<html lang="{lang}">' in page
    assert re.findall(r'<h2 id="(\w+)"><code>', page) == ORDER
    questions = re.findall(r'<a href="(/api/v1/\w+/\?[^"]+)"', page)
    assert len(questions) >= 3 * len(ORDER)
    for question in questions:
        assert client.get(question.replace("&amp;", "&")).status_code == 200
    for kind in ("bad-query", "not-found", "withdrawn"):
        assert page.count(f'id="problem-{kind}"') == 1


def test_the_page_reads_the_stamp_alone(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert client.get("/api/docs/").status_code == 200


def test_the_page_is_for_reading(client):
    assert client.post("/api/docs/").status_code == 405
