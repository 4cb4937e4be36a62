"""Where everything stands in the pictures: numbers and words in, rectangles and labels out.

All pictures are `WIDTH` units wide, so that on the narrowest screen a unit is nearly a pixel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.directives.drawing.shapes import Box, Label, label

WIDTH = 340
GAP = 8
PAD = 7


@dataclass(frozen=True, slots=True)
class CardWords:
    """The words of a card: its text and a remark below it."""

    text: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class TextCard:
    """A frame with words in it, and a remark below them."""

    box: Box
    words: Label
    remark: Label | None = None


def card(x: float, y: float, width: float, text: str, remark: str = "") -> TextCard:
    """A card as high as its words need."""
    room = width - 2 * PAD
    words = label(x + PAD, y + PAD, text, room)
    note = label(x + PAD, words.box.bottom + 2, remark, room) if remark else None
    bottom = (note or words).box.bottom + PAD
    return TextCard(Box(x, y, width, bottom - y), words, note)


def stack(x: float, y: float, width: float, texts: Sequence[CardWords]) -> list[TextCard]:
    """Cards below each other."""
    cards: list[TextCard] = []
    for one in texts:
        top = cards[-1].box.bottom + GAP if cards else y
        cards.append(card(x, top, width, one.text, one.remark))
    return cards


def _bottom(cards: Sequence[TextCard], otherwise: float) -> float:
    return max([card.box.bottom for card in cards], default=otherwise)


EDGE = 1
"""Half a frame's line stands outside its box."""

COLUMN = (WIDTH - 2 * EDGE - GAP) / 2
SECOND = EDGE + COLUMN + GAP


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns of cards; a card that belongs to both is as wide as the picture."""

    height: float
    headings: tuple[Label, ...]
    cards: tuple[TextCard, ...]


def side_by_side(heads: Sequence[str], texts: Sequence[Sequence[CardWords]]) -> Columns:
    """A heading and a stack of cards for each of the two columns, left one first."""
    headings = [
        label(x, 0, head, COLUMN, bold=True) for x, head in zip((EDGE, SECOND), heads, strict=True)
    ]
    top = max(heading.box.bottom for heading in headings) + GAP
    cards = [*stack(EDGE, top, COLUMN, texts[0]), *stack(SECOND, top, COLUMN, texts[1])]
    return Columns(_bottom(cards, top) + EDGE, tuple(headings), tuple(cards))


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the work, with those who had it in both columns and in one of them."""

    heading: str
    both: Sequence[CardWords]
    first: Sequence[CardWords]
    second: Sequence[CardWords]


def shares(heads: Sequence[str], parts: Sequence[Share]) -> Columns:
    """Headings of the columns, then each part with its cards, in the order of `Share`."""
    headings = [label(x, 0, head, COLUMN) for x, head in zip((EDGE, SECOND), heads, strict=True)]
    y = max(heading.box.bottom for heading in headings) + GAP
    cards: list[TextCard] = []
    for part in parts:
        headings.append(label(EDGE, y, part.heading, WIDTH - EDGE, bold=True))
        y = headings[-1].box.bottom + 4
        wide = stack(EDGE, y, WIDTH - 2 * EDGE, part.both)
        y = _bottom(wide, y - GAP) + GAP
        pair = [*stack(EDGE, y, COLUMN, part.first), *stack(SECOND, y, COLUMN, part.second)]
        y = _bottom(pair, y - GAP) + 2 * GAP
        cards += [*wide, *pair]
    return Columns(_bottom(cards, y) + EDGE, tuple(headings), tuple(cards))


_BAR = 12


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in words and in euros."""

    euros: int
    amount: str
    years: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from zero with its words above it."""

    box: Box
    amount: Label
    years: Label
    purpose: Label


@dataclass(frozen=True, slots=True)
class Bars:
    """Groups of bars on one scale, each with its heading and its line of zero."""

    height: float
    groups: tuple[tuple[Label, tuple[Bar, ...], Box], ...]


def bars(groups: Sequence[tuple[str, Sequence[Sum]]]) -> Bars:
    """The bars of all groups; the greatest sum is as long as the picture is wide."""
    greatest = max(one.euros for _, sums in groups for one in sums)
    y = 0.0
    drawn = []
    for heading, sums in groups:
        head = label(0, y, heading, WIDTH, bold=True)
        y = first = head.box.bottom + 6
        rows = []
        for one in sums:
            rows.append(_bar(one, y, (WIDTH - 2) / greatest))
            y = rows[-1].box.bottom + GAP
        drawn.append((head, tuple(rows), Box(0, first, 1, y - first)))
        y += 2 * GAP
    return Bars(y - 2 * GAP, tuple(drawn))


def _bar(one: Sum, y: float, scale: float) -> Bar:
    years = Label(WIDTH, y, (one.years,), anchor="end")
    amount = label(PAD, y, one.amount, years.box.x - 2 * PAD, bold=True)
    purpose = label(PAD, amount.box.bottom, one.purpose, WIDTH - PAD)
    box = Box(1, purpose.box.bottom + 3, one.euros * scale, _BAR)
    return Bar(box, amount, years, purpose)
