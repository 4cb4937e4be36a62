"""Addresses that were copied with more than leads to the page, or that anybody on the way reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.fields import FieldType, field_list
from kb.model.record import Record
from kb.text import Text
from kb.words.web_addresses import Fault, fault

_WEB = re.compile(r"https?://[^\s<>\"”)\]|]+(?<![.,;:!?])")

COPIED_ADDRESS = Rule.error(
    "copied-address",
    "Osoitteessa on seurantatunnisteita, jotka kertovat, mistä linkki kopioitiin. Kirjoita: "
    "{better}",
    "Adressen har spårningskoder som berättar var länken kopierades. Skriv: {better}",
    may_stay=True,
)
_GATEWAY = COPIED_ADDRESS.saying(
    "Sähköposti tai hakukone on vaihtanut osoitteen omakseen, ja siinä voi olla vastaanottajan "
    "nimi. Kirjoita: {better}",
    "E-posten eller sökmotorn har bytt ut adressen mot sin egen, och den kan innehålla mottagarens "
    "namn. Skriv: {better}",
)
_OPEN = COPIED_ADDRESS.saying(
    "Yhteys osoitteeseen ei ole suojattu, vaikka palvelin osaa sen. Kirjoita: {better}",
    "Förbindelsen till adressen är inte skyddad, fast servern klarar det. Skriv: {better}",
)
_RESULTS = COPIED_ADDRESS.saying(
    "Osoite vie hakukoneen tuloksiin, jotka vaihtuvat. Avaa oikea tulos ja kopioi sen osoite tämän "
    "tilalle: {better}",
    "Adressen leder till en sökmotors träffar, som växlar. Öppna rätt träff och kopiera dess "
    "adress i stället för den här: {better}",
)
_WORDS = {
    Fault.TRACKING: COPIED_ADDRESS,
    Fault.GATEWAY: _GATEWAY,
    Fault.SEARCH: _RESULTS,
}
_OPEN_SCHEME, _SECURE = "http://", "https://"
Told = tuple[str, int, str]
"""The path and the line of an address."""


@check
def copied_address(catalogue: Catalogue) -> Iterator[Finding]:
    """An address with marks of who copied it, one of a mail gateway, or http where https is known.

    Bad: `https://thl.fi/?utm_source=uutiskirje`. Good: `https://thl.fi/`.
    """
    every = [*_on_pages(catalogue), *_in_data(catalogue)]
    secure = {_host(address) for *_, address in every if address.startswith(_SECURE)}
    for path, line, address in every:
        found = fault(address)
        if found and found[0] in _WORDS:
            yield _WORDS[found[0]].at(path, line, better=found[1])
        elif address.startswith(_OPEN_SCHEME) and _host(address) in secure:
            yield _OPEN.at(path, line, better=_SECURE + address.removeprefix(_OPEN_SCHEME))


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0].lower()


def _on_pages(catalogue: Catalogue) -> Iterator[Told]:
    for page in catalogue.pages():
        if "http" in page.body:
            for line, text in markdown.prose_lines(page.body, page.body_line):
                if "http" in text:
                    for address in _WEB.findall(markdown.without_code(text)):
                        yield page.path, line, address


def _in_data(catalogue: Catalogue) -> Iterator[Told]:
    for one in catalogue.passages_of_data:
        for address in _WEB.findall(one.words) if "http" in one.words else ():
            yield one.path, one.line, address
    for records in catalogue.records.values():
        for record in records.values():
            yield from _in_record(record)


def _in_record(record: Record) -> Iterator[Told]:
    for key, field in field_list(type(record)).items():
        if field.type in (FieldType.ADDRESS, FieldType.ADDRESSES):
            value = getattr(record, key)
            sides = {"fi": value.fi, "sv": value.sv} if isinstance(value, Text) else {"": value}
            for side, address in sides.items():
                if address:
                    yield record.place.path, record.place.line_of(f"{key}.{side}"), address
