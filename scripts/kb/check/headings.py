"""Titles and headings: one title a page, its own, and levels without a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import messages
from kb.finding import Finding, Severity
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.text import Lang

_EMPTY = re.compile(r"#{1,6}\s*(?:\{[^}]*\})?\s*$")


def missing_title(catalogue: Catalogue) -> Iterator[Finding]:
    """A page that has text but no title.

    Bad: a page that begins with `## Raha`. Good: a page that begins with `# Rahoitus`.
    """
    for page in catalogue.pages():
        if not any(heading.level == 1 for heading in page.headings):
            yield Finding(page.path, page.body_line, "missing-title", messages.MISSING_TITLE)


def extra_title(catalogue: Catalogue) -> Iterator[Finding]:
    """A second heading of the first level on a page.

    Bad: `# Raha` twice. Good: `# Raha`, then `## Haku`.
    """
    for page in catalogue.pages():
        for heading in [one for one in page.headings if one.level == 1][1:]:
            message = messages.EXTRA_TITLE.format(title=heading.text)
            yield Finding(page.path, heading.line, "extra-title", message)


def empty_heading(catalogue: Catalogue) -> Iterator[Finding]:
    """A heading without words.

    Bad: `## {#raha}`. Good: `## Raha {#raha}`.
    """
    for page in catalogue.pages():
        for line, text in markdown.prose_lines(page.body, page.body_line):
            if text.startswith("#") and _EMPTY.match(text):
                yield Finding(page.path, line, "empty-heading", messages.EMPTY_HEADING)


def duplicate_title(catalogue: Catalogue) -> Iterator[Finding]:
    """Two pages of one language have the same title.

    Bad: `# Haku` on two pages. Good: `# Haku 2016` and `# Haku 2020`.
    """
    for lang in Lang:
        seen: dict[str, Page] = {}
        for page in catalogue.pages(lang):
            title = next((one for one in page.headings if one.level == 1), None)
            if title is None:
                continue
            first = seen.setdefault(title.text.casefold(), page)
            if first is not page:
                message = messages.DUPLICATE_TITLE.format(title=title.text, where=first.path)
                yield Finding(page.path, title.line, "duplicate-title", message, Severity.WARNING)


def duplicate_anchor(catalogue: Catalogue) -> Iterator[Finding]:
    """Two headings of a page carry the same `{#id}`.

    Bad: `{#raha}` twice. Good: `{#raha}` and `{#haku}`.
    """
    for page in catalogue.pages():
        seen: dict[str, int] = {}
        for heading in page.headings:
            if not heading.anchor:
                continue
            if heading.anchor in seen:
                message = messages.DUPLICATE_ANCHOR.format(
                    anchor=heading.anchor, line=seen[heading.anchor]
                )
                yield Finding(page.path, heading.line, "duplicate-anchor", message)
            seen.setdefault(heading.anchor, heading.line)


def heading_order(catalogue: Catalogue) -> Iterator[Finding]:
    """A heading skips a level, so that a screen reader's reader misses one.

    Bad: `##`, then `####`. Good: `##`, then `###`.
    """
    for page in catalogue.pages():
        above = 1
        for heading in page.headings:
            if heading.text and heading.level > above + 1:
                message = messages.HEADING_ORDER.format(
                    here="#" * heading.level, better="#" * (above + 1), title=heading.text
                )
                yield Finding(page.path, heading.line, "heading-order", message)
            above = heading.level
