"""What Python-Markdown makes of a page, mended: links to the other language, notes, tables.

A Markdown extension rather than a pass over HTML: the tree is at hand, code is never touched, and
MkDocs checks all other links as ever.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from kb.model.addresses import address, relative
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.render.images import Sizes, framed, unhurried
from kb.render.terms import TermNotes
from kb.text import Lang
from kb.words.terms import TermFinder

_PAGE_FILE = re.compile(r"(?P<stem>[^:?#]+?)(?:\.(?P<lang>fi|sv))?\.md(?P<anchor>#.*)?")
_ASIDE = "data-kb-href"
_HIDDEN = "kb:other-language"
"""An address with a scheme of its own, which MkDocs leaves alone."""
_LANGUAGE = {Lang.FI: "in-finnish", Lang.SV: "in-swedish"}


class PageExtension(Extension):
    """Mends the tree of one page."""

    def __init__(
        self, catalogue: Catalogue, page: Page, sizes: Sizes, terms: TermFinder | None = None
    ) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._page = page
        self._sizes = sizes
        self._terms = terms
        self.explained: tuple[str, ...] = ()
        """The ids of the terms that the converted page explains."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Before MkDocs resolves links (priority 0), and again after it."""
        md.registerExtension(_HtmlOutput(md))
        md.treeprocessors.register(_Run(md, self._set_aside), "kb_before_links", 4)
        md.treeprocessors.register(_Run(md, self._mend), "kb_after_links", -5)

    def _set_aside(self, root: Element) -> None:
        """Hide links to the other language from MkDocs, which knows one language at a time."""
        unhurried(root, self._page.folder, self._sizes)
        for link in root.iter("a"):
            target = self._other_language(self._page, link.get("href", ""))
            if target:
                here = address(self._catalogue, self._page)
                link.set(_ASIDE, relative(address(self._catalogue, target[0]), here) + target[1])
                link.set("hreflang", target[0].lang)
                link.set("href", _HIDDEN)

    def _other_language(self, page: Page, href: str) -> tuple[Page, str] | None:
        found = _PAGE_FILE.fullmatch(href)
        if not found:
            return None
        key = posixpath.normpath(posixpath.join(page.folder, found["stem"]))
        pair = self._catalogue.pairs.get(key)
        if pair is None:
            return None
        wanted = Lang(found["lang"]) if found["lang"] else page.lang
        target = pair[wanted] or (None if found["lang"] else pair.any)
        if target is None or target.lang is page.lang:
            return None
        return target, found["anchor"] or ""

    def _mend(self, root: Element) -> None:
        framed(root)
        names = self._table_names(root)
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent[index] = _scrollable(child, names[child])
                elif child.tag == "a":
                    self._mend_link(child)
                elif child.get("class") == "footnote":
                    _without_rule(child)
        if self._terms:
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
        if _ASIDE in link.attrib:
            link.set("href", link.attrib.pop(_ASIDE))
            self._say_language(link)
        elif "footnote-ref" in link.get("class", ""):
            link.set("aria-label", f"{self._word('source')} {link.text}")

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


def _without_rule(notes: Element) -> None:
    rule = notes.find("hr")
    if rule is not None:
        notes.remove(rule)


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
