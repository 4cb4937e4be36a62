"""Numbers and dates in running text, written alike for both languages so that they compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kb.text import Lang, Text

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
# Ids of facts and sources, in whatever way somebody cites them.
_IDS = re.compile(r"\[\^[^\[\]]*\]?|\b[SPTHLsptlh]-?\d{2,3}[a-z]?\b")
# A full hour, which Swedish writes without its minutes: `klo 12.00–14.00`, `kl. 12–14`.
_FULL_HOUR = re.compile(r"(?<![\d.:])(\d{1,2})[.:]00(?![.:]?\d)")
_NUMBER = re.compile(r"\d+(?:[ \u00a0]\d{3})+(?!\d)|\d+(?:[.,:]\d+)?")


@lru_cache(1 << 16)
def numbers(text: str, lang: Lang) -> tuple[str, ...]:
    """Every number in a form common to both languages: `23.6`, `851777`, a date `d20.1`.

    The year of a date comes as a number of its own.
    """
    return tuple(_numbers(text, lang))


def _numbers(text: str, lang: Lang) -> Iterator[str]:
    if not any(figure in text for figure in "0123456789"):
        return
    text = _IDS.sub(" ", text)
    for pattern in _DATES[lang]:
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


def shown(number: str) -> Text | str:
    """The number, day or month as a message says it."""
    if number.startswith("m"):
        return Text(*(MONTHS[lang][int(number[1:]) - 1] for lang in Lang))
    return f"{number[1:]}." if number.startswith("d") else number.replace(".", ",")


def _month(word: str) -> int:
    return int(word) if word.isdigit() else SWEDISH_MONTHS.index(word.lower()) + 1
