"""Every page has an address of its own, in its own language's plain letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kb.check import messages
from kb.finding import Finding
from kb.model.addresses import SEARCH, address
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.text import Lang

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def duplicate_address(catalogue: Catalogue) -> Iterator[Finding]:
    """Two pages would be published at one address.

    Bad: `slug: familjecenter` on two pages of a folder. Good: a word of its own for each.
    """
    seen: dict[str, Page] = {}
    for page in catalogue.pages():
        where = address(catalogue, page)
        if where in seen:
            message = messages.DUPLICATE_ADDRESS.format(address=where, where=seen[where].path)
            yield Finding(page.path, page.front.place.line_of("slug"), "duplicate-address", message)
        seen.setdefault(where, page)


def reserved_address(catalogue: Catalogue) -> Iterator[Finding]:
    """A page would stand where the search page is.

    Bad: `haku.fi.md`. Good: `hakuohje.fi.md`.
    """
    for page in catalogue.pages():
        where = address(catalogue, page)
        if where in SEARCH.values():
            message = messages.RESERVED_ADDRESS.format(address=where)
            line = page.front.place.line_of("slug")
            yield Finding(page.path, line, "reserved-address", message)


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
            message = messages.DUPLICATE_PAGE_ID.format(id=id, where=first.path)
            yield Finding(page.path, page.front.place.line_of("id"), "duplicate-page-id", message)


def bad_slug(catalogue: Catalogue) -> Iterator[Finding]:
    """An address word with other letters than a–z, or on a Finnish page.

    Bad: `slug: småbarn`. Good: `slug: smabarn`.
    """
    for page in catalogue.pages():
        slug = page.front.slug
        line = page.front.place.line_of("slug")
        if slug and page.lang is Lang.FI:
            yield Finding(
                page.path,
                line,
                "slug-on-finnish-page",
                messages.SLUG_ON_FINNISH_PAGE.format(slug=slug),
            )
        elif slug and not _SLUG.fullmatch(slug):
            message = messages.BAD_SLUG.format(slug=slug, better=_plain(slug))
            yield Finding(page.path, line, "bad-slug", message)


def _plain(slug: str) -> str:
    letters = unicodedata.normalize("NFKD", slug.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "sida"
