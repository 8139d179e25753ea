"""Every public page speaks its own language, and marks each word that is of another."""

import re

import pytest
from django.test import Client

from portal.api.schema import schema_in
from summits.models import Summit
from tests.story.visit import PREFIXES, Visit, noting_fallbacks, visit

pytestmark = pytest.mark.django_db

VIETNAMESE = re.compile("[ăđơưĩũ\u1ea0-\u1ef9]", re.IGNORECASE)
LAO = re.compile("[\u0e80-\u0eff]")
# Words no name holds: where they stand, somebody wrote an English sentence.
ENGLISH = re.compile(r"\b(the|of|and|that|with|from|this|for|not|are|is|no|by)\b")
# The label of the language switch says itself in all three.
IN_ALL_LANGUAGES = {"Ngôn ngữ / ພາສາ / Language"}
ASKED_WRONGLY = (
    "/nowhere/",
    "/summits/?year=never",
    "/officials/?colour=red",
    "/commitments/?sector=gold&q=%20",
    "/commitments/?q=zzzz",
    "/summits/?page=99999",
    "/corrections/new/?about=nothing",
)
API_QUESTIONS = {
    "/api/docs/": 200,
    "/api/v1/schema/": 200,
    "/api/v1/nothing/": 404,
    "/api/v1/summits/?year=never&colour=red": 400,
    "/api/v1/summits/?format=pdf": 400,
    "/api/v1/commitments/?cursor=x&page_size=0": 400,
}


@pytest.fixture(scope="module")
def visits(filled) -> dict[str, Visit]:
    """What a visitor of the demonstration reads in each language."""
    return {language: visit(language, *ASKED_WRONGLY) for language in PREFIXES}


@pytest.mark.parametrize("language", PREFIXES)
def test_a_visitor_reaches_pages_of_every_kind_without_a_fault(visits, language):
    found = visits[language]
    assert found.faults == {}
    assert len(found.pages) > 60


@pytest.mark.parametrize("language", ["vi", "lo"])
def test_no_page_shows_a_text_its_language_does_not_know(visits, language):
    assert visits[language].fell_back == {}


@pytest.mark.parametrize("language", ["vi", "lo"])
def test_no_page_shows_a_sentence_written_in_english_alone(visits, language):
    wrong = {
        (one.words, address)
        for address, one in visits[language].said
        if one.lang == language and one.element not in {"code", "title"}
        if ENGLISH.search(one.words) and one.words not in IN_ALL_LANGUAGES
    }
    assert wrong == set()


@pytest.mark.parametrize(
    ("language", "others"),
    [("vi", [LAO]), ("lo", [VIETNAMESE]), ("en", [VIETNAMESE, LAO])],
)
def test_every_word_of_another_language_is_marked_as_such(visits, language, others):
    wrong = {
        (one.words, address)
        for address, one in visits[language].said
        # A mark-up of found words takes the language of the title it lies in.
        if one.lang == language and one.element not in {"title", "aria-label", "mark"}
        if any(letters.search(one.words) for letters in others)
        if one.words not in IN_ALL_LANGUAGES
        # An English title may name a Vietnamese place.
        if not (language == "en" and ENGLISH.search(one.words.lower()))
    }
    assert wrong == set()


@pytest.mark.parametrize("language", ["vi", "lo"])
def test_the_api_answers_and_refuses_in_the_language_asked_for(filled, language):
    schema_in.cache_clear()
    found, client = Visit(language), Client()
    answered = {}
    with noting_fallbacks(language, found):
        for question in API_QUESTIONS:
            found.at = question
            sign = "&" if "?" in question else "?"
            answer = client.get(f"{question}{sign}lang={language}")
            answered[question] = answer.status_code
    schema_in.cache_clear()
    assert (answered, found.fell_back) == (API_QUESTIONS, {})


@pytest.mark.parametrize("language", PREFIXES)
def test_switching_the_language_keeps_page_and_filters(filled, client, language):
    address = "/commitments/?sector=transport&q=quoc+lo&page=1"
    page = client.get(f"{PREFIXES[language]}{address}").content.decode()
    switch = re.findall(r'<a\s+href="([^"]+)"\s+lang="(\w\w)"\s+hreflang="\2"', page)
    written = address.replace("&", "&amp;")
    expected = [(f"{prefix}{written}", code) for code, prefix in PREFIXES.items()]
    assert switch[:3] == expected


@pytest.mark.parametrize("language", PREFIXES)
def test_every_page_names_itself_in_each_language(filled, client, language):
    path = Summit.objects.public().first().get_absolute_url()
    bare = re.sub("^/(lo|en)/", "/", path)
    page = client.get(f"{PREFIXES[language]}{bare}").content.decode()
    named = re.findall(
        r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', page
    )
    site = "http://testserver"
    expected = [(code, f"{site}{prefix}{bare}") for code, prefix in PREFIXES.items()]
    assert named == [*expected, ("x-default", f"{site}{bare}")]
