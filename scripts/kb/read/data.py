"""The records of `_data/`: one file each for open-ended kinds, a list for the closed ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from kb.finding import Finding, Rule, hint
from kb.model.catalogue import RECORD_TYPES
from kb.model.record import Record
from kb.read.files import read_text
from kb.read.schema import WRONG_TYPE, Reader
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


ID_IS_NOT_FILE_NAME = Rule.error(
    "id-is-not-file-name",
    "Tunnus ”{id}” ei ole sama kuin tiedoston nimi ”{name}”. Muuta toinen toisen mukaiseksi.",
    "Id:t ”{id}” är inte detsamma som filens namn ”{name}”. Ändra det ena så att de stämmer "
    "överens.",
)


def _one_record(kind: type[Record], file: Path, path: str) -> tuple[Record | None, list[Finding]]:
    node = _root(file, path)
    if isinstance(node, Finding):
        return None, [node]
    reader = Reader(path)
    record = reader.record(kind, node)
    if record and record.id != file.stem:
        line = record.place.line
        reader.findings.append(ID_IS_NOT_FILE_NAME.at(path, line, id=record.id, name=file.stem))
    return record, reader.findings


_NOT_A_LIST_FILE = WRONG_TYPE.saying(
    "Tiedoston pitäisi olla luettelo, jonka jokainen kohta alkaa ”- id: …”.",
    "Filen ska vara en lista där varje punkt börjar med ”- id: …”.",
)


def _list_of_records(
    kind: type[Record], file: Path, path: str
) -> Iterator[tuple[Record | None, list[Finding]]]:
    node = _root(file, path)
    if isinstance(node, Finding):
        yield None, [node]
    elif not isinstance(node, yaml.SequenceNode):
        yield None, [_NOT_A_LIST_FILE.at(path, line_of(node))]
    else:
        for item in node.value:
            reader = Reader(path)
            yield reader.record(kind, item), reader.findings


def _root(file: Path, path: str) -> yaml.Node | Finding:
    text = read_text(file, path)
    return text if isinstance(text, Finding) else compose(text, path)


DUPLICATE_ID = Rule.error(
    "duplicate-id",
    "Tunnus ”{id}” on jo käytössä: {where}. Anna tälle tiedolle oma tunnus.",
    "Id:t ”{id}” används redan: {where}. Ge den här uppgiften ett eget id.",
)


def _add(records: dict[str, Record], record: Record) -> list[Finding]:
    earlier = records.get(record.id)
    if earlier is None:
        records[record.id] = record
        return []
    where = f"{earlier.place.path}:{earlier.place.line}"
    return [DUPLICATE_ID.at(record.place.path, record.place.line, id=record.id, where=where)]


UNKNOWN_DATA_FILE = Rule.error(
    "unknown-data-file",
    "Tiedostoa ”{name}” ei tunneta. {hint} Tietolajit: {kinds}.",
    "Filen ”{name}” är okänd. {hint} Slag av data: {kinds}.",
)
_CHECK_NAME = Text("Tarkista nimi.", "Kontrollera namnet.")


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
        yield UNKNOWN_DATA_FILE.at(
            _path(file, content),
            1,
            name=name,
            hint=hint(name, known, _CHECK_NAME),
            kinds=", ".join(RECORD_TYPES),
        )


def _path(file: Path, content: Path) -> str:
    return file.relative_to(content.parent).as_posix()
