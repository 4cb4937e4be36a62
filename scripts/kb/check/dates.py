"""Dates that the calendar has, spans that run forward, days of checking that are not too old."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kb.check import Reference, check_with_reference
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.date import PartialDate
from kb.model.evidence import Source
from kb.model.people import Contact
from kb.model.programme import Event, Grant, Phase
from kb.model.record import Record
from kb.model.results import CentreCount
from kb.model.services import Organiser
from kb.text import Lang
from kb.words.numbers import SWEDISH_MONTHS
from kb.words.times import Fault, faults

_FIGURES = re.compile(
    r"(?<![\d.,:/-])(\d{1,2})\.(\d{1,2})\.(\d{4})?(?![\d.])|"
    r"(?<![\d.,:/-])(\d{1,2})\.(\d{1,2})\.(\d{4})\b"
)
_WORDS = re.compile(
    rf"(?<![\d.,])(\d{{1,2}})\s({'|'.join(SWEDISH_MONTHS)})\b(?:\s(\d{{4}}))?", re.IGNORECASE
)
_YEARS = re.compile(r"(?<![\d–-])((?:18|19|20)\d\d)\s?[–-]\s?((?:18|19|20)\d\d)(?![\d–-])")
_LEAP_YEAR = 2000
_SPANS: dict[type[Record], tuple[tuple[str, str], ...]] = {
    Event: (("date", "until"),),
    Phase: (("start", "end"),),
    Grant: (("opens", "closes"),),
}

IMPOSSIBLE_DATE = Rule.error(
    "impossible-date",
    "Päivää tai aikaväliä ”{date}” ei ole. Tarkista luvut lähteestä.",
    "Datumet eller tidsspannet ”{date}” finns inte. Kontrollera siffrorna i källan.",
    may_stay=True,
)
_BACKWARDS = IMPOSSIBLE_DATE.saying(
    "Loppu (”{last}: {end}”) on ennen alkua (”{first}: {start}”). Korjaa jompikumpi päivä.",
    "Slutet (”{last}: {end}”) kommer före början (”{first}: {start}”). Rätta det ena datumet.",
)


_NO_SUCH_HOUR = IMPOSSIBLE_DATE.saying(
    "Kellonaikaa ”{date}” ei ole. Tunnit ovat 0–24 ja minuutit 00–59. Tarkista luvut.",
    "Klockslaget ”{date}” finns inte. Timmarna är 0–24 och minuterna 00–59. Kontrollera siffrorna.",
)
_ENDS_FIRST = IMPOSSIBLE_DATE.saying(
    "Aikaväli ”{date}” loppuu ennen kuin se alkaa. Tarkista, kumpi aika on väärin.",
    "Tidsspannet ”{date}” slutar innan det börjar. Kontrollera vilken av tiderna som är fel.",
)
_WRONG_WEEKDAY = IMPOSSIBLE_DATE.saying(
    "Viikonpäivä ei sovi päivään: ”{date}” on {better}. Tarkista, onko väärin päivä vai "
    "viikonpäivä.",
    "Veckodagen stämmer inte med datumet: ”{date}” är en {better}. Kontrollera om det är datumet "
    "eller veckodagen som är fel.",
)
_IN_TEXT = {Fault.HOUR: _NO_SUCH_HOUR, Fault.BACKWARDS: _ENDS_FIRST}


@check_with_reference
def impossible_date(catalogue: Catalogue, reference: Reference) -> Iterator[Finding]:
    """A day that no calendar has, one that cannot be yet, or a span that ends before it begins.

    Bad: `31.2.2020`, `2018–2016`, `checked: 2099-01-01`. Good: `29.2.2020` and `2016–2018`.
    """
    for one in catalogue.passages():
        for wrong in _impossible(one.words, one.lang):
            yield IMPOSSIBLE_DATE.at(one.path, one.line, date=wrong)
        for fault, shown, better in faults(one.words, one.lang):
            if fault is Fault.WEEKDAY:
                yield _WRONG_WEEKDAY.at(one.path, one.line, date=shown, better=better)
            else:
                yield _IN_TEXT[fault].at(one.path, one.line, date=shown)
    for kind, spans in _SPANS.items():
        for record in catalogue.all(kind).values():
            yield from _backwards(record, spans)
    if reference.today:
        yield from _to_come(catalogue, reference.today)


def _impossible(text: str, lang: Lang) -> Iterator[str]:
    if not any(figure in text for figure in "0123456789"):
        return
    for found in _FIGURES.finditer(text):
        day, month, year = (found[at] or found[at + 3] for at in (1, 2, 3))
        if not _exists(int(day), int(month), int(year) if year else None):
            yield found[0]
    for found in _WORDS.finditer(text) if lang is Lang.SV else ():
        month = SWEDISH_MONTHS.index(found[2].lower()) + 1
        if not _exists(int(found[1]), month, int(found[3]) if found[3] else None):
            yield found[0]
    for found in _YEARS.finditer(text):
        if found[2] < found[1]:
            yield found[0]


def _exists(day: int, month: int, year: int | None) -> bool:
    """True for a day of the calendar; without a year also for what may be no date at all."""
    if not 1 <= month <= 12:
        return year is None
    return 1 <= day <= calendar.monthrange(year or _LEAP_YEAR, month)[1]


def _backwards(record: Record, spans: tuple[tuple[str, str], ...]) -> Iterator[Finding]:
    for first, last in spans:
        start, end = getattr(record, first), getattr(record, last)
        if start and end and end.first_day < _comparable(start, end):
            yield _BACKWARDS.at(
                record.place.path,
                record.place.line_of(last),
                first=first,
                start=str(start),
                last=last,
                end=str(end),
            )


def _comparable(start: PartialDate, end: PartialDate) -> date:
    """The start, no more precise than the end: 2016-11-04 does not come after 2016."""
    return date(
        start.year,
        start.month if end.month and start.month else 1,
        start.day if end.day and start.day else 1,
    )


_TO_COME = replace(
    IMPOSSIBLE_DATE.saying(
        "Kentän ”{key}” päivä {date} on vasta tulossa, mutta kentässä kerrotaan menneestä. "
        "Tarkista luvut.",
        "Dagen {date} i fältet ”{key}” har inte kommit ännu, men fältet berättar om något som "
        "varit. Kontrollera siffrorna.",
    ),
    gives_way=True,
)
_PAST: dict[type[Record], str] = {
    Contact: "as_of",
    Source: "date",
    Organiser: "seen",
    CentreCount: "date",
    Grant: "decided",
}
"""The days of what somebody has seen, published, counted or decided."""
_DONE = "done"


def _to_come(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    told = [(page.front.place, "checked", page.front.checked) for page in catalogue.pages()]
    for kind, key in _PAST.items():
        records = catalogue.all(kind).values()
        told += [(record.place, key, getattr(record, key)) for record in records]
    events = catalogue.all(Event).values()
    told += [(event.place, "date", event.date) for event in events if event.status == _DONE]
    for place, key, day in told:
        if day and day.first_day > today:
            yield _TO_COME.at(place.path, place.line_of(key), key=key, date=str(day))


REVIEW_OVERDUE = Rule.warning(
    "review-overdue",
    "Sivun tiedot tarkistettiin viimeksi {day}, yli {months} kuukautta sitten. Lue sivu, tarkista "
    "lähteet ja kirjoita uusi päivä kenttään ”checked” molemmilla kielillä.",
    "Sidans uppgifter kontrollerades senast {day}, för mer än {months} månader sedan. Läs sidan, "
    "kontrollera källorna och skriv en ny dag i fältet ”checked” på båda språken.",
)


@check_with_reference
def review_overdue(catalogue: Catalogue, reference: Reference) -> Iterator[Finding]:
    """A page whose facts were last checked too long ago.

    Bad: `checked: 2024-01-15` two years later. Good: `checked:` of this year.
    """
    today, months = reference.today, reference.review_months
    for page in catalogue.pages() if today else ():
        checked = page.front.checked
        if checked and today and _months_between(checked, today) >= months:
            line = page.front.place.line_of("checked")
            yield REVIEW_OVERDUE.at(page.path, line, day=str(checked), months=months)


def _months_between(checked: PartialDate, today: date) -> int:
    first = checked.first_day
    return (today.year - first.year) * 12 + today.month - first.month - (today.day < first.day)
