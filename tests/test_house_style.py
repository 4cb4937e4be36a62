"""House style: one way to write what a data file says, and never a change in it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import format as command
import pytest
import yaml
from builders import PROJECT
from kb.model.catalogue import RECORD_TYPES
from kb.model.evidence import Fact, Term
from kb.model.fields import FieldType, field_list
from kb.model.record import Record
from kb.read.characters import INVISIBLE_CHARACTER
from kb.read.data import read_data
from kb.read.house_style import in_house_style
from kb.read.schema import Reader
from kb.read.tree import read_tree
from kb.read.yaml_nodes import compose

DATA = PROJECT / "docs" / "_data"
FILES = [
    (kind, file)
    for kind in RECORD_TYPES.values()
    for file in sorted(
        DATA.glob(f"{kind.kind}/*.yml" if kind.one_file_each else f"{kind.kind}.yml")
    )
]
TEXT = frozenset(FieldType) - {
    *(FieldType.DATE, FieldType.INTEGER, FieldType.FLAG),
    FieldType.PHONE,
}
SEED = 11


def records(text: str, kind: type[Record]) -> list[Record | None]:
    """What a text says, read without a finding but of what nobody sees."""
    node = compose(text, "x.yml")
    assert isinstance(node, yaml.Node), node
    reader = Reader("x.yml")
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    read = [reader.record(kind, item) for item in items]
    assert [one for one in reader.findings if one.rule is not INVISIBLE_CHARACTER] == []
    return read


def styled(text: str, kind: type[Record]) -> str:
    node = compose(text, "x.yml")
    assert isinstance(node, yaml.Node)
    return in_house_style(text, node, kind)


class Scribe:
    """Writes a file anew as somebody else might: any order, quotes, folding, brackets, comments."""

    def __init__(self, kind: type[Record], chance: random.Random) -> None:
        self._fields = field_list(kind)
        self._chance = chance
        self.comments: list[str] = []

    def file(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.SequenceNode):
            return "\n".join(self._mapping(node, "")) + "\n"
        lines: list[str] = []
        for item in node.value:
            first, *rest = self._mapping(item, "  ", [])
            lines += [*self._remarks(""), f"- {first[2:]}", *rest]
        return "\n".join(lines) + "\n" * self._chance.choice([0, 1, 3])

    def _mapping(self, node: yaml.Node, indent: str, above: list[str] | None = None) -> list[str]:
        lines = above or []
        for key, value in self._shuffled(node.value):
            remarks = self._remarks(indent) if lines or indent == "" else []
            lines += [*remarks, *self._entry(key.value, value, indent)]
        return lines

    def _entry(self, key: str, value: yaml.Node, indent: str) -> Iterator[str]:
        field = self._fields[key]
        if isinstance(value, yaml.MappingNode):
            pairs = {lang.value: self._scalar(node, field.type) for lang, node in value.value}
            langs = self._shuffled(list(pairs))
            if self._chance.random() < 0.3:
                inside = ", ".join(f"{lang}: {json.dumps(pairs[lang][1])}" for lang in langs)
                yield f"{indent}{key}: {{{inside}}}"
                return
            yield f"{indent}{key}:{self._aside()}"
            for lang in langs:
                yield from self._remarks(f"{indent}  ")
                yield f"{indent}  {lang}: {pairs[lang][0]}{self._aside()}"
        elif isinstance(value, yaml.SequenceNode):
            items = [self._scalar(item, field.type) for item in value.value]
            if self._chance.random() < 0.5:
                inside = ", ".join(json.dumps(item[1]) for item in items)
                yield f"{indent}{key}: [{inside}]{self._aside()}"
            else:
                yield f"{indent}{key}:{self._aside()}"
                yield from (f"{indent}  - {item[0]}{self._aside()}" for item in items)
        else:
            yield f"{indent}{key}: {self._scalar(value, field.type)[0]}{self._aside()}"

    def _scalar(self, node: yaml.Node, type: FieldType) -> tuple[str, str]:
        """A value as it may be written on lines of its own, and what it is."""
        value = str(node.value)
        if type not in TEXT and type is not FieldType.PHONE:
            return value, value
        ways = [json.dumps(value), json.dumps(value, ensure_ascii=False)]
        if value.isprintable():
            ways.append("'" + value.replace("'", "''") + "'")
        if " " in value and value.isprintable():
            ways.append(json.dumps(value, ensure_ascii=False).replace(" ", "\n      ", 1))
        return self._chance.choice(ways), value

    def _remarks(self, indent: str) -> list[str]:
        if self._chance.random() < 0.9:
            return []
        self.comments.append(f"# huomio ({len(self.comments)})")
        return ["", f"{indent}{self.comments[-1]}"]

    def _aside(self) -> str:
        if self._chance.random() < 0.95:
            return ""
        self.comments.append(f"# sivussa: ({len(self.comments)})")
        return f"  {self.comments[-1]}"

    def _shuffled(self, found: list) -> list:
        return self._chance.sample(found, len(found))


def without(text: str, comments: list[str]) -> list[str]:
    """The lines of a text that are no comments, and none beside them."""
    lines = text.split("\n")
    for comment in comments:
        lines = [line.removesuffix(f" {comment}") for line in lines if line.strip() != comment]
    return [line for line in lines if line and not line.startswith("#")]


def test_every_data_file_is_in_house_style():
    _, findings = read_data(read_tree(PROJECT / "docs"))
    assert [line for finding in findings for line in finding.lines()] == []


def test_however_a_file_is_written_it_says_the_same_in_one_way():
    chance = random.Random(SEED)
    for kind, file in FILES:
        text = file.read_text("utf-8")
        node = compose(text, file.name)
        assert isinstance(node, yaml.Node)
        scribe = Scribe(kind, chance)
        other = scribe.file(node)
        again = styled(other, kind)
        assert records(other, kind) == records(again, kind) == records(text, kind), file
        assert styled(again, kind) == again, file
        assert {again.count(comment) for comment in scribe.comments} <= {1}, file
        newest_first = scribe.comments[::-1]
        assert without(again, newest_first) == without(text, []), file


NASTY = [
    *(": a", "#x", "- x", "yes", "No", "2020", "2020-01-20", "1.5", "~", "null", "a: b", "a #b"),
    *(
        "a# b",
        "a:b",
        "[x]",
        "{x}",
        "x, y",
        "x,y",
        "it's",
        'say "hi"',
        """it's "hi\"""",
        "@x",
        "`x`",
    ),
    *("%x", "!x", "&x", "*x", "?x", "? x", "-x", "-", "--- x", "--", "=", "<<", "0x1f", "1_000"),
    *("12:30", "x:", "https://a.fi/b:c?d=e#f", "”x” y", "ä", "👪", "a\\b", "a]", "a}", ":x", ">x"),
    *("a?", "x\N{NO-BREAK SPACE}y"),
]
HIDDEN = ["a\xadb", "a\tb", "a\u200bb", "a\ufeffb", "a\U000e0001b", "”x”"]
"""What nobody would see, and what a word processor makes of quotes: never without quotes."""


