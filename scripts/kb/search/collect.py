"""Collects rendered pages and gives the search files of a language."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kb.directives.evidence import GLOSSARY, SOURCES
from kb.directives.site import ALL_PAGES, TRANSLATIONS
from kb.model.addresses import address
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.interface import MenuGroup
from kb.model.links import linked
from kb.model.page import HOME, Page
from kb.search.files import files_of, fingerprint
from kb.search.index import Builder
from kb.search.pages import Document, IndexedSection, sections_of
from kb.text import Lang
from kb.words.analysis import Analyser
from kb.words.forms import Forms

_ASIDE = 0.75
_TERM = 0.5
"""A definition answers less than a page does."""
_REFERENCES = (GLOSSARY, SOURCES, ALL_PAGES, TRANSLATIONS)
"""Lists that name everything answer few questions."""


@dataclass
class Collector:
    """The documents of one language, numbered by their pair so that both languages agree."""

    catalogue: Catalogue
    lang: Lang
    documents: dict[int, Document] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._about_the_site = {
            key
            for group in self.catalogue.all(MenuGroup).values()
            if group.where == "footer"
            for key in group.pages
        }
        self._leading_to = Counter(
            key for page in self.catalogue.pages(self.lang) for key in linked(page)
        )
        self._numbers = {key: number for number, key in enumerate(self.catalogue.pairs)}

    def add(self, page: Page, html: str) -> None:
        """Keep a rendered page."""
        front = self.catalogue.page(f"{page.folder}/{HOME}", page.lang)
        self.documents[self._numbers[page.key]] = Document(
            key=page.key,
            url=address(self.catalogue, page),
            title=page.title,
            crumb=front.title if front and front.key != page.key else "",
            description=page.front.description or "",
            phases=page.front.phases,
            themes=page.front.themes,
            asked=page.front.search_words,
            prior=self._prior(page),
            sections=sections_of(html, page.lang),
        )

    def _prior(self, page: Page) -> float:
        """A page that many lead to is likelier meant; lists and pages about the site less so."""
        weight = 1 + math.log2(1 + self._leading_to[page.key]) / 12
        lists = any(page.shows(directive) for directive in _REFERENCES)
        return weight * _ASIDE if lists or page.key in self._about_the_site else weight

    def add_terms(self) -> None:
        """Every term of the glossary as a document that leads to its entry."""
        page = self.catalogue.page_showing(GLOSSARY, self.lang)
        terms = self.catalogue.all(Term)
        first = len(self._numbers)
        for number, id in enumerate(sorted(terms) if page else (), first):
            assert page is not None
            term = terms[id]
            self.documents[number] = Document(
                key=page.key,
                url=f"{address(self.catalogue, page)}#{id}",
                title=term.term[self.lang],
                crumb=page.title,
                description="",
                phases=(),
                themes=(),
                asked=tuple(self._other_words(term)),
                prior=_TERM,
                sections=(IndexedSection(text=term.definition[self.lang]),),
            )

    def files(
        self, analyser: Analyser, forms: Forms, common: Mapping[str, float]
    ) -> tuple[str, dict[str, str]]:
        """The name of the language's folder, made from its content, and the files in it."""
        builder = Builder(self.lang, analyser, forms, common)
        index = builder.build(self.documents, self._synonyms())
        files = files_of(index)
        return f"{self.lang}-{fingerprint(files)}", files

    def _synonyms(self) -> dict[str, list[str]]:
        """Abbreviations, other forms and forms to avoid, each leading to the termbank's word."""
        found: dict[str, list[str]] = {}
        for term in self.catalogue.all(Term).values():
            for word in self._other_words(term):
                if " " not in word:
                    found.setdefault(word, []).append(term.term[self.lang])
        return found

    def _other_words(self, term: Term) -> Iterator[str]:
        yield from term.also_fi if self.lang is Lang.FI else term.also_sv
        yield from term.avoid_fi if self.lang is Lang.FI else term.avoid_sv
        if term.abbreviation:
            yield term.abbreviation[self.lang]
