"""What the template shows around a page's text: its phases, what is related, how to cite it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.directives.evidence import GLOSSARY
from kb.directives.people import CONTACTS
from kb.directives.programme import TIMELINE
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.formats import date_text, span_text, years_text
from kb.model.page import HOME, Page
from kb.model.people import Contact, Organisation
from kb.model.programme import EVENT_STATUSES, Event, Phase
from kb.render import related
from kb.render.navigation import Link, Navigation
from kb.text import Lang


@dataclass(frozen=True, slots=True)
class Chip:
    """A phase that the page tells of; the years are those that were planned."""

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
    known = catalogue.all(Phase)
    found = []
    for phase in (known[id] for id in page.front.phases if id in known):
        target = navigation.link(phase.page) if phase.page else None
        years = years_text(phase.start, phase.planned_end or phase.end)
        here = bool(target and target.here)
        name = phase.name[page.lang]
        found.append(Chip(phase.id, name, years, target.url if target else "", here))
    return tuple(found)


def related_to(
    catalogue: Catalogue, page: Page, navigation: Navigation, explained: Iterable[str]
) -> Related:
    """What is near a page of the subject; nothing on the home page and on pages about the site."""
    if not _is_article(catalogue, page) or related.is_a_list(catalogue, page):
        return Related()
    told = related.theme_dates(catalogue, page)
    dates = [event for event in related.dates(catalogue, page) if event not in told]
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
    if not _is_article(catalogue, page):
        return ""
    title = f"{catalogue.word('site-name', page.lang)}: {page.title}"
    parts = [title if title[-1] in ".!?" else f"{title}."]
    if page.front.checked:
        day = date_text(page.front.checked, page.lang)
        parts.append(catalogue.word("checked", page.lang).format(date=day) + ".")
    return " ".join([*parts, url])


def _is_article(catalogue: Catalogue, page: Page) -> bool:
    return page.key != HOME and not related.is_about_the_site(catalogue, page)


def _person(
    catalogue: Catalogue, lang: Lang, roles: list[Contact], contacts: Link | None
) -> Person:
    organisations = catalogue.all(Organisation)
    said = []
    for contact in roles:
        employer = organisations.get(contact.organisation or "")
        name = (employer.abbreviation or employer.name)[lang] if employer else ""
        year = f"{name} {contact.as_of.year}".strip()
        said.append(f"{contact.role[lang]} ({year})")
    url = f"{contacts.url}#{roles[0].id.lower()}" if contacts else ""
    return Person(roles[0].name, ", ".join(said), url)


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
