"""The sitemap: every page once, with its real language versions."""

from datetime import date

from builders import catalogue, page, pages
from kb.render.sitemap import SitemapEntry, entries
from kb.render.view import Alternate

CHANGED = {"docs/sanasto.sv.md": date(2026, 2, 3)}
SITE = catalogue(
    [
        *pages("index"),
        page("sanasto.fi"),
        page("sanasto.sv", "---\nslug: ordlista\n---\n# Ordlista\n"),
        page("vain.fi"),
    ]
)


def test_every_page_stands_once_in_address_order_with_the_alternates_of_its_pair():
    home = (
        Alternate("fi", "https://x.fi/k/"),
        Alternate("sv", "https://x.fi/k/sv/"),
        Alternate("x-default", "https://x.fi/k/"),
    )
    glossary = (
        Alternate("fi", "https://x.fi/k/sanasto/"),
        Alternate("sv", "https://x.fi/k/sv/ordlista/"),
        Alternate("x-default", "https://x.fi/k/sanasto/"),
    )
    found = entries(SITE, "https://x.fi/k/", lambda one: CHANGED.get(one.path))
    assert found == [
        SitemapEntry("https://x.fi/k/", "", home),
        SitemapEntry("https://x.fi/k/sanasto/", "", glossary),
        SitemapEntry("https://x.fi/k/sv/", "", home),
        SitemapEntry("https://x.fi/k/sv/ordlista/", "2026-02-03", glossary),
        SitemapEntry("https://x.fi/k/vain/", "", ()),
    ]


def test_a_site_without_pages_has_an_empty_sitemap():
    assert entries(catalogue(), "https://x.fi/", lambda one: None) == []
