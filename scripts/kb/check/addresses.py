"""Every page has an address of its own, in its own language's plain letters."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.addresses import SEARCH, address, address_word, home, is_own, is_taken, plain
from kb.model.catalogue import Catalogue
from kb.model.interface import Published
from kb.model.page import HOME, Page
from kb.text import Lang

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EXAMPLE = "sida"

DUPLICATE_ADDRESS = Rule.error(
    "duplicate-address",
    "Sivun osoite ”/{address}” on jo toisella sivulla ({where}). Vaihda tiedoston nimi tai slug.",
    "Sidans adress ”/{address}” finns redan på en annan sida ({where}). Byt filnamn eller slug.",
)


@check
def duplicate_address(catalogue: Catalogue) -> Iterator[Finding]:
    """Two pages would be published at one address.

    Bad: `slug: familjecenter` on two pages of a folder. Good: a word of its own for each.
    """
    seen: dict[str, Page] = {}
    for page in catalogue.pages():
        where = address(catalogue, page)
        first = seen.setdefault(plain(where), page)
        if first is not page:
            line = page.front.place.line_of("slug")
            yield DUPLICATE_ADDRESS.at(page.path, line, address=where, where=first.path)


RESERVED_ADDRESS = Rule.error(
    "reserved-address",
    "Osoite ”/{address}” on varattu haulle. Vaihda tiedoston nimi tai slug.",
    "Adressen ”/{address}” är reserverad för sökningen. Byt filnamn eller slug.",
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
        if first.key != page.key:
            line = page.front.place.line_of("id")
            yield DUPLICATE_PAGE_ID.at(page.path, line, id=id, where=first.path)


BAD_SLUG = Rule.error(
    "bad-slug",
    "Osoitteen sana ”{slug}” sisältää muita merkkejä kuin a–z, 0–9 ja yhdysviiva. Kirjoita "
    "esimerkiksi ”{better}”.",
    "Adressordet ”{slug}” innehåller andra tecken än a–z, 0–9 och bindestreck. Skriv till exempel "
    "”{better}”.",
)
_BAD_PUBLISHED = BAD_SLUG.saying(
    "Osoite ”{slug}” pitää kirjoittaa pienillä kirjaimilla ja lopettaa vinoviivaan: ”{better}”.",
    "Adressen ”{slug}” ska skrivas med små bokstäver och sluta med ett snedstreck: ”{better}”.",
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


LOST_ADDRESS = Rule.error(
    "lost-address",
    "Osoite ”/{address}” on julkaistu, mutta sivua ei enää ole siinä. Lisää tämän rivin alle rivi "
    "”  to: {key}”, niin vanhat linkit vievät uudelle sivulle.",
    "Adressen ”/{address}” har publicerats, men sidan finns inte längre där. Lägg till raden ”  "
    "to: {key}” under den här raden, så leder gamla länkar till den nya sidan.",
)


@check
def lost_address(catalogue: Catalogue) -> Iterator[Finding]:
    """A published address has neither a page nor a redirect any more.

    Bad: `perhekeskus.fi.md` renamed, and nothing else. Good: `to:` tells where the address leads.
    """
    if _any_misread(catalogue):
        return
    there = _addresses(catalogue)
    published = catalogue.all(Published)
    new = sorted({page.key for where, page in there.items() if where not in published})
    for one in published.values():
        if one.id not in there and not one.to:
            yield LOST_ADDRESS.at(
                one.place.path, one.place.line, address=one.id, key=_likely(one, new, catalogue)
            )


REDIRECT_OVER_PAGE = Rule.error(
    "redirect-over-page",
    "Osoitteessa ”/{address}” on sivu ({where}), joten se ei voi viedä muualle. Poista rivi ”to: "
    "…”.",
    "På adressen ”/{address}” finns en sida ({where}), så den kan inte leda någon annanstans. Ta "
    "bort raden ”to: …”.",
)
_OVER_OWN = REDIRECT_OVER_PAGE.saying(
    "Osoite ”/{address}” on sivuston omassa käytössä, joten se ei voi viedä muualle. Poista rivi "
    "”to: …”.",
    "Adressen ”/{address}” används av webbplatsen själv, så den kan inte leda någon annanstans. Ta "
    "bort raden ”to: …”.",
)


@check
def redirect_over_page(catalogue: Catalogue) -> Iterator[Finding]:
    """An address has both a page and a redirect, which would hide the page.

    Bad: `to:` under the address of a page. Good: `to:` under old addresses only.
    """
    there = {plain(where): page for where, page in _addresses(catalogue).items()}
    for one in catalogue.all(Published).values():
        path, line = one.place.path, one.place.line_of("to")
        if one.to and (page := there.get(plain(one.id))):
            yield REDIRECT_OVER_PAGE.at(path, line, address=one.id, where=page.path)
        elif one.to and is_own(one.id):
            yield _OVER_OWN.at(path, line, address=one.id)


def unlisted(catalogue: Catalogue) -> list[str]:
    """The addresses that the list of published ones lacks, in order."""
    listed = {*catalogue.all(Published), *map(home, Lang)}
    return sorted(_addresses(catalogue).keys() - listed)


def _addresses(catalogue: Catalogue) -> dict[str, Page]:
    return {address(catalogue, page): page for page in catalogue.pages()}


def _any_misread(catalogue: Catalogue) -> bool:
    """True if the address of some page, and of those below it, cannot be known now."""
    return any(path.endswith(".md") for path in catalogue.misread)


def _likely(lost: Published, new: list[str], catalogue: Catalogue) -> str:
    """The page that has most likely taken the lost one's place: a new one, or one named alike."""
    words = lost.id.strip("/").rpartition("/")
    for keys in (new, sorted(catalogue.ids("pages") - {HOME})):
        names = {address(catalogue, catalogue.pairs[key].any).strip("/"): key for key in keys}
        names |= {_address_in(catalogue, key, lost.lang).strip("/"): key for key in keys}
        near = difflib.get_close_matches("/".join(filter(None, words)), names, n=1, cutoff=0.5)
        if near:
            return names[near[0]]
    return new[0] if new else HOME


def _address_in(catalogue: Catalogue, key: str, lang: Lang) -> str:
    pair = catalogue.pairs[key]
    return address(catalogue, pair[lang] or pair.any)
