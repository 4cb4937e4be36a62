"""The panel of results under the field of the header, in a real browser."""

from __future__ import annotations

import re
from urllib.parse import quote_plus, urlsplit

import pytest
from playwright.sync_api import Page, expect
from sampling import some
from searching import (
    FI,
    LONG,
    PAUSED,
    SHORT,
    SV,
    count_answers,
    held_back,
    panel,
    results,
    scrolls_sideways,
    status,
    typed,
)
from serve import Built

QUERIES = {FI: "perhekeskus", SV: "familjecenter"}
# By fives each address is among them, and the narrowest and the widest screen.
PLACES = [(at, width) for at in (FI, SV, "") for width in (320, 360, 390, 600, 800, 1280)]


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
    expect(page.get_by_role("listbox", name=name)).to_be_visible()
    assert 1 <= found.locator(".results > li").count() <= 6
    expect(found.locator(".results .result-title").first).to_have_text(title)
    expect(found.get_by_role("option").first).to_have_accessible_name(re.compile(f"^{title}(, |$)"))
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


@pytest.mark.parametrize(("address", "width"), some(PLACES, 5))
def test_nothing_of_the_panel_is_outside_the_screen(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    typed(page, address, QUERIES.get(address, "aikajana"))
    outside = page.evaluate(
        """[...document.querySelectorAll(".search-panel, .search-panel *")].filter((element) => {
          const { width, left, right } = element.getBoundingClientRect();
          return width && (left < 0 || right > innerWidth);
        }).length"""
    )
    assert outside == 0
    assert not scrolls_sideways(page)


@pytest.mark.parametrize(
    ("address", "query", "says", "meant"),
    [
        (FI, "perhekesksu", "Sivustolla ei ole sanaa ”perhekesksu”.", "perhekeskus"),
        (SV, "familjecentr", "", ""),
        (SV, "familjecentex", "Ordet ”familjecentex” finns inte på webbplatsen.", "familjecenter"),
    ],
)
def test_a_slip_is_said_and_corrected_by_a_link(
    page: Page, address: str, query: str, says: str, meant: str
) -> None:
    found = typed(page, address, query)
    expect(found.locator(".search-note")).to_have_count(2 if says else 0)
    if not says:
        return
    expect(found.locator(".search-note").first).to_have_text(says)
    assert found.locator("mark").count() == 0
    found.locator(".search-note a").first.click()
    page.wait_for_url(f"**/?q={meant}")


def test_a_section_that_matches_is_where_its_option_leads(page: Page, site: Built) -> None:
    links = typed(page, FI, "kuka perhekeskuksessa työskentelee").locator(".results a")
    urls = links.evaluate_all("links => links.map(({ href }) => href)")
    parts = [urlsplit(url) for url in urls]
    assert parts[0].fragment == "tyontekijat"
    assert all(p.fragment in site.ids[p.path.removeprefix("/")] for p in parts if p.fragment)


def test_any_part_of_a_result_in_the_panel_leads_there(page: Page) -> None:
    box = typed(page, "", "aikajana").locator(".snippet").first.bounding_box()
    assert box
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    page.wait_for_url("**/aikajana/?mark=aikajana")


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
