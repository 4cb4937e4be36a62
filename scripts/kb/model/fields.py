"""The field list: one declaration that reads, refuses and documents the data.

A record is a frozen dataclass whose fields are made by the functions below. What they leave in the
dataclass metadata (`Field`) is all that `kb.read.schema` needs to read a file and all that the
editors' guide shows about it.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kb.text import Text


class FieldType(StrEnum):
    """How a value is written in the file."""

    ID = "id"
    LINE = "line"
    BILINGUAL = "bilingual"
    DATE = "date"
    INTEGER = "integer"
    FLAG = "flag"
    ADDRESS = "address"
    ADDRESSES = "addresses"
    EMAIL = "email"
    PHONE = "phone"


FIELD_TYPE_NAMES = {
    FieldType.ID: Text("tunnus", "id"),
    FieldType.LINE: Text("teksti", "text"),
    FieldType.BILINGUAL: Text(
        "teksti molemmilla kielillä (fi ja sv)", "text på båda språken (fi och sv)"
    ),
    FieldType.DATE: Text(
        "päivä 2020-01-20, 2020-01 tai 2020", "datum 2020-01-20, 2020-01 eller 2020"
    ),
    FieldType.INTEGER: Text("kokonaisluku", "heltal"),
    FieldType.FLAG: Text("true tai puuttuu", "true eller utelämnas"),
    FieldType.ADDRESS: Text("verkko-osoite (https://…)", "webbadress (https://…)"),
    FieldType.ADDRESSES: Text(
        "verkko-osoite kummallakin kielellä (fi ja sv)",
        "webbadress på vartdera språket (fi och sv)",
    ),
    FieldType.EMAIL: Text(
        "sähköpostiosoite (etunimi.sukunimi@thl.fi)", "e-postadress (fornamn.efternamn@thl.fi)"
    ),
    FieldType.PHONE: Text(
        'puhelinnumero lainausmerkeissä ("029 524 6000")',
        'telefonnummer inom citattecken ("029 524 6000")',
    ),
}


@dataclass(frozen=True, slots=True)
class Field:
    """What a file may say under one key."""

    type: FieldType
    about: Text
    required: bool = False
    many: bool = False
    allowed: tuple[str, ...] = ()
    refers_to: str = ""
    """The record kind (or `pages`) whose ids the value names."""
    one_a_line: bool = False
    """True for a list that is read and changed line by line, each item on its own."""
    is_name: bool = False
    """True for what somebody is called, in whatever language: no list of words has it."""
    is_own: bool = False
    """True for what an editor decides or has seen herself: no fact says it."""
    names: Mapping[str, Text] = dataclasses.field(default_factory=dict)
    """What readers call the allowed words, if they have names."""


def _declare(
    type: FieldType,
    fi: str,
    sv: str,
    *,
    required: bool = False,
    many: bool = False,
    allowed: tuple[str, ...] = (),
    refers_to: str = "",
    one_a_line: bool = False,
    is_name: bool = False,
    is_own: bool = False,
    names: Mapping[str, Text] | None = None,
) -> Any:
    declared = Field(
        type,
        Text(fi, sv),
        required,
        many,
        allowed,
        refers_to,
        one_a_line,
        is_name,
        is_own,
        names or {},
    )
    if required and not many:
        return dataclasses.field(metadata={"field": declared})
    default: Any = () if many else False if type is FieldType.FLAG else None
    return dataclasses.field(default=default, metadata={"field": declared})


def identity(fi: str, sv: str) -> Any:
    """The record's own id; required and unique among its kind."""
    return _declare(FieldType.ID, fi, sv, required=True)


def file_name(fi: str, sv: str) -> Any:
    """The record's own id where each record has a file of that name."""
    return identity(f"{fi}, sama kuin tiedoston nimi", f"{sv}, samma som filens namn")


def label(fi: str, sv: str) -> Any:
    """A lasting name in the letters of ids, which may be left out."""
    return _declare(FieldType.ID, fi, sv)


def line(fi: str, sv: str, *, required: bool = False, is_name: bool = False) -> Any:
    """One line of text that is the same in both languages."""
    return _declare(FieldType.LINE, fi, sv, required=required, is_name=is_name)


