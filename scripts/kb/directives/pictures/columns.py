"""The pictures that set the phases side by side: who did the work, and what it was made of."""

from __future__ import annotations

from kb.directives.directive import Context
from kb.directives.drawing.layout import CardWords, Share, shares, side_by_side
from kb.directives.pictures.picture import Picture
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.model.people import ORGANISATION_PARTS, Organisation
from kb.model.programme import Content, Phase
from kb.text import Lang

_COLUMNS = ("phase-1", "phase-2")


def _columns(catalogue: Catalogue) -> list[Phase]:
    phases = catalogue.all(Phase)
    return [phases[id] for id in _COLUMNS] if all(id in phases for id in _COLUMNS) else []


def _actors(catalogue: Catalogue) -> list[Organisation]:
    """Those whose part and phases are known."""
    return [one for one in catalogue.all(Organisation).values() if one.part and one.phases]


def _draw_actors(catalogue: Catalogue, page: Page) -> Context | None:
    columns, actors = _columns(catalogue), _actors(catalogue)
    if not columns or not actors:
        return None
    parts = [
        (name, [a for a in actors if a.part == part]) for part, name in ORGANISATION_PARTS.items()
    ]
    heads = [f"{phase.name[page.lang]} {phase.years[page.lang]}" for phase in columns]
    drawing = shares(heads, [_share(name[page.lang], who, page.lang) for name, who in parts])
    return {"picture": drawing, "parts": parts, "phases": catalogue.all(Phase)}


def _share(heading: str, actors: list[Organisation], lang: Lang) -> Share:
    def those(*phases: str) -> list[CardWords]:
        return [
            CardWords(_named(actor, lang))
            for actor in actors
            if tuple(id for id in _COLUMNS if id in actor.phases) == phases
        ]

    first, second = _COLUMNS
    return Share(heading, both=those(first, second), first=those(first), second=those(second))


def _named(actor: Organisation, lang: Lang) -> str:
    short = f" ({actor.abbreviation[lang]})" if actor.abbreviation else ""
    return actor.name[lang] + short


ACTORS = Picture(name="actors", kind=Organisation, records=_actors, draw=_draw_actors)


def _contents(catalogue: Catalogue) -> list[Content]:
    return list(catalogue.all(Content).values())


def _draw_contents(catalogue: Catalogue, page: Page) -> Context | None:
    columns = _columns(catalogue)
    inside = [[c for c in _contents(catalogue) if c.phase == p.id] for p in columns]
    if not any(inside):
        return None
    heads = [
        catalogue.word(f"picture-contents-{phase.id}", page.lang, count=len(contents))
        + f" {phase.years[page.lang]}"
        for phase, contents in zip(columns, inside, strict=True)
    ]
    call = catalogue.word("picture-in-call", page.lang)
    texts = [
        [CardWords(c.name[page.lang], call if c.in_call_2020 else "") for c in contents]
        for contents in inside
    ]
    drawing = side_by_side(heads, texts)
    cards = list(zip([c for contents in inside for c in contents], drawing.cards, strict=True))
    return {"picture": drawing, "cards": cards, "columns": list(zip(columns, inside, strict=True))}


CONTENTS = Picture(name="contents", kind=Content, records=_contents, draw=_draw_contents)
