"""The Atom feed of a language: its pages as they were last changed, newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

from kb.model.addresses import FEED, address, home
from kb.model.catalogue import Catalogue
from kb.model.open_data import LICENCE
from kb.model.page import Page
from kb.model.prose import lead
from kb.read.history import Moments
from kb.render.xml import document, within
from kb.text import Lang

MOST = 50
"""A feed tells what is new; the sitemap lists everything."""


def feed(
    catalogue: Catalogue,
    lang: Lang,
    site_url: str,
    moments: Callable[[Page], Moments | None],
    today: date,
) -> str:
    """The feed as XML; a page whose history is not known is left out, for an entry needs a date."""
    known = [(found, page) for page in catalogue.pages(lang) if (found := moments(page))]
    known.sort(key=lambda item: address(catalogue, item[1]))
    known.sort(key=lambda item: item[0].last, reverse=True)
    # The feed must have a date even without entries; then it is that of its making.
    made = datetime(today.year, today.month, today.day, tzinfo=UTC)
    name = catalogue.word("site-name", lang)
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": lang})
    within(root, "id", site_url + FEED[lang])
    within(root, "title", f"{name}: {catalogue.word('feed', lang)}")
    within(root, "updated", _moment(known[0][0].last if known else made))
    within(root, "link", rel="self", type="application/atom+xml", href=site_url + FEED[lang])
    within(root, "link", rel="alternate", type="text/html", href=site_url + home(lang))
    within(root, "link", rel="license", href=LICENCE)
    within(within(root, "author"), "name", name)
    for found, page in known[:MOST]:
        _add_entry(root, catalogue, page, site_url, found)
    return document(root)


def _add_entry(
    root: ET.Element, catalogue: Catalogue, page: Page, site_url: str, moments: Moments
) -> None:
    url = site_url + address(catalogue, page)
    entry = within(root, "entry")
    # Not the address: a page that moves is still the same page.
    within(entry, "id", f"{site_url}#{page.front.id or page.key}.{page.lang}")
    within(entry, "title", page.title)
    within(entry, "link", rel="alternate", type="text/html", hreflang=page.lang, href=url)
    within(entry, "published", _moment(moments.first))
    within(entry, "updated", _moment(moments.last))
    within(entry, "summary", page.front.description or lead(page) or page.title)


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
