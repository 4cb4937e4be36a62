"""What a page's social picture says: title, section, site and the phases it tells of."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.catalogue import Catalogue
from kb.model.interface import MenuGroup
from kb.model.page import HOME, Page
from kb.model.programme import Phase
from kb.text import Lang


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase on the card's time line; `told` if the page tells of it."""

    years: str
    told: bool


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card; `stretches` is empty where the page belongs to no phase."""

    title: str
    section: str
    site_name: str
    stretches: tuple[Stretch, ...] = ()


def card_of(catalogue: Catalogue, page: Page) -> Card:
    """The card of a content page."""
    name = catalogue.word("site-name", page.lang)
    told = set(page.front.phases)
    phases = catalogue.all(Phase)
    stretches = tuple(
        Stretch(_years(phase, page.lang), phase.id in told) for phase in phases.values()
    )
    return Card(
        title=page.title,
        section=_section(catalogue, page),
        site_name=name,
        stretches=stretches if told & phases.keys() else (),
    )


def plain_card(catalogue: Catalogue, lang: Lang, title: str) -> Card:
    """The card of a page that no Markdown file stands behind."""
    return Card(title=title, section="", site_name=catalogue.word("site-name", lang))


def _years(phase: Phase, lang: Lang) -> str:
    """As short as the line needs: `2020–2022` without how the work went on, `2023–`."""
    if phase.end is None:
        return f"{phase.start.year}–"
    return phase.years[lang].partition(",")[0]


def _section(catalogue: Catalogue, page: Page) -> str:
    """The front page above the page, else its heading in the menu; empty if it is the title."""
    if page.key == HOME:
        return ""
    front = catalogue.page(f"{page.folder}/{HOME}", page.lang) if page.folder else None
    groups = catalogue.all(MenuGroup).values()
    menu = next((group.name[page.lang] for group in groups if page.key in group.pages), "")
    name = menu if page.is_front or front is None else front.title
    return "" if name == page.title else name
