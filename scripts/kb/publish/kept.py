"""Pages as an earlier build made them, used again while nothing that they depend on has changed.

A page is kept twice: as HTML made of its Markdown, and as the file that readers get. What each
depends on is in its name, never less and rather more; a page that is not found is made again.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from markupsafe import Markup

from kb.directives.evidence import GLOSSARY
from kb.model.addresses import address
from kb.model.catalogue import Catalogue
from kb.model.evidence import Fact, Source, Term
from kb.model.interface import Word
from kb.model.page import Page
from kb.model.people import Contact
from kb.read.store import Store, digest
from kb.render.body import OURS_STAND_HERE
from kb.render.seal import SEAL
from kb.search.pages import IndexedSection
from kb.text import Lang

_SHOWN_BY_ANY_PAGE = (Fact, Source, Term, Contact, Word)
"""The records that are looked up while Markdown is converted: citations, terms, words. All others
are in the Markdown already."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What Markdown made of a page."""

    html: Markup
    """Clean."""
    sections: tuple[IndexedSection, ...]
    """As search reads them."""
    explained: tuple[str, ...]
    """The ids of the terms that the text explains."""
    outline: Any = None
    """What the program that converts says of headings and links, as JSON."""


def _section(kept: dict[str, Any]) -> IndexedSection:
    """A section as it was: JSON has a list where it has a tuple."""
    return IndexedSection(**{**kept, "foreign": tuple(kept["foreign"])})


class Kept:
    """The kept pages of one language in one build."""

    def __init__(self, store: Store, catalogue: Catalogue, lang: Lang, *everything: object) -> None:
        """`everything` is what all pages depend on: the code, the templates, settings, pictures."""
        self._store = store
        records = [list(catalogue.all(kind).values()) for kind in _SHOWN_BY_ANY_PAGE]
        glossary = catalogue.page_showing(GLOSSARY, lang)
        addresses = [(page.file, address(catalogue, page)) for page in catalogue.pages()]
        self._all_text = digest(*everything, glossary and glossary.key, addresses, *records)
        self._all_frames = digest(*everything, list(catalogue.all(Word).values()))

    def text_name(self, page: Page, markdown: str) -> str:
        """The name under which the HTML of a page's whole Markdown is kept."""
        # The seal is another in each run; as parts of a list, texts cannot look like it.
        return digest(self._all_text, page.key, page.lang, page.title, markdown.split(SEAL))

    def text(self, name: str) -> Converted | None:
        """The HTML kept under a name, if there is any."""
        found = self._store.get(name)
        if found is None:
            return None
        return Converted(
            Markup(OURS_STAND_HERE.join(found["html"])),  # noqa: S704 - it was clean when kept
            tuple(map(_section, found["sections"])),
            tuple(found["explained"]),
            found["outline"],
        )

    def keep_text(self, name: str, made: Converted) -> None:
        """Keep what Markdown made of a page."""
        value = {
            "html": str(made.html).split(OURS_STAND_HERE),
            "sections": [asdict(section) for section in made.sections],
            "explained": made.explained,
            "outline": made.outline,
        }
        self._store.put(name, value)

    def file_name(self, text_name: str, *shown: object) -> str:
        """The name under which the finished page is kept; `shown` is what its template is given."""
        return digest(self._all_frames, text_name, *(repr(one).split(SEAL) for one in shown))

    def file(self, name: str) -> Markup | None:
        """The finished page kept under a name, if there is any."""
        found = self._store.get(name)
        return None if found is None else Markup(found)  # noqa: S704 - a template made it

    def keep_file(self, name: str, html: str) -> None:
        """Keep a finished page."""
        self._store.put(name, html)
