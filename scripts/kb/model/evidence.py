"""What the site knows and where it knows it from: facts, sources, terms."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any, ClassVar

from kb.model import fields
from kb.model.date import PartialDate
from kb.model.record import NotPublished, Record
from kb.text import Lang, Text

GRADES = {
    "A": Text(
        "valtakunnallinen viranomainen tai laki",
        "nationell myndighet eller lag",
    ),
    "B": Text(
        "kunta, alue, järjestö tai tutkimus",
        "kommun, region, organisation eller forskning",
    ),
    "C": Text(
        "media, tietosanakirja tai toisen käden tieto",
        "medier, uppslagsverk eller andrahandsuppgift",
    ),
}

TERM_GROUPS = {
    "programme": Text("Ohjelma ja vaiheet", "Programmet och faserna"),
    "services": Text("Lasten ja perheiden palvelut", "Tjänster för barn och familjer"),
    "barnskydd": Text("Lastensuojelu", "Barnskydd"),
    "education": Text("Sivistys ja yhteistyö", "Bildning och samarbete"),
    "governance": Text("Hallinto ja toimijat", "Styrning och aktörer"),
    "regions": Text("Alueet ja sote-uudistus", "Regioner och vårdreformen"),
    "money": Text("Raha ja avustukset", "Pengar och understöd"),
    "rights": Text("Oikeudet ja periaatteet", "Rättigheter och principer"),
    "website": Text("Verkkosivusto", "Webbplatsen"),
}


SERIES = "SPTH"
"""The first letters of fact ids in their order: founding material, found since, terms, persons."""


@dataclass(frozen=True, kw_only=True)
class Fact(Record):
    """A checkable claim in both languages with the sources that say so."""

    kind: ClassVar[str] = "facts"
    label: ClassVar[Text] = Text("tosiasia", "faktum")
    open_data: ClassVar[Text | NotPublished] = Text("Tosiasiat", "Fakta")
    about: ClassVar[Text] = Text(
        "Tosiasia on yksi väite, jonka voi tarkistaa vähintään yhdestä lähteestä.",
        "Ett faktum är ett enda påstående som kan kontrolleras i minst en källa.",
    )
    one_file_each: ClassVar[bool] = True
    series: ClassVar[str] = "P-"

    id: str = fields.file_name("Tosiasian tunnus", "Faktumets id")
    text: Text = fields.bilingual(
        "Väite yhtenä virkkeenä", "Påståendet som en mening", required=True
    )
    value: str | None = fields.line(
        "Täsmällinen arvo niin kuin lähteessä", "Det exakta värdet som det står i källan"
    )
    sources: tuple[str, ...] = fields.references(
        "Lähteiden tunnukset", "Källornas id", "sources", required=True
    )
    unused: Text | None = fields.bilingual(
        "Miksi mikään sivu ei käytä tietoa, jos niin on",
        "Varför ingen sida använder faktumet, om det är så",
    )

    @property
    def rank(self) -> tuple[Any, ...]:
        """By the series of the id, then by its number: `P-038`, `P-038b`, `P-999`, `P-1000`."""
        number = self.id.rstrip(ascii_lowercase)
        return (SERIES.find(self.id[0]), len(number), self.id)


@dataclass(frozen=True, kw_only=True)
class Source(Record):
    """A document or web page that facts rest on."""

    kind: ClassVar[str] = "sources"
    label: ClassVar[Text] = Text("lähde", "källa")
    open_data: ClassVar[Text | NotPublished] = Text("Lähteet", "Källor")
    about: ClassVar[Text] = Text(
        "Lähde on asiakirja tai verkkosivu, johon tosiasiat perustuvat.",
        "En källa är ett dokument eller en webbsida som fakta bygger på.",
    )
    one_file_each: ClassVar[bool] = True
    series: ClassVar[str] = "L-"
    another: ClassVar[Text | None] = Text("Uusi lähde", "Ny källa")
    distinct: ClassVar[tuple[tuple[str, ...], ...]] = (("url", "title"),)

    id: str = fields.file_name("Lähteen tunnus", "Källans id")
    grade: str = fields.choice(
        "Lähteen luokka: A, B tai C", "Källans klass: A, B eller C", GRADES, required=True
    )
    publisher: Text = fields.bilingual("Julkaisija", "Utgivare", required=True, is_name=True)
    title: Text = fields.bilingual("Mikä lähde on", "Vad källan är", required=True)
    date: PartialDate | None = fields.day("Julkaisupäivä", "Utgivningsdatum")
    languages: tuple[str, ...] = fields.lines(
        "Lähteen kielet", "Källans språk", allowed=("fi", "sv", "en")
    )
    url: str | None = fields.address("Osoite, josta lähde löytyi", "Adressen där källan fanns")
    url_sv: str | None = fields.address(
        "Ruotsinkielisen version osoite, jos se on eri",
        "Den svenska versionens adress, om den är en annan",
    )
    copy: bool = fields.flag(
        "Lähde nähtiin kopiona toisella sivustolla",
        "Källan sågs som en kopia på en annan webbplats",
    )
    note: Text | None = fields.bilingual("Huomautus lukijalle", "Anmärkning till läsaren")

    def address(self, lang: Lang) -> str | None:
        """Where the source is, in the reader's language if it is there in that."""
        return (self.url_sv if lang is Lang.SV else None) or self.url

    def foreign(self, lang: Lang) -> str:
        """The language that a reader of `lang` meets at the address; empty if it is her own."""
        is_own = lang in self.languages or (lang is Lang.SV and self.url_sv)
        return "" if is_own or not self.languages else self.languages[0]


