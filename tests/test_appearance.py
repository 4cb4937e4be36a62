"""Colour scheme, header and weight as a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator

import brotli
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sampling import together
from serve import Built

PAGES = {"fi": "teemat/perhekeskus/", "sv": "sv/teman/familjecenter/"}
SAYS = {
    "fi": ["Ulkoasu: laitteen mukaan", "Ulkoasu: vaalea", "Ulkoasu: tumma"],
    "sv": ["Utseende: enligt enheten", "Utseende: ljust", "Utseende: mörkt"],
}
PAPER = "getComputedStyle(document.body).backgroundColor"
KILOBYTE = 1000


@pytest.fixture(params=["light", "dark"])
def reader(
    browser: Browser, served: str, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """A reader whose device prefers that scheme."""
    context = browser.new_context(base_url=served, color_scheme=request.param)
    yield context
    context.close()


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("lang", PAGES)
def test_the_button_goes_round_and_says_where_it_is(page: Page, lang: str, key: str) -> None:
    page.goto(PAGES[lang])
    button = page.locator(".appearance button")
    for says in [*SAYS[lang][1:], SAYS[lang][0]]:
        button.focus()
        page.keyboard.press(key)
        expect(button).to_have_accessible_name(says)
        expect(page.locator(".appearance [aria-live=polite]")).to_have_text(says)
    assert page.evaluate("localStorage.length") == 0


def test_a_choice_wins_over_the_device_and_stays_on_the_next_page(reader: BrowserContext) -> None:
    tab = reader.new_page()
    tab.goto(PAGES["fi"])
    by_device = tab.evaluate(PAPER)
    seen = [by_device]
    for _ in range(3):
        tab.click(".appearance button")
        chosen = tab.evaluate(PAPER)
        tab.goto(PAGES["sv"])
        assert tab.evaluate(PAPER) == chosen
        seen.append(chosen)
    assert len(set(seen)) == 2
    assert seen[1] != seen[2]
    assert seen[3] == by_device


def test_a_stored_choice_is_there_before_the_page_is_painted(reader: BrowserContext) -> None:
    tab = reader.new_page()
    tab.goto(PAGES["fi"])
    tab.evaluate("localStorage.setItem('theme', 'dark')")
    # The module that the button needs never comes; only what stands in the head has run.
    tab.route("**/site.js", lambda route: route.abort())
    tab.reload()
    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"
    assert tab.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_without_javascript_the_device_decides(browser: Browser, served: str) -> None:
    papers = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, java_script_enabled=False)
        tab = context.new_page()
        tab.goto(served + PAGES["fi"])
        expect(tab.locator(".appearance")).to_be_hidden()
        papers.append(tab.locator("body").evaluate("e => getComputedStyle(e).backgroundColor"))
        context.close()
    assert papers[0] != papers[1]


@pytest.mark.parametrize("lang", PAGES)
@pytest.mark.parametrize("width", [320, 390, 600])
def test_the_header_leaves_the_phone_to_the_page(page: Page, lang: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(PAGES[lang])
    box = page.locator(".site-header").bounding_box()
    assert box and box["height"] <= 112
    for control in page.locator(
        ".site-header :is(.brand, .languages a, button, input, .menu > summary)"
    ).all():
        size = control.bounding_box()
        assert size is None or size["height"] >= 43.9, control


SEARCHES = {"fi": "haku/", "sv": "sv/sok/"}


@pytest.mark.parametrize(("width", "lang"), together([320, 390, 600], PAGES))
def test_the_menu_button_stands_at_the_right_with_and_without_a_field(
    page: Page, width: int, lang: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    places = []
    for address in (PAGES[lang], SEARCHES[lang]):
        page.goto(address)
        box = page.locator(".menu > summary").bounding_box()
        assert box
        places.append(round(box["x"]))
    assert places[0] == places[1]


@pytest.mark.parametrize("lang", PAGES)
def test_a_line_of_text_has_sixty_to_seventy_five_characters(page: Page, lang: str) -> None:
    page.goto(PAGES[lang])
    widest = page.evaluate(
        """() => {
          const lines = [];
          for (const p of document.querySelectorAll(".prose > h2 ~ p")) {
            const { lineHeight } = getComputedStyle(p);
            const count = Math.round(p.getBoundingClientRect().height / parseFloat(lineHeight));
            if (count > 3) lines.push(p.innerText.length / (count - 0.5));
          }
          return lines.reduce((sum, line) => sum + line, 0) / lines.length;
        }"""
    )
    assert 60 <= widest <= 75


def test_what_a_reader_waits_for_is_light(site: Built) -> None:
    first = ["site.css", "site.js", "theme.js", "mark.svg"]
    sent = {name: len(brotli.compress(site.files[site.asset(name)])) for name in first}
    assert sent["site.css"] <= 7.5 * KILOBYTE
    for address in PAGES.values():
        article = len(brotli.compress(site.files[f"{address}index.html"]))
        assert article + sum(sent.values()) <= 25 * KILOBYTE


def test_style_sheet_and_scripts_are_published_once_and_small(site: Built) -> None:
    names = ("site", "home", "results", "boxes", "not-found")
    sheets = {site.asset(f"{name}.css") for name in names}
    assert {name for name in site.files if name.endswith(".css")} == sheets
    for name, body in site.files.items():
        if name.endswith((".css", ".js")):
            assert b"/*" not in body and b"\n  " not in body, name
