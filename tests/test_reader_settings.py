"""What a reader has set: the dark, more contrast; and long words in the language of the page."""

from __future__ import annotations

import pytest
from conftest import ROOT
from kb.render.sheet import tokens
from page_states import KINDS, arrive
from playwright.sync_api import Page
from test_accessibility import walked

TOKENS = tokens((ROOT / "styles/tokens.css").read_text("utf-8"))
DARK = 1
every_language = pytest.mark.parametrize("path", KINDS["article"])

OUTLINE = "getComputedStyle(document.activeElement).outlineColor"


@every_language
def test_focus_is_seen_in_the_dark(page: Page, path: str) -> None:
    """1.4.11, 2.4.7: in the colour that stands out from every ground (test_style)."""
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    arrive(page, path)
    found = walked(page, "Tab")
    assert len(found) > 10
    assert [at["name"] for at in found if at["hidden"] or at["unmarked"]] == []
    page.locator(".prose a").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(OUTLINE) == rgb(TOKENS["--warm"][DARK])


def rgb(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


@every_language
def test_who_asks_for_contrast_gets_no_soft_ink(page: Page, path: str) -> None:
    """1.4.6."""
    inks = (
        "() => ['.label', 'body'].map((one) => getComputedStyle(document.querySelector(one)).color)"
    )
    arrive(page, path)
    soft, ink = page.evaluate(inks)
    assert soft != ink
    page.emulate_media(contrast="more")
    assert page.evaluate(inks) == [ink, ink]


LONG = {
    "fi": "lapsivaikutustenarviointimenettelyineen",
    "sv": "barnkonsekvensbedömningsförfarandena",
}
SET = """word => {
  const prose = document.querySelector(".prose");
  const made = document.createElement("p");
  made.textContent = word;
  made.style.width = "8em";
  prose.append(made);
  const { hyphens } = getComputedStyle(made);
  const overflows = made.scrollWidth > made.clientWidth;
  return { hyphens, lang: made.closest("[lang]").lang, overflows };
}"""


@pytest.mark.parametrize(("lang", "path"), [*zip(LONG, KINDS["article"], strict=True)])
def test_long_words_may_be_hyphenated_in_their_own_language(
    page: Page, lang: str, path: str
) -> None:
    """Debian's Chromium has no dictionaries: what it needs to use one, and that it does without."""
    arrive(page, path)
    assert page.evaluate(SET, LONG[lang]) == {"hyphens": "auto", "lang": lang, "overflows": False}
    foreign = page.locator(".prose :lang(fi)" if lang == "sv" else ".prose :lang(sv)")
    assert foreign.count() > 0
