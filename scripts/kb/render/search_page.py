"""What the search page offers besides search: the A–Ö list of pages and terms, and the filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kb.directives.evidence import GLOSSARY
from kb.model.addresses import address
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.formats import sort_key
from kb.model.page import HOME, Page
from kb.model.programme import Phase, Theme
from kb.text import Lang

_ASCII = str.maketrans({"Å": "aa", "Ä": "ae", "Ö": "oe"})


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """A line of the list; `url` is below the site's root, `crumb` says where it leads."""

    title: str
    url: str
    crumb: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A heading of the list, with an id in ASCII that both languages share."""

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


def _letters(catalogue: Catalogue, lang: Lang) -> Iterator[Letter]:
    entries = [*_pages(catalogue, lang), *_terms(catalogue, lang)]
    entries.sort(key=lambda entry: (_initial(entry) == "#", sort_key(entry.title), entry.url))
    for name, group in groupby(entries, _initial):
        id = name.translate(_ASCII).lower() if name.isalpha() else "0"
        yield Letter(name, f"a-o-{id}", tuple(group))


def _initial(entry: ListedEntry) -> str:
    """The letter to find it under; `#` for what begins with anything else."""
    first = sort_key(entry.title)[:1]
    first = entry.title[:1] if first == "{" else first
    return first.upper() if first.isalpha() else "#"


def _pages(catalogue: Catalogue, lang: Lang) -> Iterator[ListedEntry]:
    for page in catalogue.pages(lang):
        yield ListedEntry(page.title, address(catalogue, page), _section(catalogue, page))


def _section(catalogue: Catalogue, page: Page) -> str:
    front = catalogue.page(f"{page.folder}/{HOME}", page.lang)
    return front.title if front and front.key != page.key else ""


def _terms(catalogue: Catalogue, lang: Lang) -> Iterator[ListedEntry]:
    """The termbank's words, if a page shows them."""
    glossary = catalogue.page_showing(GLOSSARY, lang)
    if glossary is None:
        return
    where = address(catalogue, glossary)
    for term in catalogue.all(Term).values():
        short = term.abbreviation[lang] if term.abbreviation else ""
        name = term.term[lang]
        title = f"{name} ({short})" if short and short != name else name
        yield ListedEntry(title, f"{where}#{term.id}", glossary.title)


def _years(phase: Phase) -> str:
    if phase.end and phase.end.year == phase.start.year:
        return str(phase.start.year)
    return f"{phase.start.year}–{phase.end.year if phase.end else ''}"
