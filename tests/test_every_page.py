"""What holds on every page of the site in a real browser, which opens each page once.

`make trials` opens all; here is every second page, another half in each language.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from conftest import opened_tab
from playwright.sync_api import Browser
from published import CONTENT, lang_of
from sampling import some
from serve import Built

NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 800}
# All pieces are read before any mark goes: a page that changes in between is laid out each time.
COPIED = """() => {
  const selection = getSelection();
  const read = (element) => {
    selection.selectAllChildren(element);
    return selection.toString();
  };
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const marked = [...document.querySelectorAll(
    "main :is(p, li, dd, dt, table, figcaption, h2, h3)")]
    .filter((element) => element.querySelector(".mark"));
  const copied = marked.map(read);
  for (const mark of document.querySelectorAll("main .marks")) mark.remove();
  return marked.map((element, at) => [copied[at], read(element)]);
}"""


@dataclass(frozen=True)
class Seen:
    """How wide a page is on the narrowest screen, and each piece of text with marks as it is
    copied, with them and without."""

    width: int
    copied: list[tuple[str, str]]


@pytest.fixture(scope="module", params=["fi", "sv"])
def seen(
    request: pytest.FixtureRequest, browser: Browser, served: str, site: Built
) -> dict[str, Seen]:
    """The pages of a language by their addresses, and one that is not there."""
    addresses = [
        address for address in (*site.pages, "ei/ole/") if lang_of(address) == request.param
    ]
    addresses = [*some(addresses[request.param == "sv" :], 2), addresses[-1]]
    context = browser.new_context(base_url=served)
    with opened_tab(context) as page:
        found = {}
        for address in addresses:
            page.set_viewport_size(NARROW)
            page.goto(address or "./")
            width = page.evaluate("document.documentElement.scrollWidth")
            page.set_viewport_size(WIDE)
            found[address] = Seen(width, page.evaluate(COPIED))
    context.close()
    return found


def test_no_page_scrolls_sideways_at_320_pixels(seen: dict[str, Seen]) -> None:
    assert {address: one.width for address, one in seen.items() if one.width > 320} == {}


def test_what_is_copied_of_any_page_has_no_marks(seen: dict[str, Seen]) -> None:
    pieces = [(at, *piece) for at, one in seen.items() if at in CONTENT for piece in one.copied]
    assert len(pieces) > 500
    assert [piece for piece in pieces if piece[1] != piece[2]] == []
