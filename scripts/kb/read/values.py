"""One value of a YAML file, read as its field says: the value, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable

from kb.finding import Finding, Rule
from kb.model.addresses import address_word
from kb.model.date import PartialDate
from kb.model.fields import Field, FieldType
from kb.read.contact_values import read_email, read_phone
from kb.read.limits import TOO_LONG
from kb.read.written import HOST, Written
from kb.text import Lang, Text
from kb.words.numbers import dates, sums
from kb.words.web_addresses import Fault, fault

Value = str | int | PartialDate

_LONGEST = 2_000
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9/-]*")
_ADDRESS = re.compile(rf"https?://{HOST}(?::\d{{1,5}})?(?:[/?#][!-~]*)?", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"[\"'<>\[\\\]^`{|}]")
_WHOLE_NUMBER = re.compile(r"[0-9]{1,15}")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_STR = "tag:yaml.org,2002:str"
CURLY_QUOTED = re.compile(r"[”“„‟][^”“„‟]*[”“„‟]")


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

_NAME_FOR_ID = NOT_ALLOWED.saying(
    "Kenttään ”{key}” kirjoitetaan tunnus, ei nimeä ”{value}”. Kirjoita: {better}",
    "I fältet ”{key}” skrivs ett id, inte namnet ”{value}”. Skriv: {better}",
)


def read_line(written: Written, field: Field) -> str | Finding:
    """A line of text, or one of the field's allowed words."""
    if written.node.tag != _STR and written.text:
        return written.refused(NOT_TEXT, value=written.text)
    value = written.text.strip()
    if not value:
        return written.refused(EMPTY_VALUE)
    if "\n" in value or _UNSEEN.search(value):
        return written.refused(_NOT_ONE_LINE)
    if len(value) > _LONGEST:
        return TOO_LONG.at(written.path, written.line, what=_VALUE, size=len(value), most=_LONGEST)
    if field.allowed and value not in field.allowed:
        return _not_allowed(written, field, value)
    return value


def _not_allowed(written: Written, field: Field, value: str) -> Finding:
    typed = value.casefold()
    for id, name in field.names.items():
        if typed in (id.casefold(), name.fi.casefold(), name.sv.casefold()):
            return written.refused(_NAME_FOR_ID, value=value, better=id)
    words = Text.of(lambda lang: ", ".join(_with_name(id, field, lang) for id in field.allowed))
    return written.refused(NOT_ALLOWED, value=value, words=words)


def _with_name(id: str, field: Field, lang: Lang) -> str:
    """`done (toteutunut)`, or the word alone if it has no name."""
    return f"{id} ({field.names[id][lang]})" if id in field.names else id


BAD_ADDRESS = Rule.error(
    "bad-address",
    "Kentän ”{key}” arvo ”{value}” ei ole verkko-osoite. Osoitteen pitää alkaa https:// tai "
    "http://.",
    "Värdet ”{value}” i fältet ”{key}” är inte en webbadress. Adressen ska börja med https:// "
    "eller http://.",
)


_NO_BEGINNING = BAD_ADDRESS.saying(
    "Kentän ”{key}” osoitteesta ”{value}” puuttuu alku. Kirjoita: {better}",
    "Adressen ”{value}” i fältet ”{key}” saknar början. Skriv: {better}",
)


def read_address(written: Written, _: Field) -> str | Finding:
    """A web address."""
    address = written.text
    is_address = len(address) <= _LONGEST and _ADDRESS.fullmatch(address)
    found = fault(address) if not is_address and len(address) <= _LONGEST else None
    if found and found[0] is Fault.NO_SCHEME:
        return written.refused(_NO_BEGINNING, value=address, better=found[1])
    if not is_address or _NOT_IN_ADDRESS.search(address):
        return written.refused(BAD_ADDRESS, value=address)
    return address


BAD_ID = Rule.error(
    "bad-id",
    "Tunnus ”{value}” kentässä ”{key}” sisältää muita merkkejä kuin a–z, 0–9 ja yhdysviiva. "
    "Kirjoita: {key}: {better} – ja jos tiedostolla on sama nimi, muuta sekin.",
    "Id:t ”{value}” i fältet ”{key}” innehåller andra tecken än a–z, 0–9 och bindestreck. "
    "Skriv: {key}: {better} – och om filen har samma namn, ändra det också.",
)


def _id(written: Written, field: Field) -> str | Finding:
    value = read_line(written, field)
    # What names nothing is told where everything is known, also by its name.
    if isinstance(value, str) and not _ID.fullmatch(value) and not field.refers_to:
        return written.refused(BAD_ID, value=value, better=address_word(value) or "varsinais-suomi")
    return value


NOT_A_DATE = Rule.error(
    "not-a-date",
    "Kentän ”{key}” arvo ”{value}” ei ole päivä. Kirjoita 2020-01-20, 2020-01 tai 2020.",
    "Värdet ”{value}” i fältet ”{key}” är inte ett datum. Skriv 2020-01-20, 2020-01 eller 2020.",
)
_AS_IN_TEXT = NOT_A_DATE.saying(
    "Kentän ”{key}” päivä ”{value}” on kirjoitettu kuin tekstissä. Kirjoita: {key}: {better}",
    "Datumet ”{value}” i fältet ”{key}” är skrivet som i en text. Skriv: {key}: {better}",
)


def _date(written: Written, _: Field) -> PartialDate | Finding:
    try:
        return PartialDate.parse(written.text)
    except ValueError:
        for year, month, day in (one for lang in Lang for one in dates(written.text, lang)):
            if year:
                better = f"{year}-{month:02}-{day:02}"
                return written.refused(_AS_IN_TEXT, value=written.text, better=better)
        return written.refused(NOT_A_DATE, value=written.text)


NOT_A_NUMBER = Rule.error(
    "not-a-number",
    "Kentän ”{key}” arvo ”{value}” ei ole kokonaisluku. Kirjoita pelkät numerot, esimerkiksi "
    "23600000.",
    "Värdet ”{value}” i fältet ”{key}” är inte ett heltal. Skriv bara siffror, till exempel "
    "23600000.",
)
_NOT_ONLY_FIGURES = NOT_A_NUMBER.saying(
    "Kentässä ”{key}” on muutakin kuin numeroita: ”{value}”. Kirjoita: {key}: {better}",
    "I fältet ”{key}” finns annat än siffror: ”{value}”. Skriv: {key}: {better}",
)


def _integer(written: Written, _: Field) -> int | Finding:
    if written.is_quoted or not _WHOLE_NUMBER.fullmatch(written.text):
        meant = [euros for *_, euros in sums(written.text) if written.text[0].isdecimal()]
        if len(meant) == 1 and meant[0].is_integer():
            better = str(int(meant[0]))
            return written.refused(_NOT_ONLY_FIGURES, value=written.text, better=better)
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
    FieldType.EMAIL: read_email,
    FieldType.PHONE: read_phone,
    FieldType.DATE: _date,
    FieldType.INTEGER: _integer,
    FieldType.FLAG: _flag,
    FieldType.ADDRESS: read_address,
}
