"""The programme itself: its phases, contents, themes, events, regional projects and money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from kb.model import fields
from kb.model.date import PartialDate
from kb.model.record import NotPublished, Record
from kb.text import Text

EVENT_STATUSES = {
    "done": Text("toteutunut", "genomfört"),
    "planned": Text("suunniteltu", "planerat"),
    "announced": Text("ilmoitettu", "meddelat"),
}

AREAS = {
    "etela": Text("Etelä-Suomi", "Södra Finland"),
    "lansi": Text("Länsi-Suomi", "Västra Finland"),
    "sisa": Text("Sisä-Suomi", "Inre Finland"),
    "ita": Text("Itä-Suomi", "Östra Finland"),
    "pohjois": Text("Pohjois-Suomi", "Norra Finland"),
}

GRANT_STATUSES = {
    "reserved": Text("varattu", "reserverade"),
    "available": Text("oli haettavana", "kunde sökas"),
    "granted": Text("myönnetty", "beviljade"),
    "requested": Text("haettu", "sökta"),
}

GRANT_SCOPES = {
    "lape": Text("LAPEn raha", "LAPE:s pengar"),
    "wider": Text("laajemmat ohjelmat ja muu raha", "bredare program och andra medel"),
}


@dataclass(frozen=True, kw_only=True)
class Phase(Record):
    """A stretch of the programme's life."""

    kind: ClassVar[str] = "phases"
    label: ClassVar[Text] = Text("vaihe", "fas")
    open_data: ClassVar[Text | NotPublished] = Text("Vaiheet", "Faser")
    about: ClassVar[Text] = Text(
        "Vaihe on ohjelman ajanjakso, johon tapahtumat, summat ja sivut kuuluvat.",
        "En fas är en period i programmet som händelser, summor och sidor hör till.",
    )

    id: str = fields.identity("Vaiheen tunnus", "Fasens id")
    name: Text = fields.bilingual("Vaiheen nimi", "Fasens namn", required=True)
    years: Text = fields.bilingual("Vuodet tekstinä", "Åren som text", required=True)
    start: PartialDate = fields.day("Alku", "Början", required=True)
    end: PartialDate | None = fields.day("Loppu", "Slut")
    planned_end: PartialDate | None = fields.day(
        "Suunniteltu loppu, jos se oli toinen", "Planerat slut, om det var ett annat"
    )
    summary: Text = fields.bilingual(
        "Yksi tai kaksi virkettä", "En eller två meningar", required=True
    )
    page: str | None = fields.page()
    facts: tuple[str, ...] = fields.facts()


@dataclass(frozen=True, kw_only=True)
class Content(Record):
    """What a phase was made of: a development package of 2017–2018, a priority of 2020–2022."""

    kind: ClassVar[str] = "contents"
    label: ClassVar[Text] = Text("sisältö", "innehåll")
    open_data: ClassVar[Text | NotPublished] = Text("Sisällöt", "Innehåll")
    about: ClassVar[Text] = Text(
        "Sisältö on osa vaihetta: kehittämiskokonaisuus tai painopiste.",
        "Ett innehåll är en del av en fas: en utvecklingshelhet eller en prioritering.",
    )

    id: str = fields.identity("Sisällön tunnus", "Innehållets id")
    name: Text = fields.bilingual(
        "Nimi niin kuin sivulla; \\xAD on kohta, josta pitkän sanan saa katkaista",
        "Namnet som på sidan; \\xAD är ett ställe där ett långt ord får brytas",
        required=True,
    )
    phase: str = fields.reference("Vaihe", "Fas", "phases", required=True)
    page: str | None = fields.page()
    in_call_2020: bool = fields.flag(
        "Mukana alkuvuoden 2020 haussa", "Med i utlysningen i början av 2020"
    )
    facts: tuple[str, ...] = fields.facts()


