"""The search page before anybody has searched: an A–Ö list of pages and terms, and the filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kb.directives.evidence import GLOSSARY
from kb.model.addresses import address
from kb.model.catalogue import Catalogue
from kb.model.formats import sort_key, years_text
from kb.model.glossary import glossary_terms
from kb.model.programme import Phase, Theme
from kb.text import Lang

_ASCII = str.maketrans({"Å": "aa", "Ä": "ae", "Ö": "oe"})


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """A line of the list; `url` is below the site's root, `crumb` names the page above it."""

    title: str
    url: str
    crumb: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A heading of the list; the id is in ASCII and the same in both languages."""

    name: str
    id: str
    entries: tuple[ListedEntry, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A phase or theme that the reader may keep to."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """All that the search page shows before anybody has searched."""

    letters: tuple[Letter, ...]
    phases: tuple[Choice, ...]
    themes: tuple[Choice, ...]


def search_page(catalogue: Catalogue, lang: Lang) -> SearchPage:
    """The search page of a language; only what some page of it belongs to can be chosen."""
    fronts = [page.front for page in catalogue.pages(lang)]
    phases = {id for front in fronts for id in front.phases}
    themes = {id for front in fronts for id in front.themes}
    return SearchPage(
        letters=tuple(_letters(catalogue, lang)),
        phases=tuple(
            Choice(phase.id, f"{phase.name[lang]} ({_years(phase)})")
            for phase in catalogue.all(Phase).values()
            if phase.id in phases
        ),
        themes=tuple(
            Choice(theme.id, theme.name[lang])
            for theme in catalogue.all(Theme).values()
            if theme.id in themes
        ),
    )


def _years(phase: Phase) -> str:
    """The years as the pages give them: those that a phase was planned for."""
    return years_text(phase.start, phase.planned_end or phase.end)


def _letters(catalogue: Catalogue, lang: Lang) -> Iterator[Letter]:
    entries = [*_pages(catalogue, lang), *_terms(catalogue, lang)]
    entries.sort(key=lambda entry: (_initial(entry) == "#", sort_key(entry.title), entry.url))
    for name, group in groupby(entries, _initial):
        id = name.translate(_ASCII).lower() if name.isalpha() else "0"
        yield Letter(name, f"a-o-{id}", tuple(group))


def _initial(entry: ListedEntry) -> str:
    """The letter to find it under; `#` for what begins with anything else."""
    first = sort_key(entry.title)[:1]
    if first == "{":  # å, ä and ö, which sort after z
        first = entry.title[:1]
    return first.upper() if first.isalpha() else "#"


def _pages(catalogue: Catalogue, lang: Lang) -> Iterator[ListedEntry]:
    for page in catalogue.pages(lang):
        front = catalogue.front_above(page)
        yield ListedEntry(page.title, address(catalogue, page), front.title if front else "")


def _terms(catalogue: Catalogue, lang: Lang) -> Iterator[ListedEntry]:
    """The termbank's words, if a page shows them."""
    glossary = catalogue.page_showing(GLOSSARY, lang)
    if glossary is None:
        return
    where = address(catalogue, glossary)
    for term in glossary_terms(catalogue):
        yield ListedEntry(term.name(lang), f"{where}#{term.id}", glossary.title)
