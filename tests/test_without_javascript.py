"""Without JavaScript the same knowledge: menu, contents, terms, timeline, map, search."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urldefrag, urlsplit

import pytest
import yaml
from conftest import ROOT
from playwright.sync_api import Browser, Page, expect
from sampling import together
from searching import SEARCH
from serve import Built

HOMES = {"fi": "./", "sv": "sv/"}
ARTICLES = {"fi": "teemat/perhekeskus/", "sv": "sv/teman/familjecenter/"}
TIMELINES = {"fi": "aikajana/", "sv": "sv/tidslinje/"}
MAPS = {"fi": "alueet/", "sv": "sv/regioner/"}
WIDTHS = (1280, 390)
EVENTS, REGIONS = (
    [yaml.safe_load(file.read_text("utf-8")) for file in (ROOT / "docs/_data" / kind).iterdir()]
    for kind in ("timeline", "regions")
)


@pytest.fixture(params=together(WIDTHS, HOMES))
def place(request: pytest.FixtureRequest) -> tuple[int, str]:
    """At a desk or on a phone, and the language."""
    width, lang = request.param
    return width, lang


@pytest.fixture
def lang(place: tuple[int, str]) -> str:
    return place[1]


@pytest.fixture
def tab(browser: Browser, served: str, place: tuple[int, str]) -> Iterator[Page]:
    """A tab that runs no script."""
    size = {"width": place[0], "height": 800}
    context = browser.new_context(base_url=served, viewport=size, java_script_enabled=False)
    yield context.new_page()
    context.close()


def width(tab: Page) -> int:
    assert tab.viewport_size
    return tab.viewport_size["width"]


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_leads_to_a_page(tab: Page, lang: str, key: str) -> None:
    tab.goto(HOMES[lang])
    if width(tab) == 390:
        expect(tab.locator(".main-menu")).to_be_hidden()
        tab.locator(".menu > summary").press(key)
    group = tab.locator(".main-menu .group").first
    link = group.locator("a").first
    expect(link).to_be_hidden()
    group.locator("summary").press(key)
    expect(link).to_be_visible()
    title = link.inner_text()
    link.click()
    expect(tab.locator("h1")).to_have_text(title)
    expect(tab.locator("html")).to_have_attribute("lang", lang)


def test_the_contents_lead_to_a_heading(tab: Page, lang: str) -> None:
    tab.goto(ARTICLES[lang])
    link = tab.locator(".contents a").nth(1)
    if width(tab) == 390:
        expect(link).to_be_hidden()
        tab.locator(".contents summary").click()
    expect(link).to_be_visible()
    title = link.inner_text()
    link.click()
    expect(tab.locator("h2:target")).to_contain_text(title)
    expect(tab.locator("h2:target")).to_be_in_viewport()


def test_a_term_leads_to_its_definition_in_the_glossary(tab: Page, lang: str) -> None:
    tab.goto(ARTICLES[lang])
    expect(tab.locator(".term-note").first).to_be_hidden()
    tab.locator("a.term").first.click()
    expect(tab.locator(":target")).to_be_in_viewport()


def test_the_timeline_lists_every_event(tab: Page, lang: str) -> None:
    tab.goto(TIMELINES[lang])
    shown = tab.locator(".timeline > .event")
    assert {one.get_attribute("id") for one in shown.all()} == {one["id"] for one in EVENTS}
    assert [one for one in shown.all() if not one.is_visible()] == []


def test_every_tile_of_the_map_leads_to_its_region(tab: Page, lang: str, site: Built) -> None:
    tab.goto(MAPS[lang])
    tiles = tab.locator(".tiles a")
    assert tiles.count() == len(REGIONS)
    addresses = tiles.evaluate_all("all => all.map((a) => a.href)")
    for page, anchor in map(urldefrag, addresses):
        address = urlsplit(page).path.removeprefix("/")
        assert address in site.pages, page
        assert not anchor or anchor in site.ids[address], anchor
    tiles.first.click()
    tab.wait_for_url(addresses[0])


def test_a_chosen_region_leads_to_a_list_that_has_it(tab: Page, lang: str) -> None:
    tab.goto(MAPS[lang])
    tab.locator(".finder select").select_option("Satakunta")
    tab.locator(".finder button").click()
    assert urlsplit(tab.url).path == f"/{SEARCH[lang]}"
    assert parse_qs(urlsplit(tab.url).query) == {"q": ["Satakunta"]}
    tab.locator(".all-pages a", has_text="SATULA").first.click()
    expect(tab.locator("h1")).to_contain_text("SATULA")


def test_nothing_that_needs_a_script_is_offered_and_search_lists_all_pages(
    tab: Page, lang: str
) -> None:
    tab.goto(ARTICLES[lang])
    expect(tab.locator(".appearance button")).to_be_hidden()
    tab.locator("#q-header").fill("perhe")
    tab.locator(".site-header .search button").click()
    assert urlsplit(tab.url).path == f"/{SEARCH[lang]}"
    assert parse_qs(urlsplit(tab.url).query) == {"q": ["perhe"]}
    expect(tab.locator(".all-pages a").first).to_be_visible()
    assert tab.locator(".all-pages a").count() > 100
