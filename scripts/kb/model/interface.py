"""The site's own words, its menu and its addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kb.model import fields
from kb.model.record import NotPublished, Record
from kb.text import Lang, Text

PLACES = {
    id: tuple(names.split())
    for id, names in {
        "book-made": "date",
        "call-open": "span",
        "changed": "date",
        "checked": "date",
        "closes-moved": "first last",
        "contact-page-of": "name",
        "mark-many": "count",
        "mark-one": "count",
        "note-newer-date": "date",
        "picture-contents-phase-1": "count",
        "picture-contents-phase-2": "count",
        "picture-continued": "year",
        "picture-planned": "years",
        "present-contacts": "name",
        "search-best": "count",
        "search-many": "count",
        "search-of": "count total",
        "search-none": "query",
        "search-none-filtered": "query",
        "search-unknown": "words",
        "step-sections": "count",
        "step-summary": "pages sections count",
        "step-words": "count",
        "sum-cost": "sum",
        "sum-either": "sum",
        "sum-grant": "sum",
        "sum-unknown": "sum",
        "used-many": "count",
        "used-one": "count",
    }.items()
}
"""What is filled into an interface text, by its id; into all others nothing."""

MENU_PLACES = {
    "header": Text("päävalikko", "huvudmeny"),
    "languages": Text("kielten rivi", "språkraden"),
    "footer": Text("alatunniste", "sidfot"),
    "guide": Text("vain toimitusopas", "bara redaktörsguiden"),
}


@dataclass(frozen=True, kw_only=True)
class Word(Record):
    """An interface word or sentence, with a note for whoever translates it."""

    kind: ClassVar[str] = "strings"
    label: ClassVar[Text] = Text("käyttöliittymän teksti", "gränssnittstext")
    open_data: ClassVar[Text | NotPublished] = NotPublished("the site's own words")
    about: ClassVar[Text] = Text(
        "Teksti on painikkeen, otsikon tai huomautuksen sanat, jotka toistuvat sivuilla.",
        "En text är orden på en knapp, i en rubrik eller en anmärkning som återkommer på sidorna.",
    )
    distinct: ClassVar[tuple[tuple[str, ...], ...]] = ()

    id: str = fields.identity("Tekstin tunnus", "Textens id")
    text: Text = fields.bilingual("Teksti", "Text", required=True)
    note: str | None = fields.line("Missä teksti näkyy", "Var texten syns")
    facts: tuple[str, ...] = fields.facts(required=False)


@dataclass(frozen=True, kw_only=True)
class KeyFigure(Record):
    """A figure of the home page, as its facts give it."""

    kind: ClassVar[str] = "figures"
    label: ClassVar[Text] = Text("etusivun luku", "siffra på startsidan")
    open_data: ClassVar[Text | NotPublished] = NotPublished("taken from facts, which are published")
    about: ClassVar[Text] = Text(
        "Etusivun luku kertoo itse, onko se varattu, myönnetty vai laskettu ja miltä ajalta.",
        "En siffra på startsidan säger själv om den är reserverad, beviljad eller räknad, och när.",
    )

    id: str = fields.identity("Luvun tunnus", "Siffrans id")
    value: Text = fields.bilingual("Luku yksikköineen", "Siffran med enhet", required=True)
    text: Text = fields.bilingual(
        "Mitä luku kertoo: varattu, myönnetty vai laskettu, ja vuosi",
        "Vad siffran visar: reserverade, beviljade eller räknade, och år",
        required=True,
    )
    page: str | None = fields.page()
    facts: tuple[str, ...] = fields.facts()


@dataclass(frozen=True, kw_only=True)
class MenuGroup(Record):
    """A heading of the menu and its pages in reading order."""

    kind: ClassVar[str] = "menu"
    label: ClassVar[Text] = Text("valikon kohta", "menypunkt")
    open_data: ClassVar[Text | NotPublished] = NotPublished("the site's own menu")
    about: ClassVar[Text] = Text(
        "Valikon kohta kokoaa sivuja saman otsikon alle lukujärjestyksessä.",
        "En menypunkt samlar sidor under en rubrik i läsordning.",
    )

    id: str = fields.identity("Kohdan tunnus", "Punktens id")
    name: Text = fields.bilingual("Nimi", "Namn", required=True)
    where: str = fields.choice(
        "Päävalikko, kielten rivi, alatunniste tai vain toimitusopas",
        "Huvudmeny, språkraden, sidfot eller bara redaktörsguiden",
        MENU_PLACES,
        required=True,
    )
    pages: tuple[str, ...] = fields.references(
        "Sivut lukujärjestyksessä",
        "Sidorna i läsordning",
        "pages",
        required=True,
        one_a_line=True,
    )

    @property
    def is_about_the_site(self) -> bool:
        """True for pages about the site, not about its subject."""
        return self.where in ("footer", "guide")


@dataclass(frozen=True, kw_only=True)
class Published(Record):
    """An address that has been published: it leads somewhere for ever."""

    kind: ClassVar[str] = "addresses"
    label: ClassVar[Text] = Text("julkaistu osoite", "publicerad adress")
    open_data: ClassVar[Text | NotPublished] = NotPublished("the site's own addresses")
    about: ClassVar[Text] = Text(
        "Julkaistu osoite johtaa aina jonnekin, vaikka sivu olisi siirretty tai poistettu.",
        "En publicerad adress leder alltid någonstans, också om sidan är flyttad eller borttagen.",
    )

    id: str = fields.identity(
        "Osoite sivuston juuresta, ilman ensimmäistä vinoviivaa",
        "Adressen från webbplatsens rot, utan det första snedstrecket",
    )
    to: str | None = fields.reference(
        "Sivu, jolle vanha osoite vie", "Sidan dit den gamla adressen leder", "pages"
    )

    @property
    def lang(self) -> Lang:
        """The language that the address promises."""
        return Lang.SV if self.id.startswith(f"{Lang.SV}/") else Lang.FI
