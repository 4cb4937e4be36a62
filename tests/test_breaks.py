"""One broken character or line of the real content is told at its line, and nothing false besides.

`make breaks` tries five hundred places; here are some, in parts that run side by side.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from breaks import SEED, Trial, trial

pytestmark = pytest.mark.slow

PARTS = 2
EACH = 8


@pytest.fixture(scope="module")
def tried() -> Iterator[Trial]:
    """The content, found whole once for all parts."""
    with trial() as standing:
        yield standing


@pytest.mark.parametrize("part", range(PARTS))
def test_a_break_is_told_at_its_line_and_hides_nothing(tried: Trial, part: int) -> None:
    verdicts = list(tried.verdicts(EACH, SEED + part))
    assert [str(verdict) for verdict in verdicts if verdict.wrong] == []
    assert sum(bool(verdict.told) for verdict in verdicts) > EACH / 2
