"""The picture of the timeline: years run downwards, phases to the left, events to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from kb.directives.drawing.layout import PAD, WIDTH
from kb.directives.drawing.shapes import LINE, Box, Label, label

YEAR = 66
"""Units that a year is long."""

_BAR_LEFT = 40
_BAR_WIDTH = 126
_DOT_RADIUS = 4
_WORDS_LEFT = 186
_BETWEEN = 7


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase in years with decimals; `planned_end` if it was another than `end`."""

    start: float
    end: float
    words: Sequence[str]
    planned_end: float | None = None
    continued: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """An event in years with decimals."""

    at: float
    day: str
    title: str


@dataclass(frozen=True, slots=True)
class PhaseBar:
    """A phase as planned, and what it went on with beyond the plan."""

    box: Box
    words: tuple[Label, ...]
    beyond: Box | None = None
    beyond_words: Label | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """An event: a dot at its day and its words, moved aside if another's stand there."""

    x: float
    y: float
    day: Label
    title: Label

    @property
    def elbow(self) -> tuple[float, float]:
        """Where the line from the dot meets the words."""
        return self.day.x - 3, self.day.top + LINE / 2


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole picture; `years` are labels, `ticks` the heights of the turns of the years."""

    height: float
    years: tuple[Label, ...]
    ticks: tuple[float, ...]
    bars: tuple[PhaseBar, ...]
    marks: tuple[Mark, ...]
    after: Label
    arrow: float
    """The height where the arrow into the time after the last phase begins."""


def timeline(stretches: Sequence[Stretch], moments: Sequence[Moment], after: str) -> Timeline:
    """The phases and events on one scale; `after` is written below the last phase."""
    axis = _Axis(min(stretch.start for stretch in stretches))
    end = max(stretch.end for stretch in stretches)
    turns = range(ceil(axis.origin), floor(end) + 1)
    years = [axis.origin, *(year for year in turns if year < end)]
    marks = _marks(moments, axis)
    below = label(_BAR_LEFT + PAD, axis(end) + 22, after, _BAR_WIDTH)
    lowest = max([below.box.bottom, *(mark.title.box.bottom for mark in marks)])
    return Timeline(
        height=lowest + 4,
        years=tuple(Label(0, axis(year) + 1, (str(floor(year)),)) for year in years),
        ticks=tuple(axis(year) for year in turns),
        bars=tuple(_bar(stretch, axis) for stretch in stretches),
        marks=tuple(marks),
        after=below,
        arrow=axis(end) + 4,
    )


class _Axis:
    """Years to heights; the first year is shown only as far as its label needs."""

    def __init__(self, start: float) -> None:
        self.origin = min(start, ceil(start) - (LINE + 4) / YEAR)

    def __call__(self, year: float) -> float:
        return round(2 + (year - self.origin) * YEAR, 1)


def _bar(stretch: Stretch, axis: _Axis) -> PhaseBar:
    end = stretch.planned_end or stretch.end
    box = _box(axis(stretch.start), axis(end))
    words: list[Label] = []
    for text in stretch.words:
        top = words[-1].box.bottom if words else box.y + 3
        words.append(label(_BAR_LEFT + PAD, top, text, _BAR_WIDTH - 2 * PAD))
    if end == stretch.end:
        return PhaseBar(box, tuple(words))
    beyond = _box(axis(end), axis(stretch.end))
    note = label(_BAR_LEFT + PAD, beyond.y + 3, stretch.continued, _BAR_WIDTH - 2 * PAD)
    return PhaseBar(box, tuple(words), beyond, note)


def _box(top: float, bottom: float) -> Box:
    return Box(_BAR_LEFT, top + 1, _BAR_WIDTH, bottom - top - 2)


def _marks(moments: Sequence[Moment], axis: _Axis) -> list[Mark]:
    room = WIDTH - _WORDS_LEFT
    titles = [label(_WORDS_LEFT, 0, moment.title, room) for moment in moments]
    heights = [LINE + title.box.height for title in titles]
    wanted = [axis(moment.at) - LINE / 2 for moment in moments]
    marks = []
    for moment, title, top in zip(moments, titles, spread(wanted, heights), strict=True):
        day = Label(_WORDS_LEFT, top, (moment.day,), bold=True)
        below = Label(_WORDS_LEFT, top + LINE, title.lines)
        marks.append(Mark(_BAR_LEFT + _BAR_WIDTH, axis(moment.at), day, below))
    return marks


def spread(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Tops in the same order, as near to the wanted ones as they can be without overlapping.

    Texts that would overlap form a block, and a block stands where its texts want to be on average.
    """
    blocks: list[_Block] = []
    for top, height in zip(wanted, heights, strict=True):
        blocks.append(_Block([top], [height + _BETWEEN]))
        while len(blocks) > 1 and blocks[-2].top + sum(blocks[-2].heights) > blocks[-1].top:
            last = blocks.pop()
            blocks[-1].join(last)
    return [top for block in blocks for top in block.tops()]


@dataclass(slots=True)
class _Block:
    wanted: list[float]
    heights: list[float]

    def join(self, other: _Block) -> None:
        self.wanted += other.wanted
        self.heights += other.heights

    @property
    def top(self) -> float:
        aims = [aim - above for aim, above in zip(self.wanted, self._above(), strict=True)]
        return max(0.0, sum(aims) / len(aims))

    def tops(self) -> list[float]:
        return [round(self.top + above, 1) for above in self._above()]

    def _above(self) -> list[float]:
        return [sum(self.heights[:n]) for n in range(len(self.heights))]
