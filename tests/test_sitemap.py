"""The sitemaps: every page once, with its real language versions."""

from datetime import date
from xml.etree import ElementTree as ET

from builders import catalogue, page, pages
from kb.render.sitemap import SitemapEntry, entries, sitemap, sitemap_index
from kb.render.view import Alternate
from kb.text import Lang

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
    assert listed(Lang.FI) == [
        SitemapEntry("https://x.fi/k/", "", home),
        SitemapEntry("https://x.fi/k/sanasto/", "", glossary),
        SitemapEntry("https://x.fi/k/vain/", "", ()),
    ]
    assert listed(Lang.SV) == [
        SitemapEntry("https://x.fi/k/sv/", "", home),
        SitemapEntry("https://x.fi/k/sv/ordlista/", "2026-02-03", glossary),
    ]


def listed(lang: Lang) -> list[SitemapEntry]:
    return entries(SITE, lang, "https://x.fi/k/", lambda one: CHANGED.get(one.path))


def test_the_index_names_the_sitemap_of_each_language_with_its_newest_day():
    assert sitemap_index(SITE, "https://x.fi/k/", lambda one: CHANGED.get(one.path)) == [
        SitemapEntry("https://x.fi/k/sitemap-fi.xml", ""),
        SitemapEntry("https://x.fi/k/sitemap-sv.xml", "2026-02-03"),
    ]


def test_a_language_without_pages_is_not_in_the_index():
    alone = catalogue([page("vain.fi")])
    (entry,) = sitemap_index(alone, "https://x.fi/", lambda one: None)
    assert entry.url == "https://x.fi/sitemap-fi.xml"


def test_a_sitemap_as_xml_says_the_same_and_dates_nothing_that_is_not_known():
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = ET.fromstring(sitemap(listed(Lang.SV)).encode()).findall("s:url", names)
    assert [url.findtext("s:loc", None, names) for url in urls] == [
        entry.url for entry in listed(Lang.SV)
    ]
    assert [url.findtext("s:lastmod", None, names) for url in urls] == [None, "2026-02-03"]
