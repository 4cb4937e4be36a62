"""The records of `_data/`: one file each for open-ended kinds, a list for the closed ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from kb.finding import Finding, Rule, hint
from kb.model.catalogue import RECORD_TYPES
from kb.model.published import DATA
from kb.model.record import Record
from kb.read.files import MOST_FILES, read_text
from kb.read.house_style import in_house_style
from kb.read.kept import KnownTexts
from kb.read.mended_yaml import mended_yaml
from kb.read.schema import WRONG_TYPE, Reader
from kb.read.style_findings import not_formatted
from kb.read.translations import FOLDER as TRANSLATIONS
from kb.read.tree import Tree, is_of_git, read_tree
from kb.read.yaml_nodes import compose
from kb.text import Text

SUFFIX = ".yml"
WORD_LISTS = ("words.names.txt", "words.fi.txt", "words.sv.txt")
"""What the spellers of the tests do not know and is right all the same."""


@dataclass(frozen=True)
class _DataFile:
    """What a file says, what is wrong with it, and the same in house style if nothing is."""

    records: list[Record] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    styled: str = ""


def read_data(
    tree: Tree,
    kinds: Iterable[type[Record]] = RECORD_TYPES.values(),
    in_style: KnownTexts | None = None,
) -> tuple[dict[str, dict[str, Record]], list[Finding]]:
    """The records below `_data` by kind and id in their order, and every finding.

    Texts `in_style` are known to be in house style, and are not written out to see it.
    """
    findings: list[Finding] = []
    records: dict[str, dict[str, Record]] = {kind: {} for kind in RECORD_TYPES}
    findings += _stray_files(tree)
    for kind, file in _files(tree, kinds):
        read = _read(kind, tree.content / file, tree.path(file), in_style)
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
    tree = read_tree(content)
    for kind, inside in _files(tree, RECORD_TYPES.values()):
        file, path = content / inside, tree.path(inside)
        styled = _read(kind, file, path).styled.encode()
        if styled and styled != file.read_bytes():
            file.write_bytes(styled)
            yield path


def _files(tree: Tree, kinds: Iterable[type[Record]]) -> Iterator[tuple[type[Record], str]]:
    for kind in kinds:
        place = f"{DATA}/{kind.kind}"
        if kind.one_file_each:
            yield from ((kind, file) for file in tree.directly_in(place, SUFFIX))
        elif (file := f"{place}{SUFFIX}") in tree.files:
            yield kind, file


def _read(
    kind: type[Record], file: Path, path: str, in_style: KnownTexts | None = None
) -> _DataFile:
    text = read_text(file, path)
    if isinstance(text, Finding):
        return _DataFile(findings=[text])
    is_in_style = in_style is not None and in_style.has(kind.kind, text)
    read = _parsed(kind.kind, text, file.stem, path, is_in_style)
    if in_style and read.styled == text:
        in_style.add(kind.kind, text)
    return read


@lru_cache(MOST_FILES)
def _parsed(name: str, text: str, stem: str, path: str, is_in_style: bool) -> _DataFile:
    kind = RECORD_TYPES[name]
    node = compose(text, path)
    if isinstance(node, Finding):
        return _DataFile(findings=[mended_yaml(text, path) or node])
    reader = Reader(path)
    records = [*_records(kind, node, stem, reader)]
    if reader.has_lost_language and (lost := mended_yaml(text, path)):
        return _DataFile(findings=[lost])
    if reader.findings:
        return _DataFile(records, reader.findings)
    styled = text if is_in_style else in_house_style(text, node, kind)
    return _DataFile(records, not_formatted(path, text, styled), styled)


ID_IS_NOT_FILE_NAME = Rule.error(
    "id-is-not-file-name",
    "Tiedoston nimi on {name}.yml, mutta sen tunnus on ”{id}”. Kirjoita ”id: {name}”, tai anna "
    "tiedostolle nimi {id}.yml.",
    "Filen heter {name}.yml, men dess id är ”{id}”. Skriv ”id: {name}”, eller ge filen namnet "
    "{id}.yml.",
)
_NOT_A_LIST_FILE = WRONG_TYPE.saying(
    "Tiedoston pitäisi olla luettelo, jonka jokainen kohta alkaa ”- id: …”.",
    "Filen ska vara en lista där varje punkt börjar med ”- id: …”.",
)


def _records(kind: type[Record], node: yaml.Node, stem: str, reader: Reader) -> Iterator[Record]:
    if kind.one_file_each:
        record = reader.record(kind, node)
        if record and record.id != stem:
            line = record.place.line_of("id")
            reader.findings.append(
                ID_IS_NOT_FILE_NAME.at(reader.path, line, id=record.id, name=stem)
            )
        elif record:
            yield record
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if record := reader.record(kind, item):
                yield record
    else:
        reader.refuse(node, _NOT_A_LIST_FILE)


DUPLICATE_ID = Rule.error(
    "duplicate-id",
    "Tunnus ”{id}” on jo toisella tiedolla: {where}. Anna tälle oma tunnus. Jos tunnus on "
    "numero, ota seuraava vapaa.",
    "En annan uppgift har redan id:t ”{id}”: {where}. Ge den här ett eget id. Om id:t är ett "
    "nummer, ta följande lediga.",
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


def _stray_files(tree: Tree) -> Iterator[Finding]:
    """Files that nothing reads: a misspelt name would otherwise lose its records without a word."""
    kinds = RECORD_TYPES.values()
    known = {*WORD_LISTS, *(kind.kind + SUFFIX for kind in kinds if not kind.one_file_each)}
    folders = {kind.kind for kind in kinds if kind.one_file_each}
    meant = {file.removesuffix(SUFFIX): file for file in known}
    meant |= {folder: f"{folder}/…{SUFFIX}" for folder in folders}
    for file in tree.below(DATA):
        if is_of_git(file):
            continue  # which is told of any folder
        name = file.removeprefix(f"{DATA}/")
        folder, _, base = name.rpartition("/")
        if name in known or (folder in folders and base.endswith(SUFFIX)):
            continue
        if name.startswith(f"{TRANSLATIONS}/") and base.endswith(SUFFIX):
            continue
        yield UNKNOWN_DATA_FILE.at(
            tree.path(file),
            1,
            name=name,
            hint=hint(
                folder or name.removesuffix(SUFFIX), meant, _CHECK_NAME, shown=meant.__getitem__
            ),
            kinds=", ".join(RECORD_TYPES),
        )
