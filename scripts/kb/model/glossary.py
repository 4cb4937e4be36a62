"""Which terms the glossary has: everyday words only where something needs their entry."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.page import Page, once_a_page


def glossary_terms(catalogue: Catalogue) -> list[Term]:
    """The terms of the glossary, in the order of the termbank."""
    linked = {anchor for page in catalogue.pages() for anchor in _linked_anchors(page)}
    return [
        term
        for term in catalogue.all(Term).values()
        if not term.everyday or term.id in linked or _says_more(term)
    ]


@once_a_page
def _linked_anchors(page: Page) -> Sequence[str]:
    targets = (unquote(mention.target) for mention in markdown.targets(page.body))
    return sorted({anchor for target in targets if (anchor := target.partition("#")[2])})


def _says_more(term: Term) -> bool:
    """True if an entry says more than what everybody knows: what to write, what to watch for."""
    return bool(term.note or term.avoid_fi or term.avoid_sv)
