"""The site in one language: its pages, what they share, and what is written beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from kb.model.addresses import SEARCH, home
from kb.model.page import HOME
from kb.publish.assets import write_assets
from kb.publish.page import PageSteps
from kb.publish.run import Run
from kb.read.pictures import sizes_in
from kb.render.extension import PageExtension
from kb.render.linked_data import plain_data
from kb.render.redirects import redirects
from kb.render.search_page import search_page
from kb.render.sharing import sharing
from kb.render.sitemap import entries
from kb.render.terms import finder_of
from kb.render.view import plain_view
from kb.search.collect import Collector
from kb.text import Lang


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page that no Markdown file stands behind: its template, its file and what it shows."""

    template: str
    path: str
    """Below the site's root."""
    values: dict[str, Any]


@dataclass(frozen=True)
class Edition:
    """One language of a run, used in the order of its fields and methods."""

    run: Run
    lang: Lang
    search: Collector
    pages: dict[str, PageSteps]
    """Every page of the language by its file inside the content folder."""

    @classmethod
    def of(cls, run: Run, lang: Lang) -> Edition:
        """The edition before the first step of its first page."""
        search = Collector(run.catalogue, lang)
        sizes, terms = sizes_in(run.folders.content), finder_of(run.catalogue, lang, run.lemmas)
        pages = {
            page.file: PageSteps(
                run, page, PageExtension(run.catalogue, page, sizes, terms), search
            )
            for page in run.catalogue.pages(lang)
        }
        return cls(run, lang, search, pages)

    def shared_values(self) -> dict[str, Any]:
        """What every template may use."""
        catalogue, lang, site_url = self.run.catalogue, self.lang, self.run.settings.site_url
        return {
            "t": lambda name, /, **values: catalogue.word(name, lang, **values),
            "word": lambda name, lang: catalogue.word(name, Lang(lang)),
            "languages": list(Lang),
            "search_page": search_page(catalogue, lang),
            "search_pages": SEARCH,
            "site_url": site_url,
            "site_path": urlsplit(site_url).path or "/",
            "sitemap": entries(catalogue, site_url, self.run.changed),
        }

    def own_pages(self) -> Iterator[OwnPage]:
        """Search, a home page if the folder has none, and old addresses that lead on."""
        catalogue, lang = self.run.catalogue, self.lang
        title = catalogue.word("search-page-title", lang)
        yield self._own_page("search.html", SEARCH, title, "SearchResultsPage")
        if catalogue.page(HOME, lang) is None:
            homes = {one: home(one) for one in Lang}
            yield self._own_page("listing.html", homes, catalogue.word("site-name", lang))
        for redirect in redirects(catalogue, lang, self.run.settings.site_url):
            path = f"{redirect.origin}index.html"
            yield OwnPage("redirect.html", path, {"redirect": redirect})

    def write_files(self) -> None:
        """Write what is no page; our own scripts replace those that MkDocs copies as they are."""
        self.run.remember_words()
        write_assets(self.run.folders.project, self.run.folders.site)
        self.run.index.put(self.search, self.lang)

    def _own_page(
        self, template: str, origins: dict[Lang, str], title: str, kind: str = "WebPage"
    ) -> OwnPage:
        run, lang = self.run, self.lang
        view = plain_view(run.catalogue, lang, origins, title, run.settings)
        shared = sharing(view, plain_data(run.catalogue, view, kind))
        documents = list(self.search.documents.values())
        values = {"view": view, "sharing": shared, "documents": documents}
        return OwnPage(template, f"{origins[lang]}index.html", values)
