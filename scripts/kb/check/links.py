"""Links, images and anchors lead somewhere, and to the language that they say."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote

from markdown.extensions.toc import slugify

from kb.check import messages
from kb.finding import Finding
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.links import PageLink, page_link
from kb.model.page import Page
from kb.text import Text

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_ID = re.compile(r"\bid\s*=\s*[\"']([^\"']+)|\{[^}\n]*#([\w-]+)")
_SOURCES = "lahteet"
"""The heading that citations add to a page."""


def broken_link(catalogue: Catalogue) -> Iterator[Finding]:
    """A link or an image leads to a file that does not exist.

    Bad: `[perhekeskus](perhekesku.md)`. Good: `[perhekeskus](perhekeskus.md)`.
    """
    return _Links(catalogue).findings()


class _Links:
    """The links of every page, with the anchors of the pages that they lead to."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._anchors: dict[str, frozenset[str]] = {}

    def findings(self) -> Iterator[Finding]:
        for page in self._catalogue.pages():
            for mention in markdown.targets(page.body, page.body_line):
                for rule, message in self._wrong(page, mention.target):
                    yield Finding(page.path, mention.line, rule, message)

    def _wrong(self, page: Page, target: str) -> Iterator[tuple[str, Text]]:
        if _ELSEWHERE.match(target):
            return
        path, _, anchor = unquote(target).partition("#")
        path = path.partition("?")[0]
        if path.startswith("/"):
            yield "site-address-as-link", messages.SITE_ADDRESS_AS_LINK.format(target=target)
        elif not path:
            yield from self._wrong_anchor(page, anchor)
        elif link := page_link(target, page.folder):
            yield from self._wrong_page(page, link, target)
        else:
            inside = posixpath.normpath(posixpath.join(page.folder, path))
            if inside not in self._catalogue.files:
                hint = _near(inside, self._catalogue.files)
                yield "broken-link", messages.BROKEN_LINK.format(target=target, hint=hint)

    def _wrong_page(self, page: Page, link: PageLink, target: str) -> Iterator[tuple[str, Text]]:
        pair = self._catalogue.pairs.get(link.key)
        if pair is None:
            hint = _near(link.key, self._catalogue.ids("pages"), ".md")
            yield "broken-link", messages.BROKEN_LINK.format(target=target, hint=hint)
            return
        version = pair[link.lang or page.lang]
        if link.lang and version is None:
            language = messages.LANGUAGE_NAMES[link.lang]
            yield (
                "link-to-missing-language",
                messages.LINK_TO_MISSING_LANGUAGE.format(target=target, language=language),
            )
        elif link.lang is page.lang and pair.is_whole:
            better = posixpath.basename(link.key) + ".md"
            yield (
                "link-to-one-language",
                messages.LINK_TO_ONE_LANGUAGE.format(target=target, better=better),
            )
        else:
            yield from self._wrong_anchor(version or pair.any, unquote(link.anchor))

    def _wrong_anchor(self, there: Page, anchor: str) -> Iterator[tuple[str, Text]]:
        if not anchor:
            return
        known = self._anchors_of(there)
        if anchor in known or (there.directives and anchor in self._shown):
            return
        hint = _near(anchor, known, otherwise=messages.CHECK_ANCHOR)
        yield (
            "broken-anchor",
            messages.BROKEN_ANCHOR.format(anchor=anchor, where=there.path, hint=hint),
        )

    def _anchors_of(self, page: Page) -> frozenset[str]:
        if page.path not in self._anchors:
            given = {h.anchor or slugify(h.text, "-") for h in page.headings}
            written = {a or b for a, b in _ID.findall(page.body)}
            self._anchors[page.path] = frozenset(given | written | {_SOURCES})
        return self._anchors[page.path]

    @cached_property
    def _shown(self) -> frozenset[str]:
        """The ids that directives write: those of the records, some a little changed."""
        ids = {id for records in self._catalogue.records.values() for id in records}
        sums = {f"summa-{id}" for id in self._catalogue.ids("funding")}
        return frozenset(ids | {id.lower() for id in ids} | sums)


def _near(
    word: str, known: frozenset[str], ending: str = "", otherwise: Text = messages.CHECK_TARGET
) -> Text:
    """The known word whose last part is nearest, or advice to look."""
    base = posixpath.basename(word)
    by_name = {posixpath.basename(one): one for one in known}
    near = difflib.get_close_matches(base, by_name, n=1)
    if near:
        return messages.DID_YOU_MEAN.format(word=by_name[near[0]] + ending)
    return otherwise
