"""What axe finds on every kind of page, in the states that page_states tells.

`make trials` looks at every state of every page. Here each kind is looked at in one language and at
one width, by turns, and the article in every state.
"""

from __future__ import annotations

from itertools import cycle

import pytest
import sampling
from conftest import styled
from page_states import AUDITED, COLOURS, EVERY, KINDS, SIZES, WHOLE, audit, give_axe, violations
from playwright.sync_api import Browser, Page

# Two kinds at a desk and two on a phone: of either width both languages.
ONE = cycle([(1280,), (1280,), (390,), (390,)])
AUDITS = [
    (kind, path, tuple(SIZES) if sampling.WHOLE or kind == WHOLE else one)
    for (kind, path), one in zip(sampling.by_turns(AUDITED), ONE, strict=False)
]


@pytest.mark.parametrize(("kind", "path", "widths"), AUDITS, ids=str)
def test_axe_finds_nothing_on(
    browser: Browser, served: str, kind: str, path: str, widths: tuple[int, ...]
) -> None:
    assert audit(browser, served, kind, path, widths) == []


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
