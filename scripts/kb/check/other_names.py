"""What directives, arguments and fields are called by somebody who knows them by another name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from kb.directives import DIRECTIVES
from kb.directives.arguments import Argument, IdOf
from kb.model.addresses import address_word
from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.model.record import Record
from kb.text import Lang, Text

_ALIKE = 0.8
"""How alike a name must be: people know names by heart, if in another language."""


def directive_called(catalogue: Catalogue, typed: str) -> str:
    """The directive that shows what is called so in either language; empty if none is."""
    names: dict[str, str] = {}
    for name in DIRECTIVES:
        for called in _names_of(catalogue, name):
            names.setdefault(address_word(called), name)
    return _nearest(typed, names)


def argument_called(arguments: Iterable[Argument[object]], typed: str) -> str:
    """The argument that takes what is called so in either language; empty if none does."""
    names: dict[str, str] = {}
    for argument in arguments:
        if isinstance(argument, IdOf) and argument.kind in RECORD_TYPES:
            label = RECORD_TYPES[argument.kind].label
            names |= {address_word(label[lang]): argument.name for lang in Lang}
    return _nearest(typed, names)


def _names_of(catalogue: Catalogue, directive: str) -> Iterator[str]:
    """Its kind of data in each language, and the titles and the file of the page that shows it."""
    for lang in Lang:
        if page := catalogue.page_showing(DIRECTIVES[directive], lang):
            yield from (page.title, page.short_title, page.key.rpartition("/")[2])
    if kind := RECORD_TYPES.get(directive):
        yield from _called(kind)


def _called(kind: type[Record]) -> Iterator[str]:
    for text in (kind.label, kind.open_data):
        if isinstance(text, Text):
            yield from (text[lang] for lang in Lang)


def _nearest(typed: str, names: Mapping[str, str]) -> str:
    near = get_close_matches(address_word(typed), list(names), n=1, cutoff=_ALIKE)
    return names[near[0]] if near else ""