def choice(
    fi: str, sv: str, allowed: Mapping[str, Text] | tuple[str, ...], *, required: bool = False
) -> Any:
    """One of the allowed words, with what readers call them if they have names."""
    names = allowed if isinstance(allowed, Mapping) else {}
    return _declare(FieldType.LINE, fi, sv, required=required, allowed=tuple(allowed), names=names)


def lines(fi: str, sv: str, *, required: bool = False, allowed: tuple[str, ...] = ()) -> Any:
    """A list of lines."""
    return _declare(FieldType.LINE, fi, sv, required=required, many=True, allowed=allowed)


def phone(fi: str, sv: str) -> Any:
    """A telephone number, which must stand in quotes so that it is not read as a number."""
    return _declare(FieldType.PHONE, fi, sv)


def email(fi: str, sv: str) -> Any:
    """An e-mail address."""
    return _declare(FieldType.EMAIL, fi, sv)


def bilingual(fi: str, sv: str, *, required: bool = False, is_name: bool = False) -> Any:
    """The same text in both languages."""
    return _declare(FieldType.BILINGUAL, fi, sv, required=required, is_name=is_name)


def day(fi: str, sv: str, *, required: bool = False, is_own: bool = False) -> Any:
    """A date known to the day, the month or the year."""
    return _declare(FieldType.DATE, fi, sv, required=required, is_own=is_own)


def integer(fi: str, sv: str, *, required: bool = False, is_own: bool = False) -> Any:
    """A whole number; sums of money are whole euros."""
    return _declare(FieldType.INTEGER, fi, sv, required=required, is_own=is_own)


def flag(fi: str, sv: str) -> Any:
    """A `true` that may be left out."""
    return _declare(FieldType.FLAG, fi, sv)


def address(fi: str, sv: str) -> Any:
    """A web address."""
    return _declare(FieldType.ADDRESS, fi, sv)


def addresses(fi: str, sv: str) -> Any:
    """A web address in each language."""
    return _declare(FieldType.ADDRESSES, fi, sv)


def reference(fi: str, sv: str, to: str, *, required: bool = False) -> Any:
    """The id of another record, or the stem of a page."""
    return _declare(FieldType.ID, fi, sv, required=required, refers_to=to)


def page() -> Any:
    """The page that tells more."""
    return reference("Sivu, joka kertoo lisää", "Sidan som berättar mer", "pages")


def references(
    fi: str, sv: str, to: str, *, required: bool = False, one_a_line: bool = False
) -> Any:
    """A list of ids of other records, or of stems of pages."""
    return _declare(
        FieldType.ID,
        fi,
        sv,
        required=required,
        many=True,
        refers_to=to,
        one_a_line=one_a_line,
    )


def facts(*, required: bool = True) -> Any:
    """The fact ids behind the record."""
    return references(
        "Tosiasioiden tunnukset (S-, P-, T-, H-), joihin tieto perustuu",
        "Id för de fakta (S-, P-, T-, H-) som uppgiften bygger på",
        "facts",
        required=required,
    )


def order() -> Any:
    """The record's place among its kind, where nothing that it tells decides it."""
    return integer(
        "Paikka luettelossa, pienin ensin; luvut ovat kymmenittäin, jotta väliin mahtuu",
        "Platsen i förteckningen, den minsta först; talen går i tiotal så att fler ryms emellan",
        is_own=True,
    )


def is_called(field: Field, name: str) -> bool:
    """True if what the guide says of the field begins with the name, in either language."""
    typed = name.replace("_", " ").casefold()
    labels = (field.about.fi.casefold(), field.about.sv.casefold())
    rests = [label.removeprefix(typed) for label in labels if label.startswith(typed)]
    return any(not rest[:1].isalpha() for rest in rests)


_FIELD_LISTS: dict[type, Mapping[str, Field]] = {}
"""Worked out once for each type: a check asks for every record, several times."""


def field_list(record: type) -> Mapping[str, Field]:
    """The declared fields of a record type by key, in the order of declaration."""
    if record not in _FIELD_LISTS:
        found = {f.name: f.metadata["field"] for f in dataclasses.fields(record) if f.metadata}
        # A dataclass puts what its base has first; here `facts` stands where it is declared.
        names = inspect.get_annotations(record)
        _FIELD_LISTS[record] = {name: found[name] for name in names if name in found}
    return _FIELD_LISTS[record]
