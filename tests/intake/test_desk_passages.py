"""An article cut at the edges of its passages: every letter kept, no link in another"""

from unicodedata import normalize

from intake.desk.passages import passages_of
from intake.models import Suggestion
from tests.make import EMPTY_FACTS

TEXT = (
    "Hội nghị cấp cao ngày 18/12\n"
    "\n"
    "Sáng ngày 18/12, tại Cầu Treo, Hà Tĩnh họp với Bôlykhămxay.\n"
    "Ảnh: hai đoàn.\n"
    "Hai bên thống nhất mở đường, ký biên bản năm 2022.\n"
    "Đọc thêm\n"
    "Bài khác.\n"
)
SPELLINGS = {"VN-23": ["Hà Tĩnh"], "LA-BL": ["Bolikhămxay", "Bôlykhămxay"]}


def suggest(pk, kind, *quotes, **values):
    spans = [[TEXT.index(q), TEXT.index(q) + len(q)] for q in quotes]
    said = EMPTY_FACTS[kind] | values
    return Suggestion(pk=pk, kind=kind, values=said, spans=spans, quote=quotes[0])


def event(pk=1, **values):
    line = TEXT.split("\n")[2]
    given = {"date_as_printed": "18/12", "place": "Cầu Treo", "day_part": "morning"}
    return suggest(pk, "event", line, **given | values)


def told(passages):
    return [(TEXT[m.start : m.end], m.kind) for m in passages.marks]


def text_of(passages):
    paragraphs = [p for part in passages.parts for p in part.paragraphs]
    return ["".join(run.text for run in p.runs) for p in paragraphs]


def test_a_meeting_is_marked_by_its_day_its_place_and_its_provinces():
    passages = passages_of(TEXT, [event()], SPELLINGS)
    assert told(passages) == [
        ("Sáng ngày 18/12", "time"),
        ("Cầu Treo", "time"),
        ("Hà Tĩnh", "prov"),
        ("Bôlykhămxay", "prov"),
    ]
    assert passages.printed == {"VN-23": "Hà Tĩnh", "LA-BL": "Bôlykhămxay"}


def test_a_field_finds_its_passage_and_the_passage_its_field():
    passages = passages_of(TEXT, [event()], SPELLINGS)
    assert passages.of(1, "place").target == "f1-place"
    assert passages.of(1, "day_part") == passages.of(1, "date")
    assert passages.of(1, "status") == passages.of(1, "date")
    assert [m.anchor for m in passages.marks] == ["p1", "p2", "p3", "p4"]


def test_each_kind_of_fact_has_a_kind_of_passage():
    facts = [
        suggest(1, "person", "hai đoàn"),
        suggest(2, "document", "biên bản năm 2022", name_as_printed="biên bản"),
        suggest(3, "item", "Hai bên thống nhất mở đường", force="agreed"),
        suggest(4, "item", "Bài khác", force="proposed"),
        suggest(5, "item", "Đọc thêm", force="reported"),
    ]
    kinds = {m.fields[0]: m.kind for m in passages_of(TEXT, facts, {}).marks}
    assert kinds == {
        (1, "name"): "pers",
        (2, "name_as_printed"): "min",
        (3, "text"): "agr",
        (4, "text"): "evt",
        (5, "text"): "evt",
    }


def test_no_letter_is_lost_and_blank_lines_are_no_paragraphs():
    passages = passages_of(TEXT, [event()], SPELLINGS)
    assert text_of(passages) == [line for line in TEXT.split("\n") if line]
    numbers = [p.number for part in passages.parts for p in part.paragraphs]
    assert numbers == [1, 2, 3, 4, 5, 6]
    assert passages.of(1, "date").paragraph == 2


def test_passages_that_overlap_are_cut_and_the_narrowest_is_the_link():
    facts = [
        suggest(1, "item", "Hai bên thống nhất mở đường, ký biên bản năm 2022"),
        suggest(2, "document", "biên bản năm 2022"),
        suggest(3, "item", "mở đường, ký biên"),
    ]
    passages = passages_of(TEXT, facts, {})
    runs = passages.parts[0].paragraphs[3].runs
    cut = [(r.text, [m.fields[0][0] for m in r.marks]) for r in runs]
    assert cut == [
        ("Hai bên thống nhất ", [1]),
        ("mở đường, ký ", [3, 1]),
        ("biên", [3, 2, 1]),
        (" bản năm 2022", [2, 1]),
        (".", []),
    ]
    assert [[m.fields[0][0] for m in r.begun] for r in runs] == [[1], [3], [2], [], []]
    assert [[m.fields[0][0] for m in r.ended] for r in runs] == [
        [],
        [],
        [3],
        [2, 1],
        [],
    ]


def test_one_passage_of_two_meetings_is_marked_once():
    passages = passages_of(TEXT, [event(1), event(2)], {})
    day = passages.of(2, "date")
    assert day == passages.of(1, "date")
    assert day.fields == [(1, "date"), (1, "day_part"), (2, "date"), (2, "day_part")]


def test_a_passage_over_two_lines_is_shown_in_both():
    quote = "hai đoàn.\nHai bên thống nhất"
    passages = passages_of(TEXT, [suggest(1, "item", quote)], {})
    marked = [
        run.text for p in passages.parts[0].paragraphs for run in p.runs if run.marks
    ]
    assert marked == ["hai đoàn.", "Hai bên thống nhất"]


def test_what_follows_the_article_is_apart_and_numbered_on():
    end = TEXT.index("Đọc thêm")
    article, skipped = passages_of(TEXT, [], {}, body=[0, end]).parts
    assert (article.is_skipped, article.first, article.last) == (False, 1, 4)
    assert (skipped.is_skipped, skipped.first, skipped.last) == (True, 5, 6)


def test_title_and_captions_have_their_own_look():
    (part,) = passages_of(TEXT, [], {}).parts
    assert [p.look for p in part.paragraphs] == ["title", "", "cap", "", "", ""]


def test_evidence_chosen_by_hand_is_the_passage_of_its_field():
    at = TEXT.index("ngày 18/12")
    chosen = {(1, "date"): [[at, at + 10]]}
    passages = passages_of(TEXT, [event()], {}, chosen=chosen)
    assert passages.of(1, "date").start == at
    assert passages.of(1, "place").start == TEXT.index("Cầu Treo")


def test_offsets_count_letters_of_the_composed_text():
    apart = {"VN-23": [normalize("NFD", "Hà Tĩnh")]}
    fact = event(place=normalize("NFD", "Cầu Treo"))
    passages = passages_of(TEXT, [fact], apart)
    assert ("Cầu Treo", "time") in told(passages)
    assert ("Hà Tĩnh", "prov") in told(passages)


def test_a_span_beyond_the_text_is_passed_over():
    fact = Suggestion(
        pk=1, kind="item", values=EMPTY_FACTS["item"], spans=[[0, 9999]], quote=""
    )
    assert passages_of(TEXT, [fact], {}).marks == ()


def test_a_name_inside_a_longer_word_is_no_name():
    text = "Hà Tĩnhvà Hà Tĩnh họp ngày 18/12."
    fact = Suggestion(
        pk=1,
        kind="event",
        values=EMPTY_FACTS["event"] | {"date_as_printed": "18/12"},
        spans=[[0, len(text)]],
    )
    passages = passages_of(text, [fact], SPELLINGS)
    assert passages.of_field[1, "provinces"].start == text.rindex("Hà Tĩnh")
