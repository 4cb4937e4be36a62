"""A site that is being looked at: single pages of it are made anew before all others are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from kb.finding import errors
from kb.model.addresses import address
from kb.publish.edition import Edition
from kb.publish.files import write
from kb.publish.page import PageSteps
from kb.publish.run import Run, begun_again
from kb.site.furnish import furnish
from kb.site.kept_page import KeptPage


@dataclass(frozen=True)
class Shown:
    """The last whole build: what of it serves to make single pages."""

    editions: tuple[Edition, ...]
    files: tuple[Files, ...]
    """MkDocs' files of each edition."""
    config: MkDocsConfig

    @property
    def run(self) -> Run:
        """What the editions share."""
        return self.editions[0].run

    def renew(self, addresses: Collection[str], changed: Collection[Path], site: Path) -> None:
        """Write the pages at some addresses, and of some files, as they are now.

        Only reading is checked; a page that is new waits for the whole build, which follows.
        """
        run = begun_again(self.run)
        if errors(run.findings):
            run = replace(self.run, findings=run.findings)
        for edition, files in zip(self.editions, self.files, strict=True):
            wanted = [
                page.file
                for page in run.catalogue.pages(edition.lang)
                if address(run.catalogue, page) in addresses
                or run.folders.content / page.file in changed
            ]
            if wanted:
                again = Edition.of(run, edition.lang)
                self._write(again, files, [again.pages[file] for file in wanted], site)
        if run.assets.files != self.run.assets.files:
            run.assets.write(site)

    def _write(self, edition: Edition, files: Files, pages: list[PageSteps], site: Path) -> None:
        env = self.config.theme.get_env()
        frame = furnish(env, edition, self.config, live_reload=True)
        for steps in pages:
            if file := files.src_uris.get(steps.page.file):
                page = KeptPage(file, self.config, edition.kept, steps.page)
                page.read_source(self.config)
                page.markdown = page.begin(steps, self.config)
                page.render(self.config, files)
                page.content = page.published(page.content or "", steps)
                values = page.values(steps, frame)
                template = env.get_template(page.meta["template"])
                html = template.render(page=page, config=self.config, **values)
                write(site / file.dest_uri, page.keep(html))
