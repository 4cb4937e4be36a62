"""Pages as nobody should write them: nothing runs out of a narrow screen, all can be reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import styled, until
from playwright.sync_api import Browser, Page, expect
from serve import Build, Built, serving
from test_any_folder import write

WORD = "lapsivaikutustenarviointi" * 6
CODE = "_".join([WORD] * 3)
TABLE = "\n".join(
    f"|{'|'.join(cell * 15)}|" for cell in (["Kunta"], ["---"], ["monialaisuus"], ["x"])
)
COMMAND = "python scripts/new_page.py teemat/lastensuojelu " + '--fi "Lastensuojelu" ' * 6
BAD = {
    "sana": f"# {WORD}\n\n{WORD} ja [{WORD}](#osa).\n\n## {WORD} {{#osa}}\n\n- {WORD}\n",
    "osoite": f"# Osoite\n\n<https://example.org/{WORD}>\n\n`{WORD}`\n\n> {WORD}\n",
    "huomio": f"# Huomio\n\n!!! note\n    {WORD}\n",
    "taulukko": f"# Taulukko\n\nAlku.\n\n## Osa\n\n{TABLE}\n\n## Toinen\n\n{TABLE}\n\n{TABLE}\n",
    "syva": "# Syvä\n\n" + "".join(f"{'#' * n} {WORD}\n\nTeksti.\n\n" for n in range(2, 7)),
    "tyhja": "# Tyhjä\n\n## Ensin\n\n## Sitten\n\n## Lopuksi\n",
    "vain-otsikko": "# Vain otsikko\n",
    "koodi": f"# Koodi\n\n```\n{COMMAND}\n{CODE}\n```\n\n- a\n    - b\n        - {WORD}\n",
}
SIZES = {"narrow": (320, 640), "phone": (390, 800), "desk": (1280, 800)}
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
"""The text spacing of WCAG 1.4.12."""


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Built:
    folder = tmp_path_factory.mktemp("bad")
    for stem, text in BAD.items():
        write(folder / "docs", f"huono/{stem}", text, text)
    return build(folder / "docs", folder / "site")


@pytest.fixture(scope="module")
def address(bad: Built) -> Iterator[str]:
    with serving(bad.root) as where:
        yield where


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


def overflowing(page: Page) -> list[str]:
    """What stands out of the page at the right; what scrolls by itself may."""
    return page.evaluate(
        """() => [...document.querySelectorAll("body *")]
          .filter((e) => !e.closest(".visually-hidden, .skip, svg"))
          .filter((e) => !e.parentElement.closest(".scroll"))
          .filter((e) => e.getBoundingClientRect().right > innerWidth + 0.5)
          .map((e) => `${e.tagName}.${e.className}`)"""
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("stem", BAD)
def test_nothing_runs_out_of_the_page(tab: Page, stem: str, size: str) -> None:
    width, height = SIZES[size]
    tab.set_viewport_size({"width": width, "height": height})
    for home in ("", "sv/"):
        tab.goto(f"{home}huono/{stem}/")
        assert overflowing(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("stem", BAD)
def test_wider_spacing_of_text_still_fits(tab: Page, stem: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"huono/{stem}/")
    styled(tab, SPACING)
    assert overflowing(tab) == []


@pytest.mark.parametrize("size", SIZES)
def test_a_long_command_goes_on_below_instead_of_being_cut(tab: Page, size: str) -> None:
    width, height = SIZES[size]
    tab.set_viewport_size({"width": width, "height": height})
    tab.goto("huono/koodi/")
    assert tab.locator("pre").evaluate("e => e.scrollWidth <= e.clientWidth")


def test_a_table_scrolls_by_keyboard_in_a_region_with_a_name(tab: Page) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto("huono/taulukko/")
    regions = tab.locator(".scroll")
    names = regions.evaluate_all("all => all.map((e) => e.getAttribute('aria-label'))")
    assert names == ["Taulukko: Osa", "Taulukko: Toinen", "Taulukko: Toinen (2)"]
    first = tab.get_by_role("region", name=names[0], exact=True)
    first.focus()
    tab.keyboard.press("ArrowRight")
    until(tab, "document.querySelector('.scroll').scrollLeft > 0")
    assert first.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_headings_of_every_depth_differ_and_fall(tab: Page) -> None:
    tab.goto("huono/syva/")
    sizes = [
        tab.locator(f"main h{n}").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        for n in range(1, 6)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 5
    expect(tab.locator("main h6")).to_be_visible()
