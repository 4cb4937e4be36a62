"""Which pages the links in a page's text lead to."""

from __future__ import annotations

import posixpath

from kb.model.page import Page


def linked(page: Page) -> frozenset[str]:
    """The keys that the page's links name; a key need not exist."""
    found = set()
    for link in page.links:
        file = link.target.partition("#")[0]
        if file.endswith(".md") and "://" not in file:
            found.add(posixpath.normpath(posixpath.join(page.folder, file.removesuffix(".md"))))
    return frozenset(found)
