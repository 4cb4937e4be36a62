"""The one way in which a data file is written, whoever wrote it.

Keys stand in the order of the field list, each value on one line, the two languages on lines of
their own, lists in brackets, quotes only where YAML needs them. Comments stay, and what the file
says never changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from unicodedata import category

import yaml

from kb.model.fields import Field, FieldType, field_list
from kb.model.record import Record
from kb.read.values import CURLY_QUOTED
from kb.read.yaml_nodes import Loader, line_of

_NOT_TEXT = (FieldType.DATE, FieldType.INTEGER, FieldType.FLAG)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n"}
_COMMENT = re.compile(r"#[^\n]*")
# What may stand without quotes: no mark of YAML first, no ": " or " #" inside, no space at the end.
_PLAIN = re.compile(
    r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|[-?:](?=\S))(?:[^:#]|:(?=\S)|(?<=\S)#)*(?<!\s)"
)
# Between the brackets of a list neither its own marks nor a question mark.
_LISTED = re.compile(r"[^?:,\[\]{}](?:[^?:,\[\]{}]|:(?![,\[\]{}]))*")


_CLASS_WITH_SPACE = "[ \\t]"
"""What a pattern that ignores spaces has of them; JavaScript ignores none."""


def patterns() -> dict[str, str | list[str]]:
    """What decides about quotation marks, as regular expressions of JavaScript: for the editor."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.values()
    found = {pattern.pattern for known in resolvers for _, pattern in known}
    tight = (re.sub(r"\s+", "", one.replace(_CLASS_WITH_SPACE, r"[\x20\t]")) for one in found)
    return {
        "plain": _PLAIN.pattern,
        "listed": _LISTED.pattern,
        "curly": CURLY_QUOTED.pattern,
        "notText": sorted(tight),
    }


def in_house_style(text: str, node: yaml.Node, kind: type[Record]) -> str:
    """The text in house style; `node` is what it composes to and was read without a finding."""
    file = _File(kind, text, node)
    lines = file.records(node) if isinstance(node, yaml.SequenceNode) else file.record(node)
    return "".join(f"{line}\n" for line in (*lines, *file.last_comments))


class _File:
    """The lines of a file, each comment with the entry that it stood above or beside."""

    def __init__(self, kind: type[Record], text: str, node: yaml.Node) -> None:
        self._fields = field_list(kind)
        self._above: dict[int, list[str]] = {}
        self._beside: dict[int, str] = {}
        self.last_comments: list[str] = []
        if "#" in text:
            starts = sorted(set(self._starts(node)))
            for at, comment in _comments(text):
                self._keep(text, at, comment, starts)

    def records(self, node: yaml.SequenceNode) -> Iterator[str]:
        """A list; what is said above its first record is said of the whole file."""
        for item in node.value:
            comments, lines = self._above.pop(line_of(item), []), [*self.record(item)]
            while lines[0].startswith("#"):
                comments.append(lines.pop(0))
            yield from comments
            if comments and item is node.value[0]:
                yield ""
            yield f"- {lines[0]}"
            yield from _indented(lines[1:])

    def record(self, node: yaml.Node) -> Iterator[str]:
        """A mapping, its entries in the order of the field list."""
        entries = {str(key.value): (key, value) for key, value in node.value}
        for name, field in self._fields.items():
            if name in entries:
                yield from self._entry(*entries[name], field)

    def _entry(self, key: yaml.Node, value: yaml.Node, field: Field) -> Iterator[str]:
        yield from self._above.pop(line_of(key), [])
        beside = self._beside.pop(line_of(key), "")
        if isinstance(value, yaml.MappingNode):
            yield f"{key.value}:{beside}"
            for lang, words in sorted(value.value, key=lambda entry: str(entry[0].value)):
                yield from _indented(self._entry(lang, words, field))
        elif not isinstance(value, yaml.SequenceNode):
            yield f"{key.value}: {_written(value, field)}{beside}"
        elif not field.one_a_line:
            listed = ", ".join(_written(item, field, listed=True) for item in value.value)
            yield f"{key.value}: [{listed}]{beside}"
        else:
            yield f"{key.value}:{beside}"
            for item in value.value:
                yield from _indented(self._above.pop(line_of(item), []))
                yield f"  - {_written(item, field)}{self._beside.pop(line_of(item), '')}"

    def _starts(self, node: yaml.Node) -> Iterator[int]:
        """The lines on which something begins that a comment can stand above or beside."""
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield line_of(item)
                yield from self._starts(item)
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield line_of(key)
                field = self._fields.get(str(key.value))
                if isinstance(value, yaml.MappingNode) or (field and field.one_a_line):
                    yield from self._starts(value)

    def _keep(self, text: str, at: int, comment: str, starts: list[int]) -> None:
        line = text.count("\n", 0, at) + 1
        before = [start for start in starts if start <= line]
        after = [start for start in starts if start > line]
        alone = not text[text.rfind("\n", 0, at) + 1 : at].strip()
        if before and not alone:
            self._beside[before[-1]] = f"{self._beside.get(before[-1], '')} {comment}"
        elif after:
            self._above.setdefault(after[0], []).append(comment)
        else:
            self.last_comments.append(comment)


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """Each comment and its place in the text: it stands where YAML has no token."""
    for token, following in pairwise(yaml.scan(text, Loader=Loader)):
        for found in _COMMENT.finditer(text, token.end_mark.index, following.start_mark.index):
            yield found.start(), found[0].rstrip()


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" if line else line for line in lines)


def _written(node: yaml.Node, field: Field, *, listed: bool = False) -> str:
    """A value in one line, quoted where the field or YAML wants it."""
    value = str(node.value)
    if field.type in _NOT_TEXT:
        return value.strip()
    if field.type is FieldType.PHONE or not _is_plain(value):
        return _quoted(value)
    return _quoted(value) if listed and not _LISTED.fullmatch(value) else value


def _is_plain(value: str) -> bool:
    shown = all(map(_is_shown, value)) and not CURLY_QUOTED.fullmatch(value)
    return shown and bool(_PLAIN.fullmatch(value)) and _reads_as_text(value)


def _reads_as_text(value: str) -> bool:
    """False for what YAML without quotes takes for a number, a day, a yes or a no."""
    known = yaml.SafeLoader.yaml_implicit_resolvers
    return not any(pattern.match(value) for _, pattern in known.get(value[0], []))


def _quoted(value: str) -> str:
    """The value in double quotes, or in single ones where it has double ones itself."""
    if '"' in value and "'" not in value and all(map(_is_shown, value)):
        return f"'{value}'"
    return '"' + "".join(map(_escaped, value)) + '"'


def _is_shown(letter: str) -> bool:
    """True for what an editor sees in the file, if only as a space."""
    return letter.isprintable() or category(letter) == "Zs"


def _escaped(letter: str) -> str:
    """What nobody would see is written by its number, as YAML reads it."""
    if letter in _ESCAPES or _is_shown(letter):
        return _ESCAPES.get(letter, letter)
    return f"\\x{ord(letter):02X}" if ord(letter) < 256 else f"\\U{ord(letter):08X}"
