"""What directives show of today's services: their organisers and the municipalities of each."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from kb.directives.arguments import Arguments, IdOf
from kb.directives.context import RenderContext
from kb.directives.directive import Context, Directive, nothing
from kb.model.catalogue import Catalogue
from kb.model.formats import sort_key
from kb.model.page import Page
from kb.model.places import municipalities_of, organisers_of, region_of
from kb.model.programme import Region
from kb.model.services import Municipality, Organiser
from kb.text import Text

LANGUAGE_WORDS = {"fi": "in-finnish", "sv": "in-swedish", "en": "in-english"}
"""The word that says which language a link leads to."""


def _every_organiser(catalogue: Catalogue, arguments: Arguments) -> list[Organiser]:
    return list(catalogue.all(Organiser).values())


def _organisers(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {
        "organisers": _every_organiser(context.catalogue, arguments),
        "regions": context.catalogue.all(Region),
        "language_words": LANGUAGE_WORDS,
    }


ORGANISERS = Directive(
    name="organisers",
    about=Text(
        "Taulukko palvelujen järjestäjistä nyt", "Tabell över dem som ordnar tjänsterna i dag"
    ),
    arguments=(),
    records=_every_organiser,
    context=_organisers,
)

_REGION = IdOf(
    name="region", about=Text("alueen tunnus", "regionens id"), kind="regions", required=True
)


def _of_region(catalogue: Catalogue, arguments: Arguments) -> list[Organiser]:
    return organisers_of(catalogue, arguments[_REGION])


def _services_today(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    catalogue = context.catalogue
    return {
        "organisers": [
            (organiser, _by_name(municipalities_of(catalogue, organiser), page))
            for organiser in _of_region(catalogue, arguments)
        ],
        "language_words": LANGUAGE_WORDS,
    }


SERVICES_TODAY = Directive(
    name="services-today",
    about=Text(
        "Alueen palvelujen järjestäjät nyt ja niiden kunnat",
        "De som ordnar tjänsterna i regionen i dag, med sina kommuner",
    ),
    arguments=(_REGION,),
    records=_of_region,
    context=_services_today,
)


def _by_name(municipalities: list[Municipality], page: Page) -> list[Municipality]:
    return sorted(municipalities, key=_name_on(page))


def _name_on(page: Page) -> Callable[[Municipality], str]:
    return lambda municipality: sort_key(municipality.name[page.lang])


def _municipalities(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    def letter(municipality: Municipality) -> str:
        return municipality.name[page.lang][0].upper()

    catalogue = context.catalogue
    every = _by_name(list(catalogue.all(Municipality).values()), page)
    return {
        "letters": [(first, list(group)) for first, group in groupby(every, letter)],
        "places": {one.id: _place(catalogue, one, page) for one in every},
    }


def _place(catalogue: Catalogue, municipality: Municipality, page: Page) -> tuple[str, str]:
    """The key of the region's page and the heading above today's services; empty if none."""
    region = region_of(catalogue, municipality)
    there = catalogue.page(region.page, page.lang) if region and region.page else None
    if there is None:
        return "", ""
    at = next((use.line for use in there.directives if use.name == SERVICES_TODAY.name), 0)
    anchors = [heading.anchor for heading in there.headings if heading.line < at]
    return there.key, anchors[-1] if anchors else ""


MUNICIPALITIES = Directive(
    name="municipalities",
    about=Text(
        "Kaikki kunnat aakkosjärjestyksessä, jokainen alueensa sivulle",
        "Alla kommuner i alfabetisk ordning, var och en till sin regions sida",
    ),
    arguments=(),
    records=nothing,
    context=_municipalities,
)
