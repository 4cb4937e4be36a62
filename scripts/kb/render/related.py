"""What the data has near a page: people, dates and pages, each list short and best first chosen.

Nearness is only what files say: a record that names the page, facts that both cite, themes and
phases that both carry, a link from one to the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from kb.directives.evidence import GLOSSARY, SOURCES
from kb.directives.people import CONTACTS
from kb.directives.programme import FUNDING, REGION, REGIONS, TIMELINE
from kb.model.catalogue import Catalogue
from kb.model.interface import MenuGroup
from kb.model.page import HOME, Page
from kb.model.people import Contact
from kb.model.programme import Event, Grant, Phase, Region, Theme
from kb.model.reading import in_reading_order
from kb.model.record import Record

MOST_PEOPLE = 5
MOST_DATES = 5
MOST_TERMS = 8
MOST_PAGES = 5
MOST_SUMS = 4

LISTS = (TIMELINE, GLOSSARY, SOURCES, CONTACTS)
"""The directives whose home shows every record of a kind."""

T = TypeVar("T")


def is_about_the_site(catalogue: Catalogue, page: Page) -> bool:
    """True for what stands in the footer's menu: no part of the subject."""
    return any(page.key in group.pages for group in _footer(catalogue))


def is_a_list(catalogue: Catalogue, page: Page) -> bool:
    """True for the home of a whole kind of data, such as the glossary: near everything."""
    homes = (catalogue.page_showing(directive, page.lang) for directive in LISTS)
    return any(home is not None and home.key == page.key for home in homes)


def people(catalogue: Catalogue, page: Page) -> list[list[Contact]]:
    """Those whom the page cites or names, with all their roles; none where contacts are shown."""
    if page.shows(CONTACTS):
        return []
    cited = _cited(page)
    roles: dict[str, list[Contact]] = {}
    for contact in catalogue.all(Contact).values():
        roles.setdefault(contact.name, []).append(contact)
    near = [
        known
        for name, known in roles.items()
        if name in page.body or any(cited & set(contact.facts) for contact in known)
    ]
    return near[:MOST_PEOPLE]


def dates(catalogue: Catalogue, page: Page) -> list[Event]:
    """The nearest events in date order; none where the page shows the timeline itself."""
    if page.shows(TIMELINE):
        return []
    cited, themes = _cited(page), set(page.front.themes)
    own = {phase.id for phase in catalogue.all(Phase).values() if phase.page == page.key}

    def nearness(event: Event) -> float:
        told = sum(4 / catalogue.pages_citing(fact) for fact in cited & set(event.facts))
        named = 4 * (event.page == page.key) + 2 * (event.phase in own)
        return told + named + len(themes & set(event.themes))

    def better(event: Event) -> float:
        return nearness(event) + event.in_picture / 2 if nearness(event) else 0

    return _in_time(_best(catalogue.all(Event).values(), better, MOST_DATES))


def pages(catalogue: Catalogue, page: Page) -> list[str]:
    """Keys of pages elsewhere in the menu that share a theme, or link here from the same phase."""
    themes, phases = set(page.front.themes), set(page.front.phases)
    leading = catalogue.leading_to(page.key, page.lang)
    aside = {key for g in _footer(catalogue) for key in g.pages} | {HOME, page.key}

    def nearness(key: str) -> float:
        other = catalogue.page(key, page.lang)
        if other is None or other.is_front or key in aside or _in_one_folder(page, other):
            return 0
        alike = _share(themes, other.front.themes)
        same_time = _share(phases, other.front.phases)
        leads = key in leading
        return 3 * alike + leads + same_time if alike or (same_time and leads) else 0

    return _best(in_reading_order(catalogue), nearness, MOST_PAGES)


def sums(catalogue: Catalogue, page: Page) -> list[Grant]:
    """The sums of the page, of its phase, or that a page of the money section tells in full."""
    if page.shows(FUNDING):
        return []
    home = catalogue.page_showing(FUNDING, page.lang)
    in_money = home is not None and bool(page.folder) and home.folder == page.folder
    phase = own_phase(catalogue, page)
    found = [
        grant
        for grant in catalogue.all(Grant).values()
        if grant.page == page.key
        or (in_money and _tells(page, grant))
        or (phase is not None and grant.phase == phase.id and grant.scope == "lape")
    ]
    return found[:MOST_SUMS]


def regions(catalogue: Catalogue, page: Page) -> list[Region]:
    """The regional projects that the page tells in full; none where regions are shown anyway."""
    if page.shows(REGIONS) or page.shows(REGION):
        return []
    return [
        region
        for region in catalogue.all(Region).values()
        if region.page == page.key or _tells(page, region)
    ]


def theme_dates(catalogue: Catalogue, page: Page) -> list[Event]:
    """On a theme's own page: the theme's events in date order, if there are several to compare."""
    own = {theme.id for theme in catalogue.all(Theme).values() if theme.page == page.key}
    found = [
        event
        for event in dates(catalogue, page)
        if own and (event.page == page.key or own & set(event.themes))
    ]
    return found if len(found) > 1 else []


def own_phase(catalogue: Catalogue, page: Page) -> Phase | None:
    """The phase that the page is the page of."""
    return next((p for p in catalogue.all(Phase).values() if p.page == page.key), None)


def newest(catalogue: Catalogue, count: int) -> list[Event]:
    """The last events of the timeline, newest first."""
    return _in_time(catalogue.all(Event).values())[::-1][:count]


def _cited(page: Page) -> set[str]:
    return {citation.target for citation in page.citations}


def _tells(page: Page, record: Record) -> bool:
    return bool(record.facts) and set(record.facts) <= _cited(page)


def _in_one_folder(page: Page, other: Page) -> bool:
    return bool(page.folder) and page.folder == other.folder


def _share(some: set[str], others: Iterable[str]) -> float:
    """How much of what two have they have in common: 0 to 1."""
    return len(some & set(others)) / (len(some | set(others)) or 1)


def _footer(catalogue: Catalogue) -> list[MenuGroup]:
    return [group for group in catalogue.all(MenuGroup).values() if group.where == "footer"]


def _in_time(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda event: event.date.first_day)


def _best(candidates: Iterable[T], nearness: Callable[[T], float], most: int) -> list[T]:
    """The nearest first; equally near in their own order; what is not near at all is left out."""
    weighed = [(nearness(one), one) for one in candidates]
    near = sorted((pair for pair in weighed if pair[0]), key=lambda pair: -pair[0])
    return [one for _, one in near[:most]]
