"""Content made in memory: pages, records, words and catalogues for tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader
from kb.check import Reference
from kb.check.alone import Clean
from kb.directives.context import RenderContext
from kb.model import dialect
from kb.model.catalogue import Catalogue
from kb.model.date import PartialDate
from kb.model.evidence import Fact, Source, Term
from kb.model.interface import PLACES, KeyFigure, MenuGroup, Word
from kb.model.page import Page, Pair
from kb.model.people import Contact, Organisation
from kb.model.programme import Content, Event, Grant, Phase, Region, Theme
from kb.model.record import Record
from kb.model.results import CentreCount
from kb.model.services import Municipality, Organiser
from kb.model.settings import Settings
from kb.model.translations import Declarations, Declared
from kb.read import read
from kb.read.clean import read_clean
from kb.read.pages import key_of, parse_page
from kb.read.settings import read_settings
from kb.read.spellers import read_spellers
from kb.render.literal import fragments
from kb.text import Lang, Text
from markdown import Markdown
from markdown.extensions import Extension

PROJECT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 30)
"""Of samples."""
NOW = max(TODAY, date.today())
"""Of the real content, which goes on being edited."""


class EchoWords(dict[str, Word]):
    """Every interface word, saying its own name and language: `«phone.sv»`."""

    def __missing__(self, name: str) -> Word:
        value = "/".join(f"{{{place}}}" for place in PLACES.get(name, ()))
        shown = f" {value}" if value else ""
        return Word(id=name, text=Text(f"«{name}.fi{shown}»", f"«{name}.sv{shown}»"))


def both(word: str) -> Text:
    """A text whose languages differ: `Raha-fi`, `Raha-sv`."""
    return Text(f"{word}-fi", f"{word}-sv")


def page(name: str, text: str = "") -> Page:
    """The page that a file such as `teemat/perhekeskus.sv` with this text would give."""
    key, lang = key_of(f"{name}.md")
    words = text or f"# {key.rpartition('/')[2]} {lang}\n"
    made, findings = parse_page(words, f"docs/{name}.md", key, lang)
    assert not findings, findings
    return made


def pages(*names: str) -> list[Page]:
    """A page in each language for every name."""
    return [page(f"{name}.{lang}") for name in names for lang in Lang]


def catalogue(
    content: Iterable[Page] = (),
    records: Iterable[Record] = (),
    declared: Declarations | None = None,
) -> Catalogue:
    """A catalogue of these pages and records, with every interface word."""
    pairs: dict[str, Pair] = {}
    for one in content:
        pairs.setdefault(one.key, Pair(one.key)).versions[one.lang] = one
    kinds: dict[str, dict[str, Record]] = {Word.kind: EchoWords()}
    for record in records:
        kinds.setdefault(record.kind, {})[record.id] = record
    return Catalogue(kinds, dict(sorted(pairs.items())), declared=declared or {})


@cache
def real_content() -> Catalogue:
    """The project's own content: read by a test that looks at it, once in each process."""
    return read(PROJECT / "docs", PROJECT / "docs")


def known_of(content: Path, memory: Path) -> Reference:
    """What a check of this content knows besides it: words, and what was clean before."""
    return Reference(NOW, 24, read_spellers(content, memory), clean=Clean(*read_clean(memory)))


def in_step(content: Iterable[Page]) -> Declarations:
    """What would be declared if these pages said the same in both languages."""
    return {
        key: {
            one.anchor: Declared(key, one.anchor, Text(*(one.sides[lang].marks for lang in Lang)))
            for one in comparisons
        }
        for key, comparisons in catalogue(content).comparisons.items()
    }


def setting(known: Catalogue, today: date = TODAY) -> RenderContext:
    """The setting of a build: the project's own fragments, details shown for two years."""
    loader = FileSystemLoader(PROJECT / "overrides" / "fragments")
    return RenderContext(known, fragments(loader), today, contact_years=2)


def settings(site_url: str = "https://x.fi/", edit_url: str = "") -> Settings:
    """The settings of a site at an address, otherwise those of the project."""
    return replace(read_settings(PROJECT / "mkdocs.yml"), site_url=site_url, edit_url=edit_url)


