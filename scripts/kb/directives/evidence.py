"""What directives show of what the site rests on: its terms and its sources."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kb.directives.arguments import Arguments, OneOf
from kb.directives.context import RenderContext
from kb.directives.directive import Context, Directive, nothing
from kb.model.catalogue import Catalogue
from kb.model.evidence import GRADES, Source, Term
from kb.model.formats import sort_key
from kb.model.glossary import glossary_terms
from kb.model.page import Page
from kb.model.record import Record
from kb.text import Lang, Text


def _glossary(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    def letter(term: Term) -> str:
        return term.term[page.lang][0].upper()

    terms = sorted(
        glossary_terms(context.catalogue), key=lambda term: sort_key(term.term[page.lang])
    )
    letters = [(first, list(group)) for first, group in groupby(terms, letter)]
    return {"letters": letters, "other": page.lang.other}


def _terms(catalogue: Catalogue, arguments: Arguments) -> Sequence[Record]:
    return glossary_terms(catalogue)


GLOSSARY = Directive(
    name="glossary",
    about=Text("Sanasto", "Ordlista"),
    arguments=(),
    records=_terms,
    context=_glossary,
    lists=Term,
)


_GRADE = OneOf(
    name="grade",
    about=Text("vain tämän luokan lähteet", "bara källor av den här klassen"),
    words=tuple(GRADES),
)


def _sources(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    catalogue, lang, wanted = context.catalogue, page.lang, arguments[_GRADE]
    sources = catalogue.all(Source).values()
    by_grade = [
        (
            grade,
            GRADES[grade],
            _by_publisher([s for s in sources if s.grade == grade], lang),
            None if wanted else _page_of(catalogue, grade, lang),
        )
        for grade in GRADES
        if wanted in ("", grade)
    ]
    return {"grades": by_grade, "headed": not wanted}


def _page_of(catalogue: Catalogue, grade: str, lang: Lang) -> Page | None:
    """The page that has the sources of a class in full, if there is one."""
    return next((page for page in catalogue.pages(lang) if _shows(page, grade)), None)


def _shows(page: Page, grade: str) -> bool:
    used = (use for use in page.directives if use.name == SOURCES.name)
    return any(Arguments.of(use)[_GRADE] == grade for use in used)


def _by_publisher(sources: list[Source], lang: Lang) -> list[Source]:
    return sorted(sources, key=lambda s: (sort_key(s.publisher[lang]), str(s.date or ""), s.id))


SOURCES = Directive(
    name="sources",
    about=Text("Lähdeluettelo", "Källförteckning"),
    arguments=(_GRADE,),
    records=nothing,
    context=_sources,
    lists=Source,
)
