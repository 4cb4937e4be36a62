"""The picture of the timeline: phases as bars, events beside them."""

from __future__ import annotations

from datetime import date

from kb.directives.directive import Context
from kb.directives.drawing.time_across import AcrossTimeline, timeline_across
from kb.directives.drawing.time_axis import Moment, Stretch, timeline
from kb.directives.pictures.picture import Picture
from kb.directives.programme import TIMELINE as EVENTS
from kb.model.catalogue import Catalogue
from kb.model.date import PartialDate
from kb.model.formats import date_text, years_text
from kb.model.page import Page
from kb.model.programme import Event, Phase
from kb.model.record import Record
from kb.text import Lang


def _phases(catalogue: Catalogue) -> list[Phase]:
    return list(catalogue.all(Phase).values())


def _events(catalogue: Catalogue) -> list[Event]:
    """Those that say that they are in the picture, in date order."""
    events = [event for event in catalogue.all(Event).values() if event.in_picture]
    return sorted(events, key=lambda event: event.date.first_day)


def _records(catalogue: Catalogue) -> list[Record]:
    return [*_phases(catalogue), *_events(catalogue)]


def _draw(catalogue: Catalogue, page: Page) -> Context | None:
    phases, events = _phases(catalogue), _events(catalogue)
    stretches = [_stretch(catalogue, p, p.end, page.lang) for p in phases if p.end]
    if not stretches:
        return None
    moments = _moments(events, page.lang)
    after = [f"{p.name[page.lang]} {p.years[page.lang]}" for p in phases if not p.end]
    drawing = timeline(stretches, moments, " ".join(after))
    is_home = catalogue.page_showing(EVENTS, page.lang) is page
    wide = across(catalogue, page.lang) if is_home else None
    return {"picture": drawing, "across": wide, "phases": phases, "events": events}


def across(catalogue: Catalogue, lang: Lang) -> AcrossTimeline | None:
    """The same with the years to the right; a phase without an end gets a year of room."""
    phases = _phases(catalogue)
    ends = [_end(phase.end) for phase in phases if phase.end]
    if not ends:
        return None
    stretches = [
        _stretch(catalogue, phase, phase.end, lang)
        if phase.end
        else _open_stretch(phase, max(ends), lang)
        for phase in phases
    ]
    return timeline_across(stretches, _moments(_events(catalogue), lang))


def _open_stretch(phase: Phase, last: float, lang: Lang) -> Stretch:
    start = _start(phase.start)
    return Stretch(start, max(start, last) + 1, (phase.name[lang], phase.years[lang]))


def _moments(events: list[Event], lang: Lang) -> list[Moment]:
    return [Moment(_start(e.date), date_text(e.date, lang), e.title[lang]) for e in events]


def _stretch(catalogue: Catalogue, phase: Phase, end: PartialDate, lang: Lang) -> Stretch:
    name, start = phase.name[lang], _start(phase.start)
    if phase.planned_end is None:
        return Stretch(start, _end(end), (name, phase.years[lang]))
    years = years_text(phase.start, phase.planned_end)
    plan = catalogue.word("picture-planned", lang, years=years)
    beyond = catalogue.word("picture-continued", lang, year=end.year)
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


TIMELINE = Picture(name="timeline", kind=Event, records=_records, draw=_draw)
