"""What one language of a page has and the other lacks: numbers, names, facts, headings.

Each difference is told where somebody made it: on the side that has changed since the two were
last declared in step, even where something is gone from it; where that is not known, on the side
that has more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kb.model.page import Heading, Page, Pair
from kb.model.prose import prose
from kb.model.sections import Section
from kb.model.translations import Comparison, State, whole
from kb.text import Lang
from kb.words.numbers import numbers

Found = Mapping[str, int]
"""The lines of a page on which things first stand."""


class Kind(StrEnum):
    """What is compared."""

    NUMBERS = "numbers"
    NAMES = "names"
    FACTS = "facts"
    HEADINGS = "headings"
    SMALLER_HEADINGS = "smaller-headings"
    """Those without an id, inside a section."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a language says what the other does not, and where the other should or does."""

    kind: Kind
    page: Page
    line: int
    other: Page
    other_line: int
    section: str
    """The name of the section, as on the command line."""
    here: tuple[str, ...]
    there: tuple[str, ...]
    is_settled: bool
    """True if somebody has declared the section in step as it stands."""
    is_new: bool
    """True if nobody has ever compared the section."""


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
    yield from _headings(pages, sections)


@dataclass(frozen=True, slots=True)
class _Place:
    """A line of one language, and the line of the other that stands beside it."""

    lang: Lang
    line: int
    beside: int
    section: Comparison


def _gathered(
    kind: Kind,
    pages: Mapping[Lang, Page],
    sections: Sequence[Comparison],
    found: Mapping[Lang, Found],
) -> Iterator[Difference]:
    """The differences of a kind, those of one line as one."""
    gathered: dict[tuple[Lang, int], tuple[_Place, dict[Lang, list[str]]]] = {}
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
        yield _difference(kind, pages, place, told)


def _place(sections: Sequence[Comparison], lang: Lang, line: int) -> _Place:
    """Where something is told that stands on this line and nowhere in the other language."""
    section = section_at(sections, lang, line)
    beside = section.line_beside(lang.other, line)
    if section.declared and section.fresher is lang.other and lang.other in section.sides:
        return _Place(lang.other, beside, line, section)
    return _Place(lang, line, beside, section)


def _difference(
    kind: Kind, pages: Mapping[Lang, Page], place: _Place, told: Mapping[Lang, Sequence[str]]
) -> Difference:
    return Difference(
        kind,
        pages[place.lang],
        place.line,
        pages[place.lang.other],
        place.beside,
        place.section.name,
        tuple(told[place.lang]),
        tuple(told[place.lang.other]),
        place.section.state is State.IN_STEP,
        place.section.declared is None,
    )


def _numbers(page: Page) -> Found:
    if "numbers" not in page.worked_out:
        found: dict[str, int] = {}
        for line, text in prose(page):
            for number in numbers(text, page.lang):
                found.setdefault(number, line)
        page.worked_out["numbers"] = found
    known: Found = page.worked_out["numbers"]
    return known


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


def _headings(pages: Mapping[Lang, Page], sections: Sequence[Comparison]) -> Iterator[Difference]:
    """Sections that one language lacks, and smaller headings that it lacks inside one."""
    lone = [section for section in sections if len(section.sides) < len(Lang)]
    shared = [section for section in sections if len(section.sides) == len(Lang)]
    for section in lone:
        yield from _lone_section(pages, section, lone, shared)
    for section in shared:
        yield from _smaller_headings(pages, section)
    yield from _order_of(pages, shared)


def _smaller_headings(pages: Mapping[Lang, Page], section: Comparison) -> Iterator[Difference]:
    inside = {lang: _inside(pages[lang], section, lang) for lang in Lang}
    levels = {lang: [heading.level for heading in inside[lang]] for lang in Lang}
    if levels[Lang.FI] == levels[Lang.SV]:
        return
    lang = section.fresher or max(Lang, key=lambda one: len(inside[one]))
    line = _first_odd(inside[lang], levels[lang.other]) or section.sides[lang].line
    place = _Place(lang, line, section.line_beside(lang.other, line), section)
    yield _difference(
        Kind.SMALLER_HEADINGS, pages, place, {one: [h.text for h in inside[one]] for one in Lang}
    )


