"""Records as CSV for the spreadsheets of Finland and Sweden.

Where the comma is the decimal mark, Excel splits lines at semicolons and takes a file for UTF-8
only if it begins with a byte-order mark. LibreOffice takes both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kb.model.fields import Field
from kb.open_data.records import in_two_languages
from kb.text import Lang

BYTE_ORDER_MARK = "\ufeff"
BETWEEN_ITEMS = " | "
"""Between the items of a list in one cell."""

_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""How a cell begins that a spreadsheet would run; full-width signs count in some of them."""
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")


def as_csv(fields: Mapping[str, Field], records: Iterable[Mapping[str, Any]]) -> str:
    """A row of names, then a row for each record; a text in two languages has two columns."""
    columns = list(_columns(fields))
    rows = [[f"{key}_{lang}" if lang else key for key, lang in columns]]
    rows += [[_cell(record.get(key, ""), lang) for key, lang in columns] for record in records]
    return BYTE_ORDER_MARK + "".join(f"{';'.join(map(_quoted, row))}\r\n" for row in rows)


def harmless(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run; numbers stay numbers."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _quoted(cell: str) -> str:
    return '"' + harmless(cell).replace('"', '""') + '"'


def _columns(fields: Mapping[str, Field]) -> Iterator[tuple[str, Lang | None]]:
    for key, field in fields.items():
        if in_two_languages(field):
            yield from ((key, lang) for lang in Lang)
        else:
            yield key, None


def _cell(value: Any, lang: Lang | None) -> str:
    if isinstance(value, list):
        return BETWEEN_ITEMS.join(_cell(item, lang) for item in value)
    if isinstance(value, dict):
        return str(value.get(lang, ""))
    return str(value).lower() if isinstance(value, bool) else str(value)
