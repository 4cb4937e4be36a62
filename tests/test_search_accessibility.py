"""Search for everybody: axe, target sizes, forced colours."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from searching import FI, NARROW, SEARCH, SV, WIDE, scrolls_sideways, searched, typed

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "320"])
@pytest.mark.parametrize("lang", SEARCH)
def test_axe_finds_nothing(
    browser: Browser, served: str, lang: str, size: Any, scheme: Any
) -> None:
    context = browser.new_context(base_url=served, viewport=size, color_scheme=scheme)
    tab = context.new_page()
    query, home = ("perhekeskus", FI) if lang == "fi" else ("familjecenter", SV)
    rules = RULES if scheme == "light" else COLOUR_RULES
    typed(tab, home, query)
    assert violations(tab, rules) == []
    assert not scrolls_sideways(tab)
    searched(tab, query, lang)
    assert violations(tab, rules, without=".all-pages") == []
    assert not scrolls_sideways(tab)
    searched(tab, "qqxxzz zzxqw", lang, "&phase=phase-1")
    assert violations(tab, rules, without=".all-pages") == []
    context.close()


@pytest.mark.parametrize("lang", SEARCH)
def test_axe_finds_nothing_in_the_list(page: Page, lang: str) -> None:
    page.goto(SEARCH[lang])
    assert violations(page, RULES) == []


def violations(page: Page, rules: list[str], without: str = "none") -> list[str]:
    """What axe minds; the list takes it seconds, so it looks there only once."""
    page.evaluate(Axe().axe_script)
    result = page.evaluate(
        "([rules, without]) => axe.run({ exclude: [without] }, { runOnly: rules })",
        [rules, without],
    )
    assert result["passes"]
    return [
        f"{violation['id']}: {[node['target'] for node in violation['nodes'][:3]]}"
        for violation in result["violations"]
    ]


def test_targets_are_large_enough(page: Page) -> None:
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        typed(page, FI, "perhekeskus")
        assert too_small(page, ".search-all a, .search button, .search input") == []
        searched(page, "perhekeskus")
        assert too_small(page, "main input, main select, main button, .letters a") == []
        assert too_small(page, ".result-title, .result-section, .all-pages li") == []


def too_small(page: Page, selector: str) -> list[str]:
    return page.locator(selector).evaluate_all(
        """elements => elements.filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width && (width < 24 || height < 24);
        }).map((element) => element.outerHTML)"""
    )


def test_marks_are_seen_in_forced_colours(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served, forced_colors="active")
    tab = context.new_page()
    searched(tab, "perhekeskus")
    mark = tab.locator("mark").first
    ground = "element => getComputedStyle(element).backgroundColor"
    assert mark.evaluate(ground) != tab.locator("body").evaluate(ground)
    context.close()
