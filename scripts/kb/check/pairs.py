"""The two languages of a page say the same and stand side by side."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.page import Page
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


UNEQUAL_FACTS = Rule.error(
    "unequal-facts",
    "Sivun kieliversiot nojaavat eri tietoihin: tältä sivulta puuttuu {ids}, joka on toisella "
    "kielellä. Lisää sama tieto ja viite tähän tai poista se toisesta.",
    "Sidans språkversioner bygger på olika fakta: här saknas {ids}, som finns på det andra "
    "språket. Lägg till samma uppgift och hänvisning här eller ta bort den på det andra.",
)


@check
def unequal_facts(catalogue: Catalogue) -> Iterator[Finding]:
    """One language cites a fact that the other does not.

    Bad: `[^S-045]` on the Finnish side only. Good: the same citations on both.
    """
    for page, other in both_ways(catalogue):
        missing = sorted(other.cited - page.cited)
        if missing:
            yield UNEQUAL_FACTS.at(page.path, 1, ids=", ".join(missing))


UNEQUAL_HEADINGS = Rule.error(
    "unequal-headings",
    "Otsikoiden tunnukset eivät ole samat molemmilla kielillä. Täällä: {here}. Toisella kielellä: "
    "{there}. Kirjoita samat {{#tunnukset}} samaan järjestykseen.",
    "Rubrikernas id är inte desamma på båda språken. Här: {here}. På det andra språket: {there}. "
    "Skriv samma {{#id}} i samma ordning.",
)
_NOTHING = Text("ei mitään", "inget")


@check
def unequal_headings(catalogue: Catalogue) -> Iterator[Finding]:
    """The `{#ids}` of the headings differ, so the language switch would lose the section.

    Bad: `## Raha {#raha}` and `## Pengar {#pengar}`. Good: `{#raha}` on both.
    """
    for page, other in both_ways(catalogue):
        here, there = ([h.anchor for h in p.headings if h.anchor] for p in (page, other))
        if here != there and page.lang is Lang.SV:
            line = next((h.line for h in page.headings if h.anchor and h.anchor not in there), 1)
            yield UNEQUAL_HEADINGS.at(page.path, line, here=_joined(here), there=_joined(there))


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
        for key in ("id", "phases", "themes", "easy", "checked"):
            here, there = (_shown(getattr(p.front, key)) for p in (page, other))
            if here != there:
                yield UNEQUAL_FRONT_MATTER.at(
                    page.path,
                    page.front.place.line_of(key),
                    key=key,
                    here=here or _NOTHING,
                    there=there or _NOTHING,
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
    return "" if value in (None, False) else str(value)


def _joined(words: list[str]) -> Text | str:
    return ", ".join(words) if words else _NOTHING