def html(markdown: str, *more: Extension) -> str:
    """Markdown as the site renders it, with more extensions."""
    extensions = [*dialect.EXTENSIONS, *more]
    converter = Markdown(extensions=extensions, extension_configs=dict(dialect.OPTIONS))
    return converter.convert(markdown)


def day(iso: str) -> PartialDate:
    return PartialDate.parse(iso)


def fact(id: str = "S-001", **changed: Any) -> Fact:
    return Fact(**{"id": id, "text": both(f"Väite {id}"), "sources": ("L-01",), **changed})


def source(id: str = "L-01", **changed: Any) -> Source:
    given = {"id": id, "grade": "A", "publisher": both("Julkaisija"), "title": both("Lähdeteos")}
    return Source(**{**given, "url": f"https://example.fi/{id}", **changed})


def term(id: str = "perhekeskus", **changed: Any) -> Term:
    given = {"id": id, "term": both(id), "definition": both("Selitys"), "group": "services"}
    return Term(**{**given, "facts": ("T-001",), "sources": ("L-01",), **changed})


def phase(id: str = "phase-1", **changed: Any) -> Phase:
    given = {"id": id, "name": both("Vaihe"), "years": both("2017"), "start": day("2017")}
    return Phase(**{**given, "summary": both("Vaiheen kuvaus"), "facts": ("S-001",), **changed})


def content(id: str = "paketti", **changed: Any) -> Content:
    return Content(**{"id": id, "name": both("Sisältö"), "phase": "phase-1", **changed})


def theme(id: str = "perhekeskus", **changed: Any) -> Theme:
    given = {"id": id, "name": both("Teema"), "summary": both("Teeman kuvaus")}
    return Theme(**{**given, "facts": ("S-001",), **changed})


def event(id: str = "haku", **changed: Any) -> Event:
    given = {"id": id, "date": day("2016-09-01"), "phase": "phase-1", "status": "done"}
    return Event(**{**given, "title": both(f"Otsikko {id}"), "facts": ("S-001",), **changed})


def region(id: str = "lappi", **changed: Any) -> Region:
    given = {"id": id, "name": both("Alue"), "area": "pohjois", "facts": ("S-001",)}
    return Region(**{**given, **changed})


def grant(id: str = "summa", **changed: Any) -> Grant:
    given = {"id": id, "name": both("Avustus"), "amount": 851_777, "status": "granted"}
    more = {"years": both("2017"), "phase": "phase-1", "purpose": both("Tarkoitus")}
    return Grant(**{**given, **more, "facts": ("S-001",), **changed})


def centre_count(id: str = "laskettu", **changed: Any) -> CentreCount:
    given = {"id": id, "date": day("2021"), "when": both("Vuosi"), "counted_by": both("Laskija")}
    return CentreCount(**{**given, "counted": both("Kaikki"), "facts": ("S-001",), **changed})


def organiser(id: str = "lapha", **changed: Any) -> Organiser:
    given = {"id": id, "name": both("Järjestäjä"), "area": "pohjois", "regions": ("lappi",)}
    more = {"languages": ("fi",), "seen": day("2026-11-30"), "facts": ("S-001",)}
    return Organiser(**{**given, **more, "sources": ("L-01",), **changed})


def municipality(id: str = "240", **changed: Any) -> Municipality:
    given = {"id": id, "name": both("Kunta"), "organiser": "lapha"}
    return Municipality(**{**given, **changed})


def figure(id: str = "luku", **changed: Any) -> KeyFigure:
    given = {"id": id, "value": both("19 aluetta"), "text": both("sai avustusta")}
    return KeyFigure(**{**given, "facts": ("S-001",), **changed})


def organisation(id: str = "stm", **changed: Any) -> Organisation:
    given = {"id": id, "name": both("Ministeriö"), "role": both("Johti ohjelmaa")}
    return Organisation(**{**given, "facts": ("S-001",), **changed})


def contact(id: str = "H-01", **changed: Any) -> Contact:
    given = {"id": id, "type": "person", "name": "Aino Aho", "role": both("Päällikkö")}
    more = {"as_of": day("2020-01-20"), "facts": (id,), "sources": ("L-01",)}
    return Contact(**{**given, **more, **changed})


def menu_group(id: str, *keys: str, where: str = "header") -> MenuGroup:
    return MenuGroup(id=id, name=both(id), where=where, pages=keys)
