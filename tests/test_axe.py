"""What axe finds on every kind of page, in the states that page_states tells."""

from __future__ import annotations

import pytest
from conftest import styled
from page_states import AUDITED, COLOURS, EVERY, KINDS, audit, give_axe, violations
from playwright.sync_api import Browser, Page


@pytest.mark.parametrize(
    ("kind", "path"), [(kind, path) for kind, paths in AUDITED.items() for path in paths]
)
def test_axe_finds_nothing_on(browser: Browser, served: str, kind: str, path: str) -> None:
    assert audit(browser, served, kind, path) == []


POOR = {
    "color-contrast": "dl:last-of-type > dt:last-of-type { color: #aaa }",
    "link-in-text-block": "main p:last-of-type a { color: #444; text-decoration: none }",
}


@pytest.mark.parametrize("rules", [EVERY, COLOURS], ids=["every rule", "colours"])
@pytest.mark.parametrize("rule", POOR)
def test_one_poor_colour_among_hundreds_is_found(page: Page, rule: str, rules: list[str]) -> None:
    """Of what is drawn alike axe looks at two: what is drawn otherwise is not among them."""
    page.goto(KINDS["glossary"][1])
    give_axe(page)
    assert violations(page, "main", rules) == []
    styled(page, POOR[rule])
    assert [found.partition(":")[0] for found in violations(page, "main", rules)] == [rule]