def _inside(page: Page, section: Comparison, lang: Lang) -> list[Heading]:
    side = section.sides[lang]
    inside = (one for one in page.headings if side.line < one.line <= side.last_line)
    return [one for one in inside if one.level > 1]


def _first_odd(headings: Sequence[Heading], levels: Sequence[int]) -> int:
    """The line of the first heading that has no fellow of its level; 0 if all have."""
    for at, heading in enumerate(headings):
        if at >= len(levels) or levels[at] != heading.level:
            return heading.line
    return 0


def _lone_section(
    pages: Mapping[Lang, Page],
    section: Comparison,
    lone: Sequence[Comparison],
    shared: Sequence[Comparison],
) -> Iterator[Difference]:
    """A section of one language: new there, or in the other gone or under another id."""
    (lang,) = section.sides
    line, other = section.sides[lang].line, lang.other
    rival = _rival(section, lone, shared)
    if _is_old(section) and rival:
        place = _Place(other, rival.sides[other].line, line, rival)
        told = {lang: [section.anchor], other: [rival.anchor]}
        yield replace(
            _difference(Kind.HEADINGS, pages, place, told),
            is_settled=_is_same_text(rival.sides[other], section),
        )
    elif _is_old(section):
        place = _Place(other, _before(section, shared, other), line, section)
        yield _difference(Kind.HEADINGS, pages, place, {lang: [section.anchor], other: []})
    elif not rival or (lang is Lang.SV and not _is_old(rival)):
        place = _Place(lang, line, _before(section, shared, other), section)
        told = {lang: [section.anchor], other: [rival.anchor] if rival else []}
        yield _difference(Kind.HEADINGS, pages, place, told)


def _is_old(section: Comparison) -> bool:
    """True if the section has been declared under the id that it has."""
    return section.declared is not None and not section.is_renamed


def _is_same_text(side: Section, declared: Comparison) -> bool:
    """True if only the id has changed since."""
    was = declared.declared
    return was is not None and whole(side.marks) in {whole(was.marks[lang]) for lang in Lang}


def _rival(
    section: Comparison, lone: Sequence[Comparison], shared: Sequence[Comparison]
) -> Comparison | None:
    """The section of the other language alone that stands in the same place."""
    (lang,) = section.sides
    place = _place_among(section, shared)
    rivals = (one for one in lone if lang not in one.sides and _place_among(one, shared) == place)
    return next(rivals, None)


def _place_among(section: Comparison, shared: Sequence[Comparison]) -> int:
    """How many sections that both languages have stand before it in its own."""
    (lang,) = section.sides
    return sum(one.sides[lang].line < section.sides[lang].line for one in shared)


def _before(section: Comparison, shared: Sequence[Comparison], lang: Lang) -> int:
    """The line from which on the other language should have the section.

    Where only its heading is gone, its text stands in the section before.
    """
    own = lang.other
    line = section.sides[own].line
    before = [one for one in shared if one.sides[own].line < line]
    last = max(before, key=lambda one: one.sides[own].line, default=None)
    if not last:
        return 1
    new = last.new_sentences(lang) if last.declared else []
    return new[0][0] if new else last.sides[lang].last_line


def _order_of(pages: Mapping[Lang, Page], shared: Sequence[Comparison]) -> Iterator[Difference]:
    """The first section that the languages have in another order."""
    fi, sv = (sorted(shared, key=lambda one: one.sides[lang].line) for lang in Lang)
    for here, there in zip(sv, fi, strict=True):
        if here is not there:
            place = _Place(Lang.SV, here.sides[Lang.SV].line, there.sides[Lang.FI].line, here)
            told = {Lang.SV: [here.anchor], Lang.FI: [there.anchor]}
            yield _difference(Kind.HEADINGS, pages, place, told)
            return
