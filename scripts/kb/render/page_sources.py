"""The sources of one page by document: the list at its end, and the marks that lead to it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from functools import cached_property
from string import ascii_lowercase
from xml.etree.ElementTree import SubElement

from kb.directives.context import RenderContext
from kb.model.catalogue import Catalogue
from kb.model.evidence import GRADES, Source
from kb.model.page import Page
from kb.model.record import Record
from kb.render.marks import Mark
from kb.render.words import words_of
from kb.text import Lang

_LANGUAGES = {"fi": "in-finnish", "sv": "in-swedish", "en": "in-english"}
"""How the language of a source is said, by its code."""


@dataclass(frozen=True, slots=True)
class Return:
    """A way back from the list to a mark: `b`, with the heading that the mark stands under."""

    letter: str
    id: str
    under: str


@dataclass(slots=True)
class Told:
    """What a document says of a fact, and where the page uses that."""

    text: str
    record: Record
    """Whose file says it."""
    returns: list[Return] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """A source in the list of a page."""

    source: Source
    number: int
    facts: dict[str, Told] = field(default_factory=dict)
    returns: list[Return] = field(default_factory=list)
    """Ways back to where nothing is told but what the page itself says."""

    @property
    def id(self) -> str:
        """The id of its entry."""
        return f"lahde:{self.source.id.lower()}"


@dataclass
class Sources:
    """What the marks of a page rest on."""

    catalogue: Catalogue
    lang: Lang
    marks: list[Mark]
    own: Container[str] = ()
    """Facts that are the page's own text, such as the terms of the glossary."""
    shows_marks: bool = True
    """False for a page whose text has none: nothing leads from the list back into it."""

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents by the id of their source, in the order in which the page cites them."""
        documents: dict[str, Document] = {}
        for number, mark in enumerate(self.marks, 1):
            for fact, source in self._cited(mark):
                one = documents.setdefault(source.id, Document(source, len(documents) + 1))
                evidence = self.catalogue.evidence(fact)
                assert evidence is not None
                told = Told(evidence.text[self.lang], evidence.said_by)
                is_own = fact in self.own
                returns = (one if is_own else one.facts.setdefault(fact, told)).returns
                # Two facts of one sentence may have the same source: it is one way back.
                if self.shows_marks and not (returns and returns[-1].id == f"viite:{number}"):
                    returns.append(Return(_letter(len(returns)), f"viite:{number}", mark.under))
        return documents

    def fill(self) -> None:
        """Put into each mark's element its link, which says how many documents there are."""
        for number, mark in enumerate(self.marks if self.shows_marks else (), 1):
            ids = dict.fromkeys(source.id for _, source in self._cited(mark))
            cited = sorted((self.documents[id] for id in ids), key=lambda one: one.number)
            numbers = ", ".join(str(one.number) for one in cited)
            name = "mark-one" if len(cited) == 1 else "mark-many"
            attributes = {
                "class": "mark",
                "id": f"viite:{number}",
                "href": f"#{cited[0].id}",
                "aria-label": self.catalogue.word(name, self.lang, count=len(cited)),
                "data-n": numbers,
            }
            mark.element.text = "\u00a0"
            SubElement(mark.element, "a", attributes).text = str(len(cited))

    def html(self, page: Page, context: RenderContext) -> str:
        """The folded list."""
        template = context.fragments.get_template("page-sources.html")
        documents = list(self.documents.values())
        return template.render(
            lang=page.lang,
            documents=documents,
            grades=GRADES,
            languages=_LANGUAGES,
            **words_of(page, context),
        )

    def _cited(self, mark: Mark) -> list[tuple[str, Source]]:
        """The facts of a mark with each of their sources."""
        sources = self.catalogue.all(Source)
        known = [evidence for id in mark.facts if (evidence := self.catalogue.evidence(id))]
        return [(one.id, sources[id]) for one in known for id in one.sources if id in sources]


def _letter(number: int) -> str:
    """`a` for 0, `z` for 25, `aa` for 26."""
    rest, last = divmod(number, len(ascii_lowercase))
    return (_letter(rest - 1) if rest else "") + ascii_lowercase[last]
