"""One page on its way from its file to its template: the steps, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kb.model.page import Page
from kb.publish.kept import Converted
from kb.publish.run import Run
from kb.publish.sanitiser import sanitised
from kb.render.body import OURS_STAND_HERE, markdown_of
from kb.render.extension import PageExtension
from kb.render.linked_data import linked_data
from kb.render.no_break import unbroken
from kb.render.sharing import sharing
from kb.render.view import page_view
from kb.search.collect import Collector
from kb.search.pages import sections_of


@dataclass(frozen=True)
class PageSteps:
    """First `markdown`, then HTML by Python-Markdown, then `content`, then `values`.

    All pages of an edition have passed `content` before any comes to `values`.
    """

    run: Run
    page: Page
    extension: PageExtension
    """Python-Markdown's for this page."""
    search: Collector

    def markdown(self) -> str:
        """All that the page is made of, as Markdown: directives, key facts, sources."""
        return markdown_of(self.page, self.run.context)

    def content(self, html: str) -> Markup:
        """What Markdown made of it, clean, as it is published."""
        return self.use(self.converted(html))

    def converted(self, html: str, outline: object = None) -> Converted:
        """The same with all to be kept of it; searched as it is, published with no-break spaces."""
        clean = sanitised(html, OURS_STAND_HERE)
        published = Markup(unbroken(clean, self.page.lang))  # noqa: S704 - it was clean before
        sections = sections_of(clean, self.page.lang)
        return Converted(published, sections, self.extension.explained, outline)

    def use(self, made: Converted) -> Markup:
        """The content, just made or kept from an earlier build, told to search and the template."""
        self.extension.explained = made.explained
        self.search.add(self.page, made.sections)
        return made.html

    def values(self) -> dict[str, Any]:
        """What the template shows around the content."""
        run, page = self.run, self.page
        view = page_view(
            run.catalogue, page, run.settings, run.days(page), self.extension.explained
        )
        nodes = linked_data(run.catalogue, page, view)
        return {"view": view, "sharing": sharing(view, nodes)}
