"""What axe finds on every kind of page, in the states that page_states tells."""

from __future__ import annotations

import pytest
from page_states import KINDS, audit
from playwright.sync_api import Browser


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on(browser: Browser, served: str, kind: str) -> None:
    assert audit(browser, served, kind) == []
