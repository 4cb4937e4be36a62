"""The doors of a fragment: from a record to its own file, from a list to one more of its kind."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from kb.directives.context import RenderContext
from kb.model.addresses import address
from kb.model.catalogue import RECORD_TYPES
from kb.model.code_host import code_host_links, edited
from kb.model.page import Page
from kb.model.record import Record
from kb.model.worked import begun_record

NAME = "edit"
"""The class of whatever leads to the code host: only screens show it, and search leaves it out."""
_DOOR = Markup('<a class="{name}" href="{url}" aria-label="{correct}: {called}">{correct}</a>')


@dataclass(frozen=True)
class Doors:
    """Of one page; each is empty where the code host has no such place."""

    page: Page
    context: RenderContext

    def door(self, record: Record) -> Markup:
        """A link to the record's file; the name that is heard says which record it is."""
        url = edited(self.context.edit_url, record.place.path)
        if not url:
            return Markup()
        lang = self.page.lang
        correct = self.context.catalogue.word("correct", lang)
        return _DOOR.format(name=NAME, url=url, correct=correct, called=record.called(lang))

    def another(self, name: str) -> Markup:
        """A link to the beginning of one more record of a kind, if its list offers that."""
        kind, context = RECORD_TYPES[name], self.context
        if kind.another is None or not context.edit_url:
            return Markup()
        url = begun_record(context.catalogue, kind, self.page.lang, context.edit_url)
        return self._link(url, kind.another[self.page.lang])

    def tell(self) -> Markup:
        """A link to the form that tells of something new."""
        catalogue = self.context.catalogue
        there = self.context.site_url + address(catalogue, self.page)
        pair = catalogue.pairs[self.page.key]
        links = code_host_links(pair, self.page, self.context.edit_url, there)
        return self._link(links.tell, catalogue.word("tell-new", self.page.lang))

    @staticmethod
    def _link(url: str, words: str) -> Markup:
        return Markup('<a href="{}">{}</a>').format(url, words) if url else Markup()
