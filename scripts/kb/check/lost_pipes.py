"""Where a table row has lost a pipe or has one too many, as far as the row itself shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_GAP = re.compile(r" {2,}")
_SHARED = 2
"""Rows whose cells end alike before that is taken for how the column's cells end."""


def likely_cells(cells: Sequence[str], others: Sequence[Sequence[str]], wanted: int) -> list[str]:
    """The cells as they should be; empty if nobody knows.

    Whoever deletes a pipe leaves the spaces around it. Otherwise the column may tell: its other
    cells end with the same word. A pipe too many has left an empty cell.
    """
    if len(cells) == wanted + 1 and cells.count("") == 1:
        return [cell for cell in cells if cell]
    if len(cells) != wanted - 1:
        return []
    found = [
        [*cells[:at], *halves, *cells[at + 1 :]]
        for at, cell in enumerate(cells)
        for halves in (*_at_gap(cell), *_at_ending(cell, [row[at] for row in others]))
    ]
    return found[0] if len(found) == 1 else []


def _at_gap(cell: str) -> list[tuple[str, str]]:
    gaps = list(_GAP.finditer(cell))
    return [(cell[: gap.start()], cell[gap.end() :]) for gap in gaps] if len(gaps) == 1 else []


def _at_ending(cell: str, column: Sequence[str]) -> list[tuple[str, str]]:
    """The cell cut after the word that the column's cells end with."""
    if _GAP.search(cell) or not column:
        return []
    word, count = Counter(one.rpartition(" ")[2] for one in column).most_common(1)[0]
    before, found, after = cell.partition(f" {word} ")
    is_sure = bool(word and found and before and after and f" {word} " not in f" {after} ")
    return [(before + found.rstrip(), after)] if is_sure and count >= _SHARED else []
