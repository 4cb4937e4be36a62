"""What has been declared in step: one small file a page pair, one line a section.

    maara: 3f2a1b 9c8d7e = 77aa01 02bbcc

Finnish, then Swedish; sections are sorted by id with an empty line between any two. Declarations
never stand in each other's way: git keeps the lines of both sides (`.gitattributes` at the root
says so), a section may have several, and the languages are in step if any of them holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import yaml

from kb.finding import Finding, Rule
from kb.model.published import DATA
from kb.model.record import Location
from kb.model.translations import Declarations, Declared
from kb.read.files import MERGE_CONFLICT, read_text
from kb.read.tree import Tree
from kb.read.yaml_nodes import compose, line_of
from kb.text import Text

FOLDER = "translations"
_HEADER = "# Kirjoittaa / skrivs av: make confirm SECTION=…\n"
_SIDES = re.compile(r"([0-9a-f]{6}(?: [0-9a-f]{6})*) = ([0-9a-f]{6}(?: [0-9a-f]{6})*)")
_SECTION = re.compile(r"^(?P<anchor>[\w.-]+):.*\n(?:[ \t]+.*\n|\n)*", re.MULTILINE)


def read_declarations(tree: Tree) -> tuple[Declarations, list[Finding]]:
    """Every declaration below `_data/translations` by page and section, and findings."""
    findings: list[Finding] = []
    declared: dict[str, Mapping[str, Declared]] = {}
    root = f"{DATA}/{FOLDER}"
    for file in tree.below(root, ".yml"):
        path = tree.path(file)
        key = file.removeprefix(f"{root}/").removesuffix(".yml")
        text = read_text(tree.content / file, path)
        node = text if isinstance(text, Finding) else compose(text, path)
        if isinstance(node, Finding):
            findings.append(_told(node, key))
        else:
            declared[key], found = _declarations(node, key, path)
            findings += found
    return declared, findings


_TWICE_DECLARED = MERGE_CONFLICT.saying(
    "Kaksi ihmistä vahvisti saman kohdan, ja rivit <<<<<<< ja >>>>>>> jäivät tiedostoon. Jätä "
    "niiden väliltä kumpi tahansa puoli ja poista merkkirivit (myös =======). Vertaa sitten "
    "kieliversiot ja vahvista sivu: make confirm SECTION={key}",
    "Två personer bekräftade samma ställe, och raderna <<<<<<< och >>>>>>> blev kvar i filen. "
    "Lämna vilken som helst av sidorna mellan dem och ta bort raderna med tecken (också =======). "
    "Jämför sedan språkversionerna och bekräfta sidan: make confirm SECTION={key}",
)


def _told(finding: Finding, key: str) -> Finding:
    """Nobody can choose between fingerprints: a merge conflict has another remedy here."""
    if finding.rule != MERGE_CONFLICT:
        return finding
    return _TWICE_DECLARED.at(finding.path, finding.line, key=key)


BAD_DECLARATION = Rule.error(
    "bad-declaration",
    "Kielten vertailun rivi on rikki kohdassa ”{anchor}”. Poista kohta tiedostosta ja vahvista se "
    "uudelleen: make confirm SECTION={key}",
    "Språkjämförelsens rad är trasig vid ”{anchor}”. Ta bort avsnittet ur filen och bekräfta det "
    "på nytt: make confirm SECTION={key}",
)


def _declarations(
    node: yaml.Node, key: str, path: str
) -> tuple[dict[str, Declared], list[Finding]]:
    declared: dict[str, Declared] = {}
    findings: list[Finding] = []
    entries = node.value if isinstance(node, yaml.MappingNode) else [(node, node)]
    for name, value in entries:
        anchor = str(name.value) if isinstance(name, yaml.ScalarNode) else key
        marks = _marks(value)
        if marks is None:
            findings.append(BAD_DECLARATION.at(path, line_of(name), anchor=anchor, key=key))
        elif first := declared.get(anchor):
            declared[anchor] = replace(first, also=(*first.also, marks))
        else:
            declared[anchor] = Declared(key, anchor, marks, Location(path, line_of(name)))
    return declared, findings


def _marks(node: yaml.Node) -> Text | None:
    sides = _SIDES.fullmatch(str(node.value)) if isinstance(node, yaml.ScalarNode) else None
    return Text(sides[1], sides[2]) if sides else None


def path_of(key: str) -> str:
    """Where a pair's declarations are kept, from the content folder."""
    return f"{DATA}/{FOLDER}/{key}.yml"


def proposed(
    content: Path, key: str, declared: Mapping[str, Text], gone: Iterable[str] = ()
) -> str:
    """The text of a pair's file with these declarations, and without those `gone`."""
    file = content / path_of(key)
    text = file.read_text("utf-8") if file.is_file() else _HEADER
    return rewritten(text, declared, gone)


def write_declarations(
    content: Path, key: str, declared: Mapping[str, Text], gone: Iterable[str] = ()
) -> None:
    """Write what is `proposed`; a file that declares nothing more is removed."""
    file = content / path_of(key)
    text = proposed(content, key, declared, gone)
    if not _SECTION.search(text):
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def rewritten(text: str, declared: Mapping[str, Text], gone: Iterable[str] = ()) -> str:
    """The file's text with these declarations alone of their sections, in alphabetical order."""
    text = f"{text.rstrip()}\n" if text.strip() else ""
    first = _SECTION.search(text)
    head = text[: first.start()] if first else text
    entries: dict[str, list[str]] = {}
    for section in _SECTION.finditer(text):
        entries.setdefault(section["anchor"], []).append(section[0].strip())
    for anchor in gone:
        entries.pop(anchor, None)
    for anchor, marks in declared.items():
        entries[anchor] = [f"{anchor}: {marks.fi} = {marks.sv}"]
    return head + "\n\n".join("\n".join(entries[anchor]) for anchor in sorted(entries)) + "\n"
