"""Who answers for the services today: their organisers and the municipalities of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple
from urllib.parse import urlsplit

from kb.model import fields
from kb.model.date import PartialDate
from kb.model.programme import AREAS
from kb.model.record import NotPublished, Record
from kb.text import Lang, Text


class Reachable(NamedTuple):
    """An address and the language that a reader meets there."""

    url: str
    language: str


@dataclass(frozen=True, kw_only=True)
class Organiser(Record):
    """One of the 22 organisers of social and health services: a county, or Helsinki."""

    kind: ClassVar[str] = "organisers"
    label: ClassVar[Text] = Text("palvelujen järjestäjä", "anordnare av tjänster")
    open_data: ClassVar[Text | NotPublished] = Text(
        "Palvelujen järjestäjät nyt", "Anordnarna av tjänster i dag"
    )
    about: ClassVar[Text] = Text(
        "Järjestäjä on hyvinvointialue tai Helsinki; osoitteet ovat niitä, jotka on nähty.",
        "En anordnare är ett välfärdsområde eller Helsingfors; adresserna är sådana som har setts.",
    )
    one_file_each: ClassVar[bool] = True

    id: str = fields.file_name("Järjestäjän tunnus", "Anordnarens id")
    order: int | None = fields.order()
    name: Text = fields.bilingual("Nimi", "Namn", required=True, is_name=True)
    area: str = fields.choice("Yhteistyöalue", "Samarbetsområde", AREAS, required=True)
    regions: tuple[str, ...] = fields.references(
        "Alueet, joiden sivuilla järjestäjä kerrotaan; kunnat haetaan ensimmäisen sivulta",
        "Regionerna på vars sidor anordnaren står; kommunerna söks på den förstas sida",
        "regions",
        required=True,
    )
    languages: tuple[str, ...] = fields.lines(
        "Kielet, joilla palvelut järjestetään",
        "Språken som tjänsterna ordnas på",
        allowed=tuple(Lang),
        required=True,
    )
    site: str | None = fields.address("Suomenkielinen etusivu", "Startsidan på finska")
    site_sv: str | None = fields.address("Ruotsinkielinen etusivu", "Startsidan på svenska")
    without_site: Text | None = fields.bilingual(
        "Mitä lukijalle sanotaan, jos osoitetta ei ole",
        "Vad läsaren får veta om det inte finns någon adress",
    )
    family_page: str | None = fields.address(
        "Perheiden palvelut suomeksi", "Familjernas tjänster på finska"
    )
    family_page_sv: str | None = fields.address(
        "Perheiden palvelut ruotsiksi", "Familjernas tjänster på svenska"
    )
    family_page_en: str | None = fields.address(
        "Perheiden palvelut englanniksi, jos muuta ei ole nähty",
        "Familjernas tjänster på engelska, om inget annat har setts",
    )
    seen: PartialDate = fields.day(
        "Milloin osoitteet nähtiin", "När adresserna sågs", required=True, is_own=True
    )
    facts: tuple[str, ...] = fields.facts()
    sources: tuple[str, ...] = fields.references("Lähteet", "Källor", "sources", required=True)

    def front(self, lang: Lang) -> Reachable | None:
        """Its front page, in the reader's language if that has been seen."""
        return _nearest(lang, fi=self.site, sv=self.site_sv)

    def families(self, lang: Lang) -> Reachable | None:
        """Its page for families, in the reader's language if that has been seen."""
        pages = (self.family_page, self.family_page_sv, self.family_page_en)
        return _nearest(lang, **dict(zip(("fi", "sv", "en"), pages, strict=True)))

    @property
    def short_name(self) -> str:
        """What it is called in its address, as readers do: `pohde`; empty for Helsinki's `hel`."""
        labels = urlsplit(self.site or self.site_sv or "").hostname or ""
        name = labels.removesuffix(".fi").rpartition(".")[2]
        return name if len(name) > _SHORTEST_NAME else ""


_SHORTEST_NAME = 3


def _nearest(lang: Lang, **addresses: str | None) -> Reachable | None:
    for language in (lang, lang.other, "en"):
        if url := addresses.get(language):
            return Reachable(url, language)
    return None


@dataclass(frozen=True, kw_only=True)
class Municipality(Record):
    """A municipality of 2021 and who organises its services; its id is Statistics Finland's."""

    kind: ClassVar[str] = "municipalities"
    label: ClassVar[Text] = Text("kunta", "kommun")
    open_data: ClassVar[Text | NotPublished] = Text("Kunnat", "Kommuner")
    about: ClassVar[Text] = Text(
        "Kunta on Tilastokeskuksen luokituksesta 2021 (CC BY 4.0); kunnan nimellä löytyy sen alue.",
        "En kommun är ur Statistikcentralens klassificering 2021 (CC BY 4.0); namnet leder till "
        "regionen.",
    )
    distinct: ClassVar[tuple[tuple[str, ...], ...]] = ()

    id: str = fields.identity("Tilastokeskuksen kuntanumero", "Statistikcentralens kommunnummer")
    name: Text = fields.bilingual("Nimi", "Namn", required=True, is_name=True)
    organiser: str = fields.reference(
        "Palvelujen järjestäjä", "Anordnaren av tjänsterna", "organisers", required=True
    )
    region: str | None = fields.reference(
        "Alue, jos se ei ole järjestäjän ensimmäinen",
        "Regionen, om den inte är anordnarens första",
        "regions",
    )
