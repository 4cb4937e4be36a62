"""The only package that knows MkDocs: its events, turned into the steps of `kb.publish`.

static-i18n runs the whole build once per language, Finnish first and Swedish from inside the
Finnish `on_post_build`, with the same configuration; content is read once, on the first of the two.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs import utils
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from kb.finding import errors
from kb.model import dialect
from kb.publish.edition import Edition
from kb.publish.files import write
from kb.publish.page import PageSteps
from kb.publish.run import Folders, Run, begin
from kb.read.settings import settings_of, today
from kb.report.report import STOPPED, Report
from kb.report.terminal import terminal
from kb.site.files import leave_out_data, place
from kb.site.furnish import Frame, furnish
from kb.site.kept_page import KeptPage
from kb.site.memory import undisturbed
from kb.site.preview import Preview, PutOffError
from kb.site.progress import Progress
from kb.site.shown import Shown
from kb.text import Lang


def _never() -> bool:
    return False


@dataclass
class Site:
    """One build by MkDocs: an edition for each language, the last of them in the making."""

    editions: list[Edition] = field(default_factory=list)
    files: list[Files] = field(default_factory=list)
    """MkDocs' files of each edition."""
    live_reload: bool = False
    frame: Frame = ()
    shown: Shown | None = None
    """The last build that came to its end."""
    progress: Progress = field(default_factory=lambda: Progress(sys.stderr))
    is_put_off: Callable[[], bool] = _never
    """True while something more urgent waits than to go on with a build."""

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
            self.progress.begin(is_first=_folders(config).kept.is_empty)
            run = self._run(_begun(config, self._go_on))
            self.editions, self.files = [], []  # of the build before, if this is one of many
        else:
            run = self._edition.run
        self.editions.append(Edition.of(run, lang))

    def _run(self, run: Run) -> Run:
        """The run itself; while pages are written, the last one that was whole, and what is wrong.

        PluginError if the content has errors and nobody is looking at the site, or it has none yet.
        """
        wrong = errors(run.findings)
        if wrong and not (self.live_reload and self.shown):
            raise PluginError(STOPPED.format(count=len(wrong)).both)
        if not wrong or not self.shown:
            return run
        return replace(self.shown.run, findings=run.findings, index=run.index, folders=run.folders)

    def on_all_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Before static-i18n looks at them."""
        leave_out_data(files, self._edition, config)
        return files

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """After static-i18n has chosen those of the language."""
        self._go_on()
        place(files, self._edition, config)
        self.files.append(files)
        return files

    def on_nav(self, nav: Navigation) -> None:
        """The menu is ours; MkDocs and static-i18n only insist on a home page."""
        if nav.homepage is None and nav.pages:
            nav.homepage = nav.pages[0]

    def on_page_markdown(self, page: KeptPage, config: MkDocsConfig) -> str:
        """Make the page's text whole."""
        self._go_on()
        self.progress.page(self._edition.lang, len(self._edition.pages))
        return page.begin(self._steps(page), config)

    def on_page_content(self, html: str, page: KeptPage) -> Markup:
        """Finish what Markdown made of the page."""
        return page.published(html, self._steps(page))

    def on_env(self, env: Environment, config: MkDocsConfig) -> None:
        """Write our own pages: every other page's content is known, and here are the templates."""
        self.frame = furnish(env, self._edition, config, live_reload=self.live_reload)
        for own in self._edition.own_pages():
            html = env.get_template(own.template).render(config=config, **own.values)
            write(Path(config.site_dir) / own.path, html)

    def on_page_context(self, context: dict[str, Any], page: KeptPage) -> None:
        """Give the page's template what it shows."""
        self._go_on()
        context.update(page.values(self._steps(page), self.frame))

    def on_post_page(self, html: str, page: KeptPage) -> str:
        """Keep the page for the next build."""
        return page.keep(html)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what is no page."""
        self._go_on()
        self.progress.words(self._edition.lang, len(self._edition.pages))
        self._edition.write_files(self._go_on)
        self.progress.end()
        if self._edition.lang is list(Lang)[-1] and self.live_reload:
            self.shown = Shown(tuple(self.editions), tuple(self.files), config)

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, build: Callable[..., None]
    ) -> LiveReloadServer:
        """MkDocs' server with a loop of its own: what somebody looks at comes first."""
        preview = Preview(server, self._first, partial(self._whole, config, build))
        self.is_put_off = lambda: preview.is_waiting
        return preview

    def _first(self, addresses: Collection[str], changed: Collection[Path], site: Path) -> None:
        if self.shown:
            self.shown.renew(addresses, changed, site)

    def _whole(self, config: MkDocsConfig, build: Callable[..., None], site: Path) -> None:
        """Build into a folder; settings are read anew, but for the address that is served."""
        again = load_config(config.config_file_path, site_dir=str(site))
        again.site_url = config.site_url
        clean = utils.clean_directory
        try:
            build(again)
        finally:  # static-i18n forgets to put it back where a build does not come to its end
            utils.clean_directory = clean

    def _go_on(self) -> None:
        """PutOffError if something more urgent waits."""
        if self.is_put_off():
            raise PutOffError

    @property
    def _edition(self) -> Edition:
        return self.editions[-1]

    def _steps(self, page: KeptPage) -> PageSteps:
        return self._edition.pages[page.file.src_uri]


def _folders(config: MkDocsConfig) -> Folders:
    project, content = Path(config.config_file_path).resolve().parent, Path(config.docs_dir)
    return Folders(project, content.resolve(), Path(config.site_dir))


def _begun(config: MkDocsConfig, between: Callable[[], None]) -> Run:
    with undisturbed():
        run = begin(_folders(config), settings_of(config), today(), between)
    if run.findings:
        print(terminal(Report(run.findings, run.settings.site_url)), file=sys.stderr)
    return run
