"""The first mention of each term on a page opens its definition: a button and a popover, no script.

The browser's own popover gives what a tooltip needs: keyboard, touch, Esc, focus back. Without
support for it the notes stand as a plain list at the end of the page.
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
from kb.text import Lang
from kb.words.finnish import Lemmas
from kb.words.terms import Match, TermFinder

_UNTOUCHED = {
    "a", "button", "code", "pre", "dfn", "sup", "summary", "figure", "figcaption", "svg", "nav",
    "h1", "h2", "h3", "h4", "h5", "h6", "em", "dt",
}  # fmt: skip
_UNTOUCHED_CLASSES = {"footnote", "glance"}
"""Sources, and the summary: words are explained where the text itself first has them."""

_PUNCTUATION = re.compile(r"[.,;:!?)”]*")


def finder_of(catalogue: Catalogue, lang: Lang, lemmas: Lemmas) -> TermFinder:
    """A finder of all terms that are worth explaining, by every form that the termbank gives."""
    names = {term.id: _names(term, lang) for term in catalogue.all(Term).values() if not term.plain}
    return TermFinder(lang, names, lemmas)


def _names(term: Term, lang: Lang) -> list[str]:
    also = term.also_fi if lang is Lang.FI else term.also_sv
    short = [term.abbreviation[lang]] if term.abbreviation else []
    return [term.term[lang], *short, *also]


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
        if element.tag in _UNTOUCHED or element.get("class") in _UNTOUCHED_CLASSES:
            return
        children = list(element)
        element.text = self._mark(element, 0, element.text)
        for child in children:
            self._walk(child)
            child.tail = self._mark(element, list(element).index(child) + 1, child.tail)

    def _mark(self, parent: Element, at: int, text: str | None) -> str | None:
        """Insert a button for each first mention from index `at`; the text before them is left."""
        if not text or not text.strip():
            return text
        before, last = text, None
        done = 0
        for match in self._first_mentions(text):
            button = self._button(match, text)
            if last is None:
                before = text[: match.start]
            else:
                last.tail = text[done : match.start]
            parent.insert(at, button)
            at, last, done = at + 1, button, match.end + len(button[0].tail or "")
        if last is not None:
            last.tail = text[done:]
        return before

    def _first_mentions(self, text: str) -> Iterator[Match]:
        for match in self.finder.find(text):
            if match.term not in self.seen:
                self.seen[match.term] = None
                yield match

    def _button(self, match: Match, text: str) -> Element:
        """The button, held together with the punctuation that follows it on the same line."""
        together = Element("span", {"class": "together"})
        button = SubElement(
            together,
            "button",
            {"type": "button", "class": "term", "popovertarget": f"sana-{match.term}"},
        )
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
        note = Element("div", {"id": f"sana-{term.id}", "class": "term-note", "popover": "auto"})
        name = SubElement(note, "p")
        SubElement(name, "strong").text = _named(term, lang)
        SubElement(note, "p").text = term.definition[lang]
        other = SubElement(note, "p")
        other.text = f"{self.catalogue.word('term-in-other', lang)}: "
        SubElement(other, "span", {"lang": lang.other}).text = _named(term, lang.other)
        link = SubElement(SubElement(note, "p"), "a", {"href": self._glossary(term)})
        link.text = self.catalogue.word("term-in-glossary", lang)
        return note

    def _glossary(self, term: Term) -> str:
        glossary = self.catalogue.page_showing(GLOSSARY, self.page.lang)
        assert glossary is not None
        here = address(self.catalogue, self.page)
        return f"{relative(address(self.catalogue, glossary), here)}#{term.id}"


def _named(term: Term, lang: Lang) -> str:
    if term.abbreviation and term.abbreviation[lang] != term.term[lang]:
        return f"{term.term[lang]} ({term.abbreviation[lang]})"
    return term.term[lang]
