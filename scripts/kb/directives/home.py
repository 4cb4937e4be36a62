"""What the home page shows of everything: its figures, the years at a glance, what is newest."""

from __future__ import annotations

from kb.directives.arguments import Arguments
from kb.directives.context import RenderContext
from kb.directives.directive import Context, Directive, all_of, nothing
from kb.directives.pictures.timeline import TIMELINE as UPRIGHT
from kb.directives.pictures.timeline import across
from kb.directives.programme import TIMELINE
from kb.model.catalogue import Catalogue
from kb.model.interface import KeyFigure
from kb.model.page import Page
from kb.model.programme import EVENT_STATUSES, Event
from kb.text import Text

_NEWEST = 4

FIGURES = all_of(KeyFigure, Text("Etusivun luvut", "Siffrorna på startsidan"))


def _years(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    upright = UPRIGHT.draw(context.catalogue, page) or {"picture": None}
    return {
        **upright,
        "across": across(context.catalogue, page.lang),
        "timeline_page": context.catalogue.page_showing(TIMELINE, page.lang),
    }


YEARS = Directive(
    name="years",
    about=Text(
        "Aikajanan kuva koko sivun levyisenä, ilman lähteitä",
        "Bilden av tidslinjen i hela sidans bredd, utan källor",
    ),
    arguments=(),
    records=nothing,
    context=_years,
)


def newest(catalogue: Catalogue, count: int) -> list[Event]:
    """The last events of the timeline, newest first."""
    events = sorted(catalogue.all(Event).values(), key=lambda event: event.date.first_day)
    return events[::-1][:count]


def _newest(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {
        "events": newest(context.catalogue, _NEWEST),
        "statuses": EVENT_STATUSES,
        "timeline_page": context.catalogue.page_showing(TIMELINE, page.lang),
    }


NEWEST = Directive(
    name="newest",
    about=Text(
        "Aikajanan uusimmat tapahtumat, ilman lähteitä",
        "De senaste händelserna på tidslinjen, utan källor",
    ),
    arguments=(),
    records=nothing,
    context=_newest,
)
