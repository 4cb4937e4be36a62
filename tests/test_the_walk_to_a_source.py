"""A person's way from home to an original: her region, its money, its source; by hand and by key.

Everything is found by its role and its name, as somebody finds it who looks or listens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from sampling import together

SIZES = {"phone": {"width": 390, "height": 800}, "desk": {"width": 1280, "height": 800}}
NAMES = {
    "fi": {
        "region": "Uusimaa",
        "money": "summat koko maassa",
        "page": "Rahoitus",
        "sum": "Ensimmäisen vaiheen määräraha",
        "source": re.compile(r"^\d+ lähde"),
        "original": re.compile(r"^Avaa alkuperäinen"),
    },
    "sv": {
        "region": "Nyland",
        "money": "beloppen i hela landet",
        "page": "Finansiering",
        "sum": "Anslaget för den första fasen",
        "source": re.compile(r"^\d+ käll"),
        "original": re.compile(r"^Öppna originalet"),
    },
}
HOMES = {"fi": "./", "sv": "sv/"}
STEPS = 60
"""So many presses of Tab are asked of nobody between two stops."""
ELSEWHERE = re.compile(r"^https?://(?!127\.0\.0\.1)")


class Hand:
    """Follows what is named: by a tap or click."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, what: Locator) -> None:
        what.click()


class Keys(Hand):
    """Follows what is named: by Tab and Enter alone."""

    def press(self, what: Locator) -> None:
        target = what.element_handle()
        for _ in range(STEPS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("one => one === document.activeElement", target):
                self.page.keyboard.press("Enter")
                return
        raise AssertionError(f"{STEPS} presses of Tab do not reach {what} on {self.page.url}")


@pytest.fixture
def page(browser: Browser, served: str, size: str) -> Iterator[Page]:
    context = browser.new_context(base_url=served, viewport=SIZES[size])
    yield context.new_page()
    context.close()


def arrived(page: Page, heading: str) -> None:
    """The page says where she is, and all of it is on the screen."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


@pytest.mark.parametrize("lang", NAMES)
@pytest.mark.parametrize(("size", "way"), together(SIZES, (Hand, Keys)))
def test_home_region_money_source_original(page: Page, lang: str, way: type[Hand]) -> None:
    names, she = NAMES[lang], way(page)
    main = page.get_by_role("main")
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(content_type="text/html", body="<title>original</title>")

    page.context.route(ELSEWHERE, answer)
    page.goto(HOMES[lang])
    she.press(main.get_by_role("link", name=names["region"], exact=True))
    arrived(page, names["region"])
    she.press(main.get_by_role("link", name=names["money"]))
    arrived(page, names["page"])
    row = main.get_by_role("row").filter(has=page.get_by_role("link", name=names["sum"]))
    she.press(row.get_by_role("link", name=names["source"]))
    original = page.locator(":popover-open").get_by_role("link", name=names["original"]).first
    expect(original).to_be_in_viewport()
    assert asked == [], "nothing of the site itself comes from elsewhere"
    she.press(original)
    page.wait_for_url(ELSEWHERE)
    assert asked == [page.url]
