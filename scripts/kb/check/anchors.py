"""The ids on a page that a link may lead to."""

from __future__ import annotations

import re
from functools import cached_property

from markdown.extensions.toc import slugify

from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.model.markup import SOURCES
from kb.model.page import Page

_ID = re.compile(r"\bid\s*=\s*[\"']([^\"']+)|\{[^}\n]*#([\w-]+)")


class Anchors:
    """Those of each page, and those that directives write on some."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: dict[str, frozenset[str]] = {}

    def of(self, page: Page) -> frozenset[str]:
        """The ids of its headings and those written in its body."""
        if page.path not in self._known:
            given = {h.anchor or slugify(h.text, "-") for h in page.headings}
            written = {a or b for a, b in _ID.findall(page.body)}
            self._known[page.path] = frozenset(given | written | {SOURCES})
        return self._known[page.path]

    @cached_property
    def shown(self) -> frozenset[str]:
        """The ids that directives write: those of the records, some a little changed."""
        ids = frozenset[str]().union(*map(self._catalogue.ids, RECORD_TYPES))
        sums = {f"summa-{id}" for id in self._catalogue.ids("funding")}
        return frozenset(ids | {id.lower() for id in ids} | sums)
