"""Titles and headings: one title a page, its own, and levels without a gap."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from kb.check import check, check_alone
from kb.check.addresses import copied
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.text import Lang

_SECTION = 2
_EMPTY = re.compile(r"#{1,6}(?:\s[^\w{`…]*)?(?:\{[^}]*\})?\s*$")

MISSING_TITLE = Rule.error(
    "missing-title",
    "Sivulta puuttuu pääotsikko. Kirjoita tekstin alkuun rivi ”# Sivun otsikko”.",
    "Sidan saknar huvudrubrik. Skriv raden ”# Sidans rubrik” före texten.",
)


@check_alone
def missing_title(catalogue: Catalogue) -> Iterator[Finding]:
    """A page that has text but no title.

    Bad: a page that begins with `## Raha`. Good: a page that begins with `# Rahoitus`.
    """
    for page in catalogue.pages():
        if not any(heading.level == 1 for heading in page.headings):
            yield MISSING_TITLE.at(page.path, page.body_line)


EXTRA_TITLE = Rule.error(
    "extra-title",
    "Sivulla on toinen pääotsikko ”{title}”. Tee siitä väliotsikko: kirjoita rivin alkuun ##.",
    "Sidan har en andra huvudrubrik ”{title}”. Gör den till en mellanrubrik: skriv ## först på "
    "raden.",
)
_UNDERLINED = EXTRA_TITLE.saying(
    "Rivin ”{mark}” takia edellinen rivi on otsikko. Kirjoita otsikon alkuun ## tai jätä ennen "
    "viivaa tyhjä rivi.",
    "På grund av raden ”{mark}” är raden före en rubrik. Skriv ## före rubriken eller lämna en tom "
    "rad före strecket.",
)
_INSIDE = EXTRA_TITLE.saying(
    "Luettelon tai lainauksen sisällä on otsikko ”{title}”. Poista rivin alusta #-merkit.",
    "Inuti en lista eller ett citat finns rubriken ”{title}”. Ta bort #-tecknen först på raden.",
)
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*$")
_NESTED = re.compile(r"\s*(?:(?:[>*+-]|\d+[.)])\s*)+#{1,6}\s+(.*)")


@check_alone
def extra_title(catalogue: Catalogue) -> Iterator[Finding]:
    """A second heading of the first level on a page, or one that is written in another way.

    Bad: `# Raha` twice. Good: `# Raha`, then `## Haku`.
    """
    for page in catalogue.pages():
        yield from _written_otherwise(page)
        for heading in [one for one in page.headings if one.level == 1][1:]:
            yield EXTRA_TITLE.at(page.path, heading.line, title=heading.text)


def _written_otherwise(page: Page) -> Iterator[Finding]:
    above = ""
    for line, text in markdown.prose_lines(page.body, page.body_line):
        if above and _UNDERLINE.match(text) and not above.startswith(("#", "|", "<", "!", ":")):
            yield _UNDERLINED.at(page.path, line, mark=text.strip()[:5])
        elif nested := _NESTED.match(text):
            yield _INSIDE.at(page.path, line, title=nested[1])
        above = text.strip()


EMPTY_HEADING = Rule.error(
    "empty-heading",
    "Otsikossa ei ole sanoja. Kirjoita otsikko tai poista rivi.",
    "Rubriken har inga ord. Skriv en rubrik eller ta bort raden.",
)


@check_alone
def empty_heading(catalogue: Catalogue) -> Iterator[Finding]:
    """A heading without letters or figures.

    Bad: `## {#raha}`, `## 🎉`. Good: `## Raha {#raha}`.
    """
    for page in catalogue.pages():
        for line, text in markdown.prose_lines(page.body, page.body_line):
            if text.startswith("#") and _EMPTY.match(html.unescape(text)):
                yield EMPTY_HEADING.at(page.path, line)


DUPLICATE_TITLE = Rule.warning(
    "duplicate-title",
    "Otsikko ”{title}” on jo toisella sivulla ({where}). Kirjoita otsikko, josta lukija erottaa "
    "sivut.",
    "Rubriken ”{title}” finns redan på en annan sida ({where}). Skriv en rubrik som skiljer "
    "sidorna åt.",
    may_stay=True,
)
_ON_PAGE = DUPLICATE_TITLE.saying(
    "Otsikko ”{title}” on jo tällä sivulla ({where}). Kirjoita otsikko, josta lukija erottaa "
    "kohdat.",
    "Rubriken ”{title}” finns redan på den här sidan ({where}). Skriv en rubrik som skiljer "
    "avsnitten åt.",
)


@check
def duplicate_title(catalogue: Catalogue) -> Iterator[Finding]:
    """Two pages of one language have the same title, or two headings in a row of one level.

    Bad: `# Haku` on two pages. Good: `# Haku 2016` and `# Haku 2020`.
    """
    copies = copied(catalogue)
    for lang in Lang:
        seen: dict[str, Page] = {}
        for page in catalogue.pages(lang):
            title = next((one for one in page.headings if one.level == 1), None)
            if title is None:
                continue
            first = seen.setdefault(title.text.casefold(), page)
            if first is not page and page.path not in copies:
                yield DUPLICATE_TITLE.at(page.path, title.line, title=title.text, where=first.path)
            yield from _same_headings(page)


def _same_headings(page: Page) -> Iterator[Finding]:
    seen: dict[tuple[str, int, str], int] = {}
    above = ""
    for one in page.headings:
        above = one.text if one.level == _SECTION else above
        part = "" if one.level == _SECTION else above
        first = seen.setdefault((part, one.level, one.text.casefold()), one.line)
        if one.text and first != one.line:
            where = f"{page.path}:{first}"
            yield _ON_PAGE.at(page.path, one.line, title=one.text, where=where)


DUPLICATE_ANCHOR = Rule.error(
    "duplicate-anchor",
    "Otsikon tunnus ”{anchor}” on jo tällä sivulla, rivillä {line}. Anna tälle otsikolle oma "
    "tunnus molemmilla kielillä.",
    "Rubrikens id ”{anchor}” finns redan på sidan, på rad {line}. Ge den här rubriken ett eget id "
    "på båda språken.",
)


@check_alone
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
                yield DUPLICATE_ANCHOR.at(
                    page.path, heading.line, anchor=heading.anchor, line=seen[heading.anchor]
                )
            seen.setdefault(heading.anchor, heading.line)


HEADING_ORDER = Rule.error(
    "heading-order",
    "Otsikko ”{title}” on tasoa {here}, vaikka edellinen taso puuttuu välistä. Kirjoita rivin "
    "alkuun {better}.",
    "Rubriken ”{title}” är på nivån {here}, fast nivån före saknas. Skriv {better} först på raden.",
)


@check_alone
def heading_order(catalogue: Catalogue) -> Iterator[Finding]:
    """A heading skips a level, so that a screen reader's reader misses one.

    Bad: `##`, then `####`. Good: `##`, then `###`.
    """
    for page in catalogue.pages():
        above = 1
        for heading in page.headings:
            if heading.text and heading.level > above + 1:
                yield HEADING_ORDER.at(
                    page.path,
                    heading.line,
                    here="#" * heading.level,
                    better="#" * (above + 1),
                    title=heading.text,
                )
            above = heading.level
