"""Makes the first mention of each term on a page a button that opens the term's definition.

Button and popover are plain HTML without a script: the browser gives keyboard, touch, Esc and the
focus back. A browser without popovers shows the notes as a plain list at the end of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from kb.directives.evidence import GLOSSARY
from kb.model.addresses import address, relative
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.page import Page
from kb.render.seal import sealed
from kb.text import Lang
from kb.words.finnish import Lemmas
from kb.words.terms import Match, TermFinder

_UNTOUCHED = {
    "a", "button", "code", "pre", "dfn", "sup", "summary", "figure", "figcaption", "svg", "nav",
    "h1", "h2", "h3", "h4", "h5", "h6", "em", "dt",
}  # fmt: skip
"""Elements without explanations: what is a control or names a place already, code, headings, which
stand in tables of contents too, and `em` and `dt`, which talk about a word instead of using it."""
_UNTOUCHED_CLASSES = {"marks", "glance"}
"""Marks, and the summary: words are explained where the text itself first has them."""
_PUNCTUATION = re.compile(r"[.,;:!?)”]*")


def finder_of(catalogue: Catalogue, lang: Lang, lemmas: Lemmas) -> TermFinder:
    """A finder of all terms that are worth explaining, by every form that the termbank gives."""
    names = {term.id: _names(term, lang) for term in catalogue.all(Term).values() if not term.plain}
    return TermFinder(lang, names, lemmas)


def _names(term: Term, lang: Lang) -> list[str]:
    return [name for name in (term.term[lang], term.short(lang), *term.also(lang)) if name]


@dataclass
class TermNotes:
    """Marks the terms in one page's tree and collects their notes."""

    catalogue: Catalogue
    page: Page
    finder: TermFinder
    seen: dict[str, None] = field(default_factory=dict)

    def add_to(self, root: Element) -> None:
        """Change the tree in place: buttons in the text, notes at its end."""
        if self.catalogue.page_showing(GLOSSARY, self.page.lang) in (None, self.page):
            return
        self._walk(root)
        if self.seen:
            terms = self.catalogue.all(Term)
            root.append(self._notes([terms[id] for id in self.seen]))

    def _walk(self, element: Element) -> None:
        """Mark the texts of an element in reading order.

        ElementTree keeps the text before the first child in `text` and the text after a child in
        that child's `tail`. The children are listed before buttons come among them, and where a
        child stands is asked anew each time, because buttons before it have moved it.
        """
        if element.tag in _UNTOUCHED or element.get("class") in _UNTOUCHED_CLASSES:
            return
        children = list(element)
        element.text = self._mark(element, 0, element.text)
        for child in children:
            self._walk(child)
            child.tail = self._mark(element, list(element).index(child) + 1, child.tail)

    def _mark(self, parent: Element, at: int, text: str | None) -> str | None:
        """Insert a button for each first mention of a term in a text, from index `at` of `parent`.

        Returns what is left of the text: the part before the first button. The text between two
        buttons, and after the last one, becomes the tail of the button that it follows.
        """
        if not text or not text.strip():
            return text
        left, previous, end = text, None, 0
        for match in self._first_mentions(text):
            button = self._button(match, text)
            if previous is None:
                left = text[: match.start]
            else:
                previous.tail = text[end : match.start]
            parent.insert(at, button)
            # The button has taken the punctuation after the word with it.
            at, previous, end = at + 1, button, match.end + len(button[0].tail or "")
        if previous is not None:
            previous.tail = text[end:]
        return left

    def _first_mentions(self, text: str) -> Iterator[Match]:
        for match in self.finder.find(text):
            if match.term not in self.seen:
                self.seen[match.term] = None
                yield match

    def _button(self, match: Match, text: str) -> Element:
        """The button in a span with the punctuation that follows it, so that no line ends between.

        A button is a box, after which a browser may break the line even before a full stop.
        """
        together = Element("span", {"class": "together"})
        attributes = {"type": "button", "class": "term", "popovertarget": f"sana-{match.term}"}
        button = sealed("button", attributes, together)
        button.text = text[match.start : match.end]
        button.tail = _PUNCTUATION.match(text, match.end)[0]  # type: ignore[index]
        return together

    def _notes(self, terms: list[Term]) -> Element:
        label = self.catalogue.word("term-notes", self.page.lang)
        notes = Element("aside", {"class": "term-notes", "aria-label": label})
        for term in terms:
            notes.append(self._note(term))
        return notes

    def _note(self, term: Term) -> Element:
        lang = self.page.lang
        attributes = {"id": f"sana-{term.id}", "class": "term-note", "popover": "auto"}
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
