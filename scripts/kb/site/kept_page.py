"""MkDocs' page, converted only if no earlier build has kept it."""

from __future__ import annotations

import logging
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils import CountHandler

from kb.model.page import Page
from kb.publish.kept import Converted, Kept
from kb.publish.page import PageSteps
from kb.render.extension import PageExtension
from kb.site.furnish import Frame

_TEMPLATE = "finished.html"


class KeptPage(MkDocsPage):  # type: ignore[misc]  # MkDocs' types are not read
    """A page that is converted only if no earlier build has kept it: MkDocs calls its methods."""

    made: Converted | None = None
    """As an earlier build made it."""
    finished: Markup | None = None
    """The file that readers get, as an earlier build wrote it."""
    text_name = file_name = ""
    """The names under which both are kept."""
    is_sound = True
    """False if MkDocs warns of the page: it must do so the next time, too."""

    def __init__(self, file: File, config: MkDocsConfig, kept: Kept, page: Page) -> None:
        super().__init__(None, file, config)
        self._kept = kept
        self._page = page

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing: pages are read by `kb.read` alone."""
        self.markdown, self.meta = "", {"template": _TEMPLATE}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The page's HTML and its outline, from an earlier build or by Python-Markdown."""
        self.text_name = self._kept.text_name(self._page, self.markdown or "")
        self.made = self._kept.text(self.text_name)
        if self.made:
            self.content = str(self.made.html)
            self._take(self.made.outline, files)
            return
        warnings, log = CountHandler(level=logging.WARNING), logging.getLogger("mkdocs")
        log.addHandler(warnings)
        try:
            super().render(config, files)
        finally:
            log.removeHandler(warnings)
        self.is_sound = not warnings.get_counts()

    def begin(self, steps: PageSteps, config: MkDocsConfig) -> str:
        """The page's whole Markdown; its extension is bound to MkDocs' Python-Markdown."""
        extensions = config.markdown_extensions
        others = [one for one in extensions if not isinstance(one, PageExtension)]
        extensions[:] = [*others, steps.extension]
        return steps.markdown()

    def published(self, html: str, steps: PageSteps) -> Markup:
        """What Markdown made of the page, finished unless an earlier build did so."""
        made = self.made or steps.converted(html, self.outline)
        if not self.made and self.is_sound:
            self._kept.keep_text(self.text_name, made)
        return steps.use(made)

    def values(self, steps: PageSteps, frame: Frame) -> dict[str, Any]:
        """What the template shows, and the page if an earlier build made it of the same."""
        values = steps.values()
        self.file_name = self._kept.file_name(self.text_name, frame, values)
        self.finished = self._kept.file(self.file_name)
        return {**values, "finished": self.finished}

    def keep(self, html: str) -> str:
        """Keep the file for the next build."""
        if self.finished is None:
            self._kept.keep_file(self.file_name, html)
        self.finished = None  # else the whole site would be in memory
        return html

    @property
    def outline(self) -> dict[str, Any]:
        """What MkDocs knows of the page's headings and links, as JSON."""
        links = {file.src_uri: known for file, known in (self.links_to_anchors or {}).items()}
        headings = [_heading(one) for one in self.toc]
        return {"headings": headings, "anchors": sorted(self.present_anchor_ids), "links": links}

    def _take(self, outline: dict[str, Any], files: Files) -> None:
        self.toc = get_toc(outline["headings"])
        self.present_anchor_ids = set(outline["anchors"])
        linked = {files.get_file_from_path(uri): one for uri, one in outline["links"].items()}
        self.links_to_anchors = {file: one for file, one in linked.items() if file}


def _heading(link: AnchorLink) -> dict[str, Any]:
    inside = [_heading(one) for one in link.children]
    return {"name": link.title, "id": link.id, "level": link.level, "children": inside}
