"""What one language of a page or of a record has and the other lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kb.model.difference import Difference, Kind, Place
from kb.model.fields import FieldType, field_list
from kb.model.heading_differences import heading_differences
from kb.model.page import Page, Pair, once_a_page
from kb.model.prose import prose
from kb.model.record import Record
from kb.model.translations import Comparison
from kb.text import Lang, Text
from kb.words.numbers import numbers

_SPELT = 12
"""So small a number may stand in figures in one language and in letters in the other."""
Found = Mapping[str, int]
"""The lines of a page on which things first stand."""


def differences(
    pairs: Mapping[str, Pair],
    comparisons: Mapping[str, Sequence[Comparison]],
    names: Iterable[str],
) -> tuple[Difference, ...]:
    """Every difference of the whole pairs; `names` are of people."""
    known = sorted(names)
    return tuple(
        difference
        for key, sections in comparisons.items()
        for difference in _of_pair(pairs[key], sections, known)
    )


def section_at(sections: Sequence[Comparison], lang: Lang, line: int) -> Comparison:
    """The section of a page that a line stands in; the first for the lines above it."""
    begun = (one for one in sections if lang in one.sides and one.sides[lang].line <= line)
    return max(begun, key=lambda one: one.sides[lang].line, default=sections[0])


def _of_pair(
    pair: Pair, sections: Sequence[Comparison], names: Sequence[str]
) -> Iterator[Difference]:
    pages = pair.versions
    for kind, found in (
        (Kind.NUMBERS, {lang: _numbers(page) for lang, page in pages.items()}),
        (Kind.NAMES, {lang: _names(page, names) for lang, page in pages.items()}),
        (Kind.FACTS, {lang: _facts(page) for lang, page in pages.items()}),
    ):
        yield from _gathered(kind, pages, sections, found)
    yield from heading_differences(pages, sections)


def _gathered(
    kind: Kind,
    pages: Mapping[Lang, Page],
    sections: Sequence[Comparison],
    found: Mapping[Lang, Found],
) -> Iterator[Difference]:
    """The differences of a kind, those of one line as one."""
    gathered: dict[tuple[Lang, int], tuple[Place, dict[Lang, list[str]]]] = {}
    for lang in Lang:
        for thing, line in found[lang].items():
            if thing in found[lang.other]:
                continue
            place = _place(sections, lang, line)
            if place.section.is_one_sided:
                continue  # that the other language lacks all of it is said once
            beside = gathered.get((place.lang.other, place.beside))
            _, told = beside or gathered.setdefault(
                (place.lang, place.line), (place, {one: [] for one in Lang})
            )
            told[lang].append(thing)
    for place, told in gathered.values():
        yield place.difference(kind, pages, told)


def _place(sections: Sequence[Comparison], lang: Lang, line: int) -> Place:
    """Where something is told that stands on this line and nowhere in the other language."""
    section = section_at(sections, lang, line)
    beside = section.line_beside(lang.other, line)
    if section.declared and section.fresher is lang.other and lang.other in section.sides:
        return Place(lang.other, beside, line, section)
    return Place(lang, line, beside, section)


@once_a_page
def _numbers(page: Page) -> Found:
    found: dict[str, int] = {}
    for line, text in prose(page):
        for number in numbers(text, page.lang):
            found.setdefault(number, line)
    return found


def _names(page: Page, names: Sequence[str]) -> Found:
    """The people whose surname stands in the text, in any case form."""
    found: dict[str, int] = {}
    for line, text in prose(page) if names else ():
        for name in names:
            if name.rpartition(" ")[2][:-1] in text:
                found.setdefault(name, line)
    return found


def _facts(page: Page) -> Found:
    found: dict[str, int] = {}
    for citation in page.citations:
        found.setdefault(citation.target, citation.line)
    return found


def unequal_fields(record: Record) -> list[str]:
    """The fields whose languages have different numbers."""
    found = []
    for key, field in field_list(type(record)).items():
        text = getattr(record, key)
        if isinstance(text, Text) and field.type is FieldType.BILINGUAL:
            fi, sv = ({*numbers(text[lang], lang)} for lang in Lang)
            if not all(map(_may_be_spelt, fi ^ sv)):
                found.append(key)
    return found


def _may_be_spelt(number: str) -> bool:
    return number.isdecimal() and int(number) <= _SPELT


def alone(text: Text, lang: Lang) -> list[str]:
    """The numbers that only one language of a text has."""
    return sorted({*numbers(text[lang], lang)} - {*numbers(text[lang.other], lang.other)})
