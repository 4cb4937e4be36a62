"""What pages are called: titles, headings and places that a query may be, or begin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kb.search.pages import Document, name_of

COMMON_NAME = 3
"""A name that more pages have tells nothing of them."""


def titles_of(documents: Mapping[int, Document]) -> dict[str, list[int]]:
    """The numbers of the documents that have each title."""
    return _named({number: [document.title] for number, document in documents.items()})


def headings_of(documents: Mapping[int, Document]) -> dict[str, list[int]]:
    """The same of their headings, and of the places that they answer for."""
    return _named(
        {
            number: [*(section.heading for section in document.sections), *document.places]
            for number, document in documents.items()
        }
    )


def _named(names: Mapping[int, Iterable[str]]) -> dict[str, list[int]]:
    pages: dict[str, set[int]] = defaultdict(set)
    for number, texts in names.items():
        for name in filter(None, map(name_of, texts)):
            pages[name].add(number)
    return {name: sorted(own) for name, own in pages.items() if len(own) <= COMMON_NAME}
