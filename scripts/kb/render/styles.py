"""Which style sheets a page needs besides that of all pages."""

from __future__ import annotations

from kb.directives.home import FIGURES, NEWEST
from kb.directives.programme import FIND_REGION, REGION, THEMES
from kb.directives.site import PAGES
from kb.model.catalogue import Catalogue
from kb.model.page import HOME, Page
from kb.render.key_facts import key_facts

HOME_STYLE = "home.css"
"""The sheet of home, cards included, and of whatever page shows what home is made of."""

BOXES = "boxes.css"
"""The sheet of pages with cards or with a box of their key facts."""
_CARDS = (PAGES, THEMES)

_OF_HOME = (FIGURES, NEWEST, FIND_REGION, THEMES)


def styles_of(catalogue: Catalogue, page: Page) -> tuple[str, ...]:
    """The names of the sheets, in the order in which they are asked for."""
    if page.key == HOME:
        return (HOME_STYLE,)
    boxes = page.shows(REGION, *_CARDS) or key_facts(catalogue, page)
    of_home = page.shows(*_OF_HOME)
    return (*((BOXES,) if boxes else ()), *((HOME_STYLE,) if of_home else ()))
