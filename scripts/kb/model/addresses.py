"""Addresses: Finnish at the root from the file names, Swedish under /sv/ in its own words."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from kb.model.catalogue import Catalogue
from kb.model.page import HOME, Page
from kb.text import Lang


def address(catalogue: Catalogue, page: Page) -> str:
    """The address below the site's root: `teemat/perhekeskus/`, `sv/teman/familjecenter/`."""
    words = [_folder_word(catalogue, folder, page.lang) for folder in _folders(page.folder)]
    if not page.is_front:
        words.append(_own_word(page))
    if page.lang is Lang.SV:
        words.insert(0, Lang.SV.value)
    return "".join(f"{word}/" for word in words)


SEARCH = {Lang.FI: "haku/", Lang.SV: "sv/sok/"}
"""The search pages, which no Markdown file stands behind."""

PDF = {Lang.FI: "lape-tietopankki.pdf", Lang.SV: "lape-kunskapsbanken.pdf"}
"""All pages of a language as one document, below the site's root when `make pdf` has made it."""

FEED = {Lang.FI: "feed.xml", Lang.SV: "sv/feed.xml"}
"""What has changed on the pages of a language."""

SITEMAP = {lang: f"sitemap-{lang}.xml" for lang in Lang}
"""The pages of a language; `sitemap.xml` is the list of these."""


def home(lang: Lang) -> str:
    """The address of a language's home page below the site's root."""
    return "" if lang is Lang.FI else f"{lang}/"


def relative(target: str, origin: str) -> str:
    """The link from a page at address `origin` to `target`, both below the site's root."""
    return "../" * origin.count("/") + target or "./"


def address_word(title: str) -> str:
    """The title as a word of an address: `Små barn – och lek` is `sma-barn-och-lek`."""
    letters = "".join(c for c in normalize("NFKD", title.lower()) if not combining(c))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _folders(path: str) -> list[str]:
    parts = path.split("/") if path else []
    return ["/".join(parts[: depth + 1]) for depth in range(len(parts))]


def _folder_word(catalogue: Catalogue, folder: str, lang: Lang) -> str:
    front = catalogue.page(f"{folder}/{HOME}", lang)
    return _own_word(front) if front else folder.rpartition("/")[2]


def _own_word(page: Page) -> str:
    if page.lang is Lang.SV and page.front.slug:
        return page.front.slug
    return (page.folder if page.is_front else page.key).rpartition("/")[2]