@dataclass(frozen=True, kw_only=True)
class Term(Record):
    """A word of the field in both languages, with its definition."""

    kind: ClassVar[str] = "terms"
    label: ClassVar[Text] = Text("termi", "term")
    open_data: ClassVar[Text | NotPublished] = Text("Sanasto", "Ordlista")
    about: ClassVar[Text] = Text(
        "Termi on alan sana, jolla on nimi ja määritelmä molemmilla kielillä.",
        "En term är ett ord inom området med namn och definition på båda språken.",
    )
    one_file_each: ClassVar[bool] = True
    cited_as: ClassVar[str] = "T-"
    another: ClassVar[Text | None] = Text("Uusi termi", "Ny term")

    id: str = fields.file_name("Termin tunnus", "Termens id")
    term: Text = fields.bilingual("Termi", "Term", required=True)
    abbreviation: Text | None = fields.bilingual("Lyhenne", "Förkortning", is_name=True)
    definition: Text = fields.bilingual(
        "Määritelmä yhtenä virkkeenä", "Definitionen som en mening", required=True
    )
    also_fi: tuple[str, ...] = fields.lines("Muut suomenkieliset muodot", "Andra finska former")
    also_sv: tuple[str, ...] = fields.lines("Muut ruotsinkieliset muodot", "Andra svenska former")
    avoid_fi: tuple[str, ...] = fields.lines(
        "Muodot, joita suomeksi ei käytetä", "Former som inte används på finska"
    )
    avoid_sv: tuple[str, ...] = fields.lines(
        "Muodot, joita ruotsiksi ei käytetä", "Former som inte används på svenska"
    )
    ambiguous_fi: tuple[str, ...] = fields.lines(
        "Suomenkieliset muodot, joilla on muitakin merkityksiä: niitä ei selitetä tekstin keskellä",
        "Finska former som har också andra betydelser: de förklaras inte mitt i texten",
    )
    ambiguous_sv: tuple[str, ...] = fields.lines(
        "Ruotsinkieliset muodot, joilla on muitakin merkityksiä",
        "Svenska former som har också andra betydelser",
    )
    note: Text | None = fields.bilingual("Huomautus lukijalle", "Anmärkning till läsaren")
    everyday: bool = fields.flag(
        "Arkisana: sitä ei selitetä tekstin keskellä eikä sanastossa, ellei sitä siellä tarvita",
        "Vardagsord: det förklaras varken mitt i texten eller i ordlistan, om det inte behövs där",
    )
    group: str = fields.choice("Termiryhmä", "Termens grupp", TERM_GROUPS, required=True)
    facts: tuple[str, ...] = fields.facts()
    sources: tuple[str, ...] = fields.references(
        "Mistä termi on", "Varifrån termen kommer", "sources", required=True
    )

    def called(self, lang: Lang) -> str:
        """The word."""
        return self.term[lang]

    def also(self, lang: Lang) -> tuple[str, ...]:
        """Other forms that are used in a language."""
        return self.also_fi if lang is Lang.FI else self.also_sv

    def avoid(self, lang: Lang) -> tuple[str, ...]:
        """Forms that are not to be used in a language."""
        return self.avoid_fi if lang is Lang.FI else self.avoid_sv

    def unmistakable(self, lang: Lang) -> list[str]:
        """Every name in a language that means nothing else: what running text is searched for."""
        ambiguous = self.ambiguous_fi if lang is Lang.FI else self.ambiguous_sv
        names = (self.term[lang], self.short(lang), *self.also(lang))
        return [name for name in names if name and name not in ambiguous]

    def short(self, lang: Lang) -> str:
        """The abbreviation in a language; empty if there is none."""
        return self.abbreviation[lang] if self.abbreviation else ""

    def name(self, lang: Lang) -> str:
        """The term with its abbreviation, if that is another word: `familjecenter (fc)`."""
        term, short = self.term[lang], self.short(lang)
        return f"{term} ({short})" if short not in ("", term) else term
