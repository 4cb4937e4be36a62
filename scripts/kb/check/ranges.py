"""A range of figures is one word: an en dash between them, and no spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.fields import FieldType, field_list
from kb.model.page import FrontMatter
from kb.model.prose import prose
from kb.model.record import Record
from kb.text import Lang, Text

_DASH = r"(?:\s?[-—−]\s?|\s–\s?|–\s)"
_YEAR = r"(?:18|19|20)\d\d"
_DAY = r"\d{1,2}\.\d{1,2}\.(?:\d{4})?"
_FIGURES = r"\d{1,3}(?:[.,:]\d{1,2})?"
_NOT_BEFORE = r"(?<![\w.,:/+–—-])(?<!\d\s)"
_NOT_AFTER = r"(?![\w/]|[.,:–—-]\d)"
_DAYS = re.compile(rf"{_NOT_BEFORE}({_DAY}|\d{{1,2}}\.){_DASH}({_DAY}){_NOT_AFTER}")
_YEARS = re.compile(rf"{_NOT_BEFORE}({_YEAR}){_DASH}({_YEAR}){_NOT_AFTER}")
_SHORT_YEARS = re.compile(rf"{_NOT_BEFORE}({_YEAR})-(\d\d){_NOT_AFTER}")
_OTHERS = re.compile(rf"{_NOT_BEFORE}({_FIGURES}){_DASH}({_FIGURES}){_NOT_AFTER}(?!\s\d)")
"""Figures alone: nothing of a longer row of them, such as a telephone number or an ISBN."""
_LAST_MONTH = 12

RANGE_DASH = Rule.warning(
    "range-dash",
    "Väli ”{typed}” kirjoitetaan ajatusviivalla ilman välilyöntejä: ”{better}”.",
    "Spannet ”{typed}” skrivs med tankstreck utan mellanslag: ”{better}”.",
    may_stay=True,
)


@check_alone
def range_dash(catalogue: Catalogue) -> Iterator[Finding]:
    """A range of years, days or other figures with spaces around its dash, or with a hyphen.

    Bad: `2017 - 2018`, `2017 – 2018`, `13-17`. Good: `2017–2018`, `2020-03-31`, `040-123 4567`.
    """
    for page in catalogue.pages():
        for line, text in prose(page):
            yield from _findings(page.path, line, text)
    records: list[Record | FrontMatter] = [page.front for page in catalogue.pages()]
    records += [one for kind in catalogue.records.values() for one in kind.values()]
    for record in records:
        for key, text in _told(record):
            yield from _findings(record.place.path, record.place.line_of(key), text)


def _told(record: Record | FrontMatter) -> Iterator[tuple[str, str]]:
    """What readers see of a record as sentences and titles; a page's own line is one of them."""
    for key, one in field_list(type(record)).items():
        value = getattr(record, key)
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, Text):
                lines = {text[lang]: f"{key}.{lang}" for lang in reversed(Lang)}
                yield from ((at, words) for words, at in reversed(lines.items()))
            elif isinstance(record, FrontMatter) and one.type is FieldType.LINE and text:
                yield key, text


def _findings(path: str, line: int, text: str) -> Iterator[Finding]:
    if any(figure in text for figure in "0123456789"):
        for found in _ranges(text):
            better = f"{found[1]}–{found[2]}"
            yield RANGE_DASH.at(path, line, typed=found[0], better=better)


def _ranges(text: str) -> Iterator[re.Match[str]]:
    """What is a range, typed otherwise than it should be; what runs backwards is none."""
    yield from _DAYS.finditer(text)
    yield from (found for found in _YEARS.finditer(text) if found[1] < found[2])
    for found in _SHORT_YEARS.finditer(text):
        if int(found[2]) > max(int(found[1][2:]), _LAST_MONTH):
            yield found
    for found in _OTHERS.finditer(text):
        if _is_number(found[1]) and _is_number(found[2]) and _value(found[1]) < _value(found[2]):
            yield found


def _is_number(figures: str) -> bool:
    """False for what begins with nought and is no time: part of a telephone number or of an id."""
    return not re.fullmatch(r"0\d+", figures)


def _value(figures: str) -> float:
    return float(re.sub("[,:]", ".", figures))
