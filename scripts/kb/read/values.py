"""One value of a YAML file, read as its field says: the value, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from kb.finding import Finding, Rule
from kb.model.date import PartialDate
from kb.model.fields import Field, FieldType
from kb.text import Text

Value = str | int | PartialDate

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9/-]*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_STR = "tag:yaml.org,2002:str"
CURLY_QUOTED = re.compile(r"[”“„‟][^”“„‟]*[”“„‟]")


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it stands in a file: where, under which key, and its node."""

    path: str
    line: int
    key: str
    node: yaml.ScalarNode

    @property
    def text(self) -> str:
        """The characters of the value, without quotes."""
        return str(self.node.value)

    @property
    def is_quoted(self) -> bool:
        """True if the value stands in quotes."""
        return self.node.style in ("'", '"')

    def refused(self, rule: Rule, **values: Text | str) -> Finding:
        """What the rule says of the value."""
        return rule.at(self.path, self.line, key=self.key, **values)


SMART_QUOTES = Rule.error(
    "smart-quotes",
    "Kentän ”{key}” arvo on kaarevissa lainausmerkeissä: {value}. Poista merkit tai kirjoita "
    'suorat: "…".',
    "Värdet i fältet ”{key}” står inom böjda citattecken: {value}. Ta bort tecknen eller skriv "
    'raka: "…".',
)


def read_value(written: Written, field: Field) -> Value | Finding:
    """The value of a field that is not written in two languages."""
    if not written.node.style and CURLY_QUOTED.fullmatch(written.text):
        return written.refused(SMART_QUOTES, value=written.text)
    return _READERS[field.type](written, field)


NOT_TEXT = Rule.error(
    "not-text",
    "Kentän ”{key}” arvo ”{value}” ei ole tekstiä vaan luku, päivä tai kyllä/ei-arvo. Kirjoita se "
    'lainausmerkkeihin: "{value}".',
    "Värdet ”{value}” i fältet ”{key}” är inte text utan ett tal, ett datum eller ett "
    'ja/nej-värde. Skriv det inom citattecken: "{value}".',
)
EMPTY_VALUE = Rule.error(
    "empty-value",
    "Kentän ”{key}” arvo on tyhjä. Kirjoita arvo tai poista rivi.",
    "Värdet i fältet ”{key}” är tomt. Skriv ett värde eller ta bort raden.",
)
NOT_ALLOWED = Rule.error(
    "not-allowed",
    "Kentän ”{key}” arvo ”{value}” ei ole sallittu. Valitse jokin näistä: {words}.",
    "Värdet ”{value}” är inte tillåtet i fältet ”{key}”. Välj något av dessa: {words}.",
)


def read_line(written: Written, field: Field) -> str | Finding:
    """A line of text, or one of the field's allowed words."""
    if written.node.tag != _STR:
        return written.refused(NOT_TEXT, value=written.text)
    value = written.text.strip()
    if not value:
        return written.refused(EMPTY_VALUE)
    if field.allowed and value not in field.allowed:
        return written.refused(NOT_ALLOWED, value=value, words=", ".join(field.allowed))
    return value


BAD_ADDRESS = Rule.error(
    "bad-address",
    "Kentän ”{key}” arvo ”{value}” ei ole verkko-osoite. Osoitteen pitää alkaa https:// tai "
    "http://.",
    "Värdet ”{value}” i fältet ”{key}” är inte en webbadress. Adressen ska börja med https:// "
    "eller http://.",
)


def read_address(written: Written, _: Field) -> str | Finding:
    """A web address."""
    if not _ADDRESS.fullmatch(written.text):
        return written.refused(BAD_ADDRESS, value=written.text)
    return written.text


BAD_ID = Rule.error(
    "bad-id",
    "Tunnus ”{value}” kentässä ”{key}” sisältää muita merkkejä kuin a–z, 0–9 ja yhdysviiva. "
    "Korjaa tunnus, esimerkiksi varsinais-suomi.",
    "Id:t ”{value}” i fältet ”{key}” innehåller andra tecken än a–z, 0–9 och bindestreck. Rätta "
    "id:t, till exempel varsinais-suomi.",
)


def _id(written: Written, field: Field) -> str | Finding:
    value = read_line(written, field)
    if isinstance(value, str) and not _ID.fullmatch(value):
        return written.refused(BAD_ID, value=value)
    return value


NOT_QUOTED = Rule.error(
    "not-quoted",
    "Kentän ”{key}” arvo pitää kirjoittaa lainausmerkkeihin, jotta sitä ei lueta lukuna: "
    '"{value}".',
    "Värdet i fältet ”{key}” ska stå inom citattecken så att det inte läses som ett tal: "
    '"{value}".',
)


def _quoted(written: Written, _: Field) -> str | Finding:
    return written.text if written.is_quoted else written.refused(NOT_QUOTED, value=written.text)


NOT_A_DATE = Rule.error(
    "not-a-date",
    "Kentän ”{key}” arvo ”{value}” ei ole päivä. Kirjoita 2020-01-20, 2020-01 tai 2020.",
    "Värdet ”{value}” i fältet ”{key}” är inte ett datum. Skriv 2020-01-20, 2020-01 eller 2020.",
)


def _date(written: Written, _: Field) -> PartialDate | Finding:
    try:
        return PartialDate.parse(written.text)
    except ValueError:
        return written.refused(NOT_A_DATE, value=written.text)


NOT_A_NUMBER = Rule.error(
    "not-a-number",
    "Kentän ”{key}” arvo ”{value}” ei ole kokonaisluku. Kirjoita pelkät numerot, esimerkiksi "
    "23600000.",
    "Värdet ”{value}” i fältet ”{key}” är inte ett heltal. Skriv bara siffror, till exempel "
    "23600000.",
)


def _integer(written: Written, _: Field) -> int | Finding:
    if written.is_quoted or not re.fullmatch(r"\d+", written.text):
        return written.refused(NOT_A_NUMBER, value=written.text)
    return int(written.text)


NOT_TRUE = Rule.error(
    "not-true",
    "Kentän ”{key}” arvo ”{value}” ei kelpaa. Kirjoita true tai poista rivi.",
    "Värdet ”{value}” duger inte i fältet ”{key}”. Skriv true eller ta bort raden.",
)


def _flag(written: Written, _: Field) -> bool | Finding:
    return written.text == "true" or written.refused(NOT_TRUE, value=written.text)


_READERS: dict[FieldType, Callable[[Written, Field], Value | Finding]] = {
    FieldType.ID: _id,
    FieldType.LINE: read_line,
    FieldType.QUOTED: _quoted,
    FieldType.DATE: _date,
    FieldType.INTEGER: _integer,
    FieldType.FLAG: _flag,
    FieldType.ADDRESS: read_address,
}
