"""The records of `_data/`: one file each for open-ended kinds, a list for the closed ones."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from kb.finding import Finding
from kb.model.catalogue import RECORD_TYPES
from kb.model.record import Record
from kb.read import messages
from kb.read.files import read_text
from kb.read.founding import FILE as FOUNDING
from kb.read.house_style import in_house_style
from kb.read.schema import Reader
from kb.read.style_findings import not_formatted
from kb.read.translations import FOLDER as TRANSLATIONS
from kb.read.yaml_nodes import compose
from kb.text import Text

FOLDER = "_data"
SUFFIX = ".yml"
WORD_LISTS = ("words.names.txt", "words.fi.txt", "words.sv.txt")
"""What the spellers of the tests do not know and is right all the same."""


@dataclass(frozen=True)
class _DataFile:
    """What a file says, what is wrong with it, and the same in house style if nothing is."""

    records: list[Record] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    styled: str = ""


def read_data(content: Path) -> tuple[dict[str, dict[str, Record]], list[Finding]]:
    """All records below `content/_data` by kind and id in their order, and every finding."""
    findings: list[Finding] = []
    records: dict[str, dict[str, Record]] = {kind: {} for kind in RECORD_TYPES}
    findings += _stray_files(content / FOLDER, content)
    for kind, file in _files(content):
        read = _read(kind, file, _path(file, content))
        findings += read.findings
        for record in read.records:
            findings += _add(records[kind.kind], record)
    for kind in RECORD_TYPES.values():
        if kind.one_file_each:
            ranked = sorted(records[kind.kind].values(), key=lambda record: record.rank)
            records[kind.kind] = {record.id: record for record in ranked}
    return records, findings


def write_in_house_style(content: Path) -> Iterator[str]:
    """Rewrite what is right but written otherwise; the path of each file that changed."""
    for kind, file in _files(content):
        path = _path(file, content)
        styled = _read(kind, file, path).styled.encode()
        if styled and styled != file.read_bytes():
            file.write_bytes(styled)
            yield path


def _files(content: Path) -> Iterator[tuple[type[Record], Path]]:
    for kind in RECORD_TYPES.values():
        below = f"{kind.kind}/*{SUFFIX}" if kind.one_file_each else f"{kind.kind}{SUFFIX}"
        for file in sorted((content / FOLDER).glob(below)):
            yield kind, file


def _read(kind: type[Record], file: Path, path: str) -> _DataFile:
    text = read_text(file, path)
    if isinstance(text, Finding):
        return _DataFile(findings=[text])
    node = compose(text, path)
    if isinstance(node, Finding):
        return _DataFile(findings=[node])
    reader = Reader(path)
    records = [*_records(kind, node, file.stem, reader)]
    if reader.findings:
        return _DataFile(records, reader.findings)
    styled = in_house_style(text, node, kind)
    return _DataFile(records, not_formatted(path, text, styled), styled)


def _records(kind: type[Record], node: yaml.Node, stem: str, reader: Reader) -> Iterator[Record]:
    if kind.one_file_each:
        record = reader.record(kind, node)
        if record and record.id != stem:
            message = messages.ID_IS_NOT_FILE_NAME
            reader.refuse(node, "id-is-not-file-name", message, id=record.id, name=stem)
        yield from [record] if record else []
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if record := reader.record(kind, item):
                yield record
    else:
        reader.refuse(node, "wrong-type", messages.NOT_A_LIST_FILE)


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
    kinds = RECORD_TYPES.values()
    known = {
        FOUNDING,
        *WORD_LISTS,
        *(kind.kind + SUFFIX for kind in kinds if not kind.one_file_each),
    }
    folders = {kind.kind for kind in kinds if kind.one_file_each}
    for file in sorted(root.rglob("*")):
        name = file.relative_to(root).as_posix()
        folder, _, base = name.rpartition("/")
        if file.is_dir() or name in known or (folder in folders and base.endswith(SUFFIX)):
            continue
        if name.startswith(f"{TRANSLATIONS}/") and base.endswith(SUFFIX):
            continue
        message = messages.UNKNOWN_DATA_FILE.format(
            name=name, hint=_hint(name, known, folders), kinds=", ".join(RECORD_TYPES)
        )
        yield Finding(_path(file, content), 1, "unknown-data-file", message)


def _hint(name: str, known: set[str], folders: set[str]) -> Text:
    """What the file was meant to be: a known one, or a record of its own in a known folder."""
    meant = {one.removesuffix(SUFFIX): one for one in known} | dict.fromkeys(folders, "")
    near = difflib.get_close_matches(_kind_in(name), meant, n=1)
    if not near:
        return messages.NO_HINT
    if file := meant[near[0]]:
        return messages.DID_YOU_MEAN.format(word=file)
    return messages.ONE_FILE_EACH.format(folder=f"docs/{FOLDER}/{near[0]}")


def _kind_in(name: str) -> str:
    return name.rpartition("/")[0] or name.removesuffix(SUFFIX)


def _path(file: Path, content: Path) -> str:
    return file.relative_to(content.parent).as_posix()
