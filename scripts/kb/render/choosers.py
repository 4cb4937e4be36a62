"""What each directive shows: the records it chooses, as the context of its fragment."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

from kb.model import selection
from kb.model.catalogue import RECORD_TYPES
from kb.model.directives import DIRECTIVES
from kb.model.evidence import GRADES, Fact, Source, Term
from kb.model.fields import FIELD_TYPE_NAMES, field_list
from kb.model.interface import MenuGroup
from kb.model.page import HOME, FrontMatter, Page
from kb.model.people import Contact, Organisation
from kb.model.programme import (
    AREAS,
    EVENT_STATUSES,
    GRANT_STATUSES,
    Phase,
    Region,
    Theme,
)
from kb.model.selection import Arguments
from kb.model.translations import STATE_NAMES, State
from kb.render.code_host import new_pages
from kb.render.context import RenderContext
from kb.render.formats import sort_key
from kb.render.illustrations import illustrate
from kb.render.translation_report import summary, words
from kb.text import Lang

Context = dict[str, Any]


def _timeline(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    chosen = selection.events(context.catalogue, arguments)
    years = [(year, list(group)) for year, group in groupby(chosen, lambda e: e.date.year)]
    return {"years": years, "statuses": EVENT_STATUSES, "whole": not arguments}


def _phases(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {"phases": list(context.catalogue.all(Phase).values())}


def _themes(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {"themes": list(context.catalogue.all(Theme).values())}


def _pages(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    section = arguments["section"]
    inside = [
        context.catalogue.pairs[key]
        for key in context.catalogue.reading_order.keys
        if key.rpartition("/")[0] == section and not key.endswith(f"/{HOME}")
    ]
    return {"pairs": inside, "phases": list(context.catalogue.all(Phase).values())}


def _contacts(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    organisations = context.catalogue.all(Organisation)
    wanted = selection.contacts(context.catalogue, arguments)
    people: dict[str, list[Contact]] = {}
    for contact in sorted(wanted, key=lambda c: c.as_of.first_day):
        people.setdefault(contact.name, []).append(contact)
    current = {
        contact.id: contact.type == "mailbox"
        or contact.is_current(context.today, context.contact_years)
        for contact in wanted
    }
    ordered = sorted(people.items(), key=lambda item: sort_key(item[0].rpartition(" ")[2]))
    return {"people": ordered, "organisations": organisations, "current": current}


def _organisations(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {"organisations": list(context.catalogue.all(Organisation).values())}


def _glossary(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    def letter(term: Term) -> str:
        return term.term[page.lang][0].upper()

    terms = sorted(
        context.catalogue.all(Term).values(), key=lambda term: sort_key(term.term[page.lang])
    )
    letters = [(first, list(group)) for first, group in groupby(terms, letter)]
    return {"letters": letters, "other": page.lang.other, "sources": context.catalogue.all(Source)}


def _sources(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    resting: dict[str, list[str]] = {}
    for fact in context.catalogue.all(Fact).values():
        for id in fact.sources:
            resting.setdefault(id, []).append(fact.id)
    sources = context.catalogue.all(Source).values()
    by_grade = [
        (grade, GRADES[grade], _by_publisher([s for s in sources if s.grade == grade], page.lang))
        for grade in GRADES
    ]
    return {"grades": by_grade, "resting": resting}


def _by_publisher(sources: list[Source], lang: Lang) -> list[Source]:
    return sorted(sources, key=lambda s: (sort_key(s.publisher[lang]), str(s.date or ""), s.id))


def _regions(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {"regions": list(context.catalogue.all(Region).values()), "areas": AREAS}


def _region(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {"region": context.catalogue.all(Region)[arguments["id"]], "areas": AREAS}


def _funding(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    chosen = selection.grants(context.catalogue, arguments)
    return {"grants": chosen, "statuses": GRANT_STATUSES}


def _all_pages(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    pairs = context.catalogue.pairs
    groups = [
        (group.name, [pairs[key] for key in group.pages if key in pairs])
        for group in context.catalogue.all(MenuGroup).values()
    ]
    listed = {pair.key for _, inside in groups for pair in inside}
    rest = [pair for key, pair in pairs.items() if key not in listed]
    return {"groups": groups, "rest": rest}


def _translations(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    pairs = context.catalogue.pairs
    found = [(pairs[key], all) for key, all in context.catalogue.comparisons.items()]
    found.sort(key=lambda row: sort_key(row[0].versions[page.lang].title))
    waiting = [row for row in found if any(one.state is not State.IN_STEP for one in row[1])]
    counted = summary(one for _, all in found for one in all)
    return {
        "waiting": waiting,
        "settled": [row for row in found if row not in waiting],
        "lone": [pair for pair in pairs.values() if not pair.is_whole],
        "sections": sum(counted.values()),
        "in_step": counted.get(State.IN_STEP, 0),
        "states": STATE_NAMES,
        "words": words,
        "languages": list(Lang),
        "other": page.lang.other,
        "edit_url": context.edit_url,
    }


def _fields(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    record = RECORD_TYPES.get(arguments["kind"], FrontMatter)
    return {"fields": field_list(record), "types": FIELD_TYPE_NAMES}


def _directives(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {"directives": DIRECTIVES}


def _new_page(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {"addresses": new_pages(context.edit_url)}


CHOOSERS: dict[str, Callable[[RenderContext, Page, Arguments], Context]] = {
    "timeline": _timeline,
    "phases": _phases,
    "themes": _themes,
    "pages": _pages,
    "contacts": _contacts,
    "organisations": _organisations,
    "glossary": _glossary,
    "sources": _sources,
    "regions": _regions,
    "region": _region,
    "funding": _funding,
    "all-pages": _all_pages,
    "translations": _translations,
    "picture": illustrate,
    "fields": _fields,
    "new-page": _new_page,
    "directives": _directives,
}
