"""What directives show of the programme: its phases, themes, events, regions and money."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from kb.directives.arguments import Arguments, IdOf, OneOf, Year
from kb.directives.context import RenderContext
from kb.directives.directive import Context, Directive, all_of, nothing
from kb.directives.services import LANGUAGE_WORDS
from kb.model.addresses import SEARCH, address, relative
from kb.model.catalogue import Catalogue
from kb.model.formats import sort_key
from kb.model.page import Page
from kb.model.places import organisers_of
from kb.model.programme import (
    AREAS,
    EVENT_STATUSES,
    GRANT_STATUSES,
    Event,
    Grant,
    Phase,
    Region,
    Theme,
)
from kb.text import Lang, Text

_YEAR = Text("vuosi, esimerkiksi 2019", "år, till exempel 2019")
_PHASE = IdOf(name="phase", about=Text("vain tämä vaihe", "bara den här fasen"), kind="phases")
_THEME = IdOf(name="theme", about=Text("vain tämä teema", "bara det här temat"), kind="themes")
_FROM = Year(name="from", about=_YEAR, default=0)
_TO = Year(name="to", about=_YEAR, default=9999)
_LAST = 99
"""The place on the map of a region that has none."""


def _events(catalogue: Catalogue, arguments: Arguments) -> list[Event]:
    """The events of a phase, a theme or a span of years, in date order."""

    def wanted(event: Event) -> bool:
        return (
            arguments[_PHASE] in ("", event.phase)
            and arguments[_THEME] in ("", *event.themes)
            and arguments[_FROM] <= event.date.year <= arguments[_TO]
        )

    return sorted(filter(wanted, catalogue.all(Event).values()), key=lambda e: e.date.first_day)


def _timeline(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    events = _events(context.catalogue, arguments)
    years = [(year, list(group)) for year, group in groupby(events, lambda e: e.date.year)]
    return {
        "years": years,
        "phases": list(context.catalogue.all(Phase).values()),
        "statuses": EVENT_STATUSES,
        "whole": not arguments.written,
    }


TIMELINE = Directive(
    name="timeline",
    about=Text("Aikajana", "Tidslinje"),
    arguments=(_PHASE, _THEME, _FROM, _TO),
    records=_events,
    context=_timeline,
    lists=Event,
)

PHASES = all_of(Phase, Text("Vaiheet lyhyesti", "Faserna i korthet"))

_AS = OneOf(
    name="as",
    about=Text("rivit ilman lähteitä", "rader utan källor"),
    words=("lines",),
)


def _every_theme(catalogue: Catalogue) -> list[Theme]:
    return list(catalogue.all(Theme).values())


THEMES = Directive(
    name="themes",
    about=Text("Teemat lyhyesti", "Temana i korthet"),
    arguments=(_AS,),
    records=lambda catalogue, arguments: [] if arguments[_AS] else _every_theme(catalogue),
    context=lambda context, page, arguments: {
        "themes": _every_theme(context.catalogue),
        "as_lines": bool(arguments[_AS]),
    },
)


def _every_region(catalogue: Catalogue, arguments: Arguments) -> list[Region]:
    return list(catalogue.all(Region).values())


def _by_name(regions: Iterable[Region], lang: Lang) -> list[Region]:
    return sorted(regions, key=lambda region: sort_key(region.name[lang]))


def _regions(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    regions = _by_name(_every_region(context.catalogue, arguments), page.lang)
    return {"regions": regions, "told_here": [r for r in regions if r.note and not r.page]}


REGIONS = Directive(
    name="regions",
    about=Text("Taulukko alueiden hankkeista", "Tabell över regionernas projekt"),
    arguments=(),
    records=_every_region,
    context=_regions,
    lists=Region,
)


def _find_region(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    every = _every_region(context.catalogue, arguments)
    return {
        "by_name": _by_name(every, page.lang),
        "from_the_north": sorted(every, key=lambda r: (r.row or _LAST, r.column or _LAST)),
        "table_page": context.catalogue.page_showing(REGIONS, page.lang),
        "search": relative(SEARCH[page.lang], address(context.catalogue, page)),
    }


FIND_REGION = Directive(
    name="find-region",
    about=Text(
        "Oman alueen valinta: luettelo ja ruutukartta",
        "Val av region: en lista och en karta av rutor",
    ),
    arguments=(),
    records=nothing,
    context=_find_region,
)

_ID = IdOf(name="id", about=Text("alueen tunnus", "regionens id"), kind="regions", required=True)


def _one_region(catalogue: Catalogue, arguments: Arguments) -> list[Region]:
    region = catalogue.all(Region).get(arguments[_ID])
    return [region] if region else []


def _region(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {
        "region": context.catalogue.all(Region)[arguments[_ID]],
        "areas": AREAS,
        "organisers": organisers_of(context.catalogue, arguments[_ID]),
        "language_words": LANGUAGE_WORDS,
        "money_page": context.catalogue.page_showing(FUNDING, page.lang),
        "regions_page": context.catalogue.page_showing(REGIONS, page.lang),
    }


REGION = Directive(
    name="region",
    about=Text("Yhden alueen perustiedot", "Basfakta om en region"),
    arguments=(_ID,),
    records=_one_region,
    context=_region,
)


def _grants(catalogue: Catalogue, arguments: Arguments) -> list[Grant]:
    grants = catalogue.all(Grant).values()
    return [grant for grant in grants if arguments[_PHASE] in ("", grant.phase)]


def _funding(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {"grants": _grants(context.catalogue, arguments), "statuses": GRANT_STATUSES}


FUNDING = Directive(
    name="funding",
    about=Text("Taulukko rahasummista", "Tabell över summor"),
    arguments=(_PHASE,),
    records=_grants,
    context=_funding,
)
