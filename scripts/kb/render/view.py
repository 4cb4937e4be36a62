"""What a template needs to know about a page, worked out beforehand so that templates only show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kb.model.addresses import FEED, PDF, SEARCH, address, form_address, home, relative
from kb.model.catalogue import Catalogue
from kb.model.code_host import NO_LINKS, CodeHostLinks, code_host_links, edited
from kb.model.date import PartialDate
from kb.model.formats import date_text
from kb.model.page import HOME, Page, Pair
from kb.model.prose import lead
from kb.model.settings import Settings
from kb.render.body import OURS_STAND_HERE
from kb.render.doors import records_url
from kb.render.navigation import Group, Link, Navigation
from kb.render.nearby import Chip, Related, chips, citation, related_to
from kb.render.no_break import with_spaces_kept
from kb.render.styles import styles_of
from kb.text import LANGUAGE_NAMES, Lang

FEEDBACK = "palaute"
"""The key of the page that tells how to report an error, where the code host has no form for it."""

NATIVE = {lang: LANGUAGE_NAMES[lang][lang].capitalize() for lang in Lang}


@dataclass(frozen=True, slots=True)
class Alternate:
    """An absolute address in a language, for `<link rel=alternate>` and the sitemap."""

    hreflang: str
    url: str


@dataclass(frozen=True, slots=True)
class Switch:
    """One language of the switcher; `url` leads to the same page, or home if it is missing."""

    lang: Lang
    name: str
    url: str
    here: bool
    exists: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page; the addresses are relative to it."""

    root: str
    home: str
    search: str
    pdf: str
    feed: str
    languages: tuple[Group, ...]
    """What is read instead of the usual language, such as easy language."""
    header: tuple[Group, ...]
    footer: tuple[Group, ...]
    content_url: str = ""
    """Where the content folder is edited."""
    mailbox: str = ""
    """The e-mail address that readers write to; empty if there is none."""


@dataclass(frozen=True, slots=True)
class Days:
    """When a page was first published and last changed, as far as git knows."""

    published: date | None = None
    changed: date | None = None


@dataclass(frozen=True, slots=True)
class View:
    """All that the page's template shows besides its content."""

    lang: Lang
    key: str
    title: str
    document_title: str
    description: str
    canonical: str
    frame: Frame
    alternates: tuple[Alternate, ...]
    switches: tuple[Switch, ...]
    breadcrumbs: tuple[Link, ...] = ()
    section: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    phases: tuple[Chip, ...] = ()
    related: Related | None = None
    easy: bool = False
    """True for a page in easy language: nothing in standard language stands around its text."""
    ours_stand_here: str = OURS_STAND_HERE
    citation: str = ""
    feedback: Link | None = None
    checked: str = ""
    changed: str = ""
    days: Days = Days()
    edit_url: str = ""
    records_url: str = ""
    """Where the files are of the records that the page lists, if it is made of them."""
    form_url: str = ""
    """The page in the form editor; empty where the site has none."""
    code_host: CodeHostLinks = NO_LINKS
    styles: tuple[str, ...] = ()
    """Sheets that the page needs besides that of all pages."""

    @property
    def missing(self) -> Switch | None:
        """The language that this page does not exist in, if any."""
        return next((switch for switch in self.switches if not switch.exists), None)

    @property
    def report(self) -> str:
        """Where to report an error: the code host's form, or else the page that tells how."""
        return self.code_host.report or (self.feedback.url if self.feedback else "")


