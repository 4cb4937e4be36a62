"""What directives show in the editors' guide: how pages and data files are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.directives.arguments import Arguments, OneOf
from kb.directives.context import RenderContext
from kb.directives.directive import Context, Directive, nothing
from kb.model.catalogue import RECORD_TYPES
from kb.model.code_host import new_pages
from kb.model.fields import FIELD_TYPE_NAMES, Field, field_list
from kb.model.page import FrontMatter, Page
from kb.model.record import Record
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
