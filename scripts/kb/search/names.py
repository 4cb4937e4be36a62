"""What pages are called: titles, headings and places that a query may be, or begin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from kb.search.pages import Document, name_of, tokens

COMMON_NAME = 3
"""A name that more pages have tells nothing of them."""


def titles_of(documents: Mapping[int, Document]) -> dict[str, list[int]]:
    """The numbers of the documents that have each title."""
    return _named({number: [document.title] for number, document in documents.items()})


def headings_of(documents: Mapping[int, Document], empty: Collection[str]) -> dict[str, list[int]]:
    """The same of their headings, of the places that they answer for, and of titles without words
    that say little.
    """
    return _named(
        {
            number: [
                *(section.heading for section in document.sections),
                *document.places,
                *_without(document.title, empty),
            ]
            for number, document in documents.items()
        }
    )


def _without(title: str, empty: Collection[str]) -> Iterator[str]:
    """What a title is about, if it says it in a sentence: `lape` of ”Mikä LAPE on”."""
    words = title.split()
    rest = [word for word in words if word.lower() not in empty]
    if len(rest) < len(words) - 1:
        yield " ".join(rest)


def _named(names: Mapping[int, Iterable[str]]) -> dict[str, list[int]]:
    pages: dict[str, set[int]] = defaultdict(set)
    for number, texts in names.items():
        for name in filter(None, map(name_of, texts)):
            pages[name].add(number)
    return {name: sorted(own) for name, own in pages.items() if len(own) <= COMMON_NAME}


class Meaning(NamedTuple):
    """A word of the readers, what the pages call the thing, and the lemmas of that."""

    word: str
    phrase: str
    lemmas: set[str]


def other_names(title: str, lemmas: set[str], meanings: Iterable[Meaning]) -> list[str]:
    """What else the things of a title are called: readers' words, an abbreviation in full."""
    words = set(tokens(title))
    names = []
    for word, phrase, meant in meanings:
        if meant and meant <= lemmas:
            names.append(word)
        if word.isupper() and word.lower() in words:
            names.append(phrase)
    return names
