"""Makes the first mention of a term a link to its entry in the glossary.

A link, because a button is a box that a browser never breaks: it leaves gaps before long words and
commas alone at the margin. `overrides/assets/reading.js` opens the definition in place instead.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element, SubElement

from kb.directives.evidence import GLOSSARY
from kb.model.addresses import address, relative
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.markup import TERM_NOTE
from kb.model.page import HOME, Page
from kb.render.related import is_a_list
from kb.render.seal import sealed
from kb.text import Lang
from kb.words.finnish import Lemmas
from kb.words.terms import Match, TermFinder

_UNTOUCHED = {
    "a", "button", "code", "pre", "dfn", "sup", "summary", "figure", "figcaption", "svg", "nav",
    "h1", "h2", "h3", "h4", "h5", "h6", "th", "em", "strong", "dt",
}  # fmt: skip
"""Elements without explanations: what is a control or names a place already, code, headings, titles
(`th`, `strong`), and `em` and `dt`, which talk about a word instead of using it."""
_UNTOUCHED_CLASSES = {"marks", "sources", "glance", "card", "person-name", "admonition-title"}
"""Marks and sources, titles, cards, which are links as a whole, and the summary: words are
explained where the text itself first has them."""
_PARAGRAPHS = {"p", "li", "dd", "tr"}
"""Each of them explains one word at most."""


def finder_of(catalogue: Catalogue, lang: Lang, lemmas: Lemmas) -> TermFinder:
    """A finder of all terms that are worth explaining, by every form that means nothing else."""
    terms = [term for term in catalogue.all(Term).values() if not term.everyday]
    return TermFinder(lang, {term.id: term.unmistakable(lang) for term in terms}, lemmas)


@dataclass
class TermNotes:
    """Marks the terms in one page's tree and collects their notes."""

    catalogue: Catalogue
    page: Page
    finder: TermFinder
    seen: dict[str, None] = field(default_factory=dict)
    _paragraph_explains: bool = False
    """True once the paragraph at hand has its word."""

    def add_to(self, root: Element) -> None:
        """Change the tree in place: links in the text, notes at its end.

        The home page only leads on, and the glossary needs none. On the page of a whole kind of
        data, which is long enough, the links lead to the glossary and there are no notes.
        """
        glossary = self.catalogue.page_showing(GLOSSARY, self.page.lang)
        if self.page.key == HOME or glossary in (None, self.page):
            return
        self._walk(root)
        if self.seen and not is_a_list(self.catalogue, self.page):
            terms = self.catalogue.all(Term)
            root.append(self._notes([terms[id] for id in self.seen]))

    @cached_property
    def _own(self) -> frozenset[str]:
        """The terms in the page's title: they are what the page itself explains."""
        return frozenset(match.term for match in self.finder.find(self.page.title))

    def _walk(self, element: Element) -> None:
        if element.tag in _UNTOUCHED or element.get("class") in _UNTOUCHED_CLASSES:
            return
        if element.tag in _PARAGRAPHS:
            around, self._paragraph_explains = self._paragraph_explains, False
            self._walk_inside(element)
            self._paragraph_explains = around
        else:
            self._walk_inside(element)

    def _walk_inside(self, element: Element) -> None:
        """Mark the texts of an element in reading order.

        ElementTree keeps the text before the first child in `text` and the text after a child in
        that child's `tail`. The children are listed before links come among them, and where a
        child stands is asked anew each time, because a link before it has moved it.
        """
        children = list(element)
        element.text = self._mark(element, 0, element.text)
        for child in children:
            self._walk(child)
            child.tail = self._mark(element, list(element).index(child) + 1, child.tail)

    def _mark(self, parent: Element, at: int, text: str | None) -> str | None:
        """Insert a link for the first mention in a text, at index `at` of `parent`.

        Returns the text that is left before the link; what follows it becomes the link's tail.
        """
        match = None if not text or self._paragraph_explains else self._first_mention(text)
        if not text or not match:
            return text
        self.seen[match.term] = None
        self._paragraph_explains = True
        term = self.catalogue.all(Term)[match.term]
        link = Element("a", {"class": "term", "href": self._glossary(term)})
        link.text, link.tail = text[match.start : match.end], text[match.end :]
        parent.insert(at, link)
        return text[: match.start]

    def _first_mention(self, text: str) -> Match | None:
        known = self.seen.keys() | self._own
        return next((match for match in self.finder.find(text) if match.term not in known), None)

    def _notes(self, terms: list[Term]) -> Element:
        notes = Element("div", {"class": "term-notes"})
        for term in terms:
            notes.append(self._note(term))
        return notes

    def _note(self, term: Term) -> Element:
        lang = self.page.lang
        attributes = {"id": f"{TERM_NOTE}{term.id}", "class": "term-note", "popover": "auto"}
        note = sealed("div", attributes)
        name = SubElement(note, "p")
        SubElement(name, "strong").text = term.name(lang)
        SubElement(note, "p").text = term.definition[lang]
        other = SubElement(note, "p")
        other.text = f"{self.catalogue.word('term-in-other', lang)}: "
        SubElement(other, "span", {"lang": lang.other}).text = term.name(lang.other)
        link = SubElement(SubElement(note, "p"), "a", {"href": self._glossary(term)})
        link.text = self.catalogue.word("term-in-glossary", lang)
        return note

    def _glossary(self, term: Term) -> str:
        glossary = self.catalogue.page_showing(GLOSSARY, self.page.lang)
        assert glossary is not None
        here = address(self.catalogue, self.page)
        return f"{relative(address(self.catalogue, glossary), here)}#{term.id}"
