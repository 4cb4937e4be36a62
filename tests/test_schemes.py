"""What the style sheet sets in the dark and on the narrowest screens: so little that axe need not
look at every combination (see page_states)."""

from __future__ import annotations

import re

from conftest import ROOT
from kb.render.sheet import sheets

PARTS = {file.name: file.read_text("utf-8") for file in (ROOT / "styles").glob("*.css")}
CSS = "".join(sheets(PARTS).values())
LAYOUT_ON_SCREENS = {"display", "flex-direction", "min-height", "flex", "min-width"}


def blocks(condition: str) -> list[str]:
    """The rules in each @media block of the style sheet whose condition matches."""
    found = re.findall(r"@media ?([^{]+)\{((?:[^{}]*\{[^{}]*\})*)\}", CSS)
    return [body for said, body in found if re.search(condition, said)]


def declared(condition: str) -> set[tuple[str, str]]:
    """Each property and value that those blocks set."""
    bodies = [rule for body in blocks(condition) for rule in re.findall(r"\{([^{}]*)\}", body)]
    pairs = [one.partition(":") for body in bodies for one in body.split(";") if one.strip()]
    return {(name.strip(), value.strip()) for name, _, value in pairs}


def test_the_dark_scheme_sets_colours_only() -> None:
    dark = declared("prefers-color-scheme") | declared("^screen$")
    assert ("color-scheme", "dark") in dark
    others = {name for name, _ in dark if not name.startswith("--")}
    assert others - LAYOUT_ON_SCREENS == {"color-scheme"}
    values = {value for name, value in dark if name.startswith("--")}
    assert {value for value in values if not re.match(r"#|rgb|hsl|ok|color|none", value)} == set()


def test_the_width_sets_no_colours_but_those_of_the_menu_and_the_hero() -> None:
    colour = re.compile(r"(^|;)(--|color|background|opacity)")
    rules = (rule for body in blocks("width") for rule in re.findall(r"([^{}]*)\{([^{}]*)\}", body))
    coloured = {selector for selector, said in rules if colour.search(said)}
    assert coloured == {".menu summary::before", ".menu[open] summary", ".group>ul", ".prose .hero"}


def test_between_320_and_390_pixels_things_go_and_none_comes() -> None:
    widths = {float(rem) * 16: rem for rem in re.findall(r"@media[^{]*width:([\d.]+)rem", CSS)}
    assert len(widths) > 3
    between = [rem for width, rem in widths.items() if 320 <= width < 390]
    said = [pair for rem in between for pair in declared(rf"width:{re.escape(rem)}rem")]
    assert set(said) <= {("display", "none")}
