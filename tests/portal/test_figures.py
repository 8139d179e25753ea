"""The figures as a reader, or a reader's screen reader, gets them."""

import re
from datetime import date

import pytest
from django.template import Context, Template
from django.utils import translation

from portal.figures import (
    AxisPoint,
    ChainLink,
    ClothRow,
    Loom,
    LoomRow,
    LoomStop,
    Strand,
    ThreadCell,
    ThreadColumn,
    ThreadRow,
    Threads,
)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def render(text, **context):
    return Template("{% load figures %}" + text).render(Context(context))


def test_the_cloth_tells_its_numbers_even_of_what_it_does_not_draw():
    rows = [ClothRow(str(year), "Khăm Muộn", ("done",)) for year in range(2015, 2022)]
    page = render(
        "{% cloth rows %}", rows=[*rows, ClothRow("2022", "", ("none",) * 40)]
    )
    assert (
        'aria-label="Summits: 8. Agreed clauses: 47. 7 completed, 40 no information"'
        in page
    )
    assert page.count("<use") == 4 + 11
    assert re.findall(r'id="(c-\w+)"', page) == ["c-done", "c-none"]


def test_a_summit_with_unknown_clauses_says_so_on_the_cloth():
    page = render("{% cloth rows %}", rows=[ClothRow("2021", "Khăm Muộn")])
    assert page.count("clauses not known") == 1
    assert 'aria-label="Summits: 1. Agreed clauses: 0."' in page


def test_a_cloth_of_nothing_is_a_sentence():
    page = render("{% cloth rows %}", rows=[])
    assert "No summit has been recorded yet." in page
    assert "<svg" not in page


def test_the_loom_is_a_table_of_pairs_by_year():
    stop = LoomStop("18/12/2021", "announced", "Cầu Treo", "/summits/x/", "2021-12-18")
    row = LoomRow(
        "Hà Tĩnh – Khăm Muộn", "/partnerships/x/", ((), (stop,), ()), "ຄຳມ່ວນ", "lo"
    )
    page = render("{% loom figure %}", figure=Loom((2019, 2021, 2023), (row,)))
    assert re.findall(r'<th scope="col">(\d+)</th>', page) == ["2019", "2021", "2023"]
    assert re.findall(r'<td class="([^"]*)"', page) == ["bare", "void", "void last"]
    times = re.findall(r'datetime="([^"]+)"\s*>(.*?)</time>', page)
    assert times == [("2021-12-18", "18/12/2021")]
    assert 'lang="lo"' in page
    assert re.findall(r"No source for \d+", page) == [
        "No source for 2019",
        "No source for 2023",
    ]
    assert re.findall(r'class="node ?(\w*)"', page) == ["planned"]


def test_the_axis_tells_its_meetings_in_words():
    points = [
        AxisPoint(date(2019, 12, 25), "25/12/2019", "Pạc Xăn", "signed"),
        AxisPoint(date(2021, 12, 18), "18/12/2021", "Cầu Treo", "held"),
    ]
    page = render("{% axis points %}", points=points)
    assert (
        'aria-label="Time axis of the meetings known: 25/12/2019 (signed); '
        '18/12/2021 (held)."'
    ) in page
    assert "about 24 months" in page
    assert page.count("<circle") == 2


def test_an_axis_of_nothing_leaves_no_trace():
    assert render("{% axis points %}", points=[]).strip() == ""


def test_the_threads_are_a_table_whose_cells_say_their_numbers():
    figure = Threads(
        (ThreadColumn("2019", "Pạc Xăn", "/minutes/a/"), ThreadColumn("2023")),
        (
            ThreadRow(
                "Health",
                (ThreadCell(("done", "none"), "/x/"), ThreadCell(("none",))),
                (Strand(0, 1, firm=True),),
                "/follow-up/?sector=health",
            ),
            ThreadRow("Border", (ThreadCell(), ThreadCell(("done",), "/y/"))),
        ),
    )
    page = render("{% threads figure %}", figure=figure)
    assert re.findall(r'<td class="(\w*)"', page) == ["out", "in", "", ""]
    assert re.findall(r'class="cell"[^>]*aria-label="([^"]+)"', page, re.DOTALL) == [
        "2 commitments: 1 completed, 1 no information",
        "1 commitment: 1 no information",
        "1 commitment: 1 completed",
    ]


def test_a_chain_breaks_where_only_an_editor_joined_it():
    links = [
        ChainLink("2019", "/a/"),
        ChainLink("2021", "/b/", firm=True),
        ChainLink("2023"),
    ]
    page = re.sub(r"\s+", " ", render("{% chain links %}", links=links))
    assert re.findall(r"<li( class=\"dash\")?\s?>", page) == [
        ' class="dash"',
        "",
        ' class="dash"',
    ]
    assert re.findall(r"<b ?>(\d+)</b>", page) == ["2023"]
