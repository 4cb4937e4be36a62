"""The site's own words and its menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kb.model import fields
from kb.model.record import Record
from kb.text import Text


@dataclass(frozen=True, kw_only=True)
class Word(Record):
    """An interface word or sentence, with a note for whoever translates it."""

    kind: ClassVar[str] = "strings"
    label: ClassVar[Text] = Text("käyttöliittymän teksti", "gränssnittstext")

    id: str = fields.identity("Tekstin tunnus", "Textens id")
    text: Text = fields.bilingual("Teksti", "Text", required=True)
    note: str | None = fields.line("Missä teksti näkyy", "Var texten syns")
    facts: tuple[str, ...] = fields.facts(required=False)


@dataclass(frozen=True, kw_only=True)
class MenuGroup(Record):
    """A heading of the menu and its pages in reading order."""

    kind: ClassVar[str] = "menu"
    label: ClassVar[Text] = Text("valikon kohta", "menypunkt")

    id: str = fields.identity("Kohdan tunnus", "Punktens id")
    name: Text = fields.bilingual("Nimi", "Namn", required=True)
    where: str = fields.line(
        "Päävalikko vai alatunniste",
        "Huvudmeny eller sidfot",
        required=True,
        allowed=("header", "footer"),
    )
    pages: tuple[str, ...] = fields.references(
        "Sivut lukujärjestyksessä", "Sidorna i läsordning", "pages", required=True
    )
