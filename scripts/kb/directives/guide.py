"""What directives show in the editors' guide: how pages and data files are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kb.directives.arguments import Arguments, OneOf
from kb.directives.context import RenderContext
from kb.directives.directive import Context, Directive, nothing
from kb.model.catalogue import RECORD_TYPES
from kb.model.code_host import new_pages
from kb.model.fields import FIELD_TYPE_NAMES, Field, field_list
from kb.model.outline import new_record
from kb.model.page import FrontMatter, Page
from kb.model.record import Record
from kb.model.worked import begun_record, next_id
from kb.text import Text

_DOCUMENTED: dict[str, type[Record] | type[FrontMatter]] = {
    FrontMatter.kind: FrontMatter,
    **RECORD_TYPES,
}
_KIND = OneOf(
    name="kind",
    about=Text(
        "tietolaji; ilman sitä kaikki, joita sivulla ei muuten ole",
        "slag av data; utan det alla som sidan inte annars har",
    ),
    words=tuple(_DOCUMENTED),
)


@dataclass(frozen=True, slots=True)
class FieldTable:
    """A kind of data as the guide tells of it; `place` is its file or folder, if it has one."""

    label: Text
    about: Text
    place: str
    fields: Mapping[str, Field]


def _field_table(kind: str) -> FieldTable:
    record = _DOCUMENTED[kind]
    place = ""
    if issubclass(record, Record):
        place = f"docs/_data/{kind}{'/' if record.one_file_each else '.yml'}"
    return FieldTable(record.label, record.about, place, field_list(record))


def _fields(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    alone = arguments[_KIND]
    apart = {Arguments.of(use)[_KIND] for use in page.directives if use.name == FIELDS.name}
    kinds = [alone] if alone else [kind for kind in _DOCUMENTED if kind not in apart]
    return {
        "tables": [_field_table(kind) for kind in kinds],
        "folded": not alone,
        "types": FIELD_TYPE_NAMES,
    }


FIELDS = Directive(
    name="fields",
    about=Text(
        "Datatiedostojen kentät (toimitusoppaassa)", "Datafilernas fält (i redaktörsguiden)"
    ),
    arguments=(_KIND,),
    records=nothing,
    context=_fields,
)


def _new_page(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    return {"addresses": new_pages(context.edit_url)}


NEW_PAGE = Directive(
    name="new-page",
    about=Text(
        "Linkit, joista uusi sivu alkaa (toimitusoppaassa)",
        "Länkar som en ny sida börjar från (i redaktörsguiden)",
    ),
    arguments=(),
    records=nothing,
    context=_new_page,
)


_EACH_ITS_FILE = {kind: record for kind, record in RECORD_TYPES.items() if record.one_file_each}
_BEGUN = OneOf(
    name="kind",
    about=Text("tietolaji", "slag av data"),
    words=tuple(_EACH_ITS_FILE),
    required=True,
)


def _new_record(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    record = _EACH_ITS_FILE[arguments[_BEGUN]]
    text = new_record(record, next_id(context.catalogue, record.series))
    return {
        "address": begun_record(context.catalogue, record, page.lang, context.edit_url, text),
        "label": record.label,
    }


NEW_RECORD = Directive(
    name="new-record",
    about=Text(
        "Linkki, josta uusi tieto alkaa (toimitusoppaassa)",
        "Länk som en ny uppgift börjar från (i redaktörsguiden)",
    ),
    arguments=(_BEGUN,),
    records=nothing,
    context=_new_record,
)


def _ids(context: RenderContext, page: Page, arguments: Arguments) -> Context:
    """The kinds that fields name by id and that have names, but for what has a list of its own."""
    named = {
        field.refers_to
        for record in _DOCUMENTED.values()
        for field in field_list(record).values()
        if field.refers_to
    }
    kinds = [record for kind, record in RECORD_TYPES.items() if kind in named]
    lists: list[tuple[type[Record], list[Any]]] = [
        (kind, list(context.catalogue.all(kind).values()))
        for kind in kinds
        if "name" in field_list(kind)
    ]
    return {"lists": [(kind.label, records) for kind, records in lists if records]}


IDS = Directive(
    name="ids",
    about=Text(
        "Tunnukset, joista kenttiin valitaan (toimitusoppaassa)",
        "Id som man väljer bland i fälten (i redaktörsguiden)",
    ),
    arguments=(),
    records=nothing,
    context=_ids,
)
