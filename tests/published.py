"""Where the project's own pages are published: worked out from the files in other words."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from conftest import ROOT
from serve import Element

DOCS = ROOT / "docs"
HOST = "https://lape.example.org/"
SITE_NAMES = {"fi": "LAPE-tietopankki", "sv": "LAPE-kunskapsbanken"}
SEARCH = {"fi": "haku/", "sv": "sv/sok/"}
HOMES = {"fi": "", "sv": "sv/"}
STEMS = sorted(str(f.relative_to(DOCS)).removesuffix(".fi.md") for f in DOCS.rglob("*.fi.md"))


def lang_of(address: str) -> str:
    return "sv" if address.startswith("sv/") else "fi"


def followed(address: str, link: Element) -> str:
    """The address below the site's root that a link on a page leads to, without its anchor."""
    return urlsplit(urljoin(f"{HOST}{address}", link["href"])).path.removeprefix("/")


def address_of(stem: str, lang: str) -> str:
    """Design §6 in other words: Finnish words from the file names, Swedish ones from `slug:`."""
    if lang == "fi":
        return "" if stem == "index" else stem.removesuffix("index").rstrip("/") + "/"
    words = []
    parts = stem.split("/")
    for depth, part in enumerate(parts, 1):
        name = "" if depth == len(parts) else "/index"
        file = DOCS / f"{'/'.join(parts[:depth])}{name}.sv.md"
        slug = re.search(r"^slug: *(\S+)$", file.read_text("utf-8"), re.MULTILINE)
        words += [] if part == "index" else [slug[1] if slug else part]
    return "/".join(["sv", *words]) + "/"


PAIRS = {stem: {lang: address_of(stem, lang) for lang in ("fi", "sv")} for stem in STEMS}
CONTENT = {address: stem for stem, pair in PAIRS.items() for address in pair.values()}


def alternates(page: Element) -> dict[str, str]:
    return {
        a["hreflang"]: a["href"] for a in page.every("link", rel="alternate") if a.get("hreflang")
    }
