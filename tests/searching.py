"""Search as a reader uses it in a browser: where its parts are, and what she does with them."""

from __future__ import annotations

import re
from urllib.parse import quote, quote_plus

from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

FI, SV = "teemat/perhekeskus/", "sv/teman/familjecenter/"
SEARCH = {"fi": "haku/", "sv": "sv/sok/"}
FAILED = {"fi": "Haku ei juuri nyt toimi.", "sv": "Sökningen fungerar inte just nu."}
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 640}


# Of the browser's clock, in milliseconds: a pause in typing that is enough to search but not to
# announce what was found, and one that is enough for all; a day that is yet to come.
SHORT, LONG = 400, 2_000
PAUSED = 4_000_000_000


def panel(page: Page) -> Locator:
    return page.locator(".search-panel")


def results(page: Page) -> Locator:
    return page.locator(".search-results .results > li")


def status(page: Page) -> Locator:
    return page.get_by_role("status")


def typed(page: Page, address: str, query: str) -> Locator:
    """The open panel after somebody typed the query into the header's field."""
    page.goto(address)
    page.locator("#q-header").click()
    page.keyboard.type(query, delay=15)
    last = panel(page).locator(".search-all a")
    expect(last).to_have_attribute("href", re.compile(rf"q={re.escape(quote_plus(query))}$|#a-o$"))
    return panel(page)


def searched(page: Page, query: str, lang: str = "fi", more: str = "") -> None:
    """Open the search page with the query in its address and wait until it has settled."""
    page.goto(f"{SEARCH[lang]}?q={quote(query)}{more}")
    settled(page)


def settled(page: Page) -> None:
    """Wait until the search page says what it has found."""
    expect(status(page)).to_have_text(re.compile(r"^(?!Haetaan|Söker…).*\w{2}"))


def held_back(place: Page | BrowserContext, pattern: str) -> list[Route]:
    """The requests for such addresses; none goes on before the test says so."""
    routes: list[Route] = []

    def hold(route: Route) -> None:
        routes.append(route)

    place.route(pattern, hold)
    return routes


def count_answers(page: Page) -> None:
    """Count what the page says to workers in `window.asked`, what they say in `answered`."""
    page.add_init_script(
        """window.asked = window.answered = 0;
        window.Worker = class extends Worker {
          constructor(...given) {
            super(...given);
            this.addEventListener("message", () => { window.answered += 1; });
          }
          postMessage(...given) {
            window.asked += 1;
            super.postMessage(...given);
          }
        };"""
    )


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.textContent")


def scrolls_sideways(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")
