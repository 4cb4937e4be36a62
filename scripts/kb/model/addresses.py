"""Addresses: Finnish at the root from the file names, Swedish under /sv/ in its own words."""

from __future__ import annotations

import posixpath
import re
from unicodedata import combining, normalize
from urllib.parse import unquote

from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.model.page import HOME, Page
from kb.model.published import DATA, OWN_PLACES
from kb.text import Lang


def address(catalogue: Catalogue, page: Page) -> str:
    """The address below the site's root: `teemat/perhekeskus/`, `sv/teman/familjecenter/`."""
    # Kept with the catalogue, as its cached properties are.
    known: dict[tuple[str, Lang], str] = vars(catalogue).setdefault("_addresses", {})
    if (page.key, page.lang) not in known:
        known[page.key, page.lang] = _address(catalogue, page)
    return known[page.key, page.lang]


def _address(catalogue: Catalogue, page: Page) -> str:
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

EDITOR = "toimitus/"
"""The form editor, one for both languages, where the site has it."""

_PAGE_FILE = re.compile(r"(?P<name>[\w-]+)\.(?:fi|sv)\.md")

SITEMAP = {lang: f"sitemap-{lang}.xml" for lang in Lang}
"""The pages of a language; `sitemap.xml` is the list of these."""


OWN_FILES = frozenset({
    "404.html", "_headers", "_redirects", "favicon.ico", "robots.txt", "search.json", "sitemap.xml",
    *PDF.values(), *FEED.values(), *SITEMAP.values(),
})  # fmt: skip
"""Files in the site's root that the build writes."""


def home(lang: Lang) -> str:
    """The address of a language's home page below the site's root."""
    return "" if lang is Lang.FI else f"{lang}/"


def form_collection(folder: str) -> str:
    """The name of the pages of a folder in the form editor."""
    return "-".join(filter(None, ("pages", folder.replace("/", "-"))))


def form_place(file: str) -> str:
    """Where the form editor has a file of the content folder; empty if only the code host has."""
    folder, _, name = file.rpartition("/")
    if page := _PAGE_FILE.fullmatch(name):
        return f"{EDITOR}#/collections/{form_collection(folder)}/entries/{page['name']}"
    data, _, kind = folder.rpartition("/")
    record = RECORD_TYPES.get(kind)
    if data != DATA or record is None or not record.one_file_each:
        return ""
    return f"{EDITOR}#/collections/{kind}/entries/{name.removesuffix('.yml')}"


def form_address(page: Page) -> str:
    """The address of a page in the form editor, in the page's language."""
    name = page.key.rpartition("/")[2]
    entry = f"#/collections/{form_collection(page.folder)}/entries/{name}"
    return f"{EDITOR}?lang={page.lang}{entry}"


def plain(address: str) -> str:
    """One form for all that a server or a disk may take for the same address, without end slashes.

    `teemat/perhekeskus/`, `Teemat//%50erhekeskus` and `teemat/perhekeskus/index.html` are one.
    """
    letters = normalize("NFKC", unquote(unquote(address))).casefold()
    path = posixpath.normpath(f"/{letters}").strip("/")
    return re.sub(r"(?:^|/)index\.html$", "", path)


def is_own(address: str) -> bool:
    """True where the site keeps something of its own: search, a home page, files."""
    path = plain(address)
    return path in _OWN or path.partition("/")[0] in OWN_PLACES


def is_taken(address: str, lang: Lang) -> bool:
    """True where no page of the language may stand; its home may be one."""
    if address == home(lang):
        return False
    is_swedish = plain(address).partition("/")[0] == Lang.SV
    return is_own(address) or (lang is Lang.FI and is_swedish)


_OWN = frozenset({*map(plain, [*SEARCH.values(), *map(home, Lang)]), *OWN_FILES})


def relative(target: str, origin: str) -> str:
    """The link from a page at address `origin` to `target`, both below the site's root."""
    return "../" * origin.count("/") + target or "./"


def plain_letters(text: str) -> str:
    """The text in small letters without their marks, as addresses spell it: `små` is `sma`."""
    return "".join(c for c in normalize("NFKD", text.lower()) if not combining(c))


def address_word(title: str) -> str:
    """The title as a word of an address: `Små barn – och lek` is `sma-barn-och-lek`."""
    return re.sub(r"[^a-z0-9]+", "-", plain_letters(title)).strip("-")


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
