"""A YAML node read by a field list: a record, or findings that say what to mend."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import yaml

from kb.finding import Finding
from kb.model.date import PartialDate
from kb.model.fields import FIELD_TYPE_NAMES, Field, FieldType, field_list
from kb.model.record import Location
from kb.read import messages
from kb.read.yaml_nodes import line_of
from kb.text import Lang, Text

T = TypeVar("T")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9/-]*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_STR = "tag:yaml.org,2002:str"
SMART_QUOTES = re.compile(r"[”“„‟][^”“„‟]*[”“„‟]")
"""What a word processor makes of quotes; as a part of the value it needs real ones around it."""


@dataclass
class Reader:
    """Reads nodes of one file and collects what is wrong with them."""

    path: str
    first_line: int = 1
    findings: list[Finding] = field(default_factory=list)

    def record(self, record: type[T], node: yaml.Node) -> T | None:
        """The record that a mapping node spells out; None once anything in it was refused."""
        before = len(self.findings)
        entries = self.mapping(node)
        if len(self.findings) > before and not entries:
            return None
        declared = field_list(record)
        label: Text = record.label  # type: ignore[attr-defined]
        for key, (key_node, _) in entries.items():
            if key not in declared:
                self._unknown_key(key, key_node, list(declared))
        values: dict[str, Any] = {}
        for key, one in declared.items():
            if key in entries:
                values[key] = self._value(key, one, entries[key][1])
            elif one.required:
                self.refuse(
                    node, "missing-key", messages.MISSING_KEY, key=key, label=label, about=one.about
                )
        if len(self.findings) > before:
            return None
        lines = {key: line_of(at, self.first_line) for key, (at, _) in entries.items()}
        return cast(
            T,
            cast(Any, record)(
                **values, place=Location(self.path, line_of(node, self.first_line), lines)
            ),
        )

    def mapping(self, node: yaml.Node) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        """The entries of a mapping by key; a key that stands twice is a finding."""
        if not isinstance(node, yaml.MappingNode):
            self.refuse(node, "wrong-type", messages.NOT_A_MAPPING)
            return {}
        entries: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in entries:
                self.refuse(key_node, "duplicate-key", messages.DUPLICATE_KEY, key=key)
            entries[key] = (key_node, value_node)
        return entries

    def refuse(self, node: yaml.Node, rule: str, message: Text, **values: Text | str) -> None:
        """Note a finding at the node's line."""
        line = line_of(node, self.first_line)
        self.findings.append(Finding(self.path, line, rule, message.format(**values)))

    def _unknown_key(self, key: str, node: yaml.Node, known: list[str]) -> None:
        near = difflib.get_close_matches(key, known, n=1)
        hint = (
            messages.DID_YOU_MEAN.format(word=near[0])
            if near
            else messages.KNOWN_KEYS.format(words=", ".join(known))
        )
        self.refuse(node, "unknown-key", messages.UNKNOWN_KEY, key=key, hint=hint)

    def _value(self, key: str, one: Field, node: yaml.Node) -> Any:
        if one.many:
            if not isinstance(node, yaml.SequenceNode):
                self.refuse(node, "wrong-type", messages.NOT_A_LIST, key=key)
                return ()
            if one.required and not node.value:
                self.refuse(node, "empty-value", messages.EMPTY_VALUE, key=key)
            return tuple(self._single(key, one, item) for item in node.value)
        return self._single(key, one, node)

    def _single(self, key: str, one: Field, node: yaml.Node) -> Any:
        if one.type in (FieldType.BILINGUAL, FieldType.ADDRESSES):
            return self._bilingual(key, one, node)
        if not isinstance(node, yaml.ScalarNode):
            self.refuse(
                node, "wrong-type", messages.NOT_A_VALUE, key=key, shape=FIELD_TYPE_NAMES[one.type]
            )
            return None
        if not node.style and SMART_QUOTES.fullmatch(node.value):
            self.refuse(node, "smart-quotes", messages.SMART_QUOTES, key=key, value=node.value)
            return None
        return getattr(self, f"_{one.type}")(key, one, node)

    def _bilingual(self, key: str, one: Field, node: yaml.Node) -> Text | None:
        if not isinstance(node, yaml.MappingNode):
            self.refuse(node, "missing-language", messages.NOT_BILINGUAL, key=key)
            return None
        entries = self.mapping(node)
        for extra in entries.keys() - set(Lang):
            self._unknown_key(extra, entries[extra][0], list(Lang))
        words: dict[str, str] = {}
        for lang in Lang:
            if lang not in entries or not str(entries[lang][1].value).strip():
                at = entries[lang][0] if lang in entries else node
                self.refuse(
                    at,
                    "missing-language",
                    messages.MISSING_LANGUAGE,
                    key=key,
                    language=messages.LANGUAGE_NAMES[lang],
                    lang=lang.value,
                )
            elif isinstance(value := entries[lang][1], yaml.ScalarNode):
                read = self._address if one.type is FieldType.ADDRESSES else self._line
                words[lang] = read(f"{key}.{lang}", one, value) or ""
            else:
                self.refuse(
                    entries[lang][1],
                    "wrong-type",
                    messages.NOT_A_VALUE,
                    key=f"{key}.{lang}",
                    shape=FIELD_TYPE_NAMES[FieldType.LINE],
                )
        complete = all(words.get(lang, "").strip() for lang in Lang)
        return Text(words[Lang.FI], words[Lang.SV]) if complete else None

    def _line(self, key: str, one: Field, node: yaml.ScalarNode) -> str | None:
        if node.tag != _STR:
            self.refuse(node, "not-text", messages.NOT_TEXT, key=key, value=node.value)
            return None
        value = node.value.strip()
        if not value:
            self.refuse(node, "empty-value", messages.EMPTY_VALUE, key=key)
        elif one.allowed and value not in one.allowed:
            self.refuse(
                node,
                "not-allowed",
                messages.NOT_ALLOWED,
                key=key,
                value=value,
                words=", ".join(one.allowed),
            )
        return str(value)

    def _id(self, key: str, one: Field, node: yaml.ScalarNode) -> str | None:
        value = self._line(key, one, node)
        if value and not _ID.fullmatch(value):
            self.refuse(node, "bad-id", messages.BAD_ID, key=key, value=value)
        return value

    def _quoted(self, key: str, one: Field, node: yaml.ScalarNode) -> str | None:
        if node.style not in ("'", '"'):
            self.refuse(node, "not-quoted", messages.NOT_QUOTED, key=key, value=node.value)
            return None
        return str(node.value)

    def _date(self, key: str, one: Field, node: yaml.ScalarNode) -> PartialDate | None:
        try:
            return PartialDate.parse(node.value)
        except ValueError:
            self.refuse(node, "not-a-date", messages.NOT_A_DATE, key=key, value=node.value)
            return None

    def _integer(self, key: str, one: Field, node: yaml.ScalarNode) -> int | None:
        if not re.fullmatch(r"\d+", node.value) or node.style in ("'", '"'):
            self.refuse(node, "not-a-number", messages.NOT_A_NUMBER, key=key, value=node.value)
            return None
        return int(node.value)

    def _flag(self, key: str, one: Field, node: yaml.ScalarNode) -> bool:
        if node.value != "true":
            self.refuse(node, "not-true", messages.NOT_TRUE, key=key, value=node.value)
        return True

    def _address(self, key: str, one: Field, node: yaml.ScalarNode) -> str | None:
        if not _ADDRESS.fullmatch(node.value):
            self.refuse(node, "bad-address", messages.BAD_ADDRESS, key=key, value=node.value)
            return None
        return str(node.value)
