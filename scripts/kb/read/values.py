"""One value of a YAML file, read as its field says: the value, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from kb.finding import Finding, Rule
from kb.model.date import PartialDate
from kb.model.fields import Field, FieldType
from kb.read.limits import TOO_LONG
from kb.text import Text

Value = str | int | PartialDate

_SHOWN = 80
"""Characters of a wrong value in what is said of it."""
_LONGEST = 2_000
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9/-]*")
_HOST = r"(?:[a-z0-9-]{1,63}\.){1,9}[a-z][a-z0-9-]{1,62}"
_ADDRESS = re.compile(rf"https?://{_HOST}(?::\d{{1,5}})?(?:[/?#][!-~]*)?", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"[\"'<>\[\\\]^`{|}]")
_EMAIL = re.compile(rf"[a-z0-9._%+-]{{1,64}}@{_HOST}", re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9](?:[ -]?[0-9]){4,17}")
_WHOLE_NUMBER = re.compile(r"[0-9]{1,15}")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
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
        shown = {name: _cut(one) if name == "value" else one for name, one in values.items()}
        return rule.at(self.path, self.line, key=self.key, **shown)


def _cut(value: Text | str) -> Text | str:
    """A value as it is shown: whole, unless it is absurdly long."""
    return f"{value[:_SHOWN]}…" if isinstance(value, str) and len(value) > _SHOWN else value


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
    "Kentän ”{key}” arvo ”{value}” luettaisiin luvuksi, päiväksi tai sanaksi kyllä tai ei. "
    'Kirjoita se lainausmerkkeihin: "{value}"',
    "Värdet ”{value}” i fältet ”{key}” skulle läsas som ett tal, ett datum eller ordet ja eller "
    'nej. Skriv det inom citattecken: "{value}"',
)
_NOT_ONE_LINE = NOT_TEXT.saying(
    "Kentän ”{key}” arvossa on rivinvaihto tai näkymätön merkki. Kirjoita arvo yhdeksi "
    "kappaleeksi.",
    "Värdet i fältet ”{key}” har en radbrytning eller ett osynligt tecken. Skriv värdet som ett "
    "stycke.",
)
_VALUE = Text("kentän tekstissä", "fältets text")
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
    if "\n" in value or _UNSEEN.search(value):
        return written.refused(_NOT_ONE_LINE)
    if len(value) > _LONGEST:
        return TOO_LONG.at(written.path, written.line, what=_VALUE, size=len(value), most=_LONGEST)
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
    address = written.text
    is_address = len(address) <= _LONGEST and _ADDRESS.fullmatch(address)
    if not is_address or _NOT_IN_ADDRESS.search(address):
        return written.refused(BAD_ADDRESS, value=address)
    return address


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


BAD_PHONE = Rule.error(
    "bad-phone",
    "Kentän ”{key}” arvo ”{value}” ei ole puhelinnumero. Kirjoita pelkkä numero, esimerkiksi "
    "029 524 6000 tai +358 29 524 6000.",
    "Värdet ”{value}” i fältet ”{key}” är inte ett telefonnummer. Skriv bara numret, till exempel "
    "029 524 6000 eller +358 29 524 6000.",
)


def _phone(written: Written, _: Field) -> str | Finding:
    if not written.is_quoted:
        return written.refused(NOT_QUOTED, value=written.text)
    is_phone = _PHONE.fullmatch(written.text)
    return written.text if is_phone else written.refused(BAD_PHONE, value=written.text)


BAD_EMAIL = Rule.error(
    "bad-email",
    "Kentän ”{key}” arvo ”{value}” ei ole sähköpostiosoite. Kirjoita pelkkä osoite, esimerkiksi "
    "etunimi.sukunimi@thl.fi.",
    "Värdet ”{value}” i fältet ”{key}” är inte en e-postadress. Skriv bara adressen, till exempel "
    "fornamn.efternamn@thl.fi.",
)


def _email(written: Written, _: Field) -> str | Finding:
    is_email = _EMAIL.fullmatch(written.text)
    return written.text if is_email else written.refused(BAD_EMAIL, value=written.text)


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
    if written.is_quoted or not _WHOLE_NUMBER.fullmatch(written.text):
        return written.refused(NOT_A_NUMBER, value=written.text)
    return int(written.text)


NOT_TRUE = Rule.error(
    "not-true",
    "Kentän ”{key}” arvo ”{value}” ei kelpaa. Kirjoita ”{key}: true”, jos asia on niin, tai "
    "poista koko rivi.",
    "Värdet ”{value}” duger inte i fältet ”{key}”. Skriv ”{key}: true” om det är så, eller ta "
    "bort hela raden.",
)


def _flag(written: Written, _: Field) -> bool | Finding:
    return written.text == "true" or written.refused(NOT_TRUE, value=written.text)


_READERS: dict[FieldType, Callable[[Written, Field], Value | Finding]] = {
    FieldType.ID: _id,
    FieldType.LINE: read_line,
    FieldType.EMAIL: _email,
    FieldType.PHONE: _phone,
    FieldType.DATE: _date,
    FieldType.INTEGER: _integer,
    FieldType.FLAG: _flag,
    FieldType.ADDRESS: read_address,
}
