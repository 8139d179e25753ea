"""The frame of every page: head, header, language switch, footer, error pages."""

import re

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import resolve, translate_url
from django.utils import translation

from sources.models import Basis

ERRORS = ("400", "403", "404", "410", "500", "503")


def page_at(path, text='{% extends "base.html" %}', **context):
    """Render a template as the page at an address, in that address's language."""
    request = RequestFactory().get(path)
    language = next((c for c in ("lo", "en") if path.startswith(f"/{c}/")), "vi")
    with translation.override(language):
        request.resolver_match = resolve(request.path_info)
        return Template(text).render(Context({"request": request, **context}))


def hrefs(page, marker="href"):
    return [
        link.replace("&amp;", "&") for link in re.findall(rf'{marker}="([^"]*)"', page)
    ]


@pytest.mark.parametrize("language", ["vi", "lo", "en"])
def test_a_page_names_its_language_and_marks_it_in_the_switch(language):
    path = translate_url("/summits/", language)
    page = page_at(path)
    assert f'<html lang="{language}">' in page
    current = re.findall(r'lang="(\w+)"\s+hreflang="\w+"\s+aria-current', page)
    assert current == [language, language]  # in the header and in the phone's menu


def test_the_switch_leads_to_the_same_page_and_query():
    page = page_at("/en/summits/?year=2021&year=2023")
    switch = page[page.index('<nav class="langs"') : page.index("</nav>")]
    assert hrefs(switch) == [
        "/summits/?year=2021&year=2023",
        "/lo/summits/?year=2021&year=2023",
        "/en/summits/?year=2021&year=2023",
    ]


def test_search_engines_are_told_of_the_other_languages():
    head = page_at("/lo/summits/").partition("</head>")[0]
    found = re.findall(r'hreflang="([\w-]+)"\s+href="([^"]+)"', head)
    assert found == [
        ("vi", "http://testserver/summits/"),
        ("lo", "http://testserver/lo/summits/"),
        ("en", "http://testserver/en/summits/"),
        ("x-default", "http://testserver/summits/"),
    ]


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("/summits/", "/summits/"),
        ("/partnerships/", "/partnerships/"),
        ("/provinces/", "/partnerships/"),
        ("/officials/", "/partnerships/"),
        ("/minutes/", "/minutes/"),
        ("/follow-up/", "/follow-up/"),
        ("/commitments/", "/follow-up/"),
        ("/api/docs/", "/api/docs/"),
        ("/", None),
        ("/sources/", None),
    ],
)
def test_the_menu_shows_which_part_of_the_site_one_is_in(path, section):
    page = page_at(path)
    nav = page[page.index('<nav class="main-nav"') :].partition("</nav>")[0]
    current = re.findall(r'href="([^"]+)"\s+aria-current="page"', nav)
    assert current == ([section] if section else [])


def test_the_header_searches_everywhere_but_on_the_home_page():
    assert page_at("/summits/").count('role="search"') == 1
    assert page_at("/sources/").count('role="search"') == 1
    assert page_at("/").count('role="search"') == 0


def test_skip_link_and_menu_button_reach_their_targets():
    page = page_at("/summits/")
    for target in [*hrefs(page, "popovertarget"), "content"]:
        assert page.count(f'id="{target}"') == 1
    assert '<a class="skip" href="#content">' in page


def test_every_glyph_used_by_the_frame_is_in_its_sprite():
    page = page_at("/summits/")
    used = {link[1:] for link in hrefs(page) if link.startswith(("#s-", "#i-", "#b-"))}
    assert {name for name in used if f'id="{name}"' not in page} == set()
    assert {f"b-{basis}" for basis in Basis.values} <= set(hrefs(page, "symbol id"))


@pytest.mark.parametrize("language", ["vi", "lo", "en"])
@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_has_one_heading_and_no_dead_link(name, language):
    request = RequestFactory().get(f"/{language}/nowhere/")
    with translation.override(language):
        page = render_to_string(f"{name}.html", {}, request)
        links = {link.partition("?")[0] for link in hrefs(page, r"<a\s[^>]*?href")}
        assert page.count("<h1>") == 1
        switch = {f"/{code}/nowhere/" for code in ("lo", "en")} | {"/nowhere/"}
        for link in links - switch - {"#content"}:
            resolve(link)


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_needs_no_request(name):
    assert "<h1>" in render_to_string(f"{name}.html")


@pytest.mark.django_db
def test_an_unknown_address_answers_with_help_in_its_language(client):
    with translation.override("en"):
        response = client.get("/en/nowhere/")
    page = response.content.decode()
    assert response.status_code == 404
    assert "<h1>Page not found</h1>" in page
    assert 'action="/en/search/"' in page
    assert "noindex" in page


def test_a_refused_question_says_what_is_accepted():
    problems = ["“sectr” is no filter. Use one of: sector, year. <b>"]
    page = render_to_string("400.html", {"problems": problems})
    assert "<li>“sectr” is no filter. Use one of: sector, year. &lt;b&gt;</li>" in page


def test_crumbs_lead_back_and_end_where_one_is():
    page = page_at(
        "/en/summits/",
        '{% load page %}{% crumbs "Summits" "/en/summits/" "30/3/2023" %}',
    )
    assert hrefs(page) == ["/en/", "/en/summits/"]
    assert re.findall(r'<li aria-current="page">(.*?)</li>', page) == ["30/3/2023"]


def test_a_list_links_its_own_question_in_every_format():
    page = page_at(
        "/en/commitments/?sector=health",
        '{% load page %}{% formats "/api/v1/commitments/" %}',
    )
    assert hrefs(page) == [
        *(
            f"/api/v1/commitments/?sector=health&format={name}"
            for name in ("json", "csv", "xlsx")
        ),
        "/en/feeds/commitments.atom?sector=health",
    ]


def test_the_head_of_a_list_names_its_feeds():
    head = page_at("/lo/summits/?year=2021&page=2").partition("</head>")[0]
    found = re.findall(r'type="([\w/+]+)"\s+title="\w+"\s+href="([^"]+)"', head)
    assert found == [
        ("application/atom+xml", "/lo/feeds/summits.atom?year=2021"),
        ("text/calendar", "/lo/feeds/summits.ics?year=2021"),
    ]
