"""Directives become Markdown: records chosen here, worded by the fragments in `overrides/fragments`."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from kb.model import markdown
from kb.model.addresses import address, relative
from kb.model.catalogue import Catalogue, RECORD_TYPES
from kb.model.directives import DIRECTIVES
from kb.model.evidence import GRADES, Fact, Source, Term
from kb.model.fields import SHAPE_NAMES, field_list
from kb.model.page import HOME, Directive, FrontMatter, Page
from kb.model.people import Contact, Organisation
from kb.model.programme import AREAS, EVENT_STATUSES, GRANT_STATUSES, Event, Grant, Phase, Region, Theme
from kb.model.record import Record
from kb.render.formats import date_text, money_text, sort_key, span_text
from kb.text import Lang


@dataclass(frozen=True)
class Setting:
    """What expanding a page needs besides the page: the content, the fragments and the day."""

    catalogue: Catalogue
    fragments: Environment
    today: date
    contact_years: int
    """Telephone and e-mail are shown while younger than this."""


def expand(page: Page, text: str, setting: Setting) -> str:
    """The page's Markdown with every directive replaced by what it shows."""
    lines = text.split("\n")
    for directive in markdown.directives(text):
        if directive.name in DIRECTIVES:
            lines[directive.line - 1] = _expansion(page, directive, setting)
    return "\n".join(lines)


def _expansion(page: Page, directive: Directive, setting: Setting) -> str:
    arguments = dict(directive.arguments)
    context = _CHOOSERS[directive.name](setting, page, arguments)
    template = setting.fragments.get_template(f"{directive.name}.html")
    return "\n" + template.render(lang=page.lang, **words_of(page, setting), **context).strip() + "\n"


def words_of(page: Page, setting: Setting) -> dict[str, Callable[..., Any]]:
    """The functions that fragments word things with, bound to one page."""
    return _Words(page, setting).functions()


@dataclass(frozen=True)
class _Words:
    page: Page
    setting: Setting

    def functions(self) -> dict[str, Callable[..., Any]]:
        lang = self.page.lang
        catalogue = self.setting.catalogue
        return {
            "t": lambda name, /, **values: catalogue.word(name, lang).format(**values),
            "date": lambda when: date_text(when, lang),
            "span": lambda start, end: span_text(start, end, lang),
            "money": lambda euros: money_text(euros, lang),
            "cite": self.cite,
            "link": self.link,
            "source_link": self.source_link,
            "source_address": self.source_address,
        }

    def cite(self, record: Record) -> Markup:
        """The record's facts as citations."""
        return Markup("".join(f"[^{id}]" for id in record.facts if self.setting.catalogue.evidence(id)))

    def link(self, key: str | None, label: str) -> Markup:
        """A link to a page's file, or the label alone if there is no such page."""
        escaped = Markup.escape(label)
        if not key or key not in self.setting.catalogue.pairs or key == self.page.key:
            return escaped
        return Markup(f"[{escaped}]({self._file(key)})")

    def source_link(self, source: Source) -> Markup:
        """A link to the source's entry in the list of sources, or to the source itself."""
        label = Markup.escape(f"{source.publisher[self.page.lang]}: {source.title[self.page.lang]}")
        home = self.setting.catalogue.page_showing("sources", self.page.lang)
        if home:
            anchor = f"#{source.id.lower()}"
            return Markup(f"[{label}]({anchor if home.key == self.page.key else self._file(home.key) + anchor})")
        return Markup(f"[{label}]({source.url})") if source.url else label

    def source_address(self, id: str) -> str:
        """The address of a source's entry in the list of sources, for raw HTML in a fragment."""
        here = address(self.setting.catalogue, self.page)
        home = self.setting.catalogue.page_showing("sources", self.page.lang)
        if home is None:
            return self.setting.catalogue.all(Source)[id].url or "#"
        return relative(address(self.setting.catalogue, home), here) + f"#{id.lower()}"

    def _file(self, key: str) -> str:
        return posixpath.relpath(f"{key}.md", self.page.folder or ".")


Arguments = Mapping[str, str]
Context = dict[str, Any]


