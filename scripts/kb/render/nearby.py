"""What the template shows around a page's text: phases, related content, how to cite the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.directives.evidence import GLOSSARY
from kb.directives.people import CONTACTS
from kb.directives.programme import TIMELINE
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.formats import date_text, span_text, years_text
from kb.model.page import Page
from kb.model.people import Contact, Organisation
from kb.model.programme import EVENT_STATUSES, Event, Phase
from kb.render import related
from kb.render.navigation import Link, Navigation
from kb.text import Lang


@dataclass(frozen=True, slots=True)
class Chip:
    """A phase that the page belongs to; `years` as planned, `url` empty without a page."""

    id: str
    name: str
    years: str
    url: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Someone whom the page cites or names, with the years of each role."""

    name: str
    roles: str
    url: str


@dataclass(frozen=True, slots=True)
class RelatedEvent:
    """An event near the page; `status` is empty when it simply took place."""

    datetime: str
    when: str
    title: str
    status: str
    url: str


@dataclass(frozen=True, slots=True)
class Related:
    """Short lists of what to look at next; any of them may be empty."""

    people: tuple[Person, ...] = ()
    dates: tuple[RelatedEvent, ...] = ()
    terms: tuple[Link, ...] = ()
    pages: tuple[Link, ...] = ()
    timeline: Link | None = None

    @property
    def any(self) -> bool:
        """True if there is anything to show."""
        return bool(self.people or self.dates or self.terms or self.pages)


def chips(catalogue: Catalogue, page: Page, navigation: Navigation) -> tuple[Chip, ...]:
    """The page's phases in its own order, each leading to the phase's page."""
    phases = catalogue.all(Phase)
    return tuple(_chip(phases[id], page, navigation) for id in page.front.phases if id in phases)


def _chip(phase: Phase, page: Page, navigation: Navigation) -> Chip:
    target = navigation.link(phase.page) if phase.page else None
    years = years_text(phase.start, phase.planned_end or phase.end)
    url, here = (target.url, target.here) if target else ("", False)
    return Chip(phase.id, phase.name[page.lang], years, url, here)


def related_to(
    catalogue: Catalogue, page: Page, navigation: Navigation, explained: Iterable[str]
) -> Related:
    """The content near an article; `explained` are the ids of the terms that its text explains."""
    if not catalogue.is_article(page) or related.is_a_list(catalogue, page):
        return Related()
    in_key_facts = related.theme_dates(catalogue, page)
    dates = [event for event in related.dates(catalogue, page) if event not in in_key_facts]
    timeline = navigation.showing(TIMELINE)
    terms = catalogue.all(Term)
    glossary = navigation.showing(GLOSSARY)
    contacts = navigation.showing(CONTACTS)
    shown = [terms[id] for id in explained][: related.MOST_TERMS] if glossary else []
    return Related(
        people=tuple(
            _person(catalogue, page.lang, roles, contacts)
            for roles in related.people(catalogue, page)
        ),
        dates=tuple(_moment(page, navigation, event, timeline) for event in dates),
        terms=tuple(
            Link(term.term[page.lang], f"{glossary.url}#{term.id}") for term in shown if glossary
        ),
        pages=tuple(
            link for key in related.pages(catalogue, page) if (link := navigation.link(key))
        ),
        timeline=timeline,
    )


def citation(catalogue: Catalogue, page: Page, url: str) -> str:
    """The page as a source that one can copy: site, title, day of checking, address."""
    if not catalogue.is_article(page):
        return ""
    title = f"{catalogue.word('site-name', page.lang)}: {page.title}"
    parts = [title if title[-1] in ".!?" else f"{title}."]
    if page.front.checked:
        day = date_text(page.front.checked, page.lang)
        parts.append(catalogue.word("checked", page.lang, date=day) + ".")
    return " ".join([*parts, url])


def _person(
    catalogue: Catalogue, lang: Lang, roles: list[Contact], contacts: Link | None
) -> Person:
    organisations = catalogue.all(Organisation)
    in_words = []
    for contact in roles:
        employer = organisations.get(contact.organisation or "")
        name = (employer.abbreviation or employer.name)[lang] if employer else ""
        employer_and_year = f"{name} {contact.as_of.year}".strip()
        in_words.append(f"{contact.role[lang]} ({employer_and_year})")
    url = f"{contacts.url}#{roles[0].id.lower()}" if contacts else ""
    return Person(roles[0].name, ", ".join(in_words), url)


def _moment(
    page: Page, navigation: Navigation, event: Event, timeline: Link | None
) -> RelatedEvent:
    target = navigation.link(event.page) if event.page and event.page != page.key else None
    on_timeline = f"{timeline.url}#{event.id}" if timeline else ""
    return RelatedEvent(
        datetime=str(event.date),
        when=span_text(event.date, event.until, page.lang),
        title=event.title[page.lang],
        status="" if event.status == "done" else EVENT_STATUSES[event.status][page.lang],
        url=target.url if target else on_timeline,
    )
