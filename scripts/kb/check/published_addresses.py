"""Every address that was ever published has its page, or leads to another."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.addresses import address, home, is_own, plain, plain_letters
from kb.model.catalogue import Catalogue
from kb.model.interface import Published
from kb.model.page import HOME, Page
from kb.text import Lang, Text

_LONG = re.compile(r"[a-z]{4,}")
_BEGINNING = 6
"""Letters of a word that its forms and compounds have in common."""

LOST_ADDRESS = Rule.error(
    "lost-address",
    "Julkaistua sivua ei enää ole: {addresses}. Lisää {rows} alle rivi ”  to: {key}”, niin vanhat "
    "linkit vievät uudelle sivulle.",
    "Den publicerade sidan finns inte längre: {addresses}. Lägg till raden ”  to: {key}” under "
    "{rows}, så leder gamla länkar till den nya sidan.",
)
_DELETED = LOST_ADDRESS.saying(
    "Julkaistua sivua ei enää ole: {addresses}. Jos se on poistettu tarkoituksella, lisää {rows} "
    "alle rivi ”  to: {key}” tai siihen muu sivu, jolta lukija löytää asian. Muuten palauta sivu.",
    "Den publicerade sidan finns inte längre: {addresses}. Om den är borttagen med avsikt, lägg "
    "till raden ”  to: {key}” under {rows}, eller en annan sida där läsaren hittar saken. "
    "Återställ annars sidan.",
)
_ROWS = {
    1: Text("tämän rivin", "den här raden"),
    2: Text("tämän rivin ja rivin {line}", "den här raden och rad {line}"),
}


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
    new = sorted({page.key for where, page in there.items() if where not in published} - {HOME})
    slugs: dict[str, Finding] = {}
    gone: dict[str, list[Published]] = {}
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
            gone.setdefault(key, []).append(one)
    for key, lost in gone.items():
        # The two languages of a page are one loss; of more nobody knows which are a pair.
        each = [lost] if len({one.lang for one in lost}) == len(lost) else [[one] for one in lost]
        yield from (_lost(together, key, is_new=key in new) for together in each)
    yield from slugs.values()


def _lost(lost: Sequence[Published], key: str, *, is_new: bool) -> Finding:
    first, *_, last = [*lost, lost[-1]]
    rows = _ROWS[len(lost)].format(line=last.place.line)
    addresses = ", ".join(f"/{one.id}" for one in lost)
    rule = LOST_ADDRESS if is_new else _DELETED
    return rule.at(first.place.path, first.place.line, addresses=addresses, rows=rows, key=key)


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


UNLIKELY_REDIRECT = Rule.warning(
    "unlikely-redirect",
    "Osoite ”/{address}” vie sivulle ”{title}”, joka kertoo muusta. Kirjoita riville ”to:” sivu, "
    "jolta lukija löytää asian.",
    "Adressen ”/{address}” leder till sidan ”{title}”, som handlar om något annat. Skriv på raden "
    "”to:” en sida där läsaren hittar saken.",
    may_stay=True,
)


@check
def unlikely_redirect(catalogue: Catalogue) -> Iterator[Finding]:
    """An old address leads to a page whose title, description and headings lack all of its words.

    The front page above is always right: from there the reader finds on.

    Bad: `perhekeskus/` to `rahoitus`. Good: `perhekeskus/` to `teemat/perhekeskustoimintamalli`.
    """
    for one in catalogue.all(Published).values():
        page = catalogue.page(one.to, one.lang) if one.to else None
        if not page or is_own(one.id) or one.id.startswith(address(catalogue, page)):
            continue
        said = plain_letters(" ".join([page.title, page.front.description or "", *_headings(page)]))
        beginnings = [word[:_BEGINNING] for word in _LONG.findall(one.id.strip("/").split("/")[-1])]
        if beginnings and not any(beginning in said for beginning in beginnings):
            at = one.place.path, one.place.line_of("to")
            yield UNLIKELY_REDIRECT.at(*at, address=one.id, title=page.title)


def _headings(page: Page) -> list[str]:
    return [heading.text for heading in page.headings]


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
    """The page that has most likely taken the lost one's place: a new one, or the front above."""
    names = {address(catalogue, catalogue.pairs[key].any).strip("/"): key for key in new}
    names |= {_address_in(catalogue, key, lost.lang).strip("/"): key for key in new}
    if near := difflib.get_close_matches(lost.id.strip("/"), names, n=1, cutoff=0.5):
        return names[near[0]]
    fronts = {_address_in(catalogue, key, lost.lang): key for key in catalogue.ids("pages")}
    above, is_inside, _ = lost.id.rstrip("/").rpartition("/")
    return new[0] if new else fronts.get(f"{above}/", HOME) if is_inside else HOME


def _address_in(catalogue: Catalogue, key: str, lang: Lang) -> str:
    pair = catalogue.pairs[key]
    return address(catalogue, pair[lang] or pair.any)
