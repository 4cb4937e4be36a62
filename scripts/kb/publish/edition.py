"""The site in one language: its pages, what they share, and what is written beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from kb.editor.configuration import api_root
from kb.model.addresses import EDITOR, FEED, SEARCH, SITEMAP, address, home, is_taken
from kb.model.page import HOME
from kb.publish.editor import write_editor
from kb.publish.files import write
from kb.publish.headers import headers_file, redirects_file
from kb.publish.kept import Kept
from kb.publish.page import PageSteps
from kb.publish.policy import editor_policy
from kb.publish.run import Run
from kb.read.pictures import sizes_in
from kb.render.extension import PageExtension
from kb.render.feed import feed
from kb.render.linked_data import plain_data
from kb.render.redirects import redirects
from kb.render.search_page import search_page
from kb.render.security_txt import PATH as SECURITY_TXT
from kb.render.security_txt import security_txt
from kb.render.sharing import sharing
from kb.render.sitemap import entries, sitemap, sitemap_index
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
    kept: Kept

    @classmethod
    def of(cls, run: Run, lang: Lang) -> Edition:
        """The edition before the first step of its first page."""
        search = Collector(run.catalogue, lang)
        sizes = sizes_in(run.folders.content, run.catalogue.media)
        terms = finder_of(run.catalogue, lang, run.lemmas)
        pages = {
            page.file: PageSteps(run, page, PageExtension(run.context, page, sizes, terms), search)
            for page in run.catalogue.pages(lang)
            if not is_taken(address(run.catalogue, page), lang)
        }
        pictures = [(path, sizes(path)) for path in sorted(run.catalogue.media)]
        kept = Kept(run.pages, run.catalogue, lang, run.program, run.settings, pictures)
        return cls(run, lang, search, pages, kept)

    def shared_values(self) -> dict[str, Any]:
        """What every template may use."""
        catalogue, lang, site_url = self.run.catalogue, self.lang, self.run.settings.site_url
        return {
            "t": lambda name, /, **values: catalogue.word(name, lang, **values),
            "word": lambda name, lang: catalogue.word(name, Lang(lang)),
            "languages": list(Lang),
            "search_page": search_page(catalogue, lang),
            "search_pages": SEARCH,
            "asset": self.run.assets.path,
            "site_url": site_url,
            "site_path": urlsplit(site_url).path or "/",
            "sitemaps": sitemap_index(catalogue, site_url, self.run.changed),
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
        if self.run.settings.editor and lang is Lang.FI:
            policy = editor_policy(api_root(self.run.settings.repository))
            yield OwnPage("editor.html", f"{EDITOR}index.html", {"editor_policy": policy})

    def write_files(self, between: Callable[[], None] = lambda: None) -> None:
        """Write what is no page; `between` is called now and then, and may give up."""
        self.run.remember()
        self.run.pages.trim()
        self.run.assets.write(self.run.folders.site)
        self._write_for_hosts()
        if self.run.settings.editor and self.lang is Lang.FI:
            run = self.run
            write_editor(run.folders.project, run.folders.site, run.catalogue, run.settings)
        if text := security_txt(self.run.settings, self.run.today):
            write(self.run.folders.site / SECURITY_TXT, text)
        self.run.index.put(self.search, self.lang, between)
        for path, text in self._files_for_machines().items():
            write(self.run.folders.site / path, text)

    def _files_for_machines(self) -> dict[str, str]:
        """Sitemap, feed and open data by their paths below the site's root."""
        run, lang, site_url = self.run, self.lang, self.run.settings.site_url
        catalogue = run.catalogue
        return {
            SITEMAP[lang]: sitemap(entries(catalogue, lang, site_url, run.changed)),
            FEED[lang]: feed(catalogue, lang, site_url, run.moments, run.today),
            **run.open_data,
        }

    def _write_for_hosts(self) -> None:
        """Write what hosts of static sites read; servers of one's own have it in their settings."""
        site, site_url = self.run.folders.site, self.run.settings.site_url
        root = urlsplit(site_url).path or "/"
        moves = [
            (root + one.origin, urlsplit(one.canonical).path)
            for lang in Lang
            for one in redirects(self.run.catalogue, lang, site_url)
        ]
        write(site / "_headers", headers_file(has_editor=self.run.settings.editor))
        write(site / "_redirects", redirects_file(moves))

    def _own_page(
        self, template: str, origins: dict[Lang, str], title: str, kind: str = "WebPage"
    ) -> OwnPage:
        run, lang = self.run, self.lang
        view = plain_view(run.catalogue, lang, origins, title, run.settings)
        shared = sharing(view, plain_data(run.catalogue, view, kind))
        documents = list(self.search.documents.values())
        values = {"view": view, "sharing": shared, "documents": documents}
        return OwnPage(template, f"{origins[lang]}index.html", values)
