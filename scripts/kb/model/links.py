"""Links between pages, which are written to the page's file: `perhekeskus.md`."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from kb.model.page import Page
from kb.text import Lang

# The stem holds no `:`, so that https://host/file.md is no page, and no `?` or `#`, which end a
# file's name. It is matched lazily, else it would swallow the language.
_PAGE_FILE = re.compile(
    r"(?P<stem>[^:?#]+?)(?:\.(?P<lang>fi|sv))?\.md(?:\?[^#]*)?(?:#(?P<anchor>.*))?"
)


@dataclass(frozen=True, slots=True)
class PageLink:
    """What a link to a page's file names; neither the page nor the anchor need exist."""

    key: str
    lang: Lang | None
    """None where the link names no language: the page in the reader's own."""
    anchor: str


def page_link(target: str, folder: str) -> PageLink | None:
    """The page that a link on a page in `folder` names; None if it is no page's file."""
    file = _PAGE_FILE.fullmatch(target)
    if not file:
        return None
    key = posixpath.normpath(posixpath.join(folder, unquote(file["stem"])))
    return PageLink(key, Lang(file["lang"]) if file["lang"] else None, file["anchor"] or "")


def linked_keys(page: Page) -> frozenset[str]:
    """The keys of the pages that a page's links name; they need not exist."""
    links = (page_link(mention.target, page.folder) for mention in page.links)
    return frozenset(link.key for link in links if link)
