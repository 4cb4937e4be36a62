"""Which municipality belongs to which region, and to which region's page."""

from __future__ import annotations

from collections import defaultdict

from kb.model.catalogue import Catalogue
from kb.model.programme import Region
from kb.model.services import Municipality, Organiser
from kb.text import Lang
from kb.words.place_names import place_forms


def region_of(catalogue: Catalogue, municipality: Municipality) -> Region | None:
    """Its own region, else the first of its organiser; None if that is not known."""
    organiser = catalogue.all(Organiser).get(municipality.organiser)
    first = organiser.regions[0] if organiser else ""
    return catalogue.all(Region).get(municipality.region or first)


def organisers_of(catalogue: Catalogue, region_id: str) -> list[Organiser]:
    """Who organises today's services in a region."""
    return [one for one in catalogue.all(Organiser).values() if region_id in one.regions]


def municipalities_by_page(catalogue: Catalogue) -> dict[str, list[Municipality]]:
    """The municipalities of each region's page, by its key."""
    found: dict[str, list[Municipality]] = defaultdict(list)
    for municipality in catalogue.all(Municipality).values():
        region = region_of(catalogue, municipality)
        if region and region.page:
            found[region.page].append(municipality)
    return dict(found)


def municipalities_of(catalogue: Catalogue, organiser: Organiser) -> list[Municipality]:
    """The municipalities whose services it organises."""
    every = catalogue.all(Municipality).values()
    return [one for one in every if one.organiser == organiser.id]


def town_words(catalogue: Catalogue) -> frozenset[str]:
    """The words of municipalities' names in both languages, with their forms."""
    return frozenset(
        form.capitalize()
        for one in catalogue.all(Municipality).values()
        for lang in Lang
        for word in one.name[lang].lower().split()
        for form in (word, *place_forms(word, lang))
    )
