"""Pages on paper, printed by the browser: their text alone, with addresses, on light A4."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from conftest import ROOT
from kb.render.sheet import tokens
from playwright.sync_api import Page
from pypdf import PdfReader
from sampling import by_turns
from serve import Built

PAGES = {
    "article": ("teemat/perhekeskus/", "sv/teman/familjecenter/"),
    "timeline": ("aikajana/", "sv/tidslinje/"),
    "glossary": ("sanasto/", "sv/ordlista/"),
    "contacts": ("yhteystiedot/", "sv/kontakter/"),
}
EVERY = [path for _, path in by_turns(PAGES)]
CHROME = {
    "fi": ("Siirry sisältöön", "Valikko", "Svenska", "Tällä sivulla", "Ehdota muutosta"),
    "sv": ("Hoppa till innehållet", "Meny", "På den här sidan", "Föreslå en ändring"),
}


def printed(page: Page, path: str, folder: Path) -> PdfReader:
    page.emulate_media(color_scheme="dark")
    page.goto(path)
    file = folder / "page.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    return PdfReader(file)


def said(paper: PdfReader) -> str:
    """The words on all sheets; Chromium writes the ligature ﬁ as one letter."""
    return normalize("NFKC", "\n".join(sheet.extract_text() for sheet in paper.pages))


@pytest.mark.parametrize("path", EVERY)
def test_a_page_is_printed_whole_and_alone_on_numbered_a4(
    page: Page, path: str, tmp_path: Path, site: Built
) -> None:
    paper = printed(page, path, tmp_path)
    text = said(paper)
    assert {round(float(sheet.mediabox.width)) for sheet in paper.pages} <= {594, 595, 596}
    assert f"{len(paper.pages)} / {len(paper.pages)}" in text
    lang = page.locator("html").get_attribute("lang") or ""
    assert [words for words in (*CHROME[lang], "↩") if words in text] == []
    article = site.pages[path].one("article")
    ways_on = {id(e) for related in article.every(cls="related") for e in related.every()}
    told = [e for e in article.every() if id(e) not in ways_on]
    listed = [e.text for e in told if e.tag in ("h1", "h2", "h3", "dfn", "time")]
    assert len(listed) > 3
    assert [one for one in listed if joined(one) not in joined(text)] == []
    page.emulate_media(media="print")
    outside = page.locator("main a[href^=http]:not(.address)")
    addresses = [link.get_attribute("href") for link in outside.all() if link.is_visible()]
    assert [one for one in addresses if joined(f"({one})") not in joined(text)] == []


def joined(text: str) -> str:
    """The text without spaces: lines break where there is room."""
    return "".join(normalize("NFKC", text).split())


def test_paper_is_light_in_the_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(PAGES["article"][0])
    ink = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink')")
    inks = tokens((ROOT / "styles/tokens.css").read_text("utf-8"))["--ink"]
    assert ink.strip() == inks[0] != inks[1]
