"""The figures and the days of a record's fields stand in the facts that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from kb.check import check
from kb.check.fact_figures import as_sum, figures_of_facts
from kb.check.told_numbers import YEAR
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.date import PartialDate
from kb.model.evidence import Fact, Source
from kb.model.fields import FieldType, field_list
from kb.model.record import Record
from kb.text import Lang
from kb.words.numbers import dates, months_of_years

FIELD_NOT_IN_FACT = Rule.error(
    "field-not-in-fact",
    "Kentän ”{key}” luku tai päivä {number} ei ole sama kuin tiedossa, johon se nojaa ({ids}). "
    "Tiedossa on: {known}. Tarkista lähteestä, kumpi on oikein, ja korjaa toinen.",
    "Talet eller datumet {number} i fältet ”{key}” är inte detsamma som i det faktum som det "
    "bygger på ({ids}). Faktumet har: {known}. Kontrollera i källan vilket som är rätt och rätta "
    "det andra.",
    may_stay=True,
)
_SHOWN = 3
"""Figures of the facts that a message names."""
_ALIKE = 0.6
_THOUSAND = 1000
_PART_OF_YEAR = re.compile(
    r"\b(?:alku|alus|alun|loppu|lopus|lopul|kevä|kesä|syks|syys|talv|början|slut|utgång|vår|somm|höst|vint)",
    re.IGNORECASE,
)


@check
def field_not_in_fact(catalogue: Catalogue) -> Iterator[Finding]:
    """A number or a day of a record that none of its facts has, though they have others.

    Bad: `amount: 5900000`, and the fact says 5,8 million. Good: `amount: 5800000`.
    """
    figures = figures_of_facts(catalogue)
    for records in catalogue.records.values():
        for record in records.values():
            facts = [catalogue.all(Fact).get(id) for id in record.facts]
            told = [fact for fact in facts if fact and (fact.id, Lang.FI) in figures]
            if told and len(told) == len(facts):
                known = {n for fact in told for lang in Lang for n in figures[fact.id, lang]}
                yield from _of_record(record, _Told(catalogue, told, known))


def _of_record(record: Record, told: _Told) -> Iterator[Finding]:
    for key, field in field_list(type(record)).items():
        value = getattr(record, key)
        if value is None or field.is_own:
            continue
        near: Sequence[str] = ()
        if field.type is FieldType.INTEGER:
            near = told.instead_of_number(value)
        elif field.type is FieldType.DATE:
            near = told.instead_of_day(value)
        if near:
            ids = ", ".join(fact.id for fact in told.facts)
            known = ", ".join(near)
            at = record.place.path, record.place.line_of(key)
            yield FIELD_NOT_IN_FACT.at(*at, key=key, number=str(value), ids=ids, known=known)


@dataclass(frozen=True)
class _Told:
    """What the facts of a record say."""

    catalogue: Catalogue
    facts: Sequence[Fact]
    figures: set[str]

    def instead_of_number(self, value: int) -> list[str]:
        """What the facts have instead of a number; none if they have it.

        A sum a thousand times too large or small is told by a rule of its own.
        """
        sizes = (value, value * _THOUSAND, value / _THOUSAND)
        if str(value) in self.figures or not self.figures.isdisjoint(map(as_sum, sizes)):
            return []
        known = {one.removeprefix("=") for one in self.figures}
        numbers = {one for one in known if one.isdecimal() and not YEAR.fullmatch(one)}
        return _nearest(str(value), numbers)

    def instead_of_day(self, value: PartialDate) -> list[str]:
        """What the facts have instead of a day, a month or a year; none if they have it."""
        if str(value.year) in self.figures and self._has_in_year(value):
            return []
        known = {f"{y}-{m:02}-{d:02}"[: len(str(value))] for y, m, d in self._days if y}
        if not value.day:
            known.update(f"{y}-{m:02}"[: len(str(value))] for y, m in self._months)
        return _nearest(str(value), known)

    def _has_in_year(self, value: PartialDate) -> bool:
        if value.day:
            day = value.month, value.day
            days = self._days | self._days_of_sources
            return any((year, *day) in days for year in (value.year, 0))
        if not value.month or f"m{value.month}" in self.figures:
            return True
        is_rough = any(_PART_OF_YEAR.search(fact.text.fi) for fact in self.facts)
        return is_rough and all(year != value.year for year, _ in self._months)

    @cached_property
    def _months(self) -> set[tuple[int, int]]:
        """Every month that the facts name with its year."""
        return {
            month
            for fact in self.facts
            for lang in Lang
            for text in _texts(fact, lang)
            for month in months_of_years(text, lang)
        }

    @cached_property
    def _days(self) -> set[tuple[int, int, int]]:
        """Every day that the facts name."""
        texts = [(text, lang) for one in self.facts for lang in Lang for text in _texts(one, lang)]
        return {day for text, lang in texts for day in dates(text, lang)}

    @cached_property
    def _days_of_sources(self) -> set[tuple[int, int, int]]:
        """Every day on which a source of the facts came out: what happened then needs no other."""
        sources = [self.catalogue.all(Source)[id].date for one in self.facts for id in one.sources]
        return {(it.year, it.month, it.day) for it in sources if it and it.month and it.day}


def _texts(fact: Fact, lang: Lang) -> tuple[str, str]:
    """What a fact says in a language; its value is written as in the source, in either."""
    return fact.text[lang], fact.value or ""


def _nearest(value: str, known: set[str]) -> list[str]:
    """What may have been meant, or else whatever there is."""
    for cutoff in (_ALIKE, 0):
        if found := get_close_matches(value, sorted(known), n=_SHOWN, cutoff=cutoff):
            return found
    return []
