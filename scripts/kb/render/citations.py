"""A page's citations on their way from `[^S-045]` to marks and the list of sources at its end."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from kb.directives.context import RenderContext
from kb.directives.evidence import GLOSSARY
from kb.directives.programme import TIMELINE
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.evidence import Source, Term
from kb.model.markup import SOURCES
from kb.model.page import Page
from kb.model.programme import Event
from kb.render.marks import CITATION, Gatherer
from kb.render.page_sources import Sources
from kb.render.runs import stashed

_LISTS = ((GLOSSARY, Term), (TIMELINE, Event))
"""The pages of all terms and of all events, whose records say in words of their own what their
facts say: to say it again in the list would be a third of such a page."""
BEFORE_LINKS = 175
"""Priority above that of links, which are made of brackets, too, and below that of code."""


def with_sources(page: Page, text: str, context: RenderContext) -> str:
    """The Markdown with a heading for its sources at its end, if it cites any fact."""
    cited = (mention.target for mention in markdown.citations(text))
    if not any(is_known(context.catalogue, id) for id in cited):
        return text
    heading = context.catalogue.word("sources-heading", page.lang)
    return f"{text.rstrip()}\n\n## {heading} {{#{SOURCES}}}\n"


def is_known(catalogue: Catalogue, fact: str) -> bool:
    """True if the fact exists and has a source that exists."""
    evidence = catalogue.evidence(fact)
    return bool(evidence and not catalogue.all(Source).keys().isdisjoint(evidence.sources))


class Citation(InlineProcessor):
    """Makes an element of each citation of a known fact; others stay as they are typed."""

    def __init__(self, catalogue: Catalogue, md: Markdown) -> None:
        super().__init__(markdown.CITATION.pattern, md)
        self._catalogue = catalogue

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The element and where it stood."""
        if not is_known(self._catalogue, m[1]):
            return None, None, None
        return Element(CITATION, {"id": m[1]}), m.start(), m.end()


def gather(root: Element, md: Markdown, page: Page, context: RenderContext) -> None:
    """Gather the citations of a page's tree into marks, and make the list of their sources."""
    marks = Gatherer(stashed(md.htmlStash.rawHtmlBlocks)).gather(root)
    heading = next((one for one in root.iter("h2") if one.get("id") == SOURCES), None)
    if not marks or heading is None:
        return
    said = _said(page, context.catalogue)
    sources = Sources(context.catalogue, page.lang, marks, said, not page.front.easy)
    sources.fill()
    heading.tag, heading.attrib = "p", {}
    heading.text = md.htmlStash.store(sources.html(page, context))


def _said(page: Page, catalogue: Catalogue) -> set[str]:
    """The facts that the records of such a page say, but for those that its own text cites."""
    kinds = [kind for shown, kind in _LISTS if catalogue.page_showing(shown, page.lang) is page]
    records = [record for kind in kinds for record in catalogue.all(kind).values()]
    return {fact for record in records for fact in record.facts} - page.cited
