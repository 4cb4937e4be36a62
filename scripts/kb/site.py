"""The only module that knows MkDocs: its events, turned into calls on the knowledge base.

static-i18n runs the whole build once per language, Finnish first and Swedish from inside the
Finnish `on_post_build`; content is read once, on the first of the two.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from kb import check
from kb.directives.context import RenderContext
from kb.finding import Severity, errors
from kb.model.addresses import SEARCH, address
from kb.model.catalogue import Catalogue
from kb.model.page import HOME, Page
from kb.publish.assets import write_assets
from kb.publish.files import write
from kb.publish.index import SearchIndexFiles
from kb.read import read
from kb.read.cache import load, save
from kb.read.history import History, Lines, NoHistory, history_of
from kb.read.pages import key_of
from kb.read.pictures import sizes_in
from kb.read.settings import today
from kb.render.body import markdown_of
from kb.render.extension import PageExtension
from kb.render.linked_data import Days, linked_data, plain_data
from kb.render.redirects import redirects
from kb.render.search_page import search_page
from kb.render.sharing import sharing
from kb.render.sitemap import entries
from kb.render.terms import finder_of
from kb.render.view import SiteSettings, page_view, plain_view
from kb.report.report import STOPPED
from kb.search.collect import Collector
from kb.search.pages import Document
from kb.text import Lang
from kb.words.finnish import Lemmas

_WORDS = "words.fi.json"


@dataclass
class Site:
    """One run of MkDocs over both languages."""

    catalogue: Catalogue = field(default_factory=Catalogue)
    history: History = field(default_factory=NoHistory)
    extension: PageExtension = field(default_factory=PageExtension)
    lang: Lang = Lang.FI
    search: dict[Lang, Collector] = field(default_factory=dict)
    index: SearchIndexFiles = field(init=False)
    env: Environment = field(init=False)
    lemmas: Lemmas = field(default_factory=Lemmas)
    docs: Path = Path()
    fragments: Environment = field(init=False)
    _all_files: list[Any] = field(default_factory=list)

    def on_config(self, config: MkDocsConfig) -> None:
        """Bind our Markdown extension once; the config is the same object for both languages."""
        if self.extension not in config.markdown_extensions:
            config.markdown_extensions.append(self.extension)
        if not config.repo_url:
            config.edit_uri = None  # alone it would be no address, and --strict refuses it

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read and check the content; errors stop the build before MkDocs empties the old site."""
        self.lang = Lang(config.plugins["i18n"].current_language)
        if self.lang is Lang.FI:
            self._read(config)
        self.search[self.lang] = Collector(self.catalogue, self.lang)
        self.extension.terms = finder_of(self.catalogue, self.lang, self.lemmas)
        notes = config.mdx_configs.setdefault("footnotes", {})
        notes["BACKLINK_TITLE"] = self.catalogue.word("back-to-text", self.lang)

    def on_files_before_languages(self, files: Files) -> None:
        """Remember what there was: static-i18n drops shared pictures from the second language."""
        self._all_files = list(files)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Give pages their own addresses, keep shared media, drop the theme's own files."""
        own = (str(Path(config.docs_dir)), str(Path(config.theme.custom_dir or "")))
        for file in list(files):
            if file.src_dir not in own:
                files.remove(file)
        known = {file.src_uri for file in files}
        for file in self._all_files:
            if file.src_dir == own[0] and file.src_uri not in known and file.is_media_file():
                files.append(file)
        for file in files.documentation_pages():
            page = self._page(file.src_uri)
            if page:
                file.url = address(self.catalogue, page) or "./"
                file.dest_uri = f"{address(self.catalogue, page)}index.html"
                file.abs_dest_path = str(Path(config.site_dir).absolute() / file.dest_uri)
        return files

    def on_nav(self, nav: Navigation) -> None:
        """The menu is ours; MkDocs and static-i18n only insist on a home page."""
        if nav.homepage is None and nav.pages:
            nav.homepage = nav.pages[0]

    def on_env(self, env: Environment, config: MkDocsConfig) -> None:
        """Give the templates the interface words and what the whole site shares."""
        self.env = env
        env.trim_blocks = env.lstrip_blocks = True  # no empty lines for each "if"
        lang, catalogue = self.lang, self.catalogue
        env.globals["t"] = lambda name, /, **values: catalogue.word(name, lang).format(**values)
        env.globals["word"] = lambda name, of: catalogue.word(name, Lang(of))
        env.globals["sitemap"] = entries(catalogue, self._place(config).site_url, self._changed)
        env.globals["site_path"] = urlsplit(self._place(config).site_url).path or "/"
        env.globals.update(languages=list(Lang), search_pages=SEARCH)
        env.globals["search_page"] = search_page(catalogue, lang)

    def on_page_markdown(self, text: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """All that the page is made of, as Markdown."""
        content = self._page(page.file.src_uri)
        self.extension.page = content
        if content is None:
            return text
        return markdown_of(content, text, self._setting(config))

    def on_page_content(self, html: str, page: MkDocsPage) -> None:
        """Keep the page's words for search."""
        content = self._page(page.file.src_uri)
        if content:
            self.search[self.lang].add(content, html)

    def on_page_context(
        self, context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig
    ) -> None:
        """Give the template its view."""
        content = self._page(page.file.src_uri)
        if content:
            days = Days(self.history.first_seen(self._file(content)), self._changed(content))
            explained = self.extension.explained.get(content.path, ())
            where = self._place(config)
            view = page_view(self.catalogue, content, where, days.changed, explained)
            nodes = linked_data(self.catalogue, content, view, days)
            context.update(view=view, sharing=sharing(view, where.site_url, nodes))

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write this language's search page and index, and a home page if the folder has none."""
        save(_project(config) / ".cache" / _WORDS, self.lemmas.known)
        write_assets(_project(config), Path(config.site_dir))
        self.index.put(self.search[self.lang], self.lang)
        documents = list(self.search[self.lang].documents.values())
        title = self.catalogue.word("search-page-title", self.lang)
        self._write_plain(config, "search.html", SEARCH, title, documents)
        if self.catalogue.page(HOME, self.lang) is None:
            homes = {Lang.FI: "", Lang.SV: "sv/"}
            self._write_plain(config, "listing.html", homes, config.site_name, documents)
        self._write_redirects(Path(config.site_dir), self._place(config).site_url)

    def _write_redirects(self, target: Path, site_url: str) -> None:
        template = self.env.get_template("redirect.html")
        for redirect in redirects(self.catalogue, self.lang, site_url):
            write(target / redirect.origin / "index.html", template.render(redirect=redirect))

    def _write_plain(
        self,
        config: MkDocsConfig,
        name: str,
        origins: dict[Lang, str],
        title: str,
        found: list[Document],
    ) -> None:
        where = self._place(config)
        view = plain_view(self.catalogue, self.lang, origins, title, where)
        kind = "SearchResultsPage" if origins is SEARCH else "WebPage"
        shared = sharing(view, where.site_url, plain_data(self.catalogue, view, kind))
        given = {"config": config, "view": view, "sharing": shared, "documents": found}
        html = self.env.get_template(name).render(given)
        write(Path(config.site_dir) / origins[self.lang] / "index.html", html)

    def _read(self, config: MkDocsConfig) -> None:
        self.docs = docs = Path(config.docs_dir).resolve()
        self.fragments = _fragments(config)
        project, site = _project(config), Path(config.site_dir)
        memory = project / ".cache"
        self.index = SearchIndexFiles(memory, site)
        self.lemmas = Lemmas(load(memory / _WORDS))
        self.catalogue = read(docs, project / "docs")
        self.extension.catalogue, self.extension.sizes = self.catalogue, sizes_in(docs)
        self.history = history_of(docs)
        findings = check.run(self.catalogue)
        for finding in findings:
            mark = "" if finding.severity is Severity.ERROR else "(huomautus / anmärkning) "
            print("\n".join(mark + line for line in finding.lines()), file=sys.stderr)
        if wrong := errors(findings):
            said = STOPPED.format(count=len(wrong))
            raise PluginError(f"{said.fi} {said.sv}")

    def _setting(self, config: MkDocsConfig) -> RenderContext:
        return RenderContext(
            catalogue=self.catalogue,
            fragments=self.fragments,
            today=today(),
            contact_years=int(config.extra["contact_details_years"]),
            changed=self._changed,
            edit_url=self._place(config).edit_url,
        )

    def _place(self, config: MkDocsConfig) -> SiteSettings:
        site_url = (config.site_url or "").rstrip("/") + "/"
        own = Path(config.docs_dir).resolve() == _project(config) / "docs"
        edit = f"{config.repo_url.rstrip('/')}/{config.edit_uri}" if config.repo_url and own else ""
        return SiteSettings(site_url=site_url, edit_url=edit, search=SEARCH)

    def _page(self, src_uri: str) -> Page | None:
        return self.catalogue.page(*key_of(src_uri))

    def _changed(self, page: Page, lines: Lines | None = None) -> date | None:
        return self.history.last_changed(self._file(page), lines)

    def _file(self, page: Page) -> Path:
        return self.docs / page.path.partition("/")[2]


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _fragments(config: MkDocsConfig) -> Environment:
    folder = Path(config.theme.custom_dir or "") / "fragments"
    return Environment(
        loader=FileSystemLoader(folder), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