@pytest.mark.parametrize("value", [*NASTY, *HIDDEN])
def test_quotes_stand_only_where_yaml_needs_them(value):
    quoted = json.dumps(value, ensure_ascii=False)
    text = f"id: S-1\ntext:\n  fi: {quoted}\n  sv: {quoted}\nsources: [L-01]\n"
    found = styled(text, Fact)
    line = found.split("\n")[2].removeprefix("  fi: ")
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert yaml.load(found, loader)["text"] == {"fi": value, "sv": value}
    assert records(found, Fact) == records(text, Fact)
    assert styled(found, Fact) == found
    can_be_plain = value not in HIDDEN and as_plain(f"k: {value}") == {"k": value}
    assert (line == value) is can_be_plain


@pytest.mark.parametrize("value", [*NASTY, *HIDDEN])
def test_a_word_in_a_list_is_quoted_by_the_same_rule(value):
    quoted = json.dumps(value, ensure_ascii=False)
    text = (
        "id: x\nterm:\n  fi: a\n  sv: b\ndefinition:\n  fi: a\n  sv: b\n"
        f"also_fi: [{quoted}, toinen]\ngroup: money\nfacts: [T-1]\nsources: [L-01]\n"
    )
    found = styled(text, Term)
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert yaml.load(found, loader)["also_fi"] == [value, "toinen"]
    assert records(found, Term) == records(text, Term)
    line = f"also_fi: [{value}, toinen]"
    can_be_plain = value not in HIDDEN and as_plain(line) == {"also_fi": [value, "toinen"]}
    assert (line in found) is can_be_plain or value == "-"


def as_plain(text):
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return None


SOURCE = (
    "id: L-01\ngrade: A\npublisher:\n  fi: STM\n  sv: SHM\n"
    "title:\n  fi: Muistio\n  sv: Promemoria\n"
)


def test_the_command_writes_house_style_and_leaves_what_is_wrong(tmp_path: Path, capsys) -> None:
    sources = tmp_path / "docs" / "_data" / "sources"
    sources.mkdir(parents=True)
    wrong = b'id: L-02\ngrade: "D"\n'
    (sources / "L-01.yml").write_bytes(b"\xef\xbb\xbf" + SOURCE.replace("\n", "\r\n").encode())
    (sources / "L-02.yml").write_bytes(wrong)
    for said in ("docs/_data/sources/L-01.yml\n", ""):
        assert command.main([str(tmp_path / "docs")]) == 0
        assert capsys.readouterr().out == said
    assert (sources / "L-01.yml").read_bytes() == SOURCE.encode()
    assert (sources / "L-02.yml").read_bytes() == wrong
