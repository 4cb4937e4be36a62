"""One broken character or line of the real content is told at its line, and nothing false besides.

`make breaks` tries five hundred places; here are forty, in parts that run side by side.
"""

from __future__ import annotations

import pytest
from breaks import SEED, trials

pytestmark = pytest.mark.slow

PARTS = 4
EACH = 10


@pytest.mark.parametrize("part", range(PARTS))
def test_a_break_is_told_at_its_line_and_hides_nothing(part: int) -> None:
    verdicts = list(trials(EACH, SEED + part))
    assert [str(verdict) for verdict in verdicts if verdict.wrong] == []
    assert sum(bool(verdict.told) for verdict in verdicts) > EACH / 2