@dataclass(frozen=True, kw_only=True)
class Theme(Record):
    """A subject that runs through the phases."""

    kind: ClassVar[str] = "themes"
    label: ClassVar[Text] = Text("teema", "tema")
    open_data: ClassVar[Text | NotPublished] = Text("Teemat", "Teman")
    about: ClassVar[Text] = Text(
        "Teema on aihe, joka jatkuu vaiheesta toiseen.",
        "Ett tema är ett ämne som fortsätter från en fas till en annan.",
    )
    one_file_each: ClassVar[bool] = True

    id: str = fields.file_name("Teeman tunnus", "Temats id")
    order: int | None = fields.order()
    name: Text = fields.bilingual("Teeman nimi", "Temats namn", required=True)
    summary: Text = fields.bilingual("Yksi virke", "En mening", required=True)
    page: str | None = fields.page()
    facts: tuple[str, ...] = fields.facts()


@dataclass(frozen=True, kw_only=True)
class Event(Record):
    """Something on the timeline, with the certainty that its source gives it."""

    kind: ClassVar[str] = "timeline"
    label: ClassVar[Text] = Text("tapahtuma", "händelse")
    open_data: ClassVar[Text | NotPublished] = Text("Aikajana", "Tidslinje")
    about: ClassVar[Text] = Text(
        "Tapahtuma on aikajanan kohta; se merkitään vain niin varmaksi kuin lähde sanoo.",
        "En händelse är en punkt på tidslinjen; den anges inte säkrare än vad källan säger.",
    )
    one_file_each: ClassVar[bool] = True
    another: ClassVar[Text | None] = Text("Uusi tapahtuma", "Ny händelse")

    id: str = fields.file_name("Tapahtuman tunnus", "Händelsens id")
    date: PartialDate = fields.day("Päivä", "Datum", required=True)
    until: PartialDate | None = fields.day("Viimeinen päivä", "Sista dagen")
    phase: str = fields.reference("Vaihe", "Fas", "phases", required=True)
    status: str = fields.choice("Toteutuiko asia", "Blev det av", EVENT_STATUSES, required=True)
    title: Text = fields.bilingual("Otsikko", "Rubrik", required=True)
    text: Text | None = fields.bilingual("Yksi tai kaksi virkettä", "En eller två meningar")
    answer: Text | None = fields.bilingual(
        "Mitä saatiin selville tai aikaan, luku ensin; näkyy teeman sivun laatikossa ”Lyhyesti”",
        "Vad man fick veta eller till stånd, siffran först; syns i rutan ”I korthet” på temasidan",
    )
    in_picture: bool = fields.flag(
        "Näkyy aikajanan kuvassa; sinne mahtuu noin kymmenen tapahtumaa",
        "Syns i bilden av tidslinjen; där ryms ungefär tio händelser",
    )
    themes: tuple[str, ...] = fields.references("Teemat", "Teman", "themes")
    page: str | None = fields.page()
    facts: tuple[str, ...] = fields.facts()

    @property
    def rank(self) -> tuple[Any, ...]:
        """By the date as it is known; of two that begin alike the longer one is first."""
        last = (self.until or self.date).first_day.toordinal()
        return (str(self.date), -last)


