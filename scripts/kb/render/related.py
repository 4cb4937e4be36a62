"""Chooses the people, events, pages, sums and regions that are shown beside a page, a few of each.

Only what files say counts: a record that names the page, facts that both cite, themes and phases
that both carry, a link from one to the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeVar

from kb.directives.evidence import GLOSSARY, SOURCES
from kb.directives.people import CONTACTS
from kb.directives.programme import FUNDING, REGION, REGIONS, TIMELINE
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.model.people import Contact
from kb.model.programme import Event, Grant, Phase, Region, Theme
from kb.model.record import Record

MOST_PEOPLE = 5
MOST_DATES = 5
MOST_TERMS = 8
MOST_PAGES = 5
MOST_SUMS = 4
"""Rows of each list that a phone shows without making the list the main thing."""

LISTS = (TIMELINE, GLOSSARY, SOURCES, CONTACTS)
"""Directives that show every record of a kind when they have no arguments."""

T = TypeVar("T")


def is_a_list(catalogue: Catalogue, page: Page) -> bool:
    """True for the page of a whole kind of data, such as the glossary: it is near everything."""
    homes = (catalogue.page_showing(directive, page.lang) for directive in LISTS)
    return any(home is not None and home.key == page.key for home in homes)


def people(catalogue: Catalogue, page: Page) -> list[list[Contact]]:
    """Those whom the page cites or names, each as the list of their roles.

    None where the page shows contacts anyway.
    """
    if page.shows(CONTACTS):
        return []
    roles: dict[str, list[Contact]] = {}
    for contact in catalogue.all(Contact).values():
        roles.setdefault(contact.name, []).append(contact)
    near = [
        known
        for name, known in roles.items()
        if name in page.body or any(page.cited & set(contact.facts) for contact in known)
    ]
    return near[:MOST_PEOPLE]


def dates(catalogue: Catalogue, page: Page) -> list[Event]:
    """The nearest events in date order; none where the page shows the timeline itself."""
    if page.shows(TIMELINE):
        return []
    themes = set(page.front.themes)
    own_phases = {phase.id for phase in catalogue.all(Phase).values() if phase.page == page.key}

    def nearness(event: Event) -> float:
        # An event that names the page (4) beats any other ground; a fact that only this page
        # cites says as much, one that many cite little. A phase holds dozens of events (2).
        named = 4 * (event.page == page.key) + 2 * (event.phase in own_phases)
        shared_facts = page.cited & set(event.facts)
        told = sum(4 / catalogue.pages_citing(fact) for fact in shared_facts)
        near = told + named + len(themes & set(event.themes))
        # Half a point decides among the equally near: the timeline's picture has the main events.
        return near + event.in_picture / 2 if near else 0

    return _in_time(_best(catalogue.all(Event).values(), nearness, MOST_DATES))


def pages(catalogue: Catalogue, page: Page) -> list[str]:
    """Keys of pages elsewhere in the menu that share a theme, or link here from the same phase."""
    themes, phases = set(page.front.themes), set(page.front.phases)
    leading = catalogue.leading_to(page.key, page.lang)

    def nearness(key: str) -> float:
        other = catalogue.pairs[key].versions[page.lang]
        alike = _share(themes, other.front.themes)
        same_time = _share(phases, other.front.phases)
        leads = key in leading
        # Themes count most: neither a link nor a phase alone makes pages related.
        return 3 * alike + leads + same_time if alike or (same_time and leads) else 0

    return _best(_candidates(catalogue, page, leading), nearness, MOST_PAGES)


def _candidates(catalogue: Catalogue, page: Page, leading: frozenset[str]) -> list[str]:
    """The pages among which the nearest are, in reading order; few, however many there are.

    Pages that are marked alike differ only by a link to this page: of the others the first few do.
    """
    themes = frozenset(page.front.themes)
    found: set[str] = set()
    for (others, _), keys in catalogue.articles[page.lang].items():
        if others & themes:
            found.update(islice((key for key in keys if _is_elsewhere(page, key)), MOST_PAGES))
    for key in leading:
        other = catalogue.pairs[key].versions[page.lang]
        if _is_elsewhere(page, key) and catalogue.is_article(other) and not other.is_front:
            found.add(key)
    return sorted(found, key=catalogue.reading_order.place)


def sums(catalogue: Catalogue, page: Page) -> list[Grant]:
    """The sums of the page, of its phase, or that a page of the money section tells in full."""
    if page.shows(FUNDING):
        return []
    home = catalogue.page_showing(FUNDING, page.lang)
    in_money = home is not None and bool(page.folder) and home.folder == page.folder
    phase = own_phase(catalogue, page)
    near = [
        grant
        for grant in catalogue.all(Grant).values()
        if grant.page == page.key
        or (in_money and _tells(page, grant))
        or (phase is not None and grant.phase == phase.id and grant.scope == "lape")
    ]
    return near[:MOST_SUMS]


def regions(catalogue: Catalogue, page: Page) -> list[Region]:
    """The regional projects that the page tells in full; none where regions are shown anyway."""
    if page.shows(REGIONS, REGION):
        return []
    return [
        region
        for region in catalogue.all(Region).values()
        if region.page == page.key or _tells(page, region)
    ]


def theme_dates(catalogue: Catalogue, page: Page) -> list[Event]:
    """On a theme's own page: the events that gave the theme an answer, in date order."""
    own = {theme.id for theme in catalogue.all(Theme).values() if theme.page == page.key}
    return [
        event
        for event in dates(catalogue, page)
        if event.answer and own and (event.page == page.key or own & set(event.themes))
    ]


def own_phase(catalogue: Catalogue, page: Page) -> Phase | None:
    """The phase that the page is the page of."""
    return next((p for p in catalogue.all(Phase).values() if p.page == page.key), None)


def _tells(page: Page, record: Record) -> bool:
    """True if the page cites all that the record rests on."""
    return bool(record.facts) and set(record.facts) <= page.cited


def _is_elsewhere(page: Page, key: str) -> bool:
    """False for the page itself and for what its section's menu has already."""
    return key != page.key and not (page.folder and page.folder == key.rpartition("/")[0])


def _share(some: set[str], others: Iterable[str]) -> float:
    """The Jaccard index: how much of all that either has both have, 0 to 1."""
    return len(some & set(others)) / (len(some | set(others)) or 1)


def _in_time(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda event: event.date.first_day)


def _best(candidates: Iterable[T], nearness: Callable[[T], float], most: int) -> list[T]:
    """The nearest first; equally near in their own order; those with nearness 0 are left out."""
    weighed = [(nearness(candidate), candidate) for candidate in candidates]
    near = sorted((pair for pair in weighed if pair[0]), key=lambda pair: -pair[0])
    return [candidate for _, candidate in near[:most]]
