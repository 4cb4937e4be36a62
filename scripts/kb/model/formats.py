"""Dates and sums as each language writes them; names and rules of form come from Babel's CLDR."""

from __future__ import annotations

from babel.dates import format_date
from babel.numbers import format_decimal

from kb.model.date import PartialDate
from kb.text import Lang, Text

NBSP = "\u00a0"
_DAY = Text("d.M.y", "d MMMM y")
_MONTH = Text("LLLL y", "LLLL y")
_MILLION = Text("miljoona euroa", "miljon euro")
_MILLIONS = Text("miljoonaa euroa", "miljoner euro")
_EUROS = Text("euroa", "euro")


def date_text(when: PartialDate, lang: Lang) -> str:
    """`24.10.2019` and `24 oktober 2019`; a month or a year alone if that is all one knows."""
    if when.day:
        return str(format_date(when.first_day, _DAY[lang], locale=lang))
    if when.month:
        return str(format_date(when.first_day, _MONTH[lang], locale=lang))
    return str(when.year)


def span_text(start: PartialDate, end: PartialDate | None, lang: Lang) -> str:
    """One date, or two with an en dash: `1.9.–4.11.2016`, `1 september–4 november 2016`.

    Of two days in a month the first is a number alone: `26.–27.11.2018`, `26–27 november 2018`.
    """
    if end is None or end == start:
        return date_text(start, lang)
    first, last = date_text(start, lang), date_text(end, lang)
    if start.day and end.day and (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{'.' if lang is Lang.FI else ''}–{last}"
    if start.year == end.year and start.month:
        first = first.removesuffix(str(start.year)).rstrip()
    return f"{first}–{last}"


def years_text(start: PartialDate, end: PartialDate | None) -> str:
    """`2017–2018`, `2019`; with an open end `2023–`."""
    if end is None:
        return f"{start.year}–"
    return f"{start.year}–{end.year}" if end.year != start.year else str(start.year)


def money_text(euros: int, lang: Lang) -> str:
    """`23,6 miljoonaa euroa`, `851 777 euro`: round sums in millions, others to the euro."""
    if euros >= 1_000_000 and euros % 1000 == 0:
        number = format_decimal(euros / 1_000_000, "#,##0.###", locale=lang)
        unit = _MILLION if euros == 1_000_000 else _MILLIONS
        return f"{number}{NBSP}{unit[lang]}"
    return f"{format_decimal(euros, locale=lang)}{NBSP}{_EUROS[lang]}"


def brief_money_text(euros: int, lang: Lang) -> str:
    """The same for tables: `23,6 milj. €`, `851 777 €`."""
    if euros >= 1_000_000 and euros % 1000 == 0:
        number = format_decimal(euros / 1_000_000, "#,##0.###", locale=lang)
        return f"{number}{NBSP}milj.{NBSP}€"
    return f"{format_decimal(euros, locale=lang)}{NBSP}€"


def sort_key(word: str) -> str:
    """The key of Finnish and Swedish alphabetical order: å, ä and ö come after z."""
    return word.casefold().translate(_ALPHABET)


_ALPHABET = str.maketrans({"å": "{a", "ä": "{b", "ö": "{c", "é": "e", "-": "", " ": "\u0020"})
