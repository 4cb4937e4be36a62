"""What one language of a page or of a record has and the other lacks."""

from __future__ import annotations

import re
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
from kb.words.numerals import LARGEST, is_spelt, spelt

_SURELY = r"(?:(?<=[^\W\d_] )|(?<=, )){}\w{{0,5}}(?!\w)"
"""A name after a word or a comma, and so with a capital of its own, and with a case ending."""
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
        (Kind.NUMBERS, _numbers_or_letters(pages)),
        (Kind.NAMES, _named(pages, names)),
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


def _numbers_or_letters(pages: Mapping[Lang, Page]) -> Mapping[Lang, Found]:
    """The numbers of each page, also those in letters that the other has in figures."""
    found = {lang: _numbers(page) for lang, page in pages.items()}
    for lang in Lang:
        other = pages[lang.other]
        alone = found[lang].keys() - found[lang.other].keys()
        if small := [number for number in alone if number.isdecimal() and int(number) <= LARGEST]:
            text = "\n".join(words for _, words in prose(other))
            spelt = {number: 1 for number in small if is_spelt(number, text, other.lang)}
            found[lang.other] = {**spelt, **found[lang.other]}
    return found


def _named(pages: Mapping[Lang, Page], names: Sequence[str]) -> Mapping[Lang, Found]:
    """The people whom each page surely names, and those of the other page whom it may name.

    A surname may also be a common word, and a sentence begins with a capital whatever it means.
    """
    found = {lang: _names(page, names, _SURELY) for lang, page in pages.items()}
    for lang, page in pages.items():
        unsure = sorted(found[lang.other].keys() - found[lang].keys())
        found[lang] = {**_names(page, unsure, "{}"), **found[lang]}
    return found


def _names(page: Page, names: Sequence[str], written: str) -> Found:
    """The people whose surname stands in the text in any case form, written so."""
    people: dict[str, list[str]] = {}
    for name in names:
        for stem in _stems(name):
            people.setdefault(stem, []).append(name)
    if not people:
        return {}
    stems = "|".join(sorted(map(re.escape, people), key=len, reverse=True))
    pattern = re.compile(written.format(f"({stems})"))
    found: dict[str, int] = {}
    for line, text in prose(page):
        for stem in pattern.findall(text):
            for name in people[stem]:
                found.setdefault(name, line)
    return found


def _stems(name: str) -> tuple[str, ...]:
    """What every form of the surname begins with: `Hulkkonen` and `Hulkkos`en, `Kalmar`i."""
    surname = name.rpartition(" ")[2]
    base = surname.removesuffix("nen")
    return (surname[:-1],) if base in (surname, "") else (surname[:-1], f"{base}s")


def _facts(page: Page) -> Found:
    found: dict[str, int] = {}
    for citation in page.citations:
        found.setdefault(citation.target, citation.line)
    return found


def unequal_fields(record: Record) -> list[str]:
    """The fields whose languages have different numbers, in figures or in letters."""
    found = []
    for key, field in field_list(type(record)).items():
        text = getattr(record, key)
        is_text = isinstance(text, Text) and field.type is FieldType.BILINGUAL and not field.is_name
        if is_text and any(alone(text, lang) for lang in Lang):
            found.append(key)
    return found


def alone(text: Text, lang: Lang) -> list[str]:
    """The numbers that only one language of a text has."""
    here, there = ({*numbers(text[one], one), *spelt(text[one], one)} for one in (lang, lang.other))
    return sorted(n for n in here - there if not is_spelt(n, text[lang.other], lang.other))
