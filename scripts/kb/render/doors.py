"""The doors of a fragment: from a record to its own file, from a list to one more of its kind."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from markupsafe import Markup

from kb.directives import DIRECTIVES
from kb.directives.context import RenderContext
from kb.model.catalogue import RECORD_TYPES
from kb.model.code_host import folder
from kb.model.page import Page
from kb.model.record import Record
from kb.model.worked import begun_record

_ANY = "{}"
"""Stands for an id, which is that of the element as well, in small letters and perhaps with what
tells it from others on the page."""


@dataclass(frozen=True)
class Doors:
    """Of one page; each is empty where the code host has no such place.

    Elements say which file they show, and `overrides/assets/doors.js` makes the links: hundreds of
    addresses would be a tenth of a long list, and only they who change it need them.
    """

    page: Page
    context: RenderContext

    def records(self, kind: str) -> Markup:
        """The attribute of an element around records of a kind, whose elements have their ids."""
        return self._attribute("data-records", RECORD_TYPES[kind].file(_ANY))

    def record(self, record: Record) -> Markup:
        """The attribute of an element that shows a record, whatever its id."""
        return self._attribute("data-record", record.place.path.partition("/")[2])

    def _attribute(self, name: str, file: str) -> Markup:
        if not self.context.edit_url:
            return Markup()
        return Markup(' {}="{}"').format(name, file)

    def another(self, name: str) -> Markup:
        """A link to the beginning of one more record of a kind, if its list offers that."""
        kind, context = RECORD_TYPES[name], self.context
        if kind.another is None or not context.edit_url:
            return Markup()
        url = begun_record(context.catalogue, kind, self.page.lang, context.edit_url)
        return self._link(url, kind.another[self.page.lang])

    @staticmethod
    def _link(url: str, words: str) -> Markup:
        return Markup('<a href="{}">{}</a>').format(url, words) if url else Markup()


def records_url(page: Page, edit_url: str) -> str:
    """Where the files are of the records that a page lists, if it is made of them."""
    whole = (DIRECTIVES.get(use.name) for use in page.directives if not use.arguments)
    listed = next((one.lists for one in whole if one and one.lists), None)
    return folder(edit_url, posixpath.dirname(listed.file(""))) if listed else ""
