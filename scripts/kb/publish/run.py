"""One build of the site, from plain paths and settings: whole before its first page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from jinja2 import FileSystemLoader

from kb import check
from kb.check.alone import Clean
from kb.directives.context import RenderContext
from kb.finding import Finding
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.model.settings import Settings
from kb.open_data.files import open_data
from kb.publish.assets import Assets, read_assets
from kb.publish.index import SearchIndexFiles
from kb.read import read
from kb.read.cache import remembered, save
from kb.read.clean import read_clean, remember_clean
from kb.read.history import History, Lines, Moments, history_of
from kb.read.kept import KeptPages, KnownTexts
from kb.read.program import program
from kb.read.store import Store
from kb.read.templates import CompiledTemplates
from kb.render.literal import fragments
from kb.render.view import Days
from kb.words.finnish import Lemmas


@dataclass(frozen=True, slots=True)
class Folders:
    """What a build reads and writes."""

    project: Path
    """Has `overrides/`, `styles/` and the project's own `docs/`."""
    content: Path
    site: Path
    """The built site."""

    @property
    def cache(self) -> Path:
        """What outlives a build and may be deleted at any time."""
        return self.project / ".cache"

    @property
    def kept(self) -> Store:
        """What earlier builds made."""
        return Store(self.cache / "pages")


@dataclass(frozen=True)
class Run:
    """What the editions of both languages share; nothing in it changes but the caches."""

    folders: Folders
    settings: Settings
    today: date
    catalogue: Catalogue
    findings: tuple[Finding, ...]
    """What is wrong in the content; an error among them must stop the build."""
    history: History
    lemmas: Lemmas
    index: SearchIndexFiles
    assets: Assets
    pages: Store
    """Pages as earlier builds made them."""
    kept: KeptPages
    """What the pages alone decide."""
    program: str
    """The name of the program that makes this one."""

    @cached_property
    def context(self) -> RenderContext:
        """What expanding a page needs besides the page."""
        return RenderContext(
            catalogue=self.catalogue,
            fragments=fragments(
                FileSystemLoader(self.folders.project / "overrides" / "fragments"), self.compiled
            ),
            today=self.today,
            contact_years=self.settings.contact_years,
            changed=self.changed,
            edit_url=self.settings.edit_url,
            mailbox=self.settings.mailbox,
        )

    @cached_property
    def compiled(self) -> CompiledTemplates:
        """The templates as an earlier build compiled them."""
        return CompiledTemplates(self.pages)

    @cached_property
    def open_data(self) -> dict[str, str]:
        """The text of each file of the open data by its path below the site's root."""
        return open_data(self.catalogue, self.settings.site_url, self.today)

    def changed(self, page: Page, lines: Lines | None = None) -> date | None:
        """The day when a page or some of its lines last changed, if the history knows."""
        return self.history.last_changed(self._file(page), lines)

    def days(self, page: Page) -> Days:
        """When a page was first and last changed."""
        return Days(self.history.first_seen(self._file(page)), self.changed(page))

    def moments(self, page: Page) -> Moments | None:
        """The first and the last commit of a page, if the history knows."""
        return self.history.moments(self._file(page))

    def remember(self) -> None:
        """Keep the dictionary forms, and what pages alone decide, for the next build."""
        save(_words(self.folders), self.lemmas.known)
        self.kept.save()

    def _file(self, page: Page) -> Path:
        return self.folders.content / page.file


def begin(
    folders: Folders, settings: Settings, today: date, between: Callable[[], None] = lambda: None
) -> Run:
    """A run whose content is read and checked; only the project's own pages can be edited.

    `between` is called again and again, and may give up.
    """
    own = folders.project / "docs"
    if folders.content != own:
        settings = replace(settings, edit_url="", editor=False)
    pages = folders.kept
    in_style = KnownTexts(pages)
    catalogue = read(folders.content, own, in_style)
    in_style.save()
    between()
    clean = Clean(*read_clean(folders.cache))
    kept = KeptPages(catalogue, pages)
    findings = tuple(check.run(catalogue, check.Reference(clean=clean), between))
    if clean.now != clean.known:
        remember_clean(clean.now, folders.cache)
    return Run(
        folders=folders,
        settings=settings,
        today=today,
        catalogue=catalogue,
        findings=findings,
        history=history_of(folders.content),
        lemmas=Lemmas(remembered(_words(folders))),
        index=SearchIndexFiles(folders.cache, folders.site, pages),
        assets=read_assets(folders.project),
        pages=pages,
        kept=kept,
        program=program(folders.project),
    )


def begun_again(run: Run) -> Run:
    """The run with content, program and assets as they are now; only what is read is checked."""
    catalogue = read(run.folders.content, run.folders.project / "docs")
    return replace(
        run,
        catalogue=catalogue,
        findings=catalogue.findings,
        assets=read_assets(run.folders.project),
        program=program(run.folders.project),
    )


def _words(folders: Folders) -> Path:
    return folders.cache / "words.fi.json"
