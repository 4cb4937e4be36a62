"""What the form editor writes: exactly the house style, and only what somebody changed.

The editor's own modules are run in Node.js, over every file that it can open.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from difflib import ndiff
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from kb.editor.collections import PAGES, editable_kinds, formats
from kb.model.catalogue import RECORD_TYPES
from kb.model.fields import Field, FieldType, field_list
from kb.model.page import FrontMatter
from kb.read.house_style import in_house_style, patterns
from kb.read.yaml_nodes import compose
from sampling import some

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
pytestmark = pytest.mark.slow  # needs Node.js
Case = dict[str, Any]


def written(cases: list[Case]) -> list[str]:
    """What the editor's modules write for each case."""
    node = shutil.which("node")
    assert node, "Install Node.js 18 or newer for the tests of the form editor."
    assert (ROOT / "editor/node_modules/yaml").is_dir(), "Run make editor first."
    told = {"style": patterns(), "formats": formats(), "cases": cases}
    done = subprocess.run(
        [node, str(ROOT / "tests/editor_fidelity.mjs")],
        input=json.dumps(told), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


@cache
def files() -> tuple[tuple[Path, str], ...]:
    """Every file that the editor can open, with the format that it has."""
    records = [
        (file, kind.kind)
        for kind in editable_kinds()
        for file in sorted((DOCS / "_data" / kind.kind).glob("*.yml"))
    ]
    return (*records, *((file, PAGES) for file in sorted(DOCS.rglob("*.md"))))


def case(file: Path, format: str, **more: Any) -> Case:
    return {"format": format, "text": file.read_text("utf-8"), **more}


def styled(text: str, format: str) -> str:
    node = compose(text, "")
    assert not hasattr(node, "rule"), f"{text}\n{node}"
    return in_house_style(text, node, RECORD_TYPES[format])  # type: ignore[arg-type]


def test_saving_without_a_change_keeps_every_byte() -> None:
    found = written([case(file, format) for file, format in files()])
    changed = [
        file.name
        for (file, _), text in zip(files(), found, strict=True)
        if text.encode() != file.read_bytes()
    ]
    assert len(found) > 1000
    assert changed == []


def test_a_new_file_is_in_house_style() -> None:
    records = [(file, format) for file, format in files() if format != PAGES]
    found = written([case(file, format, asFresh=True) for file, format in records])
    for (file, format), text in zip(records, found, strict=True):
        assert text == styled(text, format), file.name


def another(value: Any, field: Field) -> Any:
    """Another value of the same kind."""
    if field.type in (FieldType.BILINGUAL, FieldType.ADDRESSES):
        return {**value, "sv": f"{value['sv']} ja muuta"}
    if field.many:
        return [*value, "muuta"]
    if field.type is FieldType.FLAG:
        return False
    return "2001-02-03" if field.type is FieldType.DATE else f"{value}1"


def changes() -> Iterator[tuple[Path, str, str, Any]]:
    """Each field that a file has, and another value for it."""
    for file, format in files():
        text = file.read_text("utf-8")
        front = text.split("---\n")[1] if format == PAGES else text
        node = compose(front, "")
        fields = field_list(RECORD_TYPES.get(format, FrontMatter))
        for key, value in getattr(node, "value", ()):
            plain: Any = str(value.value)
            if not isinstance(value.value, str):
                is_map = value.id == "mapping"
                plain = (
                    {k.value: v.value for k, v in value.value}
                    if is_map
                    else [one.value for one in value.value]
                )
            field = fields[key.value]
            yield file, format, key.value, another(plain, field)


def test_changing_one_field_changes_only_its_line() -> None:
    told = some(list(changes()), 2)
    cases = [case(file, format, set={key: value}) for file, format, key, value in told]
    for (file, format, key, _), text in zip(told, written(cases), strict=True):
        lines = [*ndiff(file.read_text("utf-8").splitlines(), text.splitlines())]
        gone = [one for one in lines if one.startswith("- ")]
        come = [one for one in lines if one.startswith("+ ")]
        is_line_of_its_own = format != PAGES and field_list(RECORD_TYPES[format])[key].one_a_line
        assert len(gone) <= 1, f"{file.name} {key}: {gone}"
        assert len(come) <= 1 + is_line_of_its_own, f"{file.name} {key}: {come}"
        if format != PAGES:
            assert text == styled(text, format), f"{file.name} {key}"


HARD = (
    "no", "yes", "on", "null", "~", "=", "<<", "true", "12", "0x1F", "1_000", "12:30:45", "3.14",
    ".5", "2020-01-20", "2020-01", "a: b", "a:b", "a #b", "a#b", "# a", "- a", "-a", "?a", "? a",
    "[a]", "{a}", "a, b", "a]", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a`", "'a'", '"a"',
    "a 'b' c", 'a "b" c', "a \"b\" 'c'", "”a”", "”a” b", "a\\b", "x\u00ady", "x\u200by",
    "x\u00a0y", "😀 iloinen", "ä", "å:", "a:", ":a", "029 524 6000", "a\tb",
)  # fmt: skip


def test_hard_texts_are_quoted_as_the_house_does_it() -> None:
    fields = {"name": {"fi": "x", "sv": "x"}, "abbreviation": {"fi": "x", "sv": "x"}}
    text = "id: stm\nname:\n  fi: x\n  sv: x\nrole:\n  fi: x\n  sv: x\nfacts: [S-001]\n"
    cases = [
        {"format": "organisations", "text": text,
         "set": fields | {"name": {"fi": hard, "sv": hard}, "phases": [hard, "phase-1"]}}
        for hard in HARD
    ]  # fmt: skip
    for hard, found in zip(HARD, written(cases), strict=True):
        assert found == styled(found, "organisations"), hard
        node: Any = compose(found, "")
        names = {key.value: value for key, value in node.value}
        assert [one.value for _, one in names["name"].value] == [hard, hard]
        assert [one.value for one in names["phases"].value] == [hard, "phase-1"]


COMMENTED = """\
# Tämä on koko tiedostosta.

id: H-90 # tunnus
type: mailbox
# Nimi on lähteestä.
name: Kirjaamo
role:
  # kb:ok dead-link syy
  fi: kirjaamo # suomeksi
  sv: registratur
as_of: 2020-01
phone: "029 516 3001"
facts: [H-90]
sources: [L-01] # molemmat
# Lopuksi.
"""


@pytest.mark.parametrize(
    ("key", "value", "old", "new"),
    [
        ("name", "Neuvonta", "name: Kirjaamo", "name: Neuvonta"),
        ("role", {"fi": "neuvonta", "sv": "registratur"}, "fi: kirjaamo", "fi: neuvonta"),
        ("sources", ["L-02"], "[L-01] # molemmat", "[L-02] # molemmat"),
        ("phone", "029 516 3002", "3001", "3002"),
        ("email", "k@example.fi", '3001"\n', '3001"\nemail: k@example.fi\n'),
        ("as_of", "2021", "2020-01", "2021"),
    ],
)
def test_comments_stay(key: str, value: Any, old: str, new: str) -> None:
    (found,) = written([{"format": "contacts", "text": COMMENTED, "set": {key: value}}])
    wanted = COMMENTED.replace(old, new)
    if key == "role":  # the comment beside a text that is written anew is not about the new one
        wanted = wanted.replace("neuvonta # suomeksi", "neuvonta")
    assert found == wanted


def test_pasted_line_breaks_become_spaces_and_an_empty_field_goes() -> None:
    text = "id: x\nterm:\n  fi: a\n  sv: b\nnote:\n  fi: c\n  sv: d\ngroup: money\n"
    pasted = {"fi": "yksi\r\nkaksi\n\nkolme ", "sv": "ett"}
    told = {"definition": pasted, "note": {"fi": "", "sv": " "}}
    (found,) = written([{"format": "terms", "text": text, "set": told}])
    definition = "definition:\n  fi: yksi kaksi kolme\n  sv: ett\n"
    assert found == f"id: x\nterm:\n  fi: a\n  sv: b\n{definition}group: money\n"
