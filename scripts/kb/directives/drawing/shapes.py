"""Rectangles and lettering of the pictures, in user units of an SVG; pure arithmetic.

A picture is drawn once for all screens, so words are measured here and not by the browser. The
widths are those of DejaVu Sans, the widest of the system fonts that our style sheet can meet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SOFT_HYPHEN = "\u00ad"
SIZE = 13
LINE = 16
_ASCENT = 0.8
_BOLD = 1.13

_EMS = {
    "iljI.,:;'|!": 0.34,
    "tf \u00a0": 0.4,
    "r-()/": 0.42,
    "sz–": 0.53,
    "ckvxy": 0.59,
    "mwMW": 0.98,
    SOFT_HYPHEN: 0.0,
}
_EM_OF = {letter: em for letters, em in _EMS.items() for letter in letters}
_CAPITAL, _OTHER = 0.76, 0.64

_PIECE = re.compile(r"(.+?)( |\u00ad|(?<=\w-)(?=\w)|$)")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `x` and `y` are its left top corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def overlaps(self, other: Box) -> bool:
        """True if the two share more than an edge."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text below each other; `x` is their start, middle or end, as `anchor` says."""

    x: float
    top: float
    lines: tuple[str, ...]
    bold: bool = False
    anchor: str = "start"

    @property
    def baselines(self) -> tuple[tuple[float, str], ...]:
        """Each line with the height that it is written on."""
        first = self.top + (LINE - SIZE) / 2 + SIZE * _ASCENT
        return tuple((round(first + LINE * n, 1), line) for n, line in enumerate(self.lines))

    @property
    def box(self) -> Box:
        """The room that the words take at most."""
        width = max(width_of(line, bold=self.bold) for line in self.lines)
        left = self.x - width * {"start": 0, "middle": 0.5, "end": 1}[self.anchor]
        return Box(left, self.top, width, LINE * len(self.lines))


def width_of(text: str, *, bold: bool = False) -> float:
    """The width that a text takes at most."""
    ems = sum(_EM_OF.get(c, _CAPITAL if c.isupper() else _OTHER) for c in text)
    return ems * SIZE * (_BOLD if bold else 1)


def wrap(text: str, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than `room`, broken at spaces, hyphens and soft hyphens."""
    lines, line, glue = [], "", ""
    for piece, after in _PIECE.findall(text):
        longer = line + glue.strip(SOFT_HYPHEN) + piece
        hyphen = "-" if after == SOFT_HYPHEN else ""
        if line and width_of(longer + hyphen, bold=bold) > room:
            lines.append(line + ("-" if glue == SOFT_HYPHEN else ""))
            line = piece
        else:
            line = longer
        glue = after
    return (*lines, line)


def label(x: float, top: float, text: str, room: float, *, bold: bool = False) -> Label:
    """A text that starts at `x` and takes as many lines as it needs."""
    return Label(x, top, wrap(text, room, bold=bold), bold)
