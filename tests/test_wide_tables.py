"""A table of 15 columns scrolls in its own box: narrow screens, forced colours, no script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from serve import Build, serving
from toy import FILES, write

COLUMNS = 15
ROW = "|".join(["", *(f" sarake {number} " for number in range(COLUMNS)), ""])
TABLE = f"{ROW}\n|{'---|' * COLUMNS}\n{ROW}\n"
PAGES = {
    "levea.fi.md": f"# Leveä\n\n{TABLE}",
    "levea.sv.md": f"---\nslug: bred\n---\n\n# Bred\n\n{TABLE}",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, build: Build):
    folder = tmp_path_factory.mktemp("wide")
    built = build(write(folder / "docs", FILES | PAGES), folder / "site")
    with serving(built.root) as address:
        yield address


@pytest.mark.parametrize("path", ["levea/", "sv/bred/"])
@pytest.mark.parametrize("script", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("colours", ["active", "none"])
def test_a_wide_table_scrolls_by_itself(
    browser: Browser, address: str, path: str, script: bool, colours: str
) -> None:
    context = browser.new_context(
        base_url=address,
        viewport={"width": 320, "height": 640},
        java_script_enabled=script,
        forced_colors=colours,
    )
    tab = context.new_page()
    tab.goto(path)
    box = tab.locator(".scroll").bounding_box()
    assert box and box["width"] <= 320
    assert (tab.locator("table").bounding_box() or {})["width"] > 320
    tab.locator(".scroll").focus()
    assert tab.locator(".scroll:focus-visible").count() == 1
    context.close()
