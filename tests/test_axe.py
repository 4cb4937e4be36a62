"""What axe finds on every kind of page, in the states that page_states tells."""

from __future__ import annotations

import pytest
from page_states import AUDITED, audit
from playwright.sync_api import Browser


@pytest.mark.parametrize(
    ("kind", "path"), [(kind, path) for kind, paths in AUDITED.items() for path in paths]
)
def test_axe_finds_nothing_on(browser: Browser, served: str, kind: str, path: str) -> None:
    assert audit(browser, served, kind, path) == []
