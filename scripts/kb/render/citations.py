"""Adds a page's source section: a footnote with text and sources for each fact that it cites."""

from __future__ import annotations

from kb.directives.context import RenderContext
from kb.model import markdown
from kb.model.dialect import PLACE_MARKER
from kb.model.evidence import Source
from kb.model.page import Page
from kb.render.words import words_of

ANCHOR = "lahteet"
"""The id of the source section, in both languages."""


def with_sources(page: Page, text: str, context: RenderContext) -> str:
    """The Markdown with a source section at its end, if it cites any fact."""
    cited = dict.fromkeys(mention.target for mention in markdown.citations(text))
    known = [evidence for id in cited if (evidence := context.catalogue.evidence(id))]
    if not known:
        return text
    words = words_of(page, context)
    sources = context.catalogue.all(Source)
    template = context.fragments.get_template("citation.html")
    notes = [
        template.render(
            lang=page.lang,
            evidence=evidence,
            sources=[sources[id] for id in evidence.sources if id in sources],
            **words,
        ).strip()
        for evidence in known
    ]
    heading = f"## {words['t']('sources-heading')} {{#{ANCHOR}}}"
    return "\n\n".join([text.rstrip(), heading, PLACE_MARKER, *notes]) + "\n"
