"""What axe found while the other tests of the browser ran, which started it."""

from __future__ import annotations

from concurrent.futures import Future

import pytest
from page_states import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on(audits: dict[str, Future[list[str]]], kind: str) -> None:
    assert audits[kind].result() == []
