"""What each picture shows: records chosen and worded, then laid out by pure geometry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from kb.model.addresses import address, relative
from kb.model.catalogue import Catalogue
from kb.model.date import PartialDate
from kb.model.page import Page
from kb.model.people import ORGANISATION_PARTS, Organisation
from kb.model.programme import (
    AREAS,
    GRANT_SCOPES,
    GRANT_STATUSES,
    Content,
    Event,
    Grant,
    Phase,
    Region,
)
from kb.model.selection import pictured
from kb.render.context import RenderContext
from kb.render.formats import date_text, money_text
from kb.render.pictures import GridCell, Share, Sum, Written, bars, shares, side_by_side, tile_map
from kb.render.time_axis import Moment, Stretch, timeline
from kb.text import Lang

Context = dict[str, Any]

_COLUMNS = ("phase-1", "phase-2")
"""The phases that stand side by side."""


def illustrate(context: RenderContext, page: Page, arguments: Mapping[str, str]) -> Context:
    """The context of a picture's fragment; `picture` is None if there is nothing to draw."""
    show = arguments["show"]
    drawn = _PICTURES[show](context.catalogue, page) or {"picture": None}
    return {"show": show, **drawn}


def _timeline(catalogue: Catalogue, page: Page) -> Context | None:
    phases = list(catalogue.all(Phase).values())
    events = sorted(pictured(catalogue, Event), key=lambda event: event.date.first_day)
    stretches = [_stretch(catalogue, p, p.end, page.lang) for p in phases if p.end]
    if not stretches:
        return None
    moments = [
        Moment(_start(e.date), date_text(e.date, page.lang), e.title[page.lang]) for e in events
    ]
    after = [f"{p.name[page.lang]} {p.years[page.lang]}" for p in phases if not p.end]
    drawing = timeline(stretches, moments, " ".join(after))
    return {"picture": drawing, "phases": phases, "events": events}


def _stretch(catalogue: Catalogue, phase: Phase, end: PartialDate, lang: Lang) -> Stretch:
    name, start = phase.name[lang], _start(phase.start)
    if phase.planned_end is None:
        return Stretch(start, _end(end), (name, phase.years[lang]))
    years = f"{phase.start.year}–{phase.planned_end.year}"
    plan = catalogue.word("picture-planned", lang).format(years=years)
    beyond = catalogue.word("picture-continued", lang).format(year=end.year)
    return Stretch(start, _end(end), (name, plan), _end(phase.planned_end), beyond)


def _start(when: PartialDate) -> float:
    return _in_years(when.first_day)


def _end(when: PartialDate) -> float:
    """The end of the last day that a date can mean."""
    if when.day:
        return _start(when) + 1 / 366
    if when.month:
        return when.year + 1 if when.month == 12 else _in_years(date(when.year, when.month + 1, 1))
    return when.year + 1


def _in_years(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 366


def _regions(catalogue: Catalogue, page: Page) -> Context | None:
    regions = sorted(pictured(catalogue, Region), key=lambda r: (r.row or 0, r.column or 0))
    if not regions:
        return None
    places = [
        GridCell(r.row or 0, r.column or 0, (r.tile_name or r.name)[page.lang]) for r in regions
    ]
    heading = catalogue.word("area-today", page.lang)
    drawing = tile_map(places, heading, [name[page.lang] for name in AREAS.values()])
    links = [_region_link(catalogue, page, region) for region in regions]
    tiles = list(zip(regions, drawing.tiles, links, strict=True))
    return {"picture": drawing, "tiles": tiles, "areas": AREAS}


def _region_link(catalogue: Catalogue, page: Page, region: Region) -> str:
    """The region's own page, or its row in the table of regions, or nothing."""
    here = address(catalogue, page)
    own = catalogue.page(region.page, page.lang) if region.page else None
    if own:
        return relative(address(catalogue, own), here)
    home = catalogue.page_showing("regions", page.lang)
    if home is None:
        return ""
    return f"{'' if home.key == page.key else relative(address(catalogue, home), here)}#{region.id}"


def _money(catalogue: Catalogue, page: Page) -> Context | None:
    grants = pictured(catalogue, Grant)
    groups = []
    for phase in catalogue.all(Phase).values():
        for scope, name in GRANT_SCOPES.items():
            inside = [g for g in grants if g.phase == phase.id and g.scope == scope]
            if inside:
                groups.append((f"{phase.name[page.lang]}: {name[page.lang]}", scope, inside))
    if not groups:
        return None
    drawing = bars(
        [(title, [_sum(catalogue, g, page.lang) for g in inside]) for title, _, inside in groups]
    )
    return {"picture": drawing, "groups": groups, "statuses": GRANT_STATUSES}


def _sum(catalogue: Catalogue, grant: Grant, lang: Lang) -> Sum:
    about = f"{catalogue.word('about', lang)} " if grant.approximate else ""
    status = GRANT_STATUSES[grant.status][lang]
    return Sum(
        euros=grant.amount,
        amount=about + money_text(grant.amount, lang),
        years=grant.years[lang],
        purpose=f"{grant.name[lang]} ({status})",
    )


def _actors(catalogue: Catalogue, page: Page) -> Context | None:
    columns, actors = _columns(catalogue), pictured(catalogue, Organisation)
    if not columns or not actors:
        return None
    parts = [
        (name, [a for a in actors if a.part == part]) for part, name in ORGANISATION_PARTS.items()
    ]
    heads = [f"{phase.name[page.lang]} {phase.years[page.lang]}" for phase in columns]
    drawing = shares(heads, [_share(name[page.lang], who, page.lang) for name, who in parts])
    return {"picture": drawing, "parts": parts, "phases": catalogue.all(Phase)}


def _share(heading: str, actors: list[Organisation], lang: Lang) -> Share:
    def those(*phases: str) -> list[Written]:
        return [
            Written(_named(actor, lang))
            for actor in actors
            if tuple(id for id in _COLUMNS if id in actor.phases) == phases
        ]

    first, second = _COLUMNS
    return Share(heading, both=those(first, second), first=those(first), second=those(second))


def _named(actor: Organisation, lang: Lang) -> str:
    short = f" ({actor.abbreviation[lang]})" if actor.abbreviation else ""
    return actor.name[lang] + short


def _contents(catalogue: Catalogue, page: Page) -> Context | None:
    columns = _columns(catalogue)
    inside = [[c for c in pictured(catalogue, Content) if c.phase == p.id] for p in columns]
    if not any(inside):
        return None
    heads = [
        catalogue.word(f"picture-contents-{phase.id}", page.lang).format(count=len(contents))
        + f" {phase.years[page.lang]}"
        for phase, contents in zip(columns, inside, strict=True)
    ]
    call = catalogue.word("picture-in-call", page.lang)
    texts = [
        [Written(c.name[page.lang], call if c.in_call_2020 else "") for c in contents]
        for contents in inside
    ]
    drawing = side_by_side(heads, texts)
    cards = list(zip([c for contents in inside for c in contents], drawing.cards, strict=True))
    return {"picture": drawing, "cards": cards, "columns": list(zip(columns, inside, strict=True))}


def _columns(catalogue: Catalogue) -> list[Phase]:
    phases = catalogue.all(Phase)
    return [phases[id] for id in _COLUMNS] if all(id in phases for id in _COLUMNS) else []


_PICTURES: dict[str, Callable[[Catalogue, Page], Context | None]] = {
    "timeline": _timeline,
    "regions": _regions,
    "money": _money,
    "actors": _actors,
    "contents": _contents,
}
