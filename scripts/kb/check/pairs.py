"""The two languages of a page say the same and stand side by side."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.fields import field_list
from kb.model.page import FrontMatter, Page
from kb.model.record import Location
from kb.text import Lang, Text

MISSING_TRANSLATION = Rule.warning(
    "missing-translation",
    "Sivulta puuttuu pari: tiedostoa ”{file}” ei ole. Kirjoita se, tai jätä sivu tietoisesti "
    "yksikieliseksi; lukijalle kerrotaan siitä.",
    "Sidan saknar sitt par: filen ”{file}” finns inte. Skriv den, eller lämna medvetet sidan på "
    "ett språk; läsaren får veta det.",
)


@check
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
            yield MISSING_TRANSLATION.at(page.path, 1, file=missing)


_NOTHING = Text("ei mitään", "inget")

UNEQUAL_FRONT_MATTER = Rule.error(
    "unequal-front-matter",
    "Kenttä ”{key}” on tällä sivulla ”{here}”, mutta toisella kielellä ”{there}”. Korjaa ne "
    "samoiksi.",
    "Fältet ”{key}” är här ”{here}” men på det andra språket ”{there}”. Gör dem lika.",
)


@check
def unequal_front_matter(catalogue: Catalogue) -> Iterator[Finding]:
    """What is the same in both languages is written differently.

    Bad: `id: IA-24` and `id: IA-25`. Good: the same id on both.
    """
    for page, other in both_ways(catalogue):
        if page.lang is not Lang.SV or catalogue.misread & {page.path, other.path}:
            continue
        for key in ("id", "phases", "themes", "checked"):
            here, there = (_shown(getattr(p.front, key)) for p in (page, other))
            if here != there and not _is_unknown(catalogue, key, page, other):
                yield UNEQUAL_FRONT_MATTER.at(
                    page.path,
                    _line_of(page.front.place, key),
                    key=key,
                    here=here or _NOTHING,
                    there=there or _NOTHING,
                )


def _is_unknown(catalogue: Catalogue, key: str, *pages: Page) -> bool:
    """True if one of the languages names what is not there, which is said of that one."""
    kind = field_list(FrontMatter)[key].refers_to
    named = [id for page in pages for id in getattr(page.front, key)] if kind else []
    return any(not catalogue.may_have(kind, id) for id in named)


def _line_of(place: Location, key: str) -> int:
    """The line of a key, or the last one of those that there are."""
    return place.keys.get(key, max(place.keys.values(), default=place.line))


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
