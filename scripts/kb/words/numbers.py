"""Numbers and dates in running text, written alike for both languages so that they compare."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kb.text import Lang, Text
from kb.words.identity import without_codes

SWEDISH_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_FINNISH_MONTHS = (
    *("tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu"),
    *("heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"),
)
MONTHS = {Lang.FI: _FINNISH_MONTHS, Lang.SV: SWEDISH_MONTHS}
_NAMED = {
    Lang.FI: re.compile(rf"\b({'|'.join(_FINNISH_MONTHS)})", re.IGNORECASE),
    Lang.SV: re.compile(rf"\b({'|'.join(SWEDISH_MONTHS)})\b", re.IGNORECASE),
}
# Dates as the editors write them: a span `7–9 mars`, `7. ja 9.3.`, or a day alone; what is left of
# a date is its year. Times look like dates and are told from them by what stands before (klo, kl.).
_DAY = r"(?<!\d)(\d{1,2})"
_MONTH = r"(1[0-2]|0?[1-9])"
_SV_WORDS = re.compile(
    rf"(?:{_DAY}\s?(?:–|och|och den)\s?)?\b{_DAY}\s({'|'.join(SWEDISH_MONTHS)})\b", re.IGNORECASE
)
_SV_FIGURES = re.compile(
    rf"(?:{_DAY}\s?–\s?)?(?<!kl\. )\b{_DAY}\.{_MONTH}"
    rf"(?:\.(?=\d{{4}})|(?=(?:[\s,–]|och)+\d{{1,2}}\.{_MONTH}\.\d{{4}}))"
)
_FI_FIGURES = re.compile(
    rf"(?:{_DAY}\.\s?(?:–|ja)\s?)?(?<!klo )\b{_DAY}\.{_MONTH}\.(?!\d{{1,2}}\.)"
)
_DATES = {Lang.FI: (_FI_FIGURES,), Lang.SV: (_SV_WORDS, _SV_FIGURES)}
_DAYS = {Lang.FI: re.compile(r"\d\.\s?\d"), Lang.SV: re.compile(r"\d(?:\.\d|\s[A-Za-z])")}
"""What every date has in it: most texts with figures have none."""
_YEAR_OF_MONTH = re.compile(r"[a-zåäö]*\s((?:19|20)\d\d)(?!\d)")
_YEAR_AFTER = re.compile(r"\s?((?:19|20)\d\d)(?!\d)")
_SIZES = {
    "": 1,
    **dict.fromkeys(("tuha", "tuse", "t€"), 10**3),
    **dict.fromkeys(("miljo", "milj.", "m€", "meur"), 10**6),
    **dict.fromkeys(("miljar", "mrd"), 10**9),
}
_SUM = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:,\d+)?)(?![\d,]|\.\d)"
    r"(?:[ \u00a0]?(tuha|tuse|t€|miljo|milj\.|m€|meur|miljar|mrd)\w*)?",
    re.IGNORECASE,
)
# Ids of facts and sources, in whatever way somebody cites them.
_IDS = re.compile(r"\[\^[^\[\]]*\]?|\b[SPTHLsptlh]-?\d{2,3}[a-z]?\b")
# A telephone number is one thing, from abroad the same as from home: `+358 29 …`, `029 …`.
_ABROAD = re.compile(r"(?<!\w)(?:\+|00)358[ \u00a0-]?(?:\(0\)[ \u00a0]?)?(?=[1-9])")
_TELEPHONE = re.compile(r"(?<![\w.,+/-])0\d{1,3}(?:[ \u00a0-]?\d{2,7}){1,4}(?![\d.,/-]*\d)")
# So is the number of a version: `2.1.3`. The last of its figures is no year.
_VERSION = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){2,4}(?![\d–-]|\.\d)")
# A full hour, which Swedish writes without its minutes: `klo 12.00–14.00`, `kl. 12–14`.
_FULL_HOUR = re.compile(r"(?<![\d.:])(\d{1,2})[.:]00(?![.:]?\d)")
_LEAP_YEAR = 2000
_FIGURE = re.compile("[0-9]")
_NUMBER = re.compile(r"\d+(?:[ \u00a0]\d{3})+(?!\d)|\d+(?:[.,:]\d+)?")


_MOST_KEPT = 20_000
"""Texts that several rules ask about one after another."""


@lru_cache(_MOST_KEPT)
def numbers(text: str, lang: Lang) -> tuple[str, ...]:
    """Every number in a form common to both languages: `23.6`, `851777`, a date `d20.1`.

    The year of a date comes as a number of its own.
    """
    return tuple(_numbers(text, lang)) if _FIGURE.search(text) else ()


def _numbers(text: str, lang: Lang) -> Iterator[str]:
    text = _ABROAD.sub("0", _IDS.sub(" ", without_codes(text)))
    for whole in (_TELEPHONE, _VERSION):
        for number in whole.findall(text):
            yield re.sub(r"[^\d.]", "", number)
        text = whole.sub(" ", text)
    for pattern in _DATES[lang] if _DAYS[lang].search(text) else ():
        for dates in pattern.finditer(text):
            for day in filter(None, (dates[1], dates[2])):
                yield f"d{int(day)}.{_month(dates[3])}"
        text = pattern.sub(" ", text)
    text = _FULL_HOUR.sub(r"\1", text)
    for number in _NUMBER.findall(text):
        yield re.sub(r"[ \u00a0]", "", number).replace(",", ".").replace(":", ".")


def months(text: str, lang: Lang) -> Iterator[str]:
    """The months that the text names or that its dates are in: `m3`."""
    for named in _NAMED[lang].findall(text):
        yield f"m{MONTHS[lang].index(named.lower()) + 1}"
    for number in numbers(text, lang):
        if number.startswith("d"):
            yield f"m{number.partition('.')[2]}"


def dates(text: str, lang: Lang) -> Iterator[tuple[int, int, int]]:
    """Every day that the text names, as year, month and day; the year is 0 where none is said."""
    for pattern in _DATES[lang] if _DAYS[lang].search(text) else ():
        for found in pattern.finditer(text):
            year = _YEAR_AFTER.match(text, found.end())
            for day in filter(None, (found[1], found[2])):
                yield int(year[1]) if year else 0, _month(found[3]), int(day)
        text = pattern.sub(" ", text)


def months_of_years(text: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """Every month that the text names with its year, as year and month."""
    for found in _NAMED[lang].finditer(text):
        if year := _YEAR_OF_MONTH.match(text, found.end()):
            yield int(year[1]), MONTHS[lang].index(found[1].lower()) + 1


def that_may_be(figures: Iterable[str]) -> set[str]:
    """The figures without days that no calendar has: that they cannot be is all to say of them."""
    known = set(figures)
    wrong = {one for one in known if one.startswith("d") and not _exists(one)}
    return known - wrong - {f"m{one.partition('.')[2]}" for one in wrong}


def _exists(day: str) -> bool:
    number, _, month = day.removeprefix("d").partition(".")
    return 1 <= int(number) <= monthrange(_LEAP_YEAR, int(month))[1]


def sums(text: str) -> Iterator[tuple[str, str, float]]:
    """Every number with its word of size: the number, both as written and what they come to."""
    for found in _SUM.finditer(text):
        plain = float(re.sub(r"[ \u00a0]", "", found[1]).replace(",", "."))
        yield found[1], found[0], round(plain * _SIZES[(found[2] or "").lower()], 2)


def shown(number: str) -> Text | str:
    """The number, day or month as a message says it."""
    if number.startswith("m"):
        return Text(*(MONTHS[lang][int(number[1:]) - 1] for lang in Lang))
    return f"{number[1:]}." if number.startswith("d") else number.replace(".", ",")


def _month(word: str) -> int:
    return int(word) if word.isdigit() else SWEDISH_MONTHS.index(word.lower()) + 1
