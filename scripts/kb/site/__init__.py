"""The only package that knows MkDocs: its events, turned into the steps of `kb.publish`.

static-i18n runs the whole build once per language, Finnish first and Swedish from inside the
Finnish `on_post_build`, with the same configuration; content is read once, on the first of the two.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from kb.finding import errors
from kb.model import dialect
from kb.model.addresses import address
from kb.publish.assets import IMMUTABLE
from kb.publish.edition import Edition
from kb.publish.files import write
from kb.publish.page import PageSteps
from kb.publish.policy import page_policy
from kb.publish.run import Folders, Run, begin
from kb.read.settings import settings_of, today
from kb.read.svg import drawing
from kb.render.extension import PageExtension
from kb.report.browser import broken
from kb.report.report import STOPPED, Report
from kb.report.terminal import terminal
from kb.site.kept_page import KeptPage
from kb.text import Lang

FAVICON = "favicon.ico"
"""The one file of our templates that is published as it is."""


@dataclass
class Site:
    """One build by MkDocs: an edition for each language, the last of them in the making."""

    editions: list[Edition] = field(default_factory=list)
    live_reload: bool = False
    frame: tuple[object, ...] = ()
    """The settings that templates read themselves."""

    def on_startup(self, command: str) -> None:
        """`mkdocs serve` puts a script into each page that it serves."""
        self.live_reload = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Without a repository there is nowhere to edit; `edit_uri` alone breaks a strict build.

        The Markdown of pages is declared in `kb.model.dialect`, for the check as well.
        """
        if not config.repo_url:
            config.edit_uri = None
        # All templates are ours: MkDocs would list some seven thousand files of the theme, twice.
        config.theme.dirs = [one for one in config.theme.dirs if one == config.theme.custom_dir]
        config.markdown_extensions = list(dialect.EXTENSIONS)
        config.mdx_configs = dict(dialect.OPTIONS)

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read and check the content; errors stop the build before MkDocs empties the old site."""
        lang = Lang(config.plugins["i18n"].current_language)
        if lang is Lang.FI:
            run = self._shown(_begun(config))
            self.editions = []  # of the build before, if this is one of many
        else:
            run = self._edition.run
        self.editions.append(Edition.of(run, lang))

    def _shown(self, run: Run) -> Run:
        """The run itself; while pages are written, the last one that was whole, and what is wrong.

        PluginError if the content has errors and nobody is looking at the site, or it has none yet.
        """
        wrong = errors(run.findings)
        if wrong and not (self.live_reload and self.editions):
            raise PluginError(STOPPED.format(count=len(wrong)).both)
        return replace(self.editions[-1].run, findings=run.findings) if wrong else run

    def on_all_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave static-i18n only what is published: it looks into each file, of data as well."""
        catalogue = self._edition.run.catalogue
        published = catalogue.media | {page.file for page in catalogue.pages()}
        for file in list(files):
            if file.src_dir == config.docs_dir and file.src_uri not in published:
                files.remove(file)
        return files

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Exactly the catalogue's pages and media, and what our folder of templates has.

        MkDocs follows links, and static-i18n drops the second language's pictures. Assets are
        written by the edition, under names of their own.
        """
        theme, media = config.theme.custom_dir or "", self._edition.run.catalogue.media
        published = self._edition.pages.keys() | media
        for file in list(files):
            file.inclusion = InclusionLevel.INCLUDED  # MkDocs leaves out what is in `templates/`
            if file.src_dir == theme and not file.src_uri.startswith(f"{IMMUTABLE}/"):
                continue
            if file.src_dir == theme or file.src_uri not in published:
                files.remove(file)
        ours = dict.fromkeys(media, config.docs_dir) | {FAVICON: theme}
        for uri in sorted(ours.keys() - {file.src_uri for file in files}):
            files.append(File(uri, ours[uri], config.site_dir, use_directory_urls=True))
        self._clean_drawings(files, config)
        self._place_pages(files, config)
        return files

    def on_nav(self, nav: Navigation) -> None:
        """The menu is ours; MkDocs and static-i18n only insist on a home page."""
        if nav.homepage is None and nav.pages:
            nav.homepage = nav.pages[0]

    def on_page_markdown(self, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Make the page's text whole, and bind its extension to MkDocs' Python-Markdown."""
        steps = self._steps(page)
        extensions = config.markdown_extensions
        others = [one for one in extensions if not isinstance(one, PageExtension)]
        extensions[:] = [*others, steps.extension]
        return steps.markdown()

    def on_page_content(self, html: str, page: KeptPage) -> Markup:
        """Finish what Markdown made of the page, unless an earlier build did."""
        steps = self._steps(page)
        made = page.made or steps.converted(html, page.outline)
        if not page.made and page.is_sound:
            self._edition.kept.keep_text(page.text_name, made)
        return steps.use(made)

    def on_env(self, env: Environment, config: MkDocsConfig) -> None:
        """Write our own pages: every other page's content is known, and here are the templates."""
        env.bytecode_cache = self._edition.run.compiled
        env.trim_blocks = env.lstrip_blocks = True  # no empty lines for each "if"
        env.autoescape = True
        policy = page_policy(live_reload=self.live_reload)
        edition = self._edition
        wrong = broken(edition.run.findings, edition.lang, config.site_url)
        self.frame = (policy, config.repo_url, dict(config.extra), wrong)
        env.globals.update(edition.shared_values(), policy=policy, broken=wrong)
        for own in self._edition.own_pages():
            html = env.get_template(own.template).render(config=config, **own.values)
            write(Path(config.site_dir) / own.path, html)

    def on_page_context(self, context: dict[str, Any], page: KeptPage) -> None:
        """Give the page's template what it shows, or the page that an earlier build made of it."""
        values = self._steps(page).values()
        page.file_name = self._edition.kept.file_name(page.text_name, self.frame, values)
        page.finished = self._edition.kept.file(page.file_name)
        context.update(values, finished=page.finished)

    def on_post_page(self, html: str, page: KeptPage) -> str:
        """Keep the page for the next build."""
        if page.finished is None:
            self._edition.kept.keep_file(page.file_name, html)
        page.finished = None  # else the whole site would be in memory
        return html

    def on_post_build(self) -> None:
        """Write what is no page."""
        self._edition.write_files()

    @property
    def _edition(self) -> Edition:
        return self.editions[-1]

    def _steps(self, page: MkDocsPage) -> PageSteps:
        return self._edition.pages[page.file.src_uri]

    def _clean_drawings(self, files: Files, config: MkDocsConfig) -> None:
        """Publish of a drawing in the content only what draws."""
        for file in files.media_files():
            if file.src_dir == config.docs_dir and file.src_uri.endswith(".svg"):
                file.content_string = drawing(file.content_bytes).svg

    def _place_pages(self, files: Files, config: MkDocsConfig) -> None:
        """Give pages their own addresses."""
        site, catalogue = Path(config.site_dir).absolute(), self._edition.run.catalogue
        for file in files:
            if steps := self._edition.pages.get(file.src_uri):
                folder = address(catalogue, steps.page)
                file.url, file.dest_uri = folder or "./", f"{folder}index.html"
                file.abs_dest_path = str(site / file.dest_uri)
                KeptPage(file, config, self._edition.kept, steps.page)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Make objects by the million without looking for garbage among them, then leave them out.

    A collection goes through all objects there are: it was a third of what a build takes.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _begun(config: MkDocsConfig) -> Run:
    project, content = Path(config.config_file_path).resolve().parent, Path(config.docs_dir)
    folders = Folders(project, content.resolve(), Path(config.site_dir))
    with undisturbed():
        run = begin(folders, settings_of(config), today())
    if run.findings:
        print(terminal(Report(run.findings, run.settings.site_url)), file=sys.stderr)
    return run
