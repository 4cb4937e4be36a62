"""Every address that was ever published has its page, or leads to another."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.addresses import address, home, is_own, plain
from kb.model.catalogue import Catalogue
from kb.model.interface import Published
from kb.model.page import HOME, Page
from kb.text import Lang

LOST_ADDRESS = Rule.error(
    "lost-address",
    "Osoite ”/{address}” on julkaistu, mutta sivua ei enää ole siinä. Lisää tämän rivin alle rivi "
    "”  to: {key}”, niin vanhat linkit vievät uudelle sivulle.",
    "Adressen ”/{address}” har publicerats, men sidan finns inte längre där. Lägg till raden ”  "
    "to: {key}” under den här raden, så leder gamla länkar till den nya sidan.",
)


_MOVED = LOST_ADDRESS.saying(
    "Sivun osoite oli ”/{address}”, nyt se on ”/{now}”. Jos muutos on vahinko, korjaa rivi. Jos "
    "osoite vaihtuu, lisää tiedostoon {file} rivin ”- id: {address}” alle ”  to: {key}”.",
    "Sidans adress var ”/{address}”, nu är den ”/{now}”. Om det är ett misstag, rätta raden. Om "
    "adressen byts, lägg i filen {file} till ”  to: {key}” under raden ”- id: {address}”.",
)


_NO_LONGER = LOST_ADDRESS.saying(
    "Sivun osoite oli ”/{address}”, nyt se on ”/{now}”, koska rivi ”slug: …” puuttuu. Jos muutos "
    "on vahinko, kirjoita rivi ”slug: {slug}” takaisin. Jos osoite vaihtuu, lisää tiedostoon "
    "{file} rivin ”- id: {address}” alle ”  to: {key}”.",
    "Sidans adress var ”/{address}”, nu är den ”/{now}”, eftersom raden ”slug: …” saknas. Om det "
    "är ett misstag, skriv tillbaka raden ”slug: {slug}”. Om adressen byts, lägg i filen {file} "
    "till ”  to: {key}” under raden ”- id: {address}”.",
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
    slugs: dict[str, Finding] = {}
    for one in published.values():
        if one.id in there or one.to:
            continue
        key = _likely(one, new, catalogue)
        page = catalogue.page(key, one.lang)
        front = _changed_slug(catalogue, page, one.id) if page and key in new else None
        if page and front:
            at = front.path, front.front.place.line_of("slug")
            more = {"file": one.place.path, "key": key, "now": address(catalogue, page)}
            if front.front.slug:
                slugs[front.path] = _MOVED.at(*at, address=one.id, **more)
            else:
                slug = one.id.split("/")[address(catalogue, front).count("/") - 1]
                slugs[front.path] = _NO_LONGER.at(*at, address=one.id, slug=slug, **more)
        else:
            yield LOST_ADDRESS.at(one.place.path, one.place.line, address=one.id, key=key)
    yield from slugs.values()


def _changed_slug(catalogue: Catalogue, page: Page, lost: str) -> Page | None:
    """The page whose `slug` has changed the address, itself or a front above it; None if none."""
    other = catalogue.page(page.key, page.lang.other)
    if not other or address(catalogue, other) not in catalogue.all(Published):
        return None  # a new page
    now, was = (one.strip("/").split("/") for one in (address(catalogue, page), lost))
    if len(now) != len(was):
        return None
    differ = (n for n, (here, there) in enumerate(zip(now, was, strict=True)) if here != there)
    if (at := next(differ, None)) is None:
        return None
    above = len(now) - 1 - at
    parts = page.key.removesuffix(f"/{HOME}").split("/")
    front = catalogue.page("/".join([*parts[:-above], HOME]), page.lang) if above else page
    return front if front and (front.front.slug or front.lang is Lang.SV) else None


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
