"""The two languages of a record's texts have the same numbers."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import check
from kb.check.equality import NOTHING, UNEQUAL_NUMBERS
from kb.finding import Finding
from kb.model.catalogue import Catalogue
from kb.model.interface import Word
from kb.model.fields import FieldType, field_list
from kb.model.record import Record
from kb.text import Lang, Text
from kb.words.numbers import numbers, shown

_SPELT = 12
"""So small a number may stand in figures in one language and in letters in the other."""

_IN_RECORD = UNEQUAL_NUMBERS.saying(
    "Kentän ”{key}” kielissä on eri luvut tai päivät: suomeksi {fi}, ruotsiksi {sv}. Tarkista "
    "lähteestä ja korjaa toinen.",
    "Språken i fältet ”{key}” har olika tal eller datum: på finska {fi}, på svenska {sv}. "
    "Kontrollera i källan och rätta det ena.",
)


@check
def unequal_numbers_of_records(catalogue: Catalogue) -> Iterator[Finding]:
    """A record's text has a number or a date in one language only.

    Bad: `fi: 19 aluetta` and `sv: 18 områden`. Good: `fi: 19 aluetta` and `sv: 19 områden`.
    """
    for kind, records in catalogue.records.items():
        # The interface says itself in each language as it likes.
        for record in records.values() if kind != Word.kind else ():
            for key in unequal_fields(record):
                line = record.place.line_of(key)
                fi, sv = (_alone(getattr(record, key), lang) for lang in Lang)
                yield _IN_RECORD.at(record.place.path, line, key=key, fi=fi, sv=sv)


def unequal_fields(record: Record) -> list[str]:
    """The fields whose languages have different numbers."""
    found = []
    for key, field in field_list(type(record)).items():
        text = getattr(record, key)
        if isinstance(text, Text) and field.type is FieldType.BILINGUAL:
            fi, sv = ({*numbers(text[lang], lang)} for lang in Lang)
            if not all(map(_may_be_spelt, fi ^ sv)):
                found.append(key)
    return found


def _may_be_spelt(number: str) -> bool:
    return number.isdecimal() and int(number) <= _SPELT


def _alone(text: Text, lang: Lang) -> Text | str:
    """The numbers that only this language has."""
    alone = {*numbers(text[lang], lang)} - {*numbers(text[lang.other], lang.other)}
    return ", ".join(f"”{shown(number)}”" for number in sorted(alone)) or NOTHING
