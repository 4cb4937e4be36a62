"""Which kinds of data are published for others to use, and where their files stand."""

from __future__ import annotations

from enum import StrEnum

from kb.model.catalogue import RECORD_TYPES
from kb.model.record import Record
from kb.text import Text

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Of the content in `docs/`, as LICENSE-content says."""

FOLDER = "data"
"""Below the site's root."""
INDEX = f"{FOLDER}/index.json"
"""Lists the files; below the site's root like them."""


class Format(StrEnum):
    """A file of a kind of data; the value is what its name ends in."""

    JSON = "json"
    CSV = "csv"
    SCHEMA = "schema.json"

    @property
    def media_type(self) -> str:
        """As HTTP and HTML name it."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Format.JSON: "application/json",
    Format.CSV: "text/csv",
    Format.SCHEMA: "application/schema+json",
}


def published_kinds() -> dict[type[Record], Text]:
    """The kinds of data that are published, each with its name."""
    named = {kind: kind.open_data for kind in RECORD_TYPES.values()}
    return {kind: name for kind, name in named.items() if isinstance(name, Text)}


def data_file(kind: str, format: Format) -> str:
    """Where a file of a kind of data stands below the site's root: `data/timeline.csv`."""
    return f"{FOLDER}/{kind}.{format}"
