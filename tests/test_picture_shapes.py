"""What a picture is made of: lettering, bars, tiles, axis and cards say what the numbers say."""

from __future__ import annotations

from itertools import combinations
from typing import TypeVar

import pytest
from builders import real_content
from drawings import drawing, parts, within
from hypothesis import given, settings
from hypothesis import strategies as st
from kb.directives.drawing.layout import (
    WIDTH,
    CardWords,
    Share,
    Sum,
    bars,
    shares,
)
from kb.directives.drawing.parts import Row, parted_bars
from kb.directives.drawing.shapes import LINE, Box, Label, label, width_of, wrap
from kb.directives.drawing.time_across import AcrossTimeline, timeline_across
from kb.directives.drawing.time_axis import YEAR, Moment, Stretch, spread, timeline
from kb.directives.pictures import PICTURES
from kb.directives.pictures.timeline import across
from kb.model.people import Organisation
from kb.model.programme import Content, Grant
from kb.model.record import Record
from kb.text import Lang

R = TypeVar("R", bound=Record)


def shown_in(name: str, kind: type[R]) -> list[R]:
    """The records of a kind that a picture of the real content shows."""
    return [one for one in PICTURES[name].records(real_content()) if isinstance(one, kind)]


# Lettering


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 100, ("",)),
        ("Lappi", 80, ("Lappi",)),
        ("Pohjois-Savo", 80, ("Pohjois-", "Savo")),
        ("Pohjois-Savo", 200, ("Pohjois-Savo",)),
        ("Kymen\u00adlaakso", 80, ("Kymen-", "laakso")),
        ("Kymen\u00adlaakso", 200, ("Kymenlaakso",)),
        ("Mellersta Österbotten", 80, ("Mellersta", "Österbotten")),
        ("37,5\u00a0miljoonaa euroa", 110, ("37,5\u00a0miljoonaa", "euroa")),
        ("sote-keskus -ohjelma", 90, ("sote-keskus", "-ohjelma")),
        ("2020–2022", 20, ("2020–2022",)),
    ],
)
def test_words_are_broken_where_the_language_allows(text, room, lines):
    assert wrap(text, room) == lines


@pytest.mark.parametrize("text", ["perhekeskustoimintamalli", "missbrukartjänster", "140,9", "WM"])
def test_bold_letters_take_more_room_and_no_letter_is_free(text):
    assert width_of(text, bold=True) > width_of(text) > 0
    assert width_of(text + "i") > width_of(text)


def test_a_label_takes_the_room_of_its_longest_line():
    words = label(10, 20, "Etelä Pohjanmaa", 80)
    assert words.lines == ("Etelä", "Pohjanmaa")
    assert words.box == Box(10, 20, width_of("Pohjanmaa"), 2 * LINE)
    assert [line for _, line in words.baselines] == ["Etelä", "Pohjanmaa"]
    assert all(20 < y < 20 + 2 * LINE for y, _ in words.baselines)


