"""Changes to the element tree that Python-Markdown makes of a page: links, marks, tables, terms.

A Markdown extension rather than a pass over HTML: the tree is at hand, code is never touched, and
MkDocs still checks all links but those to the other language.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor

from kb.directives.context import RenderContext
from kb.model.addresses import address, relative
from kb.model.links import PageLink, page_link
from kb.model.page import Page
from kb.render import citations
from kb.render.citations import Citation
from kb.render.images import Sizes, framed, unhurried
from kb.render.terms import TermNotes
from kb.text import Lang
from kb.words.terms import TermFinder

_BEFORE_LINKS = 4
"""Priority below `inline` (20), `attr_list` (8) and `toc` (5), so that links, attributes and ids
are there, and above MkDocs' `relpath` (0), which looks for the file of each link."""
_AFTER_LINKS = -5
"""Priority below `relpath` and `unescape` (both 0): texts are as they will be read."""
_LAST = 5
"""Priority below that of all other patterns: a line's end is the end of what is left."""
_KEPT_HREF = "data-kb-href"
"""Holds the address of a link to the other language from one run to the next."""
_PLACEHOLDER_HREF = "kb:other-language"
"""An address with a scheme of its own, which MkDocs does not look up."""
_LANGUAGE = {Lang.FI: "in-finnish", Lang.SV: "in-swedish"}


class PageExtension(Extension):
    """Changes the tree of one page."""

    def __init__(
        self, context: RenderContext, page: Page, sizes: Sizes, terms: TermFinder | None = None
    ) -> None:
        super().__init__()
        self._context = context
        self._catalogue = context.catalogue
        self._page = page
        self._sizes = sizes
        self._terms = terms
        self.explained: tuple[str, ...] = ()
        """The ids of the terms that the converted page explains."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Run before MkDocs resolves links, and again after it."""
        md.registerExtension(_HtmlOutput(md))
        if self._page.front.easy:
            md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\n", "br"), "kb_lines", _LAST)
        citation = Citation(self._catalogue, md)
        md.inlinePatterns.register(citation, "kb_citation", citations.BEFORE_LINKS)
        before = _Run(md, self._before_links)
        after = _Run(md, lambda root: self._after_links(root, md))
        md.treeprocessors.register(before, "kb_before_links", _BEFORE_LINKS)
        md.treeprocessors.register(after, "kb_after_links", _AFTER_LINKS)

    def _before_links(self, root: Element) -> None:
        """Hide links to the other language from MkDocs, which knows one language at a time."""
        unhurried(root, self._page.folder, self._sizes)
        origin = address(self._catalogue, self._page)
        for element in root.iter("a"):
            link = page_link(element.get("href", ""), self._page.folder)
            if link and (target := self._in_other_language(link)):
                anchor = f"#{link.anchor}" if link.anchor else ""
                url = relative(address(self._catalogue, target), origin) + anchor
                element.set(_KEPT_HREF, url)
                element.set("hreflang", target.lang)
                element.set("href", _PLACEHOLDER_HREF)

    def _in_other_language(self, link: PageLink) -> Page | None:
        """The page that a link leads to, if it is in the other language than the link's page."""
        here = self._page.lang
        pair = self._catalogue.pairs.get(link.key)
        if pair is None:
            return None
        target = pair[link.lang] if link.lang else pair[here] or pair.any
        return target if target and target.lang is not here else None

    def _after_links(self, root: Element, md: Markdown) -> None:
        """Restore what was hidden, gather citations, wrap tables, and explain terms."""
        framed(root)
        citations.gather(root, md, self._page, self._context)
        names = self._table_names(root)
        for parent in list(root.iter()):  # lists: the tree changes on the way
            for index, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent[index] = _scrollable(child, names[child])
                elif child.tag == "a":
                    self._mend_link(child)
                elif child.tag in ("th", "td"):
                    _aligned(child)
        if self._terms and not self._page.front.easy:
            notes = TermNotes(self._catalogue, self._page, self._terms)
            notes.add_to(root)
            self.explained = tuple(notes.seen)

    def _table_names(self, root: Element) -> dict[Element, str]:
        """A name of its own for each table: what it stands under, numbered from the second on."""
        names: dict[Element, str] = {}
        heading, count = "", 0
        for element in root.iter():
            if element.tag in ("h1", "h2", "h3", "summary"):
                heading, count = "".join(element.itertext()), 0
            elif element.tag == "table":
                count += 1
                number = f" ({count})" if count > 1 else ""
                names[element] = f"{self._word('table')}: {heading}{number}"
        return names

    def _mend_link(self, link: Element) -> None:
        if _KEPT_HREF in link.attrib:
            link.set("href", link.attrib.pop(_KEPT_HREF))
            self._say_language(link)

    def _say_language(self, link: Element) -> None:
        lang = Lang(link.get("hreflang", ""))
        note = Element("span", {"class": "link-language"})
        note.text = f"\u00a0({self._word(_LANGUAGE[lang])})"
        link.append(note)

    def _word(self, name: str) -> str:
        return self._catalogue.word(name, self._page.lang)


def _scrollable(table: Element, name: str) -> Element:
    """The table in a region that scrolls by itself, that keys reach and that has a name."""
    wrapper = Element(
        "div", {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": name}
    )
    wrapper.append(table)
    wrapper.tail, table.tail = table.tail, None
    return wrapper


def _aligned(cell: Element) -> None:
    """A column's alignment as a class: the site's policy lets no page style itself."""
    if align := cell.attrib.pop("align", ""):
        cell.set("class", f"align-{align}")


class _HtmlOutput(Extension):
    """HTML, which has no `<br />`: the library chooses XHTML when all extensions are in."""

    def __init__(self, md: Markdown) -> None:
        super().__init__()
        self._md = md

    def reset(self) -> None:
        """The last thing that the library does before it converts."""
        self._md.set_output_format("html")


class _Run(Treeprocessor):
    """A tree processor that is one function."""

    def __init__(self, md: Markdown, function: Callable[[Element], None]) -> None:
        super().__init__(md)
        self._function = function

    def run(self, root: Element) -> None:
        """Apply the function; the tree is changed in place."""
        self._function(root)
