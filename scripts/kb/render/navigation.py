"""Navigation through the site: menu, breadcrumbs, section, neighbours; none grows with the site."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.addresses import address, home, relative
from kb.model.catalogue import Catalogue
from kb.model.menu import MenuPages
from kb.model.page import HOME, Named, Page
from kb.text import Lang

_NEIGHBOURS = 30
"""At most so many pages stand in a section's list; a folder of a thousand shows the nearest."""
_FRONTS = 12
"""At most so many sections stand in a menu that no file lists."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link as the reader meets it; `lang` is set where the page is in the other language only."""

    title: str
    url: str
    here: bool = False
    lang: Lang | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the menu; with one section it is itself the link."""

    title: str
    links: tuple[Link, ...]
    here: bool


class Navigation:
    """The links of one page, all relative to it."""

    def __init__(
        self, catalogue: Catalogue, lang: Lang, origin: str, page: Page | None = None
    ) -> None:
        self._catalogue = catalogue
        self._lang = lang
        self._origin = origin
        self._page = page

    def link(self, key: str, *, short: bool = False) -> Link | None:
        """A link to a page in this language, or honestly to the only language it has.

        Menus call pages by their short names.
        """
        pair = self._catalogue.pairs.get(key)
        if pair is None:
            return None
        target = pair[self._lang] or pair.any
        url = relative(address(self._catalogue, target), self._origin)
        here = self._page is not None and self._page.key == key
        title = target.short_title if short else target.title
        return Link(title, url, here, None if target.lang is self._lang else target.lang)

    def showing(self, directive: Named) -> Link | None:
        """A link to the page that shows a directive, unless that is where we are."""
        target = self._catalogue.page_showing(directive, self._lang)
        link = self.link(target.key) if target else None
        return None if link is None or link.here else link

    def menu(self, where: str) -> list[Group]:
        """The groups of the header or the footer; fronts of sections only, never all pages.

        A group of whose pages there is none is left out.
        """
        groups = [pages for pages in self._catalogue.menu if pages.group.where == where]
        if not groups and where == "header":
            return self._derived_menu()
        return [group for group in map(self._group, groups) if group.links]

    def breadcrumbs(self) -> list[Link]:
        """Home and the fronts of the folders above the page; empty on the home page itself."""
        page = self._page
        if page is None or page.key == HOME:
            return []
        crumbs = [Link(self._catalogue.word("home", self._lang), self.home_url())]
        parts = page.key.split("/")
        for depth in range(1, len(parts)):
            front = "/".join([*parts[:depth], HOME])
            link = self.link(front, short=True)
            if link and front != page.key:
                crumbs.append(link)
        return crumbs

    def section(self) -> list[Link]:
        """The pages of the page's folder, nearest first if there are many; empty at the root."""
        if self._page is None or not self._page.folder:
            return []
        keys, at = self._catalogue.reading_order.folder_of(self._page.key)
        if len(keys) > _NEIGHBOURS:
            first = max(0, min(at - _NEIGHBOURS // 2, len(keys) - _NEIGHBOURS))
            keys = keys[first : first + _NEIGHBOURS]
        return (
            [link for key in keys if (link := self.link(key, short=True))] if len(keys) > 1 else []
        )

    def previous_and_next(self) -> tuple[Link | None, Link | None]:
        """The neighbours in reading order."""
        if self._page is None or self._page.key == HOME:
            return None, None
        before, after = self._catalogue.reading_order.neighbours(self._page.key, self._page.lang)
        return (
            self.link(before, short=True) if before else None,
            self.link(after, short=True) if after else None,
        )

    def home_url(self) -> str:
        """The way to this language's home page."""
        return relative(home(self._lang), self._origin)

    def _group(self, pages: MenuPages) -> Group:
        links = tuple(link for key in pages.shown if (link := self.link(key, short=True)))
        here = self._page is not None and self._page.key in pages.keys
        return Group(pages.group.name[self._lang], links, here)

    def _derived_menu(self) -> list[Group]:
        """Without a menu file: the fronts of the folders at the top."""
        fronts = self._catalogue.top_fronts[:_FRONTS]
        links = [link for key in fronts if (link := self.link(key, short=True))]
        return [Group(link.title, (link,), link.here) for link in links]