@pytest.mark.parametrize(("anchor", "share"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_a_label_may_hang_from_its_start_its_middle_or_its_end(anchor, share):
    words = Label(100, 0, ("Lappi",), anchor=anchor)
    assert words.box.x == 100 - share * words.box.width


# Bars


def test_bars_start_at_zero_and_are_as_long_as_their_sums():
    euros = [37_500_000, 5_800_000, 140_900_000]
    drawn = bars([("A", [Sum(e, "summa", "2020", "mihin") for e in euros[:2]]),
                  ("B", [Sum(euros[2], "summa", "2020", "mihin")])])  # fmt: skip
    boxes = [bar.box for _, group, _ in drawn.groups for bar in group]
    assert {box.x for box in boxes} == {1}
    assert [box.width / boxes[2].width for box in boxes] == [e / euros[2] for e in euros]
    assert boxes[2].right == WIDTH - 1
    for _, group, zero in drawn.groups:
        assert zero.right == group[0].box.x
        assert zero.y <= group[0].box.y and zero.bottom >= group[-1].box.bottom


@pytest.mark.parametrize("lang", list(Lang))
def test_the_bars_of_the_site_are_as_long_as_its_sums(lang):
    drawn = [bar for _, group, _ in drawing("money", lang).groups for bar in group]
    shown = shown_in("money", Grant)
    grants = {grant.amount for grant in shown}
    assert len(drawn) == len(shown)
    unit = max(bar.box.width for bar in drawn) / max(grants)
    assert {round(bar.box.width / unit) for bar in drawn} == grants


def test_the_parts_of_a_bar_stand_after_each_other_on_the_scale_of_all_bars():
    divided = [("working", 117), ("preparing", 55), ("planned", 25)]
    rows = [("A", divided), ("B", [("whole", 100)]), ("C", [])]
    drawn = parted_bars([Row(name, "laskija", "luku", parts) for name, parts in rows]).rows
    boxes = [box for _, box in drawn[0].parts]
    assert [left.right for left in boxes[:-1]] == [right.x for right in boxes[1:]]
    assert (boxes[0].x, boxes[-1].right) == (1, pytest.approx(WIDTH - 1))
    unit = (WIDTH - 2) / 197
    assert [box.width for box in boxes] == pytest.approx([size * unit for _, size in divided])
    assert drawn[1].parts[0][1].width == pytest.approx(100 * unit)
    assert not drawn[2].parts


# Timeline


@pytest.mark.parametrize(
    ("wanted", "heights", "tops"),
    [
        ([0, 100], [20, 20], [0, 100]),
        ([10, 10], [20, 20], [0, 27]),
        ([100, 100], [20, 20], [86.5, 113.5]),
        ([100, 110, 400], [20, 20, 20], [91.5, 118.5, 400]),
    ],
)
def test_words_that_would_collide_make_room_for_each_other(wanted, heights, tops):
    assert spread(wanted, heights) == tops


def test_phases_are_as_long_as_their_years_and_the_plan_ends_where_it_was_to_end():
    first = Stretch(2017, 2019, ("Ensimmäinen",))
    second = Stretch(2020, 2024, ("Toinen",), planned_end=2023, continued="jatkui")
    drawn = timeline([first, second], [Moment(2020.5, "1.7.2020", "Haku")], "jälkeen")
    one, two = drawn.bars
    assert one.beyond is None
    assert two.beyond
    assert one.box.height == pytest.approx(2 * YEAR - 2, abs=0.2)
    assert two.box.height == pytest.approx(3 * YEAR - 2, abs=0.2)
    assert two.beyond.height == pytest.approx(YEAR - 2, abs=0.2)
    assert two.box.bottom <= two.beyond.y
    assert drawn.marks[0].y == pytest.approx(two.box.y - 1 + YEAR / 2, abs=0.2)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_second_phase_shows_its_planned_and_its_real_end_apart(lang):
    changed = [bar for bar in drawing("timeline", lang).bars if bar.beyond]
    assert len(changed) == 1
    assert "2022" in "".join(changed[0].words[-1].lines)
    assert "2023" in "".join(changed[0].beyond_words.lines)


# Timeline across a page


def nothing_meets(drawn: AcrossTimeline) -> None:
    """No words on others or over the edge, no pole through words, no words half in a bar."""
    labels = list(parts(drawn, Label))
    for words in labels:
        assert within(words.box, Box(0, 0, drawn.width, drawn.height)), words
    for one, other in combinations(labels, 2):
        assert not one.box.overlaps(other.box), (one, other)
    poles = [Box(f.x - 0.5, f.day.top, 1, f.foot - f.day.top) for f in drawn.flags]
    for pole in poles:
        assert not any(pole.overlaps(words.box) for words in labels)
    boxes = [box for bar in drawn.bars for box in (bar.box, bar.beyond) if box]
    for box in boxes:
        assert within(box, Box(0, 0, drawn.width, drawn.height))
        assert all(within(words.box, box) or not words.box.overlaps(box) for words in labels)
    for box, other in combinations(boxes, 2):
        assert not box.overlaps(other)


@pytest.mark.parametrize("lang", list(Lang))
def test_on_the_timeline_across_nothing_meets(lang):
    drawn = across(real_content(), lang)
    assert drawn
    assert len(drawn.flags) == len(drawing("timeline", lang).marks)
    nothing_meets(drawn)


WORDS = st.lists(st.text("aMW ", min_size=1, max_size=30), min_size=1, max_size=4).map(" ".join)
DAYS = st.floats(0, 9, allow_nan=False).map(lambda day: 2015 + round(day, 2))


@st.composite
def phases(draw):
    start = draw(DAYS)
    planned = start + draw(st.floats(0.1, 4))
    end = draw(st.sampled_from([planned, planned + 0.5]))
    words = (draw(WORDS), draw(WORDS))
    return Stretch(start, end, words, planned if planned != end else None, draw(WORDS))


@given(
    st.lists(phases(), min_size=1, max_size=5),
    st.lists(st.builds(Moment, DAYS, st.just("31.12.2023"), WORDS), max_size=12),
)
@settings(max_examples=60, deadline=None)
def test_nothing_meets_however_long_the_words_and_however_near_the_days(stretches, moments):
    in_order = sorted(moments, key=lambda moment: moment.at)
    nothing_meets(timeline_across(stretches, in_order))


def test_years_are_as_long_as_the_longest_name_needs_and_named_as_often_as_there_is_room():
    short = timeline_across([Stretch(2000, 2010, ("Vaihe",))], [])
    assert [year.lines[0] for year in short.years] == [str(year) for year in range(2000, 2011)]
    long = timeline_across([Stretch(2000, 2001, ("W" * 200,)), Stretch(2001, 2002, ("V",))], [])
    assert long.width > short.width
    century = timeline_across([Stretch(1900, 2000, ("Vaihe",))], [])
    assert 10 < len(century.years) < 30


# Columns


def test_a_card_for_both_columns_is_as_wide_as_the_picture():
    drawn = shares(["A", "B"], [Share("Osa", [CardWords("x")], [CardWords("y")], [CardWords("z")])])
    wide, left, right = drawn.cards
    assert (wide.box.x, wide.box.right) == (left.box.x, right.box.right)
    assert left.box.right < right.box.x
    assert left.box.y == right.box.y > wide.box.bottom


def test_what_the_facts_do_not_say_is_not_in_the_picture():
    without = {id for id, one in real_content().all(Organisation).items() if not one.part}
    shown = {one.id for one in shown_in("actors", Organisation)}
    assert shown
    assert not without & shown
    assert len([c for c in real_content().all(Content).values() if c.in_call_2020]) == 2
