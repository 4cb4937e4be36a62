"""The two languages of a page say the same and stand side by side."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import messages
from kb.finding import Finding, Severity
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.text import Lang, Text


def missing_translation(catalogue: Catalogue) -> Iterator[Finding]:
    """A page exists in one language only: allowed, but never by accident.

    Bad: `hakuohje.fi.md` alone. Good: `hakuohje.fi.md` and `hakuohje.sv.md`.
    """
    for pair in catalogue.pairs.values():
        if not pair.is_whole:
            page = pair.any
            missing = f"{pair.key.rpartition('/')[2]}.{page.lang.other}.md"
            if f"{page.path.rpartition('/')[0]}/{missing}" in catalogue.misread:
                continue
            message = messages.MISSING_TRANSLATION.format(file=missing)
            yield Finding(page.path, 1, "missing-translation", message, Severity.WARNING)


def unequal_facts(catalogue: Catalogue) -> Iterator[Finding]:
    """One language cites a fact that the other does not.

    Bad: `[^S-045]` on the Finnish side only. Good: the same citations on both.
    """
    for page, other in both_ways(catalogue):
        missing = sorted(other.cited - page.cited)
        if missing:
            message = messages.UNEQUAL_FACTS.format(ids=", ".join(missing))
            yield Finding(page.path, 1, "unequal-facts", message)


def unequal_headings(catalogue: Catalogue) -> Iterator[Finding]:
    """The `{#ids}` of the headings differ, so the language switch would lose the section.

    Bad: `## Raha {#raha}` and `## Pengar {#pengar}`. Good: `{#raha}` on both.
    """
    for page, other in both_ways(catalogue):
        here, there = ([h.anchor for h in p.headings if h.anchor] for p in (page, other))
        if here != there and page.lang is Lang.SV:
            line = next((h.line for h in page.headings if h.anchor and h.anchor not in there), 1)
            nothing = messages.NOTHING
            message = messages.UNEQUAL_HEADINGS.format(
                here=_joined(here, nothing), there=_joined(there, nothing)
            )
            yield Finding(page.path, line, "unequal-headings", message)


def unequal_front_matter(catalogue: Catalogue) -> Iterator[Finding]:
    """What is the same in both languages is written differently.

    Bad: `id: IA-24` and `id: IA-25`. Good: the same id on both.
    """
    for page, other in both_ways(catalogue):
        if page.lang is not Lang.SV or catalogue.misread & {page.path, other.path}:
            continue
        for key in ("id", "phases", "themes", "checked"):
            here, there = (_shown(getattr(p.front, key)) for p in (page, other))
            if here != there:
                message = messages.UNEQUAL_FRONT_MATTER.format(
                    key=key, here=here or messages.NOTHING, there=there or messages.NOTHING
                )
                yield Finding(
                    page.path, page.front.place.line_of(key), "unequal-front-matter", message
                )


def both_ways(catalogue: Catalogue) -> Iterator[tuple[Page, Page]]:
    """Every page that has its pair, with the pair; each pair comes twice."""
    for pair in catalogue.pairs.values():
        for page in pair.versions.values():
            other = pair[page.lang.other]
            if other:
                yield page, other


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)


def _joined(words: list[str], nothing: Text) -> Text | str:
    return ", ".join(words) if words else nothing
