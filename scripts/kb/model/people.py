"""Who did the work: organisations and persons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from kb.model import fields
from kb.model.date import PartialDate
from kb.model.record import NotPublished, Record
from kb.text import Lang, Text

ORGANISATION_PARTS = {
    "steered": Text("Ohjaus", "Styrning"),
    "supported": Text("Tuki", "Stöd"),
    "worked": Text("Toteutus", "Genomförande"),
}

CONTACT_TYPES = {
    "person": Text("henkilö", "person"),
    "mailbox": Text("virkapostilaatikko", "funktionsbrevlåda"),
}


@dataclass(frozen=True, kw_only=True)
class Organisation(Record):
    """An authority, organisation or group that took part in the programme."""

    kind: ClassVar[str] = "organisations"
    label: ClassVar[Text] = Text("organisaatio", "organisation")
    open_data: ClassVar[Text | NotPublished] = Text("Organisaatiot", "Organisationer")
    about: ClassVar[Text] = Text(
        "Organisaatio on viranomainen, yhteisö tai ryhmä, joka osallistui ohjelmaan.",
        "En organisation är en myndighet, sammanslutning eller grupp som deltog i programmet.",
    )
    one_file_each: ClassVar[bool] = True

    id: str = fields.file_name("Organisaation tunnus", "Organisationens id")
    order: int | None = fields.order()
    name: Text = fields.bilingual("Nimi", "Namn", required=True, is_name=True)
    abbreviation: Text | None = fields.bilingual("Lyhenne", "Förkortning", is_name=True)
    role: Text = fields.bilingual("Tehtävä LAPEssa", "Uppgift inom LAPE", required=True)
    part: str | None = fields.choice(
        "Ohjasiko, tukiko vai toteuttiko; vain jos lähde sanoo sen",
        "Styrde, stödde eller genomförde; bara om källan säger det",
        ORGANISATION_PARTS,
    )
    phases: tuple[str, ...] = fields.references(
        "Vaiheet, joissa osa näkyy lähteissä", "Faserna där rollen framgår av källorna", "phases"
    )
    contact_page: Text | None = fields.addresses(
        "Sivu, josta nykyiset yhteystiedot löytyvät",
        "Sidan där de nuvarande kontaktuppgifterna finns",
    )
    facts: tuple[str, ...] = fields.facts()
    sources: tuple[str, ...] = fields.references("Lähteet", "Källor", "sources")


@dataclass(frozen=True, kw_only=True)
class Contact(Record):
    """A person in a role at a time, or a role mailbox; history is no way to reach anyone."""

    kind: ClassVar[str] = "contacts"
    label: ClassVar[Text] = Text("yhteyshenkilö", "kontaktperson")
    open_data: ClassVar[Text | NotPublished] = Text("Yhteyshenkilöt", "Kontaktpersoner")
    about: ClassVar[Text] = Text(
        "Yhteystieto on henkilö tietyssä tehtävässä tiettynä aikana tai virkapostilaatikko.",
        "En kontaktuppgift är en person i en viss roll vid en viss tid eller en funktionsbrevlåda.",
    )
    one_file_each: ClassVar[bool] = True
    series: ClassVar[str] = "H-"
    cited_as: ClassVar[str] = "H-"
    another: ClassVar[Text | None] = Text("Uusi yhteystieto", "Ny kontakt")
    distinct: ClassVar[tuple[tuple[str, ...], ...]] = (("name", "as_of"),)

    id: str = fields.file_name("Yhteystiedon tunnus", "Kontaktens id")
    type: str = fields.choice(
        "Henkilö vai virkapostilaatikko",
        "Person eller funktionsbrevlåda",
        CONTACT_TYPES,
        required=True,
    )
    name: str = fields.line(
        "Nimi niin kuin lähteessä", "Namnet som i källan", required=True, is_name=True
    )
    role: Text = fields.bilingual("Tehtävä", "Uppgift", required=True)
    organisation: str | None = fields.reference("Organisaatio", "Organisation", "organisations")
    as_of: PartialDate = fields.day(
        "Minkä ajan tieto on", "Tidpunkten för uppgiften", required=True, is_own=True
    )
    phone: str | None = fields.phone("Puhelinnumero", "Telefonnummer")
    email: str | None = fields.email("Sähköpostiosoite", "E-postadress")
    email_redacted: bool = fields.flag(
        "Osoite on lähteessä peitetty, eikä sitä arvata",
        "Adressen är dold i källan och gissas inte",
    )
    note: Text | None = fields.bilingual("Huomautus lukijalle", "Anmärkning till läsaren")
    facts: tuple[str, ...] = fields.facts()
    sources: tuple[str, ...] = fields.references("Lähteet", "Källor", "sources", required=True)

    def called(self, lang: Lang) -> str:
        """With the year: the same person may have had several roles."""
        return f"{self.name} {self.as_of.year}"

    @property
    def public(self) -> Self:
        """Without a person's telephone and e-mail, new or old: a copied file never forgets them."""
        return self if self.type == "mailbox" else replace(self, phone=None, email=None)

    def is_current(self, today: date, years: int) -> bool:
        """True while the details are younger than `years`, from the first day they can mean."""
        first = self.as_of.first_day
        try:
            last = first.replace(year=first.year + years)
        except ValueError:  # 29 February
            last = first.replace(year=first.year + years, day=28)
        return today < last
