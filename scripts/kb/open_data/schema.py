"""JSON Schema of each kind of data, made from its field list."""

from __future__ import annotations

from typing import Any

from kb.model.fields import Field, FieldType, field_list
from kb.model.open_data import Format, data_file
from kb.model.record import Record
from kb.open_data.records import in_two_languages, is_page
from kb.text import Lang, Text

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string"}
_ADDRESS = {"type": "string", "format": "uri"}
_SHAPES: dict[FieldType, dict[str, Any]] = {
    FieldType.ID: _TEXT,
    FieldType.LINE: _TEXT,
    FieldType.EMAIL: {"type": "string", "format": "email"},
    FieldType.PHONE: _TEXT,
    FieldType.BILINGUAL: _TEXT,
    FieldType.DATE: {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    FieldType.INTEGER: {"type": "integer"},
    FieldType.FLAG: {"type": "boolean"},
    FieldType.ADDRESS: _ADDRESS,
    FieldType.ADDRESSES: _ADDRESS,
}
"""The shape of one value; in each language, if the field has two."""


def schema_of(kind: type[Record], name: Text, site_url: str) -> dict[str, Any]:
    """The schema of the kind's JSON file; descriptions are in Finnish and Swedish."""
    fields = field_list(kind)
    always = [key for key, one in fields.items() if one.required or one.many or _is_flag(one)]
    record = _object({key: _described(one) for key, one in fields.items()}, always)
    envelope = {
        "$schema": _ADDRESS,
        "id": {"const": kind.kind},
        "title": _both(_TEXT),
        "description": _both(_TEXT),
        "version": _TEXT,
        "date": {"type": "string", "format": "date"},
        "licence": _ADDRESS,
        "attribution": _TEXT,
        "records": {"type": "array", "items": record},
    }
    return {
        "$schema": _DIALECT,
        "$id": site_url + data_file(kind.kind, Format.SCHEMA),
        "title": name.both,
        "description": kind.about.both,
        **_object(envelope, list(envelope)),
    }


def _described(field: Field) -> dict[str, Any]:
    shape = dict(_ADDRESS if is_page(field) else _SHAPES[field.type])
    if field.allowed:
        shape["enum"] = list(field.allowed)
    if in_two_languages(field):
        shape = _both(shape, always=not is_page(field))
    if field.many:
        shape = {"type": "array", "items": shape}
    refers = {"x-refers-to": field.refers_to} if field.refers_to else {}
    return {"description": field.about.both, **shape, **refers}


def _both(side: dict[str, Any], *, always: bool = True) -> dict[str, Any]:
    """The same in both languages; not `always` is for a page that may have only one."""
    languages = [lang.value for lang in Lang]
    return _object(dict.fromkeys(languages, side), languages if always else [])


def _object(properties: dict[str, Any], always: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": always,
        "additionalProperties": False,
    }


def _is_flag(field: Field) -> bool:
    return field.type is FieldType.FLAG
