"""Whether a built site may be published: everything in it that would let a reader down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kb.release import pages
from kb.release.manifest import names
from kb.text import LANGUAGE_NAMES, Lang, Text

_SHOWN = 5
"""As many examples of one fault tell what it is about."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the site must hold, by addresses below its root."""

    pages: Mapping[Lang, frozenset[str]]
    published: frozenset[str]
    """Every address that has ever been published: each still answers or leads on."""
    documents: frozenset[str]
    """The PDF files."""


NO_PAGES = Text("Sivustossa ei ole yhtään sivua.", "Webbplatsen har inte en enda sida.")
LACKS_PAGES = Text(
    "Kielestä {language} puuttuu sivuja: {examples}", "På {language} saknas sidor: {examples}"
)
LOST_ADDRESSES = Text(
    "Julkaistu osoite ei enää johda mihinkään (docs/_data/addresses.yml): {examples}",
    "En publicerad adress leder inte längre någonstans (docs/_data/addresses.yml): {examples}",
)
CUT_SHORT = Text(
    "Tiedosto on tyhjä tai jäänyt kesken: {examples}", "En fil är tom eller avbruten: {examples}"
)
BROKEN_LINKS = Text("Linkki ei johda mihinkään: {examples}", "En länk leder ingenstans: {examples}")
NO_PDF = Text("PDF-tiedosto puuttuu: {examples}", "PDF-filen saknas: {examples}")


def faults(site: Path, wanted: Wanted) -> list[Text]:
    """What is wrong with the built site, none if it may be published."""
    files = frozenset(names(site))
    there = pages.addresses(files)
    home = site / "index.html"
    if not there or not home.is_file():
        return [NO_PAGES]
    url = pages.site_url(home.read_text("utf-8"))
    said = [
        _examples(LACKS_PAGES.format(language=LANGUAGE_NAMES[lang], examples="{examples}"), lost)
        for lang in Lang
        if (lost := sorted(wanted.pages[lang] - there))
    ]
    said += _said(LOST_ADDRESSES, sorted(wanted.published - there))
    said += _said(NO_PDF, sorted(wanted.documents - files))
    said += _said(CUT_SHORT, [name for name in sorted(files) if not _whole(site / name)])
    links = pages.broken(site, files, url)
    said += _said(BROKEN_LINKS, [f"{page} → {link}" for page, link in links])
    return said


def _said(fault: Text, places: list[str]) -> Iterator[Text]:
    if places:
        yield _examples(fault, places)


def _examples(fault: Text, places: list[str]) -> Text:
    more = f" … (+{len(places) - _SHOWN})" if len(places) > _SHOWN else ""
    return fault.format(examples=", ".join(f"/{place}" for place in islice(places, _SHOWN)) + more)


def _whole(file: Path) -> bool:
    """False for a file that was cut off while it was written, as far as its kind shows that."""
    content = file.read_bytes().rstrip()
    end = {".html": b"</html>", ".pdf": b"%%EOF"}.get(file.suffix, b"")
    return bool(content) and content.endswith(end)
