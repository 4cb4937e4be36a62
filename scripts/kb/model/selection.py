"""Which records a directive shows: what the page's coverage is counted by and what is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from kb.model.catalogue import Catalogue
from kb.model.interface import Word
from kb.model.page import Directive, Page
from kb.model.people import Contact, Organisation
from kb.model.programme import Content, Event, Grant, Phase, Region, Theme
from kb.model.record import Record

Arguments = Mapping[str, str]
R = TypeVar("R", bound=Record)


def events(catalogue: Catalogue, arguments: Arguments) -> list[Event]:
    """The events of a phase, a theme or a span of years, in date order."""

    def wanted(event: Event) -> bool:
        return (
            arguments.get("phase") in (None, event.phase)
            and (arguments.get("theme") is None or arguments["theme"] in event.themes)
            and year(arguments, "from", 0) <= event.date.year <= year(arguments, "to", 9999)
        )

    return sorted(filter(wanted, catalogue.all(Event).values()), key=lambda e: e.date.first_day)


def year(arguments: Arguments, name: str, otherwise: int) -> int:
    """The year that an argument gives; what is no year is a finding elsewhere, and none here."""
    value = arguments.get(name, "")
    return int(value) if is_year(value) else otherwise


def is_year(value: str) -> bool:
    """True for four plain digits."""
    return len(value) == 4 and value.isascii() and value.isdigit()


def contacts(catalogue: Catalogue, arguments: Arguments) -> list[Contact]:
    """The contacts of an organisation, or all."""
    wanted = arguments.get("organisation")
    return [c for c in catalogue.all(Contact).values() if wanted in (None, c.organisation)]


def grants(catalogue: Catalogue, arguments: Arguments) -> list[Grant]:
    """The sums of a phase, or all."""
    wanted = arguments.get("phase")
    return [g for g in catalogue.all(Grant).values() if wanted in (None, g.phase)]


def one_region(catalogue: Catalogue, arguments: Arguments) -> list[Region]:
    """The region that is named, if it exists."""
    region = catalogue.all(Region).get(arguments.get("id", ""))
    return [region] if region else []


def pictured(catalogue: Catalogue, kind: type[R]) -> list[R]:
    """The records of a kind that its picture shows, in file order."""
    shown = _IN_PICTURE.get(kind, lambda record: True)
    return [record for record in catalogue.all(kind).values() if shown(record)]


_IN_PICTURE: dict[type[Record], Callable[[Any], bool]] = {
    Event: lambda event: event.in_picture,
    Region: lambda region: bool(region.row and region.column),
    Grant: lambda grant: grant.scope is not None,
    Organisation: lambda organisation: bool(organisation.part and organisation.phases),
}

PICTURE_OF: dict[str, tuple[type[Record], ...]] = {
    "timeline": (Phase, Event),
    "regions": (Region,),
    "money": (Grant,),
    "actors": (Organisation,),
    "contents": (Content,),
}


def _picture(catalogue: Catalogue, arguments: Arguments) -> list[Record]:
    name = arguments.get("show", "")
    words = catalogue.all(Word).values()
    said: list[Record] = [word for word in words if word.id.startswith(f"picture-{name}-")]
    for kind in PICTURE_OF.get(name, ()):
        said += pictured(catalogue, kind)
    return said


def _every(kind: type[Record]) -> Callable[[Catalogue, Arguments], list[Record]]:
    return lambda catalogue, arguments: list(catalogue.all(kind).values())


_SHOWN: dict[str, Callable[[Catalogue, Arguments], list[Record]]] = {
    "timeline": lambda catalogue, arguments: [*events(catalogue, arguments)],
    "contacts": lambda catalogue, arguments: [*contacts(catalogue, arguments)],
    "funding": lambda catalogue, arguments: [*grants(catalogue, arguments)],
    "region": lambda catalogue, arguments: [*one_region(catalogue, arguments)],
    "regions": _every(Region),
    "phases": _every(Phase),
    "themes": _every(Theme),
    "organisations": _every(Organisation),
    "picture": _picture,
}


def records_shown(catalogue: Catalogue, directive: Directive) -> list[Record]:
    """The records that a directive puts on the page with their citations."""
    choose = _SHOWN.get(directive.name)
    return choose(catalogue, dict(directive.arguments)) if choose else []


def facts_of(catalogue: Catalogue, page: Page) -> Iterator[str]:
    """Every fact id that the page cites itself or through its directives, repeats included."""
    for citation in page.citations:
        yield citation.target
    for directive in page.directives:
        for record in records_shown(catalogue, directive):
            yield from record.facts
