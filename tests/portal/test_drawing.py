"""Where things stand on the figures."""

from datetime import date

from portal.drawing import (
    AXIS_MARGIN,
    AXIS_WIDTH,
    BAR_GAP,
    BAR_LEAST,
    BAR_WIDTH,
    bar_segments,
    label_lines,
    latest,
    loom_cells,
    proportional,
    strand_classes,
    woven,
)
from portal.figures import (
    AxisPoint,
    ClothRow,
    Distribution,
    Loom,
    LoomRow,
    LoomStop,
    Share,
    Strand,
)


def distribution(**counts):
    return Distribution(tuple(Share(sign, n) for sign, n in counts.items()))


def test_the_bar_is_divided_by_the_counts():
    halves = bar_segments(distribution(done=5, none=5))
    assert [(s.sign, s.x, s.width) for s in halves] == [
        ("done", 0.0, 298.5),
        ("none", 301.5, 298.5),
    ]


def test_what_is_rare_stays_visible_on_the_bar():
    segments = bar_segments(distribution(done=1, stalled=1, none=100_000))
    assert [s.width for s in segments[:2]] == [BAR_LEAST, BAR_LEAST]
    assert sum(s.width for s in segments) == BAR_WIDTH - 2 * BAR_GAP


def test_a_sign_nobody_bears_has_no_place_on_the_bar():
    assert [s.sign for s in bar_segments(distribution(done=0, none=3))] == ["none"]
    assert bar_segments(distribution(done=0)) == ()
    assert bar_segments(Distribution()) == ()


def test_signs_are_counted_in_the_order_from_finished_to_unknown():
    counted = Distribution.of(["none", "done", "none"])
    assert [(s.sign, s.count) for s in counted.seen] == [("done", 1), ("none", 2)]
    assert counted.total == 3
    assert counted.signs == ("done", "none", "none")


def test_six_diamonds_fill_a_line_of_the_cloth():
    cloth = woven([ClothRow("30/3/2023", "Bolikhămxay", ("none",) * 7)])
    assert [(d.x, d.y) for d in cloth.rows[0].diamonds] == [
        *[(139 + 54 * i, 30) for i in range(6)],
        (139, 84),
    ]
    assert cloth.height == 30 + 2 * 54 - 24


def test_the_cloth_shows_the_latest_five_summits_with_the_newest_at_the_foot():
    rows = [ClothRow(str(year), "", ("done",)) for year in range(2015, 2022)]
    cloth = woven(rows)
    assert [row.date.text for row in cloth.rows] == [
        "2017",
        "2018",
        "2019",
        "2020",
        "2021",
    ]
    assert [row.diamonds[0].y for row in cloth.rows] == [30, 84, 138, 192, 246]


def test_a_long_summit_says_how_many_diamonds_had_no_room():
    row = woven([ClothRow("2023", "", ("done",) * 40)]).rows[0]
    assert len(row.diamonds) == 11
    assert (row.more.text, row.more.x, row.more.y) == ("+29", 409, 89)
    assert woven([ClothRow("2023", "", ("done",) * 12)]).rows[0].more is None


def test_a_summit_whose_clauses_nobody_knows_is_a_bare_row():
    first, second = woven(
        [ClothRow("2021", "Khăm Muộn"), ClothRow("2023", "", ("done",))]
    ).rows
    assert (first.bare_y, first.diamonds) == (30, ())
    assert (second.bare_y, second.diamonds[0].y) == (None, 84)


def test_a_cloth_of_nothing_has_no_rows():
    assert woven([]).rows == ()
    assert woven([]).signs == ()


def test_each_sign_on_the_cloth_is_drawn_once():
    rows = [ClothRow("1", "", ("none", "done")), ClothRow("2", "", ("done", "none"))]
    assert woven(rows).signs == ("none", "done")


def test_a_long_name_breaks_at_its_spaces_and_loses_no_letter():
    assert label_lines("Khăm Muộn") == ("Khăm Muộn",)
    assert label_lines("Thành phố Hồ Chí Minh") == ("Thành phố Hồ", "Chí Minh")
    assert label_lines("Nakhonphanomprovince Thailand") == (
        "Nakhonphanomprovince",
        "Thailand",
    )
    assert label_lines("") == ()


def stops(*signs):
    return tuple((LoomStop("x", sign),) if sign else () for sign in signs)


def threads_of(*signs):
    row = LoomRow("A – B", "/", stops(*signs))
    return [cell.thread for cell in loom_cells(row, range(len(signs)))]


def test_the_thread_is_solid_between_meetings_that_took_place():
    assert threads_of("signed", "held", "signed") == ["", "", ""]


def test_the_thread_is_broken_towards_and_from_what_is_only_announced():
    assert threads_of("signed", "announced", "held") == ["dash", "void", ""]
    assert threads_of("signed", "", "") == ["dash", "void", "void"]


