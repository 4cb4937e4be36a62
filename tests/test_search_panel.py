"""The panel of results under the field of the header, in a real browser."""

from __future__ import annotations

import re
from urllib.parse import quote_plus

import pytest
from conftest import until
from playwright.sync_api import Page, expect
from searching import (
    FI,
    LONG,
    PAUSED,
    SHORT,
    SV,
    count_answers,
    focused,
    held_back,
    panel,
    results,
    status,
    typed,
)
from serve import Built

QUERIES = {FI: "perhekeskus", SV: "familjecenter"}
DOES = {FI: "Hae", SV: "Sök"}
every_language = pytest.mark.parametrize("address", QUERIES)


def test_nothing_is_loaded_before_the_reader_turns_to_the_field(
    page: Page, served: str, site: Built
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(served)))
    page.goto(FI, wait_until="networkidle")
    assert [url for url in asked if "/search/" in url or "search.json" in url] == []
    page.locator("#q-header").click()
    page.keyboard.type("perhe", delay=15)
    expect(panel(page)).to_be_visible()
    assert {site.asset("search/ui.js"), site.asset("search/worker.js")} <= set(asked)


@pytest.mark.parametrize(
    ("address", "query", "title", "rest"),
    [(FI, "aikajan", "Aikajana", "haku/"), (SV, "tidslinj", "Tidslinje", "sv/sok/")],
)
def test_typing_opens_a_named_panel(
    page: Page, address: str, query: str, title: str, rest: str
) -> None:
    found = typed(page, address, query)
    name = "Hakutulokset" if rest == "haku/" else "Sökresultat"
    expect(page.get_by_role("region", name=name)).to_be_visible()
    assert 1 <= found.locator(".results > li").count() <= 6
    expect(found.locator(".results a").first).to_have_text(title)
    assert found.locator(".snippet").count() > 0
    found.locator(".search-all a").click()
    page.wait_for_url(f"**/{rest}?q={query}")
    expect(results(page).first).to_be_visible()


def test_one_letter_opens_nothing(page: Page) -> None:
    count_answers(page)
    page.clock.install()
    page.goto(FI)
    page.locator("#q-header").click()
    expect(panel(page)).to_have_count(1)
    page.keyboard.type("p")
    page.clock.run_for(LONG)
    assert page.evaluate("asked") == 0
    expect(panel(page)).not_to_be_visible()
    page.keyboard.type("e")
    expect(panel(page)).to_be_visible()
    page.keyboard.press("Backspace")
    expect(panel(page)).not_to_be_visible()


def test_what_was_typed_before_the_code_came_is_searched(page: Page) -> None:
    held = held_back(page, "**/search/ui.js")
    page.goto(FI)
    with page.expect_request("**/search/ui.js"):
        page.locator("#q-header").click()
    page.keyboard.type("aikajana")
    expect(panel(page)).to_have_count(0)
    held[0].continue_()
    expect(panel(page)).to_be_visible()


@every_language
def test_panel_by_arrows_and_escape(page: Page, address: str) -> None:
    query = QUERIES[address]
    links = typed(page, address, query).locator(".results a")
    field = page.locator("#q-header")
    page.keyboard.press("Home")
    assert field.evaluate("field => field.selectionStart") == 0
    page.keyboard.press("End")
    assert field.evaluate("field => field.selectionStart") == len(query)
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    for _ in range(20):
        page.keyboard.press("ArrowDown")
    expect(panel(page).locator(".search-all a")).to_be_focused()
    expect(panel(page).locator(".search-all a")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(panel(page)).not_to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value(query)
    page.keyboard.press("ArrowDown")
    expect(panel(page)).to_be_visible()


def test_results_do_not_change_under_the_reader(page: Page) -> None:
    count_answers(page)
    links = typed(page, FI, "perhekesku").locator(".results a")
    held = held_back(page.context, "**/t/ra*.txt")
    with page.context.expect_event("request", lambda asked: "/t/ra" in asked.url):
        page.keyboard.type("s raha", delay=15)
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    for route in held:
        route.continue_()
    until(page, "answered === asked")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    last = panel(page).locator(".search-all a")
    expect(last).to_have_attribute("href", re.compile(r"q=perhekeskus\+raha$"))


@every_language
def test_panel_by_tab_and_enter(page: Page, address: str) -> None:
    links = typed(page, address, QUERIES[address]).locator("a")
    page.keyboard.press("Tab")
    assert focused(page) == DOES[address]
    for number in range(links.count()):
        page.keyboard.press("Tab")
        expect(links.nth(number)).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel(page)).not_to_be_visible()
    page.keyboard.press("Shift+Tab")
    assert focused(page) == DOES[address]
    page.locator("#q-header").focus()
    page.keyboard.press("ArrowDown")
    expect(panel(page)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{address}")


def test_focus_is_seen_in_the_panel(page: Page) -> None:
    typed(page, FI, "perhekeskus")
    page.keyboard.press("ArrowDown")
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"


def test_any_part_of_a_result_in_the_panel_leads_there(page: Page) -> None:
    box = typed(page, "", "aikajana").locator(".snippet").first.bounding_box()
    assert box
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    page.wait_for_url("**/aikajana/")


def test_a_click_elsewhere_closes_the_panel(page: Page) -> None:
    typed(page, FI, "perhekeskus")
    page.mouse.click(5, 790)
    expect(panel(page)).not_to_be_visible()


@pytest.mark.parametrize(
    ("address", "query", "says"),
    [
        (FI, "perhekeskuksen johtaja", r"^\d+ (osuvinta )?sivua?"),
        (SV, "familjecentrets chef", r"^(De \d+ bästa träffarna|\d+ sid(a|or))"),
    ],
)
def test_the_panel_announces_its_count_once_after_typing(
    page: Page, address: str, query: str, says: str
) -> None:
    page.clock.install()
    page.goto(address)
    page.clock.pause_at(PAUSED)
    page.locator("#q-header").click()
    expect(panel(page)).to_have_count(1)
    page.evaluate(
        """() => {
          window.said = [];
          const status = document.querySelector("[role=status]");
          const note = () => status.textContent && window.said.push(status.textContent);
          new MutationObserver(note).observe(status, { childList: true });
        }"""
    )
    first, rest = query.split()
    written(page, first)
    page.clock.run_for(SHORT)
    written(page, f" {rest}")
    assert page.evaluate("window.said") == []
    page.clock.run_for(LONG)
    expect(status(page)).to_have_text(re.compile(says))
    assert page.evaluate("window.said.length") == 1


def written(page: Page, words: str) -> None:
    """Type, pause as long as it takes that search begins, and wait for what it finds."""
    page.keyboard.type(words)
    page.clock.run_for(SHORT)
    asked = page.locator("#q-header").input_value()
    last = panel(page).locator(".search-all a")
    expect(last).to_have_attribute("href", re.compile(f"q={re.escape(quote_plus(asked))}$"))
