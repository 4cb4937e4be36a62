"""The sitemap: every page once, with its real language versions and the day it last changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kb.model.addresses import address
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.render.view import Alternate, alternates


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One `<url>` of the sitemap; `changed` is an ISO date or empty."""

    url: str
    changed: str
    alternates: tuple[Alternate, ...]


def entries(
    catalogue: Catalogue, site_url: str, last_changed: Callable[[Page], date | None]
) -> list[SitemapEntry]:
    """The sitemap's entries in address order."""
    listed = (
        SitemapEntry(
            url=site_url + address(catalogue, page),
            changed=changed.isoformat() if (changed := last_changed(page)) else "",
            alternates=alternates(catalogue, catalogue.pairs[page.key], site_url),
        )
        for page in catalogue.pages()
    )
    return sorted(listed, key=lambda entry: entry.url)
