"""Figures that are written as another language does, and sums and events that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from statistics import median

from kb.check import check, check_alone
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.date import PartialDate
from kb.model.evidence import Fact
from kb.model.formats import date_text
from kb.model.passages import spelt_words
from kb.model.programme import Event, Grant, Phase, Region
from kb.model.record import Record
from kb.text import Lang, Text
from kb.words.numbers import sums

FOREIGN_FIGURE = Rule.error(
    "foreign-figure",
    "”{mark}” on kirjoitettu toisen kielen tai ohjelman tavalla. Kirjoita: {better}",
    "”{mark}” är skrivet på ett annat språks eller ett programs sätt. Skriv: {better}",
    may_stay=True,
)
_DATE = re.compile(
    r"(?<![\d./-])(?:(?P<y>(?:19|20)\d\d)(?P<s>[/-])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
    r"|(?P<D>\d{1,2})(?P<S>[/-])(?P<M>\d{1,2})(?P=S)(?P<Y>(?:19|20)\d\d))(?![\d/-])"
)
_UNIT = r"(?:milj|mrd|miljoon|miljard|tuhat|tusen|prosent|procent|%|€|eur|M€|meur)"
_POINT = re.compile(rf"(?<![\d.])(\d{{1,3}})\.(\d{{1,2}})(?=[ \u00a0]?{_UNIT})", re.IGNORECASE)
_SUM_FIRST = re.compile(r"(?:€|\bEUR)[ \u00a0]?(\d[\d., \u00a0]*\d|\d)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:,\d{3}){2,}|(?:\.\d{3})+)(?![\d,]|\.\d)")


@check_alone
def foreign_figure(catalogue: Catalogue) -> Iterator[Finding]:
    """A day, a sum or a decimal as in data, in English or in German.

    Bad: `2020/03/31`, `1.4 milj.`, `€ 1,400,000`. Good: `31.3.2020`, `1,4 milj.`, `1 400 000 €`.
    """
    for one in catalogue.passages():
        if any(figure in one.words for figure in "0123456789"):
            for mark, better in _foreign(spelt_words(one.words), one.lang):
                yield FOREIGN_FIGURE.at(one.path, one.line, mark=mark, better=better)


def _foreign(text: str, lang: Lang) -> Iterator[tuple[str, str]]:
    for pattern, better in _FOREIGN:
        for found in pattern.finditer(text):
            if mended := better(found, lang):
                yield found[0], mended
        text = pattern.sub(" ", text)


def _day(found: re.Match[str], lang: Lang) -> str:
    year, month, day = (int(found[key] or found[key.upper()]) for key in "ymd")
    try:
        date(year, month, day)
    except ValueError:
        return ""
    return date_text(PartialDate(year, month, day), lang)


def _sum_first(found: re.Match[str], lang: Lang) -> str:
    return f"{_with_spaces(found[1])} €"


def _with_spaces(number: str) -> str:
    """`1,400,000` and `1.400.000` as `1 400 000`; `1.4` as `1,4`."""
    if re.fullmatch(r"\d{1,3}(?:[., \u00a0]\d{3})+", number):
        return re.sub(r"\D", " ", number)
    return number.replace(".", ",")


_FOREIGN: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Lang], str]], ...] = (
    (_DATE, _day),
    (_SUM_FIRST, _sum_first),
    (_POINT, lambda found, _: f"{found[1]},{found[2]}"),
    (_THOUSANDS, lambda found, _: _with_spaces(found[0])),
)
"""What is not written so here, and how it is."""

UNLIKELY_SUM = Rule.error(
    "unlikely-sum",
    "Summa {sum} euroa on tuhatkertainen tai tuhannesosa siitä, mitä tieto kertoo. Kirjoita: "
    "{key}: {better}",
    "Summan {sum} euro är tusen gånger större eller mindre än vad faktumet säger. Skriv: "
    "{key}: {better}",
    gives_way=True,
    may_stay=True,
)
_UNLIKE_OTHERS = UNLIKELY_SUM.saying(
    "Summa {sum} euroa on aivan eri suuruusluokkaa kuin muut samassa kentässä ”{key}”, jotka ovat "
    "noin {better} euroa. Tarkista nollat lähteestä.",
    "Summan {sum} euro är av en helt annan storlek än de andra i fältet ”{key}”, som är omkring "
    "{better} euro. Kontrollera nollorna i källan.",
)
_SUMS: dict[type[Record], tuple[str, ...]] = {Grant: ("amount",), Region: ("grant", "cost", "sum")}
_THOUSAND = 1000
_FAR = 500
"""Times the middle of the others, or a part of it."""
_FEWEST_OTHERS = 3


@check
def unlikely_sum(catalogue: Catalogue) -> Iterator[Finding]:
    """A sum a thousand times as large or as small as its facts say, or as the others are.

    Bad: `amount: 5800`, and the fact says 5,8 million. Good: `amount: 5800000`.
    """
    facts = catalogue.all(Fact)
    for kind, keys in _SUMS.items():
        records = catalogue.all(kind).values()
        for key in keys:
            known = {one.id: value for one in records if (value := getattr(one, key))}
            for record in records:
                if record.id in known:
                    told = [facts[id] for id in record.facts if id in facts]
                    yield from _of_sum(record, key, known, told)


def _of_sum(record: Record, key: str, known: dict[str, int], told: list[Fact]) -> Iterator[Finding]:
    value = known[record.id]
    said = {euros for fact in told for lang in Lang for *_, euros in sums(fact.text[lang])}
    at = record.place.path, record.place.line_of(key)
    near = [one for one in (value * _THOUSAND, value / _THOUSAND) if one in said]
    others = [one for id, one in known.items() if id != record.id]
    middle = int(median(others)) if len(others) >= _FEWEST_OTHERS else value
    if value not in said and near:
        yield UNLIKELY_SUM.at(*at, sum=value, key=key, better=int(near[0]))
    elif value not in said and not middle / _FAR < value < middle * _FAR:
        yield _UNLIKE_OTHERS.at(*at, sum=value, key=key, better=middle)


OUTSIDE_PHASE = Rule.error(
    "outside-phase",
    "Tapahtuman päivä {date} ei osu vaiheeseen ”{phase}” ({span}). Tarkista päivä, tai vaihda "
    "kenttään ”phase”: {better}",
    "Händelsens datum {date} hör inte till fasen ”{phase}” ({span}). Kontrollera datumet, eller "
    "byt fältet ”phase” till: {better}",
    gives_way=True,
    may_stay=True,
)
_IN_NO_PHASE = OUTSIDE_PHASE.saying(
    "Tapahtuman päivä {date} ei osu vaiheeseen ”{phase}” ({span}) eikä mihinkään muuhun. Tarkista "
    "päivä lähteestä.",
    "Händelsens datum {date} hör varken till fasen ”{phase}” ({span}) eller till någon annan. "
    "Kontrollera datumet i källan.",
)


@check
def outside_phase(catalogue: Catalogue) -> Iterator[Finding]:
    """An event whose day is before its phase begins or after it ends.

    Bad: `date: 2014-03` and `phase: phase-1`. Good: `date: 2017-03` and `phase: phase-1`.
    """
    phases = catalogue.all(Phase)
    for event in catalogue.all(Event).values():
        phase = phases.get(event.phase)
        if phase and not _is_in(event, phase):
            fitting = [one.id for one in phases.values() if _is_in(event, one)]
            at = event.place.path, event.place.line_of("date")
            span = f"{phase.start}–{phase.end or ''}"
            said: dict[str, Text | str] = {
                "date": str(event.date),
                "phase": phase.name,
                "span": span,
            }
            if fitting:
                yield OUTSIDE_PHASE.at(*at, better=", ".join(fitting), **said)
            else:
                yield _IN_NO_PHASE.at(*at, **said)


def _is_in(event: Event, phase: Phase) -> bool:
    """True if some day of the event may be one of the phase, as precisely as both are known."""
    last = event.until or event.date
    if phase.end and str(event.date)[: len(str(phase.end))] > str(phase.end):
        return False
    return not str(last) < str(phase.start)[: len(str(last))]