@dataclass(frozen=True, kw_only=True)
class Region(Record):
    """One of the 19 regional projects of 2017–2018; a sum that was not found is absent."""

    kind: ClassVar[str] = "regions"
    label: ClassVar[Text] = Text("alue", "region")
    open_data: ClassVar[Text | NotPublished] = Text("Alueiden hankkeet", "Regionernas projekt")
    distinct: ClassVar[tuple[tuple[str, ...], ...]] = (*Record.distinct, ("row", "column"))
    about: ClassVar[Text] = Text(
        "Alue on maakunnan hanke vuosina 2017–2018; summa, jota ei löytynyt, jätetään pois.",
        "En region är ett landskaps projekt 2017–2018; en summa som inte har hittats utelämnas.",
    )
    one_file_each: ClassVar[bool] = True

    id: str = fields.file_name("Alueen tunnus", "Regionens id")
    order: int | None = fields.order()
    name: Text = fields.bilingual("Maakunnan nimi", "Landskapets namn", required=True, is_name=True)
    area: str = fields.choice(
        "Nykyinen yhteistyöalue", "Samarbetsområdet i dag", AREAS, required=True
    )
    row: int | None = fields.integer(
        "Rivi ruutukartassa, 1 on pohjoisin", "Rad på rutkartan, 1 är nordligast", is_own=True
    )
    column: int | None = fields.integer(
        "Sarake ruutukartassa, 1 on läntisin, 4 itäisin",
        "Kolumn på rutkartan, 1 är västligast, 4 östligast",
        is_own=True,
    )
    tile_name: Text | None = fields.bilingual(
        "Nimi ruutukartassa, jos pitkä sana pitää katkaista: \\xAD on katkaisukohta",
        "Namnet på rutkartan om ett långt ord måste brytas: \\xAD är brytstället",
        is_name=True,
    )
    project: Text | None = fields.bilingual("Hankkeen nimi", "Projektets namn", is_name=True)
    implementer: Text | None = fields.bilingual("Kuka toteutti", "Vem som genomförde", is_name=True)
    years: Text | None = fields.bilingual("Hankkeen aika tekstinä", "Projekttiden som text")
    municipalities: int | None = fields.integer("Kuntien määrä", "Antalet kommuner")
    grant: int | None = fields.integer("Valtionavustus euroina", "Statsunderstöd i euro")
    cost: int | None = fields.integer("Kustannukset euroina", "Kostnader i euro")
    sum: int | None = fields.integer(
        "Summa euroina, kun lähde ei kerro, onko se avustus vai kustannus",
        "Summa i euro när källan inte säger om den är understöd eller kostnad",
    )
    approximate: bool = fields.flag("Summa on likimääräinen", "Summan är ungefärlig")
    all_packages: bool = fields.flag(
        "Mukana kaikki neljä kehittämiskokonaisuutta", "Alla fyra utvecklingshelheter var med"
    )
    note: Text | None = fields.bilingual("Mitä muuta tiedetään", "Vad man annars vet")
    page: str | None = fields.page()
    facts: tuple[str, ...] = fields.facts()


@dataclass(frozen=True, kw_only=True)
class Grant(Record):
    """A sum of money as its source gives it; sums are never added up."""

    kind: ClassVar[str] = "funding"
    label: ClassVar[Text] = Text("summa", "summa")
    open_data: ClassVar[Text | NotPublished] = Text("Rahasummat", "Belopp")
    about: ClassVar[Text] = Text(
        "Summa on rahamäärä niin kuin lähde sen antaa; summia ei lasketa yhteen.",
        "En summa är ett penningbelopp som källan anger det; summor räknas inte ihop.",
    )
    one_file_each: ClassVar[bool] = True

    id: str = fields.file_name("Summan tunnus", "Summans id")
    order: int | None = fields.order()
    name: Text = fields.bilingual("Nimi", "Namn", required=True)
    amount: int = fields.integer("Summa euroina", "Summa i euro", required=True)
    approximate: bool = fields.flag("Summa on likimääräinen", "Summan är ungefärlig")
    status: str = fields.choice(
        "Mitä rahalle tapahtui", "Vad som skedde med pengarna", GRANT_STATUSES, required=True
    )
    scope: str | None = fields.choice(
        "Onko summa LAPEn vai laajemman ohjelman; ilman tätä summa ei näy kuvassa",
        "Om summan är LAPE:s eller ett bredare programs; utan detta syns den inte i bilden",
        GRANT_SCOPES,
    )
    years: Text = fields.bilingual("Vuodet tekstinä", "Åren som text", required=True)
    phase: str = fields.reference("Vaihe", "Fas", "phases", required=True)
    purpose: Text = fields.bilingual(
        "Mihin raha oli tarkoitettu", "Vad pengarna var avsedda för", required=True
    )
    decided: PartialDate | None = fields.day("Päätöspäivä", "Beslutsdatum")
    opens: PartialDate | None = fields.day("Haku alkaa", "Utlysningen öppnar")
    closes: PartialDate | None = fields.day("Haku päättyy", "Utlysningen stänger")
    closes_first: PartialDate | None = fields.day(
        "Ensin ilmoitettu päättymispäivä", "Det sista datum som först angavs"
    )
    note: Text | None = fields.bilingual("Huomautus lukijalle", "Anmärkning till läsaren")
    page: str | None = fields.page()
    facts: tuple[str, ...] = fields.facts()
