"""Records as JSON values: what the files in `docs/_data/` say, with whole addresses of pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kb.model.addresses import address
from kb.model.catalogue import Catalogue
from kb.model.fields import Field, FieldType, field_list
from kb.model.people import Contact
from kb.model.record import Record
from kb.open_data.privacy import without_contact_details
from kb.text import Text

_SOFT_HYPHEN = "\u00ad"
"""Says where the site may break a long word; whoever searches the data would not find the word."""
_DETAILS = {(Contact.kind, "phone"), (Contact.kind, "email")}
"""Fields that hold contact details on purpose; `Record.public` has taken away the personal ones."""


def is_page(field: Field) -> bool:
    """True for a reference to a page, which is published as the page's addresses."""
    return field.refers_to == "pages"


def in_two_languages(field: Field) -> bool:
    """True if the value is `{"fi": …, "sv": …}`."""
    return field.type in (FieldType.BILINGUAL, FieldType.ADDRESSES) or is_page(field)


@dataclass(frozen=True, slots=True)
class Published:
    """Makes the JSON values of a catalogue's records."""

    catalogue: Catalogue
    site_url: str

    def all(self, kind: type[Record]) -> list[dict[str, Any]]:
        """Every record of a kind, in its order."""
        return [self._record(record.public) for record in self.catalogue.all(kind).values()]

    def _record(self, record: Record) -> dict[str, Any]:
        """Its fields in the order of declaration; one that is not known is left out."""
        said: dict[str, Any] = {}
        for key, field in field_list(type(record)).items():
            value = getattr(record, key)
            if value is not None:
                plain = str if (record.kind, key) in _DETAILS else _plain
                said[key] = self._value(field, value, plain)
        return said

    def _value(self, field: Field, value: Any, plain: Callable[[str], str]) -> Any:
        if isinstance(value, tuple):
            return [self._value(field, item, plain) for item in value]
        if is_page(field):
            return self._page(value)
        if isinstance(value, Text):
            return {"fi": plain(value.fi), "sv": plain(value.sv)}
        if field.type in (FieldType.LINE, FieldType.EMAIL, FieldType.PHONE):
            return plain(value)
        return value if isinstance(value, int) else str(value)

    def _page(self, key: str) -> dict[str, str]:
        """The page's address in each language that it has."""
        pair = self.catalogue.pairs.get(key)
        versions = pair.versions if pair else {}
        return {
            lang.value: self.site_url + address(self.catalogue, page)
            for lang, page in sorted(versions.items())
        }


def _plain(text: str) -> str:
    return without_contact_details(text.replace(_SOFT_HYPHEN, ""))
