"""Search for everybody: target sizes and forced colours; axe looks at it in test_axe."""

from __future__ import annotations

from playwright.sync_api import Browser, Page
from searching import FI, NARROW, WIDE, searched, typed


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
