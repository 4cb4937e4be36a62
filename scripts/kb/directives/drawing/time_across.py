"""The timeline across a page: years run to the right, events fly above the phases like flags.

No words ever meet, however long they are. A flag stands above all flags that begin under it, so
that neither its words nor its pole touch theirs; a year is as long as the words in its phase need;
and what reaches beyond the right edge makes the whole picture wider.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
    hung = _hung(moments, axis)
    sky = -min((top for _, _, top in hung), default=0.0)
    flags = tuple(_flag(x, title, moment, top + sky, sky)
                  for moment, (x, title, top) in zip(moments, hung, strict=True))  # fmt: skip
    bars = _bars(stretches, axis, sky)
    ground = max(bar.box.bottom for bar in bars) + _ROW_GAP
    turns = range(ceil(axis.start), floor(axis.end) + 1, axis.step)
    years = tuple(Label(axis(turn) + 4, ground + 2, (str(turn),)) for turn in turns)
    rights = [words.box.right for flag in flags for words in (flag.day, flag.title)]
    return AcrossTimeline(
        width=max(WIDTH, *rights, *(year.box.right for year in years), axis(axis.end) + EDGE),
        height=ground + 2 + LINE,
        years=years,
        ticks=tuple(axis(turn) for turn in turns),
        ground=ground,
        bars=bars,
        flags=flags,
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


def _hung(moments: Sequence[Moment], axis: _Axis) -> list[tuple[float, Label, float]]:
    """The place, the title and the top of each event's words, counted from the phases upwards."""
    placed: list[tuple[float, Label, float]] = []
    for moment in reversed(moments):
        x = axis(moment.at)
        title = label(x + _BESIDE, 0, moment.title, _ROOM)
        right = max(title.box.right, Label(x + _BESIDE, 0, (moment.day,), bold=True).box.right)
        under = [top for other, _, top in placed if other < right + _BETWEEN]
        bottom = min(under) - _BETWEEN if under else -_LIFT
        placed.append((x, title, bottom - LINE - title.box.height))
    return placed[::-1]


def _flag(x: float, title: Label, moment: Moment, top: float, foot: float) -> Flag:
    day = Label(title.x, top, (moment.day,), bold=True)
    return Flag(x, foot, day, Label(title.x, top + LINE, title.lines))


def _bars(stretches: Sequence[Stretch], axis: _Axis, sky: float) -> tuple[PhaseBar, ...]:
    """Each phase in the first row that is free when it begins."""
    rows: list[list[int]] = []
    for at, stretch in enumerate(stretches):
        free = (row for row in rows if stretches[row[-1]].end <= stretch.start)
        row = next(free, None)
        if row is None:
            rows.append([at])
        else:
            row.append(at)
    bars: dict[int, PhaseBar] = {}
    top = sky + _DOT_RADIUS
    for row in rows:
        high = max(_height(stretches[at], axis) for at in row)
        bars |= {at: _bar(stretches[at], axis, top, high) for at in row}
        top += high + _ROW_GAP
    return tuple(bars[at] for at in range(len(stretches)))


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
