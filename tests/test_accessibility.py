"""What axe cannot see, on every kind of page: focus, Esc, zoom, spacing, colours and motion set by
the reader. The numbers are the success criteria of WCAG 2.2 that a test is about.

`make trials` walks through more languages and widths; here each kind has one of them, by turns.
"""

from __future__ import annotations

from itertools import cycle, takewhile
from typing import Any

import pytest
from conftest import same_reader, styled, until
from page_states import KINDS, OPENED, REFERENCE, arrive, opened, sized
from playwright.sync_api import Page, expect
from sampling import WHOLE, by_turns, some
from serve import Built

reader = same_reader

# Walking takes its time: of the kinds that are made as others are, one page in Swedish.
ALIKE = (*REFERENCE, "regions", "contacts", "glossary", "timeline", "all pages", "not found")
WALKED = {kind: paths[-1:] * 2 if kind in ALIKE else paths for kind, paths in KINDS.items()}
EVERY = [*dict.fromkeys(path for _, path in by_turns(WALKED))]
every_page = pytest.mark.parametrize("path", some(EVERY, 2))
every_kind = pytest.mark.parametrize("path", [paths[0] for paths in KINDS.values()])
WIDTHS = (1280, 320)
# Two pages at a desk and two zoomed in: of either width both languages.
ONE = cycle([(1280,), (1280,), (320,), (320,)])
WALKS = [(path, WIDTHS if WHOLE else one) for path, one in zip(EVERY, ONE, strict=False)]
STOPS = 40


