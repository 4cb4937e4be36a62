"""From the home page to a source by keyboard alone; at each stop the reader sees where she is."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

SIZES = {"wide": {"width": 1280, "height": 800}, "narrow": {"width": 390, "height": 800}}
SEEN = """element => {
  const box = element.getClientRects()[0];  // of a link over two lines, the first of them
  const style = getComputedStyle(element);
  const inside = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    uncovered: element.contains(inside) || Boolean(inside && inside.contains(element)),
  };
}"""


def stops(page: Page, selector: str, limit: int) -> int:
    """Presses of Tab until the first such element has the focus, seen and not covered."""
    for pressed in range(1, limit + 1):
        page.keyboard.press("Tab")
        here = page.locator(":focus")
        if here.count() and here.evaluate("(element, one) => element.matches(one)", selector):
            assert here.evaluate(SEEN) == {"outlined": True, "uncovered": True}, selector
            return pressed
    raise AssertionError(f"{limit} presses of Tab do not reach {selector} on {page.url}")


ARTICLES = ("teemat/perhekeskus/", "sv/teman/familjecenter/", "alueet/kainuu/")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", ARTICLES)
def test_the_menu_of_the_section_is_near(page: Page, path: str, size: str) -> None:
    """By Tab alone within 15 presses, and by the second link past the header at once."""
    page.set_viewport_size(SIZES[size])
    page.goto(path)
    stops(page, "nav.section :is(a, summary)", 15)
    page.goto(path)
    stops(page, ".skip[href='#section-menu']", 2)
    page.keyboard.press("Enter")
    expect(page.locator("#section-menu")).to_be_focused()
    stops(page, "nav.section :is(a, summary)", 1)


@pytest.mark.parametrize("path", ["", "haku/", "sv/", *ARTICLES])
def test_easy_language_is_named_in_the_header(page: Page, path: str) -> None:
    page.set_viewport_size(SIZES["narrow"])
    page.goto(path or "./")
    name = "Lätt språk" if path.startswith("sv/") else "Selkokieli"
    page.get_by_role("banner").get_by_role("link", name=name, exact=True).click()
    expect(page.locator("article")).to_have_class(re.compile(r"\beasy\b"))
    expect(page.locator(".languages a[aria-current]")).to_have_text(name)


def follow(page: Page, selector: str, limit: int, address: str) -> None:
    stops(page, selector, limit)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(address))


@pytest.mark.parametrize("size", SIZES)
def test_from_home_to_a_source_by_keyboard(page: Page, size: str) -> None:
    page.set_viewport_size(SIZES[size])
    page.goto("./")
    if size == "narrow":
        stops(page, ".menu > summary", 12)
        page.keyboard.press("Enter")
    stops(page, ".main-menu .group > summary", 12)
    page.keyboard.press("Enter")
    follow(page, ".main-menu a[href$='teemat/']", 8, "/teemat/$")
    stops(page, ".skip", 1)
    page.keyboard.press("Enter")
    follow(page, "main a[href$='/perhekeskus/'], main a[href='perhekeskus/']", 40, "/perhekeskus/$")
    follow(page, ".languages a[lang=sv]", 5, "/sv/teman/familjecenter/")
    assert page.locator("html").get_attribute("lang") == "sv"
    stops(page, "#q-header", 8)
    page.keyboard.type("barnrättsbaserad", delay=15)
    expect(page.locator(".search-panel .search-all a")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#search-options-0")).to_have_attribute("aria-selected", "true")
    title = page.locator(".search-panel .result-title, .search-panel a").first.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/sv/(?!teman/familjecenter/)"))
    expect(page.locator("h1")).to_have_text(title.strip().splitlines()[0])
    stops(page, ".skip", 1)
    page.keyboard.press("Enter")
    stops(page, "a.mark", 30)
    page.keyboard.press("Enter")
    expect(page.locator(".mark-sources")).to_be_visible()
    stops(page, ".mark-sources a[href^=http]", 1)
    page.keyboard.press("Escape")
    expect(page.locator(".mark-sources")).to_be_hidden()
    expect(page.locator("a.mark").first).to_be_focused()
