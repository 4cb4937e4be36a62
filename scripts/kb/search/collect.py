"""Collects rendered pages and gives the search files of a language."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kb.directives.evidence import GLOSSARY, SOURCES
from kb.directives.site import ALL_PAGES, TRANSLATIONS
from kb.model.addresses import address
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.glossary import glossary_terms
from kb.model.other_words import OtherWords
from kb.model.page import Page
from kb.model.places import municipalities_by_page
from kb.model.programme import Region
from kb.model.services import Organiser
from kb.read.store import Store
from kb.search.files import files_of, fingerprint
from kb.search.index import IndexBuilder
from kb.search.pages import Document, IndexedSection
from kb.text import Lang
from kb.words.analysis import Analyser
from kb.words.forms import Forms

_LINKS = 12
"""Divides the logarithm of how many pages lead to a page: two links weigh 13 % more than none,
thirty 41 %. More, and the front pages would come first whatever is asked."""
_LIST = 0.75
"""A page that names everything seldom answers a question."""
_ABOUT_THE_SITE = 0.65
"""A page about the site still less, and its guides have words of every kind."""
_LISTS = (GLOSSARY, SOURCES, ALL_PAGES, TRANSLATIONS)
"""The directives of pages that name everything."""
_TERM = 0.5
"""A definition of one sentence answers less than a page does."""


@dataclass
class Collector:
    """The documents of one language, numbered by their pair so that both languages agree."""

    catalogue: Catalogue
    lang: Lang
    documents: dict[int, Document] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._numbers = {key: number for number, key in enumerate(self.catalogue.pairs)}
        self._places = self._places_by_page()

    def add(self, page: Page, sections: tuple[IndexedSection, ...]) -> None:
        """Keep a page with the sections of its HTML."""
        front = self.catalogue.front_above(page)
        self.documents[self._numbers[page.key]] = Document(
            key=page.key,
            url=address(self.catalogue, page),
            title=page.title,
            crumb=front.title if front else "",
            description=page.front.description or "",
            phases=page.front.phases,
            themes=page.front.themes,
            asked=page.front.search_words,
            places=self._places.get(page.key, ()),
            prior=self._prior(page),
            sections=sections,
        )

    def _places_by_page(self) -> dict[str, tuple[str, ...]]:
        """What each region's page, by its key, answers for: the region, its municipalities, and
        what their organiser is called in its address (Pohde, Varha).
        """
        towns = municipalities_by_page(self.catalogue)
        organisers = self.catalogue.all(Organiser).values()
        return {
            region.page: (
                *(
                    name
                    for place in (region, *towns.get(region.page, ()))
                    for name in dict.fromkeys((place.name.fi, place.name.sv))
                ),
                *(one.short_name for one in organisers if one.short_name and one.regions[0] == id),
            )
            for id, region in self.catalogue.all(Region).items()
            if region.page
        }

    def _prior(self, page: Page) -> float:
        """How likely the page is meant whatever is asked, 1.0 for one that no page links to."""
        leading = self.catalogue.leading_to(page.key, self.lang)
        weight = 1 + math.log2(1 + len(leading)) / _LINKS
        if page.key in self.catalogue.about_the_site:
            return weight * _ABOUT_THE_SITE
        return weight * (_LIST if page.shows(*_LISTS) else 1)

    def add_terms(self) -> None:
        """Keep every term of the glossary as a document that leads to its entry.

        Their numbers come after those of the pages, which is how the browser tells them apart.
        """
        glossary = self.catalogue.page_showing(GLOSSARY, self.lang)
        if glossary is None:
            return
        terms = {term.id: term for term in glossary_terms(self.catalogue)}
        for number, id in enumerate(sorted(terms), len(self._numbers)):
            term = terms[id]
            self.documents[number] = Document(
                key=glossary.key,
                url=f"{address(self.catalogue, glossary)}#{id}",
                title=term.term[self.lang],
                crumb=glossary.title,
                asked=tuple(self._other_words(term)),
                prior=_TERM,
                sections=(IndexedSection(text=term.definition[self.lang]),),
            )

    def files(
        self,
        analyser: Analyser,
        forms: Forms,
        store: Store | None = None,
        between: Callable[[], None] = lambda: None,
    ) -> tuple[str, dict[str, str]]:
        """The name of the language's folder, made from its content, and the files in it.

        `between` is called again and again, and may give up.
        """
        builder = IndexBuilder(self.lang, analyser, forms, store)
        index = builder.build(self.documents, self._synonyms(), between)
        between()
        files = files_of(index)
        return f"{self.lang}-{fingerprint(files)}", files

    @property
    def content(self) -> tuple[object, ...]:
        """All that the files are made of, but for what is known of words."""
        return self.lang, self.documents, self._synonyms()

    def _synonyms(self) -> dict[str, list[str]]:
        """What each word of the readers means, as the pages call it: terms by their abbreviations,
        other forms and forms to avoid, and whatever else editors have listed.
        """
        meanings: dict[str, list[str]] = {}
        for term in self.catalogue.all(Term).values():
            for word in self._other_words(term):
                meanings.setdefault(word, []).append(term.term[self.lang])
        for listed in self.catalogue.all(OtherWords).values():
            for word in listed.words(self.lang):
                meanings.setdefault(word, []).append(listed.means[self.lang])
        return meanings

    def _other_words(self, term: Term) -> Iterator[str]:
        yield from term.also(self.lang)
        yield from term.avoid(self.lang)
        if term.abbreviation:
            yield term.abbreviation[self.lang]
