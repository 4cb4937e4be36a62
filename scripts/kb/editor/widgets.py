"""One field of a record or a page as the form shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kb.editor.words import ADDRESS_FORM, DATE_FORM, ID_FORM, IN_LANGUAGE
from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.model.evidence import Fact
from kb.model.fields import Field, FieldType, field_list
from kb.model.record import NAMES, Record
from kb.text import Lang

Widget = dict[str, Any]

_LONGEST_LABEL = 80
_PATTERNS = {
    FieldType.DATE: (r"^\d{4}(-\d{2}(-\d{2})?)?$", DATE_FORM),
    FieldType.ADDRESS: (r"^https?://\S+$", ADDRESS_FORM),
    FieldType.ID: (r"^[A-Za-z0-9][A-Za-z0-9-]*$", ID_FORM),
}


@dataclass(frozen=True)
class Form:
    """What the fields of a form need to know: the content, and the language of whoever edits."""

    catalogue: Catalogue
    lang: Lang

    def fields(self, kind: type[Record]) -> Iterator[Widget]:
        """The fields of a kind of record; its id is its file's name, which is asked for apart."""
        number = f"{{{{{next_of(kind.series)}}}}}" if kind.series else ""
        yield {"name": "id", "widget": "hidden", "default": number}
        for name, field in field_list(kind).items():
            if name != "id":
                yield self.widget(name, field) | _given(kind, name)

    def widget(self, name: str, field: Field) -> Widget:
        """The field under its key."""
        label, hint = _said(field.about[self.lang])
        hints = [hint] if hint else []
        if field.type is FieldType.DATE:
            hints.append(DATE_FORM[self.lang])
        common = {"name": name, "label": label, "required": field.required}
        return common | ({"hint": " ".join(hints)} if hints else {}) | self._shape(field)

    def _shape(self, field: Field) -> Widget:
        if field.refers_to:
            return self._picker(field)
        if field.allowed:
            options = [{"label": self._name(field, one), "value": one} for one in field.allowed]
            return {"widget": "select", "options": options, **_many(field)}
        if field.type in (FieldType.BILINGUAL, FieldType.ADDRESSES):
            return {"widget": "object", "fields": [*self._sides(field)]}
        single = self._single(field)
        if field.many:
            label, _ = _said(field.about[self.lang])
            return {"widget": "list", "field": {"name": "item", "label": label, **single}}
        return single

    def _single(self, field: Field) -> Widget:
        if field.type is FieldType.FLAG:
            return {"widget": "boolean", "default": False}
        if field.type is FieldType.INTEGER:
            return {"widget": "number", "value_type": "int", "min": 0}
        found: Widget = {"widget": "string", "use_emoji_autocomplete": False}
        if field.type is FieldType.EMAIL:
            found["type"] = "email"
        if field.type in _PATTERNS:
            pattern, words = _PATTERNS[field.type]
            found["pattern"] = [pattern, words[self.lang]]
        return found

    def _sides(self, field: Field) -> Iterator[Widget]:
        """Both languages, the one that is read by default first in both forms."""
        for lang in Lang:
            label = IN_LANGUAGE[lang][self.lang]
            side: Widget = {"name": lang.value, "label": label[:1].upper() + label[1:]}
            if field.type is FieldType.ADDRESSES:
                pattern, words = _PATTERNS[FieldType.ADDRESS]
                yield side | {"widget": "string", "pattern": [pattern, words[self.lang]]}
            else:
                yield side | {"widget": "string" if field.is_name else "text"}

    def _picker(self, field: Field) -> Widget:
        """What another record or page is chosen by: its name."""
        kind = RECORD_TYPES.get(field.refers_to)
        if kind and kind.one_file_each:
            return {
                "widget": "relation",
                "collection": kind.kind,
                "value_field": "{{slug}}",
                "display_fields": [summary(kind, self.lang)],
                "search_fields": ["id", *naming(kind, self.lang)],
                **_many(field),
            }
        options = [{"label": label, "value": id} for id, label in self.options(field.refers_to)]
        return {"widget": "select", "options": options, **_many(field)}

    def options(self, kind: str) -> Iterator[tuple[str, str]]:
        """The ids that may be named, with what readers call them."""
        for key, pair in self.catalogue.pairs.items() if kind == "pages" else ():
            page = pair[self.lang] or pair.any
            yield key, f"{page.title} ({key})"
        for id, record in self.catalogue.records.get(kind, {}).items():
            yield id, record.called(self.lang)

    def _name(self, field: Field, id: str) -> str:
        name = field.names[id][self.lang] if id in field.names else ""
        return f"{name} ({id})" if len(id) == 1 else name or id


def naming(kind: type[Record], lang: Lang) -> list[str]:
    """The path of the field by which a record is known: its name, or its first text."""
    declared = field_list(kind)
    texts = (
        name
        for name, field in declared.items()
        if field.required and field.type is FieldType.BILINGUAL
    )
    name = next((name for name in NAMES if name in declared), None) or next(texts, None)
    if name is None:
        return []
    return [f"{name}.{lang}" if declared[name].type is FieldType.BILINGUAL else name]


def summary(kind: type[Record], lang: Lang) -> str:
    """What a record is called in lists, as a template: its number if it has one, and its name."""
    number = ["{{id}}"] if kind.series else []
    return " ".join([*number, *(f"{{{{{path}}}}}" for path in naming(kind, lang))])


def file_name(kind: type[Record]) -> str:
    """What a new file is called unless somebody says otherwise, as a template."""
    return "{{id}}" if kind.series else f"{{{{{naming(kind, Lang.FI)[0]} | lower}}}}"


def own_facts() -> dict[str, str]:
    """The fact that a new record of a kind is by itself: of a series, or by the record's own id."""
    return {
        kind.kind: "" if kind.cited_as == kind.series else next_of(kind.cited_as)
        for kind in RECORD_TYPES.values()
        if kind.cited_as
    }


def next_of(series: str) -> str:
    """What the form asks for a number by (`editor/src/numbers.js`)."""
    return f"next {series}"


def _given(kind: type[Record], name: str) -> Widget:
    """What need not be filled in: the fact that the record is by itself."""
    return {"required": False} if kind.cited_as and name == Fact.kind else {}


def _many(field: Field) -> Mapping[str, bool]:
    return {"multiple": True} if field.many else {}


def _said(about: str) -> tuple[str, str]:
    """A label that is short, and all of what is said if that is more."""
    label = about.partition("; ")[0]
    for end in (": ", ", "):
        label = label.partition(end)[0] if len(label) > _LONGEST_LABEL else label
    return label, about if label != about else ""
