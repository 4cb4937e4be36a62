"""A text browser reads home and an article: the title, the lead, all headings in order, sources."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from serve import Built, Element

SITE_NAMES = {"fi": "LAPE-tietopankki", "sv": "LAPE-kunskapsbanken"}
SKIPS = {"fi": "Siirry sisältöön", "sv": "Hoppa till innehållet"}
PAGES = {
    "": "fi",
    "sv/": "sv",
    "teemat/perhekeskus/": "fi",
    "sv/teman/familjecenter/": "sv",
}
every_page = pytest.mark.parametrize(("address", "lang"), PAGES.items())


def read(site: Built, address: str) -> str:
    """The page as w3m prints it, with single spaces."""
    program = shutil.which("w3m")
    assert program, "Install w3m for the test of a text browser (on Debian: apt install w3m)."
    file = site.root / address / "index.html"
    command = [program, "-dump", "-cols", "80", "-I", "UTF-8", "-O", "UTF-8", "-T", "text/html"]
    done = subprocess.run([*command, file], capture_output=True, check=True, encoding="utf-8")
    return spaced(done.stdout)


def spaced(text: str) -> str:
    return " ".join(text.replace("\u2060", "").split())


def words(element: Element) -> str:
    """What the element says up to its first mark, as a text browser would write it."""
    return spaced(re.split(r"(?<=[.!?])\s?\d|\s*¶", element.text)[0])


def lost(text: str, wanted: list[str]) -> list[str]:
    """Those that do not stand in the text after the one before them."""
    missed, at = [], 0
    for one in wanted:
        place = text.find(one, at)
        if place < 0:
            missed.append(one)
        else:
            at = place + len(one)
    return missed


@every_page
def test_title_lead_and_headings_are_read_in_order(site: Built, address: str, lang: str) -> None:
    article = site.pages[address].one("article")
    lead = next(p for p in article.every("p") if len(p.text) > 80)
    headings = [words(h) for h in article.every("h2")]
    assert len(headings) > 3
    wanted = [SKIPS[lang], SITE_NAMES[lang], words(article.one("h1")), words(lead), *headings]
    assert lost(read(site, address), wanted) == []


@every_page
def test_every_source_is_read_after_the_text(site: Built, address: str, lang: str) -> None:
    article = site.pages[address].one("article")
    documents = article.one("details", "page-sources").one("ol").every("p")
    assert len(documents) > 3
    said = [document.one("strong").text for document in documents]
    wanted = [words(article.one("h1")), {"fi": "Lähteet", "sv": "Källor"}[lang], *said]
    assert lost(read(site, address), wanted) == []
