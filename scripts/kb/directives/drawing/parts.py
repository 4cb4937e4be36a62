"""Bars made of parts that stand after each other, each below its words, all on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.directives.drawing.layout import EDGE, GAP, PAD, WIDTH
from kb.directives.drawing.shapes import Box, Label, label

_BAR = 14


@dataclass(frozen=True, slots=True)
class Row:
    """What a bar is of, who says so, its words and the kind and size of each of its parts."""

    heading: str
    remark: str
    words: str
    parts: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class PartedBar:
    """A bar with its words above it; without parts it is words alone."""

    heading: Label
    remark: Label
    words: Label
    parts: tuple[tuple[str, Box], ...]

    @property
    def bottom(self) -> float:
        """Where the next one may start."""
        return (self.parts[-1][1] if self.parts else self.words.box).bottom


@dataclass(frozen=True, slots=True)
class PartedBars:
    """Rows below each other."""

    height: float
    rows: tuple[PartedBar, ...]


def parted_bars(rows: Sequence[Row]) -> PartedBars:
    """The bars of all rows; the longest is as long as the picture is wide."""
    longest = max((sum(size for _, size in row.parts) for row in rows), default=0)
    scale = (WIDTH - 2 * EDGE) / max(longest, 1)
    drawn: list[PartedBar] = []
    for row in rows:
        drawn.append(_row(row, drawn[-1].bottom + 2 * GAP if drawn else 0, scale))
    return PartedBars((drawn[-1].bottom if drawn else 0) + EDGE, tuple(drawn))


def _row(row: Row, y: float, scale: float) -> PartedBar:
    heading = label(EDGE, y, row.heading, WIDTH - PAD, bold=True)
    remark = label(EDGE, heading.box.bottom, row.remark, WIDTH - PAD)
    words = label(EDGE, remark.box.bottom, row.words, WIDTH - PAD)
    left, top = float(EDGE), words.box.bottom + 4
    parts = []
    for kind, size in row.parts:
        box = Box(left, top, size * scale, _BAR)
        parts.append((kind, box))
        left = box.right
    return PartedBar(heading, remark, words, tuple(parts))
