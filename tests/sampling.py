"""Long trials: `make trials` tries all of what `make test` tries a part of.

Whatever imports this is tried whole there.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from itertools import cycle, islice, product
from typing import Any, TypeVar

T = TypeVar("T")

WHOLE = os.environ.get("TRIALS") == "whole"


def some(whole: Sequence[T], step: int) -> Sequence[T]:
    """All of them, or every so-manieth."""
    return whole if WHOLE else whole[::step]


def by_turns(kinds: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Every page of each kind, or one of each kind: the first and the second language by turns."""
    if WHOLE:
        return [(kind, path) for kind, paths in kinds.items() for path in paths]
    return [(kind, paths[turn % 2]) for turn, (kind, paths) in enumerate(kinds.items())]


def together(*choices: Collection[Any]) -> list[tuple[Any, ...]]:
    """All combinations of the choices, or so few that there still is each choice of each."""
    if WHOLE:
        return [*product(*choices)]
    longest = max(map(len, choices))
    return [*zip(*(islice(cycle(each), longest) for each in choices), strict=True)]
