"""The home page and finding one's region, in a real browser."""

from __future__ import annotations

import pytest
from conftest import styled
from playwright.sync_api import Page, expect

MAPS = {"fi": "alueet/", "sv": "sv/regioner/"}
HOMES = {"fi": "./", "sv": "sv/"}
every_language = pytest.mark.parametrize("lang", MAPS)
LENGTH = """() => {
  const all = "a[href], button, input, select, summary, [tabindex='0']";
  const stops = [...document.querySelectorAll(all)].filter((stop) => stop.checkVisibility());
  const notes = document.querySelector(".footnote")?.getBoundingClientRect().height ?? 0;
  return [document.documentElement.scrollHeight - notes, stops.length];
}"""
"""The height without the sources, and how often Tab stops."""
OVERFLOWING = """() => [...document.querySelectorAll(".finder *")].filter((e) =>
  e.getBoundingClientRect().right > innerWidth + 1
).map((e) => e.outerHTML.slice(0, 80))"""
SPILT = """() => [...document.querySelectorAll(".tiles a")]
  .filter((a) => a.scrollWidth > a.clientWidth).map((a) => a.textContent)"""


@every_language
def test_home_is_short_and_soon_passed_by_keyboard(page: Page, lang: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(HOMES[lang])
    height, stops = page.evaluate(LENGTH)
    assert height <= 3200
    assert 30 < stops <= 100


@every_language
@pytest.mark.parametrize("places", [HOMES, MAPS], ids=["home", "regions"])
def test_whoever_chooses_a_region_is_there(page: Page, lang: str, places: dict[str, str]) -> None:
    page.goto(places[lang])
    page.locator(".finder select").select_option(index=16)
    name = page.locator(".finder option:checked").inner_text()
    page.locator(".finder button").click()
    expect(page.locator("h1")).to_contain_text(name)


@every_language
@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("places", [HOMES, MAPS], ids=["home", "regions"])
def test_tiles_wrap_and_nothing_spills(
    page: Page, lang: str, width: int, text: int, places: dict[str, str]
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(places[lang])
    styled(page, f"html {{ font-size: {text}% }}")
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(SPILT) == []


@every_language
def test_tiles_lie_as_on_the_map_at_a_desk(page: Page, lang: str) -> None:
    page.goto(MAPS[lang])
    boxes = page.locator(".tiles a").evaluate_all(
        "all => all.map((a) => { const b = a.getBoundingClientRect(); return [b.y, b.x]; })"
    )
    assert boxes == sorted(boxes), "from north to south, from west to east"
    assert len({x for _, x in boxes}) == 4


@every_language
def test_the_table_is_whole_at_a_desk_and_keeps_its_heads(page: Page, lang: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(MAPS[lang])
    region = page.locator(".wide .scroll")
    assert region.evaluate("r => r.scrollWidth <= r.clientWidth")
    page.locator(".wide tbody tr").last.scroll_into_view_if_needed()
    assert page.locator(".wide thead th").first.bounding_box()["y"] == pytest.approx(0, abs=1)
    page.set_viewport_size({"width": 390, "height": 800})
    region.evaluate("r => { r.scrollLeft = 200; r.scrollTop = 300; }")
    box, cell = region.bounding_box(), page.locator(".wide tbody td").first.bounding_box()
    head = page.locator(".wide thead th").first.bounding_box()
    assert cell["x"] == head["x"] == pytest.approx(box["x"], abs=1)
    assert head["y"] == pytest.approx(box["y"], abs=2)


@every_language
def test_the_one_field_of_home_answers_by_keyboard(page: Page, lang: str) -> None:
    page.goto(HOMES[lang])
    field = page.locator("input")
    expect(field).to_have_count(1)
    field.focus()
    page.keyboard.type("satula", delay=15)
    first = page.locator(".search-panel a").first
    expect(first).to_contain_text("SATULA")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#search-options-0")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("SATULA")
