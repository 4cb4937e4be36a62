"""The sitemaps: every page once, with its real language versions and the day it last changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from kb.model.addresses import SITEMAP, address
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.render.view import Alternate, alternates
from kb.render.xml import document, within
from kb.text import Lang


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One `<url>` of a sitemap; `changed` is an ISO date or empty."""

    url: str
    changed: str
    alternates: tuple[Alternate, ...] = ()


def entries(
    catalogue: Catalogue, lang: Lang, site_url: str, last_changed: Callable[[Page], date | None]
) -> list[SitemapEntry]:
    """The pages of a language in address order."""
    listed = (
        SitemapEntry(
            url=site_url + address(catalogue, page),
            changed=changed.isoformat() if (changed := last_changed(page)) else "",
            alternates=alternates(catalogue, catalogue.pairs[page.key], site_url),
        )
        for page in catalogue.pages(lang)
    )
    return sorted(listed, key=lambda entry: entry.url)


def sitemap_index(
    catalogue: Catalogue, site_url: str, last_changed: Callable[[Page], date | None]
) -> list[SitemapEntry]:
    """The sitemap of each language, with the day when any of its pages last changed."""
    return [
        SitemapEntry(site_url + SITEMAP[lang], max(one.changed for one in listed))
        for lang in Lang
        if (listed := entries(catalogue, lang, site_url, last_changed))
    ]


def sitemap(listed: list[SitemapEntry]) -> str:
    """The sitemap as XML."""
    root = ET.Element(
        "urlset",
        {
            "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
            "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
        },
    )
    for entry in listed:
        url = within(root, "url")
        within(url, "loc", entry.url)
        if entry.changed:
            within(url, "lastmod", entry.changed)
        for one in entry.alternates:
            within(url, "xhtml:link", rel="alternate", hreflang=one.hreflang, href=one.url)
    return document(root)