def _timeline(setting: Setting, page: Page, arguments: Arguments) -> Context:
    def wanted(event: Event) -> bool:
        return (
            arguments.get("phase") in (None, event.phase)
            and (arguments.get("theme") is None or arguments["theme"] in event.themes)
            and event.date.year >= int(arguments.get("from", event.date.year))
            and event.date.year <= int(arguments.get("to", event.date.year))
        )

    events = sorted(filter(wanted, setting.catalogue.all(Event).values()), key=lambda e: e.date.first_day)
    years = [(year, list(group)) for year, group in groupby(events, lambda e: e.date.year)]
    return {"years": years, "statuses": EVENT_STATUSES, "whole": not arguments}


def _phases(setting: Setting, page: Page, arguments: Arguments) -> Context:
    return {"phases": list(setting.catalogue.all(Phase).values())}


def _themes(setting: Setting, page: Page, arguments: Arguments) -> Context:
    return {"themes": list(setting.catalogue.all(Theme).values())}


def _pages(setting: Setting, page: Page, arguments: Arguments) -> Context:
    section = arguments["section"]
    inside = [
        pair for pair in setting.catalogue.pairs.values()
        if pair.key.rpartition("/")[0] == section and not pair.key.endswith(f"/{HOME}")
    ]
    return {"pairs": inside}


def _contacts(setting: Setting, page: Page, arguments: Arguments) -> Context:
    organisations = setting.catalogue.all(Organisation)
    wanted = [
        contact for contact in setting.catalogue.all(Contact).values()
        if arguments.get("organisation") in (None, contact.organisation)
    ]
    people: dict[str, list[Contact]] = {}
    for contact in sorted(wanted, key=lambda c: c.as_of.first_day):
        people.setdefault(contact.name, []).append(contact)
    current = {
        contact.id: contact.type == "mailbox" or contact.is_current(setting.today, setting.contact_years)
        for contact in wanted
    }
    ordered = sorted(people.items(), key=lambda item: sort_key(item[0].rpartition(" ")[2]))
    return {"people": ordered, "organisations": organisations, "current": current}


def _organisations(setting: Setting, page: Page, arguments: Arguments) -> Context:
    return {"organisations": list(setting.catalogue.all(Organisation).values())}


def _glossary(setting: Setting, page: Page, arguments: Arguments) -> Context:
    def letter(term: Term) -> str:
        return term.term[page.lang][0].upper()

    terms = sorted(setting.catalogue.all(Term).values(), key=lambda term: sort_key(term.term[page.lang]))
    letters = [(first, list(group)) for first, group in groupby(terms, letter)]
    return {"letters": letters, "other": page.lang.other, "sources": setting.catalogue.all(Source)}


def _sources(setting: Setting, page: Page, arguments: Arguments) -> Context:
    resting: dict[str, list[str]] = {}
    for fact in setting.catalogue.all(Fact).values():
        for id in fact.sources:
            resting.setdefault(id, []).append(fact.id)
    sources = setting.catalogue.all(Source).values()
    by_grade = [
        (grade, GRADES[grade], _by_publisher([s for s in sources if s.grade == grade], page.lang))
        for grade in GRADES
    ]
    return {"grades": by_grade, "resting": resting}


def _by_publisher(sources: list[Source], lang: Lang) -> list[Source]:
    return sorted(sources, key=lambda s: (sort_key(s.publisher[lang]), str(s.date or ""), s.id))


def _regions(setting: Setting, page: Page, arguments: Arguments) -> Context:
    return {"regions": list(setting.catalogue.all(Region).values()), "areas": AREAS}


def _region(setting: Setting, page: Page, arguments: Arguments) -> Context:
    return {"region": setting.catalogue.all(Region)[arguments["id"]], "areas": AREAS}


def _funding(setting: Setting, page: Page, arguments: Arguments) -> Context:
    wanted = [
        grant for grant in setting.catalogue.all(Grant).values()
        if arguments.get("phase") in (None, grant.phase)
    ]
    return {"grants": wanted, "statuses": GRANT_STATUSES}


def _fields(setting: Setting, page: Page, arguments: Arguments) -> Context:
    record = RECORD_TYPES.get(arguments["kind"], FrontMatter)
    return {"fields": field_list(record), "shapes": SHAPE_NAMES}


def _directives(setting: Setting, page: Page, arguments: Arguments) -> Context:
    return {"directives": DIRECTIVES}


_CHOOSERS: dict[str, Callable[[Setting, Page, Arguments], Context]] = {
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
    "fields": _fields,
    "directives": _directives,
}
