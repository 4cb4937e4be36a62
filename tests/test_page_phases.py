"""Which phase a page tells of is said over its heading, in words and not by colour alone."""

from __future__ import annotations

from typing import Any

import pytest
from builders import PROJECT, catalogue, page, phase, settings
from jinja2 import Environment, FileSystemLoader
from kb.render.view import Days, page_view
from kb.text import Lang
from playwright.sync_api import Page, expect
from serve import Element, tree

FRONT = "---\nphases: [phase-1, phase-2, bridge]\n---\n# A\n"
KNOWN = catalogue(
    [page(f"{name}.{lang}", FRONT) for name in ("a", "b") for lang in Lang],
    [phase("phase-1", page="a"), phase("phase-2", page="b"), phase("bridge")],
)
BUILT = {
    "vaiheet/toinen-vaihe-2020-2022/": "Vaihe:",
    "sv/faser/andra-fasen-2020-2022/": "Fas:",
}


def shown(lang: Lang) -> Element:
    """The line over the heading of page `a`."""
    templates = Environment(loader=FileSystemLoader(PROJECT / "overrides"))
    here = KNOWN.page("a", lang)
    assert here
    view = page_view(KNOWN, here, settings(), Days())
    words = {"view": view, "t": lambda name: f"«{name}.{lang}»"}
    return tree(templates.get_template("partials/phases.html").render(words)).one("p")


@pytest.mark.parametrize("lang", list(Lang))
def test_the_own_phase_is_current_others_lead_to_their_pages(lang: Lang) -> None:
    line = shown(lang)
    assert line.one("span", "label").text == f"«page-phases.{lang}»:"
    assert not line.every(cls="visually-hidden")
    chips = [(e.tag, e.get("class"), e.get("aria-current")) for e in line.every(cls="chip")]
    assert chips == [
        ("span", "chip chip--phase-1", "true"),
        ("a", "chip chip--phase-2", ""),
        ("span", "chip chip--bridge", ""),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", BUILT)
def test_a_reader_sees_which_phase_she_is_in(page: Page, address: str, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    label = page.locator(".page-phases .label")
    expect(label).to_have_text(BUILT[address])
    box = label.bounding_box()
    assert box and box["width"] > 24 and box["height"] > 12
    here = page.locator(".page-phases [aria-current=true]")
    expect(here).to_contain_text("2020–2022")
    ground = "element => getComputedStyle(element).backgroundColor"
    assert here.evaluate(ground) == here.evaluate("e => getComputedStyle(e).borderTopColor")
    page.emulate_media(media="print")
    assert here.evaluate("e => getComputedStyle(e).printColorAdjust") == "exact"
