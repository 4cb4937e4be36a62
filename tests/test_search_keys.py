"""The panel of results by keys: choosing, leaving, coming back, and the words marked on arrival."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import until
from playwright.sync_api import Locator, Page, expect
from searching import FI, SV, count_answers, focused, held_back, panel, typed

QUERIES = {FI: "perhekeskus", SV: "familjecenter"}
DOES = {FI: "Hae", SV: "Sök"}
every_language = pytest.mark.parametrize("address", QUERIES)


def active(page: Page) -> Locator:
    """The option that the field says is chosen."""
    return page.locator(f"#{page.locator('#q-header').get_attribute('aria-activedescendant')}")


@every_language
def test_panel_by_arrows_and_escape(page: Page, address: str) -> None:
    query = QUERIES[address]
    options = typed(page, address, query).get_by_role("option")
    field = page.get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert page.locator(f"#{field.get_attribute('aria-controls')}[role=listbox]").count() == 1
    page.keyboard.press("Home")
    assert field.evaluate("field => field.selectionStart") == 0
    page.keyboard.press("End")
    assert field.evaluate("field => field.selectionStart") == len(query)
    for at in (0, 1):
        page.keyboard.press("ArrowDown")
        expect(options.nth(at)).to_have_attribute("aria-selected", "true")
        expect(field).to_have_attribute("aria-activedescendant", f"search-options-{at}")
        expect(field).to_be_focused()
    for _ in range(20):
        page.keyboard.press("ArrowDown")
    expect(options.last).to_have_attribute("aria-selected", "true")
    expect(options.last).to_be_in_viewport()
    for _ in range(20):
        page.keyboard.press("ArrowUp")
    expect(panel(page).locator("[aria-selected=true]")).to_have_count(0)
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("Escape")
    expect(panel(page)).not_to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_be_focused()
    expect(field).to_have_value(query)
    page.keyboard.press("ArrowDown")
    expect(panel(page)).to_be_visible()


def test_results_do_not_change_under_the_reader(page: Page) -> None:
    count_answers(page)
    options = typed(page, FI, "perhekesku").get_by_role("option")
    held = held_back(page.context, "**/t/ra*.txt")
    with page.context.expect_event("request", lambda asked: "/t/ra" in asked.url):
        page.keyboard.type("s raha", delay=15)
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    for route in held:
        route.continue_()
    until(page, "answered === asked")
    expect(options.first).to_have_attribute("aria-selected", "true")


@every_language
def test_panel_by_tab_and_enter(page: Page, address: str) -> None:
    typed(page, address, QUERIES[address])
    page.keyboard.press("Tab")
    assert focused(page) == DOES[address]
    page.keyboard.press("Tab")
    expect(panel(page).locator(".search-all a")).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel(page)).not_to_be_visible()
    page.locator("#q-header").focus()
    page.keyboard.press("ArrowDown")
    expect(panel(page)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(active(page)).to_contain_text(QUERIES[address], ignore_case=True)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/{address}\?mark="))


def test_coming_back_finds_what_was_typed(page: Page) -> None:
    typed(page, "aikajana/", "perhekeskus")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/{FI}\?mark="))
    page.go_back()
    expect(page.locator("#q-header")).to_have_value("perhekeskus")


def test_words_are_marked_where_search_leads_until_esc(page: Page) -> None:
    typed(page, "aikajana/", "perhekeskuksen neuvola")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"\?mark="))
    until(page, "CSS.highlights.get('searched')?.size > 1")
    marked = page.evaluate("[...CSS.highlights.get('searched')].map(String)")
    words = {word.lower().replace("\u00ad", "") for word in marked}
    asked = set(parse_qs(urlsplit(page.url).query)["mark"][0].split("; "))
    assert words <= asked and any(word.startswith("perhekesku") for word in words)
    assert page.locator("main mark").count() == 0
    page.keyboard.press("Escape")
    until(page, "!CSS.highlights.has('searched') && !location.search")


def test_enter_without_a_choice_goes_to_all_results(page: Page) -> None:
    typed(page, FI, "aikajana")
    page.keyboard.press("Enter")
    page.wait_for_url("**/haku/?q=aikajana")


@pytest.mark.parametrize("key", ["Control+/", "Control+k"])
def test_keys_lead_to_the_field_but_no_key_alone_does(page: Page, key: str) -> None:
    page.goto(FI)
    field = page.locator("#q-header")
    assert "Ctrl" in (field.get_attribute("title") or "")
    for letter in ("/", "k"):
        page.keyboard.press(letter)
    expect(field).not_to_be_focused()
    page.keyboard.press(key)
    expect(field).to_be_focused()
    page.keyboard.type("ab")
    page.keyboard.press(key)
    expect(field).to_have_value("ab")


def test_focus_is_seen_in_the_panel(page: Page) -> None:
    typed(page, FI, "perhekeskus")
    page.keyboard.press("ArrowDown")
    style = active(page).evaluate("option => getComputedStyle(option).outlineStyle")
    assert style == "solid"
