"""The directives that pages may use: one table that checks, expands and documents them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kb.directives import evidence, guide, home, people, pictures, programme, services, site
from kb.directives.arguments import Arguments
from kb.directives.context import RenderContext
from kb.directives.directive import Context, Directive, nothing
from kb.model.catalogue import Catalogue
from kb.model.page import DirectiveUse, Page
from kb.model.record import Record
from kb.text import Text


def _listed(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {"directives": DIRECTIVES.values()}


LIST = Directive(
    name="directives",
    about=Text("Tämä luettelo (toimitusoppaassa)", "Den här förteckningen (i redaktörsguiden)"),
    arguments=(),
    records=nothing,
    context=_listed,
)

DIRECTIVES: Mapping[str, Directive] = {
    value.name: value
    for module in (programme, home, people, services, evidence, site, pictures, guide)
    for value in vars(module).values()
    if isinstance(value, Directive)
} | {LIST.name: LIST}
"""Every directive by name: to declare one in these modules is all it needs."""


def records_shown(catalogue: Catalogue, use: DirectiveUse) -> Sequence[Record]:
    """The records that a directive puts on the page with their citations."""
    directive = DIRECTIVES.get(use.name)
    return directive.records(catalogue, Arguments.of(use)) if directive else ()


def facts_of(catalogue: Catalogue, page: Page) -> Iterator[str]:
    """Every fact id that the page cites itself or through its directives, repeats included."""
    for citation in page.citations:
        yield citation.target
    for use in page.directives:
        for record in records_shown(catalogue, use):
            yield from record.facts
