"""Headings that have no id, where the other language has the same heading with one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kb.model.difference import Difference, Kind, Place
from kb.model.page import Heading, Page
from kb.model.translations import Comparison
from kb.text import Lang

_NO_ID = re.compile(r"\s*(?:\{[^{}]*\}?|[(\[]#[\w-]*[)\]])$")
"""What somebody wrote instead of an id."""


def lost_ids(
    pages: Mapping[Lang, Page], lone: Sequence[Comparison], shared: Sequence[Comparison]
) -> Iterator[tuple[str, Difference]]:
    """The ids of one language alone whose heading the other has without it, and where."""
    borders = {one: sorted(section.sides[one].line for section in shared) for one in Lang}
    for lang in Lang:
        taken: set[Heading] = set()
        for section in lone:
            if lang not in section.sides:
                continue
            own = _heading(pages[lang], section.sides[lang].line)
            free = [one for one in _beside(pages, own, borders, lang) if one not in taken]
            if free:
                taken.add(free[0])
                yield section.anchor, _difference(pages, section, free[0], lang)


def _heading(page: Page, line: int) -> Heading:
    return next(one for one in page.headings if one.line == line)


def _beside(
    pages: Mapping[Lang, Page], own: Heading, borders: Mapping[Lang, Sequence[int]], lang: Lang
) -> list[Heading]:
    """The headings without an id that may be the same: of its level, between the same sections.

    Where both languages have as many there, each has its fellow. Otherwise none if the own
    language has such without an id, too: nobody knows which is which.
    """
    place = _place(own.line, borders[lang])
    there = {
        one: [
            heading
            for heading in pages[one].headings
            if heading.level == own.level and _place(heading.line, borders[one]) == place
        ]
        for one in Lang
    }
    if len(there[lang]) == len(there[lang.other]):
        fellow = there[lang.other][there[lang].index(own)]
        return [] if fellow.anchor else [fellow]
    bare = {one: [heading for heading in there[one] if not heading.anchor] for one in Lang}
    return [] if bare[lang] else bare[lang.other]


def _place(line: int, borders: Iterable[int]) -> int:
    """How many of the sections that both languages have stand before a line."""
    return sum(border < line for border in borders)


def _difference(
    pages: Mapping[Lang, Page], section: Comparison, bare: Heading, lang: Lang
) -> Difference:
    place = Place(lang.other, bare.line, section.sides[lang].line, section)
    told: dict[Lang, list[str]] = {lang: [section.anchor], lang.other: []}
    lines = pages[lang.other].body.split("\n")
    typed = lines[bare.line - pages[lang.other].body_line].rstrip().rstrip("#").rstrip()
    typed = _NO_ID.sub("", typed)
    mended = f"{typed} {{#{section.anchor}}}"
    return replace(place.difference(Kind.HEADINGS, pages, told), mended=mended)
