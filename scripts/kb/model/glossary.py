"""Which terms the glossary has: everyday words only where something needs their entry."""

from __future__ import annotations

from urllib.parse import unquote

from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term


def glossary_terms(catalogue: Catalogue) -> list[Term]:
    """The terms of the glossary, in the order of the termbank."""
    linked = {
        unquote(mention.target).partition("#")[2]
        for page in catalogue.pages()
        for mention in markdown.targets(page.body, page.body_line)
    }
    return [
        term
        for term in catalogue.all(Term).values()
        if not term.everyday or term.id in linked or _says_more(term)
    ]


def _says_more(term: Term) -> bool:
    """True if an entry says more than what everybody knows: what to write, what to watch for."""
    return bool(term.note or term.avoid_fi or term.avoid_sv)
