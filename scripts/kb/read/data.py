"""The records of `_data/`: one file each for open-ended kinds, a list for the closed ones."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import yaml

from kb.finding import Finding
from kb.model.catalogue import RECORD_TYPES
from kb.model.record import Record
from kb.read import messages
from kb.read.files import read_text
from kb.read.schema import Reader
from kb.read.translations import FOLDER as TRANSLATIONS
from kb.read.yaml_nodes import compose, line_of
from kb.text import Text

FOLDER = "_data"
SUFFIX = ".yml"
WORD_LISTS = ("words.names.txt", "words.fi.txt", "words.sv.txt")
"""What the spellers of the tests do not know and is right all the same."""


def read_data(content: Path) -> tuple[dict[str, dict[str, Record]], list[Finding]]:
    """All records below `content/_data` by kind and id, and every finding on the way."""
    findings: list[Finding] = []
    records: dict[str, dict[str, Record]] = {kind: {} for kind in RECORD_TYPES}
    root = content / FOLDER
    findings += _stray_files(root, content)
    for kind in RECORD_TYPES.values():
        for record, found in _records_of(kind, root, content):
            findings += found
            if record is not None:
                findings += _add(records[kind.kind], record)
    return records, findings


def _records_of(
    kind: type[Record], root: Path, content: Path
) -> Iterator[tuple[Record | None, list[Finding]]]:
    if kind.one_file_each:
        for file in sorted((root / kind.kind).glob(f"*{SUFFIX}")):
            yield _one_record(kind, file, _path(file, content))
    elif (file := root / f"{kind.kind}{SUFFIX}").is_file():
        yield from _list_of_records(kind, file, _path(file, content))


def _one_record(kind: type[Record], file: Path, path: str) -> tuple[Record | None, list[Finding]]:
    node = _root(file, path)
    if isinstance(node, Finding):
        return None, [node]
    reader = Reader(path)
    record = reader.record(kind, node)
    if record and record.id != file.stem:
        message = messages.ID_IS_NOT_FILE_NAME.format(id=record.id, name=file.stem)
        reader.findings.append(Finding(path, record.place.line, "id-is-not-file-name", message))
    return record, reader.findings


def _list_of_records(
    kind: type[Record], file: Path, path: str
) -> Iterator[tuple[Record | None, list[Finding]]]:
    node = _root(file, path)
    if isinstance(node, Finding):
        yield None, [node]
    elif not isinstance(node, yaml.SequenceNode):
        yield None, [Finding(path, line_of(node), "wrong-type", messages.NOT_A_LIST_FILE)]
    else:
        for item in node.value:
            reader = Reader(path)
            yield reader.record(kind, item), reader.findings


def _root(file: Path, path: str) -> yaml.Node | Finding:
    text = read_text(file, path)
    return text if isinstance(text, Finding) else compose(text, path)


def _add(records: dict[str, Record], record: Record) -> list[Finding]:
    earlier = records.get(record.id)
    if earlier is None:
        records[record.id] = record
        return []
    where = f"{earlier.place.path}:{earlier.place.line}"
    message = messages.DUPLICATE_ID.format(id=record.id, where=where)
    return [Finding(record.place.path, record.place.line, "duplicate-id", message)]


def _stray_files(root: Path, content: Path) -> Iterator[Finding]:
    """Files that nothing reads: a misspelt name would otherwise lose its records without a word."""
    known = {*WORD_LISTS} | {
        f"{kind.kind}{SUFFIX}" for kind in RECORD_TYPES.values() if not kind.one_file_each
    }
    folders = {kind.kind for kind in RECORD_TYPES.values() if kind.one_file_each}
    for file in sorted(root.rglob("*")):
        name = file.relative_to(root).as_posix()
        folder, _, base = name.rpartition("/")
        if file.is_dir() or name in known or (folder in folders and base.endswith(SUFFIX)):
            continue
        if name.startswith(f"{TRANSLATIONS}/") and base.endswith(SUFFIX):
            continue
        near = difflib.get_close_matches(name, known, n=1)
        hint: Text = messages.DID_YOU_MEAN.format(word=near[0]) if near else messages.NO_HINT
        message = messages.UNKNOWN_DATA_FILE.format(
            name=name, hint=hint, kinds=", ".join(RECORD_TYPES)
        )
        yield Finding(_path(file, content), 1, "unknown-data-file", message)


def _path(file: Path, content: Path) -> str:
    return file.relative_to(content.parent).as_posix()
