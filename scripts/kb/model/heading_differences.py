"""Headings that one language of a page has and the other lacks, or has in another place."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from kb.model.difference import Difference, Kind, Place
from kb.model.lost_ids import lost_ids
from kb.model.page import Heading, Page
from kb.model.sections import Section
from kb.model.translations import Comparison, whole
from kb.text import Lang


def heading_differences(
    pages: Mapping[Lang, Page], sections: Sequence[Comparison]
) -> Iterator[Difference]:
    """Sections that one language lacks, and smaller headings that it lacks inside one."""
    lone = [section for section in sections if len(section.sides) < len(Lang)]
    shared = [section for section in sections if len(section.sides) == len(Lang)]
    bare = dict(lost_ids(pages, lone, shared))
    yield from bare.values()
    lone = [section for section in lone if section.anchor not in bare]
    mended = {(one.page.lang, one.line) for one in bare.values()}
    for section in lone:
        yield from _lone_section(pages, section, lone, shared)
    for section in shared:
        yield from _smaller_headings(pages, section, mended)
    yield from _order_of(pages, shared)


def _smaller_headings(
    pages: Mapping[Lang, Page], section: Comparison, mended: Container[tuple[Lang, int]]
) -> Iterator[Difference]:
    inside = {
        lang: [one for one in _inside(pages[lang], section, lang) if (lang, one.line) not in mended]
        for lang in Lang
    }
    levels = {lang: [heading.level for heading in inside[lang]] for lang in Lang}
    if levels[Lang.FI] == levels[Lang.SV]:
        return
    lang = section.fresher or max(Lang, key=lambda one: len(inside[one]))
    line = _first_odd(inside[lang], levels[lang.other]) or section.sides[lang].line
    place = Place(lang, line, section.line_beside(lang.other, line), section)
    yield place.difference(
        Kind.SMALLER_HEADINGS, pages, {one: [h.text for h in inside[one]] for one in Lang}
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
        place = Place(other, rival.sides[other].line, line, rival)
        told = {lang: [section.anchor], other: [rival.anchor]}
        yield replace(
            place.difference(Kind.HEADINGS, pages, told),
            is_settled=_is_same_text(rival.sides[other], section),
        )
    elif _is_old(section):
        place = Place(other, _before(section, shared, other), line, section)
        yield place.difference(Kind.HEADINGS, pages, {lang: [section.anchor], other: []})
    elif not rival or (lang is Lang.SV and not _is_old(rival)):
        place = Place(lang, line, _before(section, shared, other), section)
        told = {lang: [section.anchor], other: [rival.anchor] if rival else []}
        yield place.difference(Kind.HEADINGS, pages, told)


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
            place = Place(Lang.SV, here.sides[Lang.SV].line, there.sides[Lang.FI].line, here)
            told = {Lang.SV: [here.anchor], Lang.FI: [there.anchor]}
            yield place.difference(Kind.HEADINGS, pages, told)
            return