def scrolls_sideways(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


# Focus

LOOK = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const rects = [...at.getClientRects()].filter(({ width, height }) => width && height);
  const points = rects.flatMap(({ left, right, top, bottom }) => [0.1, 0.5, 0.9].map(
    (part) => [left + part * (right - left),
      (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2]));
  const seen = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (at.contains(top) || top.contains(at));
  });
  const drawn = (element) => {
    const { outlineStyle, outlineWidth, strokeWidth } = getComputedStyle(element);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2)
      || parseFloat(strokeWidth) >= 3;
  };
  const backwards = window.last && !(window.last.compareDocumentPosition(at) & 4);
  window.last = at;
  const unmarked = ![at, ...at.querySelectorAll("*")].some(drawn);
  return { name: at.outerHTML.slice(0, 160), hidden: !seen, unmarked, backwards };
}"""


WATCH = f"""() => {{
  window.look = {LOOK};
  window.seen = [];
  window.onkeydown = ({{ key }}) => {{ if (key === "Tab") window.seen.push(window.look()); }};
}}"""
"""Looks at each stop when the key is pressed that leaves it: by then everything has moved."""


def walked(page: Page, key: str, stops: int = STOPS) -> list[dict[str, Any]]:
    """Where the focus goes as the key is pressed, until it leaves the page or has been enough."""
    page.evaluate(WATCH)
    for _ in range(stops):
        page.keyboard.press(key)
    found: list[dict[str, Any] | None] = page.evaluate("[...seen.slice(1), look()]")
    return list(takewhile(bool, found))


MOVING = """() => [document.documentElement, ...document.querySelectorAll("body *")]
  .filter((element) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    return /[1-9]/.test(transitionDuration) || animationName !== "none"
      || scrollBehavior === "smooth";
  }).map((element) => element.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize(("path", "widths"), WALKS, ids=str)
def test_focus_is_seen_and_goes_in_reading_order(
    page: Page, path: str, widths: tuple[int, ...]
) -> None:
    """2.4.3, 2.4.7, 2.4.11: nothing shut or off the screen takes it, nothing sticky covers it.
    2.3.3: nothing moves for those who asked."""
    page.emulate_media(reduced_motion="reduce")
    for width in widths:
        sized(page, width)
        arrive(page, path)
        assert page.evaluate(MOVING) == []
        forwards = walked(page, "Tab")
        assert len(forwards) > 4
        assert [at["name"] for at in forwards if at["backwards"]] == []
        page.locator("a, button, summary, input").last.evaluate("last => last.focus()")
        found = forwards + walked(page, "Shift+Tab")
        assert [at["name"] for at in found if at["hidden"]] == []
        assert [at["name"] for at in found if at["unmarked"]] == []


@pytest.mark.parametrize("state", OPENED)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", KINDS["article"])
def test_escape_shuts_what_is_open_and_the_focus_stays(
    page: Page, path: str, width: int, state: str
) -> None:
    """1.4.13, 2.1.2."""
    sized(page, width)
    arrive(page, path)
    assert opened(page, state)
    opener = page.evaluate_handle("document.activeElement")
    for _ in range(2):
        page.keyboard.press("Escape")
    shut = ".site-header details[open], .search-panel:not([hidden]), :popover-open"
    expect(page.locator(shut)).to_have_count(0)
    assert page.evaluate("() => document.activeElement.checkVisibility()")
    if state != "menu" or width == 1280:
        assert opener.evaluate("element => element === document.activeElement")


# Size, zoom and spacing

CONTROLS = "header :is(a, summary, button, input), nav a, main :is(summary, input, select)"
SMALL = """elements => elements.filter((element) => {
  const { width, height } = element.getBoundingClientRect();
  return element.checkVisibility() && width && (width < 24 || height < 24);
}).map((element) => element.outerHTML.slice(0, 160))"""


SPACED = """*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
p{margin-bottom:2em!important}"""
CUT = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const { overflowX, overflowY } = getComputedStyle(element);
  const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
  return clientWidth > 1 && element.checkVisibility() && element.innerText
    && ((/hidden|clip/.test(overflowX) && scrollWidth > clientWidth + 1)
    || (/hidden|clip/.test(overflowY) && scrollHeight > clientHeight + 1));
}).map((element) => element.outerHTML.slice(0, 160))"""


def small(page: Page) -> list[str]:
    """Controls that are too small, those of the open menu among them."""
    opened(page, "menu")
    shown = page.locator(CONTROLS).and_(page.locator(":not(.visually-hidden, .skip)"))
    found: list[str] = shown.evaluate_all(SMALL)
    for _ in range(2):
        page.keyboard.press("Escape")
    return found


def sideways(page: Page) -> list[str]:
    """What makes the page scroll sideways: nothing open, or what opens over it."""
    found = ["shut"] if scrolls_sideways(page) else []
    for state in OPENED:
        if opened(page, state):
            found += [state] if scrolls_sideways(page) else []
            page.keyboard.press("Escape")
    return found


@every_page
def test_size_zoom_and_spacing_take_nothing_away(page: Page, path: str) -> None:
    """2.5.8, without its exception for targets that stand far from each other; 1.4.10, whatever is
    open: 1280 pixels at 400 % are 320; 1.4.4 there, too; 1.4.12."""
    arrive(page, path)
    for width in WIDTHS:
        sized(page, width)
        assert small(page) == [], width
    assert sideways(page) == []
    arrive(page, path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert not scrolls_sideways(page), "text of twice the size"
    page.evaluate("document.documentElement.style.fontSize = ''")
    styled(page, SPACED)
    for width in WIDTHS:
        sized(page, width)
        opened(page, "menu")
        assert page.evaluate(CUT) == [], width
        assert not scrolls_sideways(page), width


def test_wide_tables_scroll_by_keyboard(page: Page) -> None:
    """2.1.1."""
    sized(page, 320)
    wide = 0
    for path in ("alueet/", "sv/regioner/"):
        arrive(page, path)
        for table in page.locator(".scroll").all():
            if table.evaluate("element => element.scrollWidth > element.clientWidth"):
                table.focus()
                page.keyboard.press("ArrowRight")
                until(page, "document.activeElement.scrollLeft > 0")
                wide += 1
    assert wide


# What the reader has set


@every_kind
def test_forced_colours_show_focus_and_edges(page: Page, path: str) -> None:
    """1.4.1, 1.4.11, 2.4.7: what a background said, an edge says; radios and boxes have the
    browser's own."""
    page.emulate_media(forced_colors="active")
    arrive(page, path)
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert [at["name"] for at in walked(page, "Tab", 15) if at["unmarked"]] == []
    bare = page.locator("button, input:not([type=radio], [type=checkbox]), select").evaluate_all(
        """elements => elements.filter((element) => element.checkVisibility()
          && getComputedStyle(element).borderTopStyle === "none")
          .map((element) => element.outerHTML)"""
    )
    assert bare == []


# Words of the other language


def test_names_of_languages_and_words_of_the_other_one_say_so(site: Built) -> None:
    """3.1.2."""
    for address, page in site.pages.items():
        own = "sv" if address.startswith("sv/") else "fi"
        other = {"fi": "sv", "sv": "fi"}[own]
        switch = page.one("nav", "languages")
        assert [a["lang"] for a in switch.every("a") if a.get("hreflang")] == [other], address
        assert switch.one("span")["aria-current"] == "true", address
        for note in page.every("div", "term-note"):
            assert [e["lang"] for e in note.every("span") if e.get("lang")] == [other], address
    for address, other in (("sanasto/", "sv"), ("sv/ordlista/", "fi")):
        assert len(site.pages[address].every("span", lang=other)) > 100
    assert {e["lang"] for e in site.not_found.every("section")} == {"fi", "sv"}
