"""Hours, weekdays and spans in running text that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum, auto

from kb.text import Lang
from kb.words.numbers import MONTHS

WEEKDAYS = {
    Lang.FI: (
        *("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai"),
        *("lauantai", "sunnuntai"),
    ),
    Lang.SV: ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
}
_SHORT = {
    Lang.FI: ("ma", "ti", "ke", "to", "pe", "la", "su"),
    Lang.SV: ("mån", "tis", "ons", "tor", "fre", "lör", "sön"),
}
_FIGURES = r"(?P<{0}d>\d{{1,2}})\.(?P<{0}m>\d{{1,2}})\.(?P<{0}y>\d{{4}})?"
_LETTERS = {
    Lang.FI: r"(?P<{0}D>\d{{1,2}})\.\s(?P<{0}M>{1})\w*(?:\s(?P<{0}Y>\d{{4}}))?",
    Lang.SV: r"(?P<{0}D>\d{{1,2}})\s(?P<{0}M>{1})(?:\s(?P<{0}Y>\d{{4}}))?",
}


def _day(lang: Lang, name: str) -> str:
    """A day in figures or with its month in letters; groups begin with the name."""
    letters = _LETTERS[lang].format(name, "|".join(MONTHS[lang]))
    return f"(?:{_FIGURES.format(name)}|{letters})"


_WEEKDAY = {
    lang: re.compile(
        rf"\b(?:(?P<long>{'|'.join(WEEKDAYS[lang])})\w*|(?P<short>{'|'.join(_SHORT[lang])})\.?)\s"
        rf"(?:den\s)?{_day(lang, 'a')}",
        re.IGNORECASE,
    )
    for lang in Lang
}
_SPAN = {
    lang: re.compile(
        rf"(?<![\d.–]){_day(lang, 'a')}\s?[–-]\s?{_day(lang, 'b')}(?!\d)", re.IGNORECASE
    )
    for lang in Lang
}
_HOURS = re.compile(
    r"\b(?:klo|kello|kl\.|klockan)\s?(\d{1,2})(?:[.:](\d{2}))?(?:\s?[–-]\s?(\d{1,2})(?:[.:](\d{2}))?)?"
    r"(?![\d.]*\d)",
    re.IGNORECASE,
)
_EVENING, _MORNING = 17, 12
"""A span of hours that begins so late and ends so early is a night."""
_AUTUMN, _SPRING = 9, 6
"""A span of months that begins so late and ends so early passes the new year."""


class Fault(Enum):
    """What cannot be."""

    HOUR = auto()
    WEEKDAY = auto()
    BACKWARDS = auto()


def faults(text: str, lang: Lang) -> Iterator[tuple[Fault, str, str]]:
    """What cannot be, as it is written, and the right weekday of a day that has a wrong one."""
    if not any(figure in text for figure in "0123456789"):
        return
    yield from _wrong_hours(text)
    for found in _WEEKDAY[lang].finditer(text):
        if wrong := _wrong_weekday(found, lang):
            yield Fault.WEEKDAY, found[0], wrong
    for found in _SPAN[lang].finditer(text):
        if _is_backwards(found, lang):
            yield Fault.BACKWARDS, found[0], ""


def _wrong_hours(text: str) -> Iterator[tuple[Fault, str, str]]:
    for found in _HOURS.finditer(text):
        first, last = ((int(found[at] or 0), int(found[at + 1] or 0)) for at in (1, 3))
        if any(
            hour > 24 or minute > 59 or (hour == 24 and minute) for hour, minute in (first, last)
        ):
            yield Fault.HOUR, found[0], ""
        elif found[3] and last <= first and not (first[0] >= _EVENING and last[0] <= _MORNING):
            yield Fault.BACKWARDS, found[0], ""


def _wrong_weekday(found: re.Match[str], lang: Lang) -> str:
    """The right weekday, if it is another than the one written; empty without a year."""
    day, month, year = _parts(found, "a", lang)
    try:
        right = date(year, month, day).weekday()
    except ValueError:  # no such day, which is told of it, or no year
        return ""
    names = WEEKDAYS if found["long"] else _SHORT
    said = (found["long"] or found["short"]).lower()
    return "" if names[lang][right] == said else WEEKDAYS[lang][right]


def _is_backwards(found: re.Match[str], lang: Lang) -> bool:
    day, month, year = _parts(found, "a", lang)
    last_day, last_month, last_year = _parts(found, "b", lang)
    if year and last_year:
        return (last_year, last_month, last_day) < (year, month, day)
    passes = month >= _AUTUMN and last_month <= _SPRING and not last_year
    return not year and (last_month, last_day) < (month, day) and not passes


def _parts(found: re.Match[str], name: str, lang: Lang) -> tuple[int, int, int]:
    """Day, month and year; 0 for a year that is not written."""
    if found[f"{name}d"]:
        return int(found[f"{name}d"]), int(found[f"{name}m"]), int(found[f"{name}y"] or 0)
    month = MONTHS[lang].index(found[f"{name}M"].lower()) + 1
    return int(found[f"{name}D"]), month, int(found[f"{name}Y"] or 0)
