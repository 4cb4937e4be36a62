"""Every page has an address of its own, in its own language's plain letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.addresses import SEARCH, address, address_word, is_taken, plain
from kb.model.catalogue import Catalogue
from kb.model.interface import Published
from kb.model.page import Page
from kb.read.names import is_of_a_device
from kb.text import Lang

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EXAMPLE = "sida"

DUPLICATE_ADDRESS = Rule.error(
    "duplicate-address",
    "Sivun osoite ”/{address}” on jo toisella sivulla ({where}). Anna tiedostolle toinen nimi, "
    "tai muuta ruotsinkielisen sivun osoite kentässä ”slug”.",
    "Sidans adress ”/{address}” finns redan på en annan sida ({where}). Ge filen ett annat namn, "
    "eller ändra den svenska sidans adress i fältet ”slug”.",
)


@check
def duplicate_address(catalogue: Catalogue) -> Iterator[Finding]:
    """Two pages would be published at one address.

    Bad: `slug: familjecenter` on two pages of a folder. Good: a word of its own for each.
    """
    seen: dict[str, Page] = {}
    copies = copied(catalogue)
    for page in catalogue.pages():
        where = address(catalogue, page)
        first = seen.setdefault(plain(where), page)
        if first is not page and page.path not in copies:
            line = page.front.place.line_of("slug")
            yield DUPLICATE_ADDRESS.at(page.path, line, address=where, where=first.path)


RESERVED_ADDRESS = Rule.error(
    "reserved-address",
    "Osoite ”/{address}” on varattu haulle. Anna tiedostolle toinen nimi, tai muuta "
    "ruotsinkielisen sivun osoite kentässä ”slug”.",
    "Adressen ”/{address}” är reserverad för sökningen. Ge filen ett annat namn, eller ändra den "
    "svenska sidans adress i fältet ”slug”.",
)
_OWN_PLACE = RESERVED_ADDRESS.saying(
    "Osoite ”/{address}” on varattu sivuston omille tiedostoille tai ruotsinkielisille sivuille. "
    "Vaihda tiedoston tai kansion nimi.",
    "Adressen ”/{address}” är reserverad för webbplatsens egna filer eller för de svenska sidorna. "
    "Byt filens eller mappens namn.",
)
_FILE_S_PLACE = RESERVED_ADDRESS.saying(
    "Osoitteessa ”/{address}” on jo tiedosto. Vaihda sivun nimi.",
    "På adressen ”/{address}” finns redan en fil. Byt sidans namn.",
)


@check
def reserved_address(catalogue: Catalogue) -> Iterator[Finding]:
    """A page would stand where the site has something of its own.

    Bad: `haku.fi.md`, `sv/ohje.fi.md`. Good: `hakuohje.fi.md`.
    """
    files = {plain(file) for file in catalogue.media}
    for page in catalogue.pages():
        where, line = address(catalogue, page), page.front.place.line_of("slug")
        if plain(where) in map(plain, SEARCH.values()):
            yield RESERVED_ADDRESS.at(page.path, line, address=where)
        elif plain(where) in files:
            yield _FILE_S_PLACE.at(page.path, line, address=where)
        elif is_taken(where, page.lang):
            yield _OWN_PLACE.at(page.path, line, address=where)


DUPLICATE_PAGE_ID = Rule.error(
    "duplicate-page-id",
    "Sivun tunnus ”{id}” on jo toisella sivulla ({where}). Anna tälle sivulle oma tunnus.",
    "Sidans id ”{id}” finns redan på en annan sida ({where}). Ge den här sidan ett eget id.",
)


_OTHER_NAME = DUPLICATE_PAGE_ID.saying(
    "Sivulla on sama tunnus ”{id}” kuin toisen kielen sivulla, mutta eri nimi, joten ne eivät ole "
    "pari. Anna tälle tiedostolle nimi {name}",
    "Sidan har samma id ”{id}” som sidan på det andra språket men ett annat namn, så de är inget "
    "par. Ge den här filen namnet {name}",
)


def _are_one(catalogue: Catalogue, page: Page, first: Page) -> bool:
    """True if they are the two languages of a page, under two names."""
    if first.key == page.key or first.lang is page.lang:
        return False
    return not any(catalogue.pairs[one.key].is_whole for one in (page, first))


def copied(catalogue: Catalogue) -> frozenset[str]:
    """The paths of pages that have the id of another pair: copies until they get their own."""
    first: dict[str, str] = {}
    pages = [page for page in catalogue.pages() if page.front.id]
    keys = ((page, first.setdefault(page.front.id or "", page.key)) for page in pages)
    return frozenset(page.path for page, key in keys if page.key != key)


@check
def duplicate_page_id(catalogue: Catalogue) -> Iterator[Finding]:
    """Two pairs carry the same page id.

    Bad: `id: IA-24` on two pairs. Good: an id of its own for each pair.
    """
    seen: dict[str, Page] = {}
    for page in catalogue.pages():
        id = page.front.id
        if not id:
            continue
        first = seen.setdefault(id, page)
        if _are_one(catalogue, page, first):
            lost = page if page.lang is Lang.SV else first
            name = f"{(first if lost is page else page).key}.{lost.lang}.md"
            yield _OTHER_NAME.at(lost.path, 1, id=id, name=f"docs/{name}")
        elif first.key != page.key:
            line = page.front.place.line_of("id")
            yield DUPLICATE_PAGE_ID.at(page.path, line, id=id, where=first.path)


BAD_SLUG = Rule.error(
    "bad-slug",
    "Osoitteessa ”{slug}” on muita merkkejä kuin a–z, 0–9 ja yhdysviiva. Kirjoita esimerkiksi: "
    "slug: {better}",
    "Adressen ”{slug}” har andra tecken än a–z, 0–9 och bindestreck. Skriv till exempel: slug: "
    "{better}",
)
_BAD_PUBLISHED = BAD_SLUG.saying(
    "Osoite ”{slug}” pitää kirjoittaa pienillä kirjaimilla ja lopettaa vinoviivaan: ”{better}”.",
    "Adressen ”{slug}” ska skrivas med små bokstäver och sluta med ett snedstreck: ”{better}”.",
)
_OF_A_DEVICE = BAD_SLUG.saying(
    "Osoite ”{slug}” on Windowsissa laitteen nimi, eikä sen nimistä kansiota voi tehdä. Kirjoita "
    "esimerkiksi: slug: {better}",
    "Adressen ”{slug}” är namnet på en enhet i Windows, och en mapp med det namnet kan inte göras. "
    "Skriv till exempel: slug: {better}",
)
SLUG_ON_FINNISH_PAGE = Rule.error(
    "slug-on-finnish-page",
    "Suomenkielisen sivun osoite tulee tiedoston nimestä: poista rivi ”slug: {slug}”.",
    "Den finska sidans adress kommer från filens namn: ta bort raden ”slug: {slug}”.",
)


@check
def bad_slug(catalogue: Catalogue) -> Iterator[Finding]:
    """An address with other letters than a–z, or an address word on a Finnish page.

    Bad: `slug: småbarn`. Good: `slug: smabarn`.
    """
    for one in catalogue.all(Published).values():
        if one.id != (better := f"{plain(one.id)}/"):
            yield _BAD_PUBLISHED.at(one.place.path, one.place.line, slug=one.id, better=better)
    for page in catalogue.pages():
        slug = page.front.slug
        line = page.front.place.line_of("slug")
        if slug and page.lang is Lang.FI:
            yield SLUG_ON_FINNISH_PAGE.at(page.path, line, slug=slug)
        elif slug and not _SLUG.fullmatch(slug):
            better = address_word(slug) or _EXAMPLE
            yield BAD_SLUG.at(page.path, line, slug=slug, better=better)
        elif slug and is_of_a_device(slug):
            yield _OF_A_DEVICE.at(page.path, line, slug=slug, better=f"{slug}-1")