def page_view(
    catalogue: Catalogue, page: Page, settings: Settings, days: Days, explained: Iterable[str] = ()
) -> View:
    """The view of a content page; `explained` are the ids of the terms that its text explains."""
    origin = address(catalogue, page)
    canonical = settings.site_url + origin
    pair = catalogue.pairs[page.key]
    navigation = Navigation(catalogue, page.lang, origin, page)
    before, after = navigation.previous_and_next()
    return View(
        lang=page.lang,
        key=page.key,
        title=page.title,
        document_title=_document_title(catalogue, page),
        description=_description(catalogue, page),
        canonical=canonical,
        alternates=alternates(catalogue, pair, settings.site_url),
        switches=_switches(catalogue, page, origin),
        breadcrumbs=tuple(navigation.breadcrumbs()),
        section=tuple(navigation.section()),
        previous=before,
        next=after,
        phases=() if page.front.easy else chips(catalogue, page, navigation),
        easy=page.front.easy,
        related=None if page.front.easy else related_to(catalogue, page, navigation, explained),
        citation=citation(catalogue, page, canonical),
        feedback=navigation.link(FEEDBACK) if page.key != FEEDBACK else None,
        checked=_date(page.front.checked, page.lang) if page.front.checked else "",
        changed=_day(days.changed, page.lang),
        days=days,
        edit_url=edited(settings.edit_url, page.path),
        records_url=records_url(page, settings.edit_url),
        form_url=relative(form_address(page), origin) if settings.editor else "",
        code_host=code_host_links(pair, page, settings.edit_url, canonical),
        styles=styles_of(catalogue, page),
        frame=_frame(page.lang, origin, navigation, settings),
    )


def plain_view(
    catalogue: Catalogue, lang: Lang, origins: dict[Lang, str], title: str, settings: Settings
) -> View:
    """The view of a page that no Markdown file stands behind, such as search."""
    origin = origins[lang]
    navigation = Navigation(catalogue, lang, origin)
    switches = tuple(
        Switch(other, NATIVE[other], relative(url, origin), other is lang, True)
        for other, url in origins.items()
    )
    return View(
        lang=lang,
        key="",
        title=title,
        document_title=f"{title} – {catalogue.word('site-name', lang)}",
        description=catalogue.word(
            "search-description" if origins == SEARCH else "site-description", lang
        ),
        canonical=settings.site_url + origin,
        alternates=_alternates(origins, settings.site_url),
        switches=switches,
        frame=_frame(lang, origin, navigation, settings),
    )


def alternates(catalogue: Catalogue, pair: Pair, site_url: str) -> tuple[Alternate, ...]:
    """The real language versions, absolute, with Finnish as x-default; none for a lone page."""
    if not pair.is_whole:
        return ()
    return _alternates(
        {lang: address(catalogue, page) for lang, page in pair.versions.items()}, site_url
    )


def _alternates(addresses: dict[Lang, str], site_url: str) -> tuple[Alternate, ...]:
    versions = [Alternate(lang.value, site_url + addresses[lang]) for lang in Lang]
    return (*versions, Alternate("x-default", site_url + addresses[Lang.FI]))


def _frame(lang: Lang, origin: str, navigation: Navigation, settings: Settings) -> Frame:
    return Frame(
        root=relative("", origin),
        home=navigation.home_url(),
        search=relative(SEARCH[lang], origin),
        pdf=relative(PDF[lang], origin),
        feed=relative(FEED[lang], origin),
        languages=tuple(navigation.menu("languages")),
        header=tuple(navigation.menu("header")),
        footer=tuple(navigation.menu("footer")),
        content_url=settings.edit_url,
        mailbox=settings.mailbox,
    )


def _switches(catalogue: Catalogue, page: Page, origin: str) -> tuple[Switch, ...]:
    found = []
    for lang in Lang:
        version = catalogue.pairs[page.key][lang]
        url = relative(address(catalogue, version) if version else home(lang), origin)
        found.append(Switch(lang, NATIVE[lang], url, lang is page.lang, version is not None))
    return tuple(found)


def _description(catalogue: Catalogue, page: Page) -> str:
    if page.front.description or page.key != HOME:
        return page.front.description or lead(page)
    return catalogue.word("site-description", page.lang)


def _document_title(catalogue: Catalogue, page: Page) -> str:
    site_name = catalogue.word("site-name", page.lang)
    return page.title if page.key == HOME else f"{page.title} – {site_name}"


def _day(day: date | None, lang: Lang) -> str:
    return _date(PartialDate(day.year, day.month, day.day), lang) if day else ""


def _date(when: PartialDate, lang: Lang) -> str:
    return with_spaces_kept(date_text(when, lang), lang)
