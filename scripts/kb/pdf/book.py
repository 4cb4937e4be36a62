"""The pages of a language in reading order, as one HTML document with cover and contents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element

from jinja2 import Environment
from markupsafe import Markup

from kb.directives.evidence import SOURCES
from kb.model.addresses import address
from kb.model.catalogue import Catalogue
from kb.model.evidence import GRADES, Source
from kb.model.formats import date_text
from kb.model.interface import MenuGroup
from kb.model.page import HOME, Page
from kb.pdf.pages import Bound, article, ids, joined, place, without_screen
from kb.pdf.sources import Bibliography
from kb.text import Lang

TEMPLATE = "book.html"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page in the document; `depth` is 2 for a page under its folder's front, else 1."""

    id: str
    title: str
    url: str
    depth: int
    content: Markup


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the menu and its pages; without a name they are in no menu."""

    name: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Imprint:
    """When and where the document was made, for readers and for machines, and its looks."""

    day: str
    moment: str
    site_url: str
    style: str
    """The site's own stylesheet."""

    @property
    def colours(self) -> dict[str, str]:
        """The stylesheet's colour tokens in the light: pictures in the PDF know no variables."""
        return dict(re.findall(r"--([\w-]+):(#\w+)", self.style.partition("}")[0]))


@dataclass(frozen=True, slots=True)
class Entry:
    """A source in the list at the document's end, with the chapters that cite it."""

    id: str
    source: Source
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The chapters by their page's key, in reading order, and the sources in order of use."""

    chapters: dict[str, Chapter]
    sources: tuple[Entry, ...]


def book(catalogue: Catalogue, lang: Lang, html: Mapping[str, str], site_url: str) -> Book:
    """The subject's pages of the language, without those about the site.

    `html` is the built pages by address.
    """
    found_pages = (catalogue.page(key, lang) for key in _order(catalogue))
    pages = [page for page in found_pages if page and not _has_only_sources(catalogue, page)]
    contents = {address(catalogue, page): article(html[address(catalogue, page)]) for page in pages}
    bibliography = Bibliography()
    for where, content in contents.items():
        bibliography.take(content, where)
        without_screen(content)
    bound = Bound(site_url, {where: ids(content) for where, content in contents.items()})
    found = {
        page.key: _chapter(catalogue, page, contents[address(catalogue, page)], bound)
        for page in pages
    }
    at = {address(catalogue, page): found[page.key] for page in pages}
    sources = {source.id.lower(): source for source in catalogue.all(Source).values()}
    entries = (
        Entry(id, sources[id.partition(":")[2]], tuple(at[where] for where in used))
        for id, used in bibliography.used.items()
    )
    return Book(found, tuple(entries))


def parts(catalogue: Catalogue, lang: Lang, found: Mapping[str, Chapter]) -> list[Part]:
    """The chapters under the headings of the menu, in reading order."""
    groups = list(catalogue.all(MenuGroup).values())
    names = {key: group.name[lang] for group in reversed(groups) for key in group.pages}
    return [
        Part(name, tuple(found[key] for key in keys))
        for name, keys in groupby(found, key=lambda key: names.get(key, ""))
    ]


def document(
    catalogue: Catalogue,
    lang: Lang,
    bound: Book,
    templates: Environment,
    imprint: Imprint,
) -> str:
    """The whole document as HTML, with cover and contents."""
    return templates.get_template(TEMPLATE).render(
        lang=lang,
        parts=parts(catalogue, lang, bound.chapters),
        sources=bound.sources,
        grades=GRADES,
        date=lambda when: date_text(when, lang),
        t=lambda name, /, **values: catalogue.word(name, lang, **values),
        imprint=imprint,
    )


def _order(catalogue: Catalogue) -> list[str]:
    order = catalogue.reading_order.keys
    return [HOME, *(key for key in order if key not in catalogue.about_the_site)]


def _has_only_sources(catalogue: Catalogue, page: Page) -> bool:
    """True for a page of one kind of source: the document has them all at its end."""
    return page.shows(SOURCES) and catalogue.page_showing(SOURCES, page.lang) is not page


def _chapter(catalogue: Catalogue, page: Page, content: Element, bound: Bound) -> Chapter:
    where = address(catalogue, page)
    return Chapter(
        id=place(where),
        title=page.title,
        url=bound.site_url + where,
        depth=2 if catalogue.front_above(page) else 1,
        content=Markup(joined(content, where, bound)),  # noqa: S704 the site's own page
    )
