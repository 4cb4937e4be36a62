"""The timeline across a page: years run to the right, events fly above the phases like flags.

No words ever meet, however long they are. A flag stands above all flags that begin under it, so
that neither its words nor its pole touch theirs; a year is as long as the words in its phase need;
and what reaches beyond the right edge makes the whole picture wider.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from kb.directives.drawing.layout import EDGE, PAD
from kb.directives.drawing.shapes import LINE, Box, Label, label, width_of, wrap
from kb.directives.drawing.time_axis import Moment, PhaseBar, Stretch

WIDTH = 1000
"""At least; a desk shows it a little larger than drawn."""

_ROOM = 124
"""What an event's words get before they take a new line."""
_BESIDE = 6
_BETWEEN = 7
_LIFT = 12
_ROW_GAP = 5
_DOT_RADIUS = 4


@dataclass(frozen=True, slots=True)
class Flag:
    """An event: a dot at its day, a pole up from it, and its words beside the pole's top."""

    x: float
    foot: float
    day: Label
    title: Label


@dataclass(frozen=True, slots=True)
class AcrossTimeline:
    """The whole picture; `ticks` are the places of the turns of the years that `years` name."""

    width: float
    height: float
    years: tuple[Label, ...]
    ticks: tuple[float, ...]
    ground: float
    """The height of the ticks."""
    bars: tuple[PhaseBar, ...]
    flags: tuple[Flag, ...]


def timeline_across(stretches: Sequence[Stretch], moments: Sequence[Moment]) -> AcrossTimeline:
    """The phases in as few rows as they fit in, the events above, the years below."""
    axis = _Axis(stretches, moments)
    flags = _flags(moments, axis)
    sky = -min((flag.day.top for flag in flags), default=0.0)
    flags = [_lowered(flag, sky) for flag in flags]
    bars = _bars(stretches, axis, sky + _DOT_RADIUS)
    ground = max(bar.box.bottom for bar in bars) + _ROW_GAP
    turns = range(ceil(axis.start), floor(axis.end) + 1, axis.step)
    years = [Label(axis(turn) + 4, ground + 2, (str(turn),)) for turn in turns]
    words = [*years, *(flag.day for flag in flags), *(flag.title for flag in flags)]
    return AcrossTimeline(
        width=max([WIDTH, axis(axis.end) + EDGE, *(one.box.right for one in words)]),
        height=ground + 2 + LINE,
        years=tuple(years),
        ticks=tuple(axis(turn) for turn in turns),
        ground=ground,
        bars=tuple(bars),
        flags=tuple(flags),
    )


class _Axis:
    """Years to places; a year is long enough for the words of every phase."""

    def __init__(self, stretches: Sequence[Stretch], moments: Sequence[Moment]) -> None:
        days = [moment.at for moment in moments]
        self.start = min([stretch.start for stretch in stretches] + days)
        self.end = max([stretch.end for stretch in stretches] + days)
        usual = (WIDTH - 2 * (EDGE + _DOT_RADIUS)) / (self.end - self.start)
        self.year = max([usual, *(need for one in stretches for need in _needs(one))])
        self.step = ceil((width_of("2000") + 2 * PAD) / self.year)
        """Every how many years there is room to write one."""

    def __call__(self, year: float) -> float:
        return round(EDGE + _DOT_RADIUS + (year - self.start) * self.year, 1)


def _needs(stretch: Stretch) -> Iterable[float]:
    """How long a year must be for the longest words of a phase, and of what it went on with."""
    planned = stretch.planned_end or stretch.end
    yield max(map(_longest, stretch.words)) / (planned - stretch.start)
    if planned != stretch.end:
        yield _longest(stretch.continued) / (stretch.end - planned)


def _longest(text: str) -> float:
    """The room that the longest word takes in a bar."""
    return max(map(width_of, wrap(text, 0))) + 2 * PAD + 3


def _flags(moments: Sequence[Moment], axis: _Axis) -> list[Flag]:
    """The events at heights counted from the phases, so that up is negative."""
    flags: list[Flag] = []
    for moment in reversed(moments):
        x = axis(moment.at)
        day = Label(x + _BESIDE, 0, (moment.day,), bold=True)
        title = label(x + _BESIDE, LINE, moment.title, _ROOM)
        right = max(day.box.right, title.box.right) + _BETWEEN
        under = [other.day.top - _BETWEEN for other in flags if other.x < right]
        top = min([*under, -_LIFT]) - title.box.bottom
        flags.append(_lowered(Flag(x, -top, day, title), top))
    return flags[::-1]


def _lowered(flag: Flag, by: float) -> Flag:
    day = replace(flag.day, top=flag.day.top + by)
    title = replace(flag.title, top=flag.title.top + by)
    return Flag(flag.x, flag.foot + by, day, title)


def _bars(stretches: Sequence[Stretch], axis: _Axis, top: float) -> list[PhaseBar]:
    """Each phase in the first row that is free when it begins, in the order of the phases."""
    rows: list[list[int]] = []
    for at, stretch in enumerate(stretches):
        free = [row for row in rows if stretches[row[-1]].end <= stretch.start]
        if free:
            free[0].append(at)
        else:
            rows.append([at])
    bars: dict[int, PhaseBar] = {}
    for row in rows:
        height = max(_height(stretches[at], axis) for at in row)
        bars |= {at: _bar(stretches[at], axis, top, height) for at in row}
        top += height + _ROW_GAP
    return [bars[at] for at in range(len(stretches))]


def _height(stretch: Stretch, axis: _Axis) -> float:
    bar = _bar(stretch, axis, 0, 0)
    words = [*bar.words, *([bar.beyond_words] if bar.beyond_words else [])]
    return max(one.box.bottom for one in words) + PAD


def _bar(stretch: Stretch, axis: _Axis, top: float, height: float) -> PhaseBar:
    planned = stretch.planned_end or stretch.end
    box = _box(axis(stretch.start), axis(planned), top, height)
    words: list[Label] = []
    for text in stretch.words:
        below = words[-1].box.bottom if words else top + PAD
        words.append(label(box.x + PAD, below, text, box.width - 2 * PAD))
    if planned == stretch.end:
        return PhaseBar(box, tuple(words))
    beyond = _box(axis(planned), axis(stretch.end), top, height)
    note = label(beyond.x + PAD, top + PAD, stretch.continued, beyond.width - 2 * PAD)
    return PhaseBar(box, tuple(words), beyond, note)


def _box(left: float, right: float, top: float, height: float) -> Box:
    return Box(left + 1, top, right - left - 2, height)