def test_there_is_no_thread_before_the_first_meeting_known():
    assert threads_of("", "", "held") == ["bare", "bare", ""]


def test_the_loom_keeps_the_latest_five_years_and_eight_pairs():
    years = tuple(range(2015, 2022))
    row = LoomRow("A – B", "/", stops(*["held"] * 6, "signed"), "ກ", "lo")
    shown = latest(Loom(years, (row,) * 10))
    assert shown.years == (2017, 2018, 2019, 2020, 2021)
    assert len(shown.rows) == 8
    assert [cell[0].sign for cell in shown.rows[0].years] == ["held"] * 4 + ["signed"]
    assert (shown.rows[0].subtitle, shown.rows[0].subtitle_language) == ("ກ", "lo")


def meeting(day, sign="signed", *, exact=True):
    return AxisPoint(date.fromisoformat(day), day, "", sign, exact=exact)


def test_meetings_stand_in_proportion_to_their_days():
    axis = proportional(
        [meeting("2021-01-11"), meeting("2021-01-01"), meeting("2021-01-21")]
    )
    assert [mark.x for mark in axis.marks] == [
        AXIS_MARGIN,
        AXIS_WIDTH // 2,
        AXIS_WIDTH - AXIS_MARGIN,
    ]
    assert axis.thread == (AXIS_MARGIN, AXIS_WIDTH - AXIS_MARGIN)


def test_a_single_meeting_stands_in_the_middle_without_a_thread():
    axis = proportional([meeting("2021-12-18")])
    assert [mark.x for mark in axis.marks] == [AXIS_WIDTH // 2]
    assert (axis.thread, axis.ticks, axis.gaps) == (None, (), ())


def test_an_axis_of_nothing_is_empty():
    assert proportional([]).marks == ()


def test_labels_that_would_touch_rise_to_a_second_row_and_a_third_is_left_out():
    axis = proportional(
        [
            meeting("2021-01-01"),
            meeting("2021-01-05"),
            meeting("2021-01-09"),
            meeting("2023-12-31"),
        ]
    )
    assert [mark.tier for mark in axis.marks] == [0, 1, None, 0]
    assert axis.y - axis.marks[0].label_y == 52
    assert axis.y - axis.marks[1].label_y == 98
    assert [mark.x for mark in axis.labelled] == [110, 113, 1010]


def test_other_events_are_marked_but_not_labelled():
    axis = proportional(
        [meeting("2021-01-01"), AxisPoint(date(2021, 5, 1)), meeting("2022-01-01")]
    )
    assert [(m.look, m.radius, m.tier) for m in axis.marks] == [
        ("nd", 13, 0),
        ("ev2", 6, None),
        ("nd", 13, 0),
    ]
    assert len(axis.meetings) == 2


def test_what_took_place_looks_different_from_what_was_only_announced():
    axis = proportional(
        [
            meeting("2020-01-01", "held"),
            meeting("2021-01-01", "announced"),
            meeting("2022-01-01", "signed"),
        ]
    )
    assert [mark.look for mark in axis.marks] == ["nd2", "nd3", "nd"]


def test_each_first_of_january_on_the_axis_is_a_tick():
    axis = proportional([meeting("2019-12-25"), meeting("2023-03-30")])
    assert [tick.year for tick in axis.ticks] == [2020, 2021, 2022, 2023]
    xs = [tick.x for tick in axis.ticks]
    assert xs == sorted(xs)


def test_a_century_does_not_crowd_the_axis_with_ticks():
    axis = proportional([meeting("1925-01-01"), meeting("2025-01-01")])
    assert [tick.year for tick in axis.ticks][:3] == [1925, 1931, 1937]


def test_the_gap_between_two_exact_days_is_told_in_months():
    axis = proportional([meeting("2019-12-25"), meeting("2021-12-18")])
    assert [(gap.x, gap.months) for gap in axis.gaps] == [(560, 24)]


def test_no_gap_is_told_from_a_date_known_in_part():
    axis = proportional([meeting("2019-01-01", exact=False), meeting("2021-12-18")])
    assert axis.gaps == ()


def test_a_strand_leaves_one_column_crosses_the_next_and_reaches_its_end():
    assert strand_classes(3, [Strand(0, 2)]) == ("outd", "thrud", "ind")
    assert strand_classes(3, [Strand(0, 1, firm=True), Strand(1, 2)]) == (
        "out",
        "in outd",
        "ind",
    )
    assert strand_classes(2, []) == ("", "")


def test_a_strand_the_source_states_wins_over_one_an_editor_drew():
    strands = [Strand(0, 1, firm=True), Strand(0, 1)]
    assert strand_classes(2, strands) == ("out", "in")
