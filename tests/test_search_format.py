"""The index's format: its writer and its reader are held to the same example files.

FORMAT.md in scripts/kb/search specifies it. When the format changes on purpose, in both programs
and in the specification, `PYTHONPATH=scripts:tools:tests python tests/test_search_format.py` writes
the example and its answers anew; look at what git then shows.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from builders import PROJECT
from kb.publish.index import FOLDER, VERSIONS
from kb.search import files
from kb.search.index import Index, IndexTerm
from kb.search.pages import Document, IndexedSection
from kb.text import Lang
from search_eval import CODE, run_node

HERE = PROJECT / "tests/search"
EXAMPLE = HERE / "format"
ANSWERS = EXAMPLE / "answers.json"
SMALL = {"SHARD": 30, "POSTING_FILE": 20, "LONGEST_TEXT": 60}
"""Limits that make a small index have all that a large one has."""
ENTRY = 13
PAGES = (0, 1, 2, 12)
"""Numbers have gaps: a page in the other language only has one, too."""
TERMS: list[tuple[str, str, float, list[tuple[int, int]]]] = [
    ("1980", "1980 1980:n", 2.5, [(0, 0)]),
    ("4.1980", "4.1980", 2.0, [(2, 9)]),
    ("avustus", "avustus avustuksen avustusta", 1.04, [(0, 25), (12, 26)]),
    ("c", "c", 3.0, [(2, 5)]),
    ("eu-ohjelma", "eu-ohjelma eu-ohjelman", 2.0, [(1, 51)]),
    ("eu-raha", "eu-raha eu-rahan eu-rahaa eu-rahasta", 2.0, [(12, 51)]),
    ("hanke", "hanke hankkeen hanketta hankkeessa", 1.5, [(0, 10), (1, 20), (2, 30), (12, 40)]),
    ("idea", "idea idean idéa", 0.3, [(1, 1)]),
    ("lapsi", "lapsi lapsen lasten", 0.96, [(0, 45), (1, 44), (2, 43), (ENTRY, 12)]),
    ("neuvola", "neuvola neuvolan", 1.1, [(2, 33)]),
    ("pe", "pe", 2.2, [(0, 7)]),
    ("perhe", "perhe perheen", 0.7, [(1, 9), (2, 8)]),
    ("perhekeskus", "perhekeskus perhekeskuksen", 1.2, [(1, 50), (2, 3)]),
    ("perhekeskustoiminta", "perhekeskustoiminta perhekeskustoiminnan", 2.9, [(2, 50)]),
    ("raha", "raha rahan rahaa", 1.0, [(0, 17)]),
    ("stm", "stm stmn", 1.7, [(12, 2)]),
    ("tuki", "tuki tuen tukea", 1.6, [(1, 24), (12, 27)]),
    ("työ", "työ työn", 0.5, [(0, 51)]),
    ("äiti", "äiti äidin äitiä aitien", 2.1, [(0, 4), (2, 6)]),
    ("жук", "жук жуки", 3.3, [(12, 1)]),
]
ALIASES = {"familjecentral": [11, 12], "pk": [12]}
NAMES = {"hanke_alkoi": [2], "hanke_loppui": [12], "hanke": [13]}
HEADINGS = {"raha_ja_valta": [1, 2], "työ": [2], "tukea": [0, 2]}
QUERIES = [
    *("hanke", "hankkeessa", "mikä hanke on", "avustuksen", "lapsi", "lasten", "1980", "c", "pe"),
    *("eu-ohjelman", "eu-rahasta", "perhekeskuksen", "perhekeskustoiminta", "perhek", "stmn"),
    *("familjecentral", "PK", "aiti", "Äidin", "tyo", "idéa", "жук", "tuki äiti", "tukea rahaa"),
    *("hankke", "perhekeskuksem", "neuvolaraha", "zzz", "?"),
    *("hanke al", "Hanke loppui", "raha ja v", "raha hanke", "perhe hankket"),
    *("huhtikuussa 1980", "työ huhtikuun 30. päivä", "mikä on hanke", "perhe keskus"),
]
LETTERS = [chr(code) for code in range(0x20, 0x250)]
"""All that Latin alphabets of Europe have."""
needs_node = pytest.mark.skipif(not shutil.which("node"), reason="search runs in Node.js")


def example() -> Index:
    sections = (
        IndexedSection(text="Hanke alkoi vuonna 2016."),
        IndexedSection(
            "raha", "Raha & valta", "Avustus ”oli” 15 \\ miljoonaa <euroa>, ja sen sai."
        ),
        IndexedSection("tyo", "Työ", "Tämä ei enää mahdu."),
    )
    documents = {
        number: Document(
            *(f"sivu-{number}", f"sivut/sivu-{number}/", f"Sivu {number}", "Sivut"),
            *("Ei hakuun.", ("phase-1",) * (number > 0), ("vip", "ot") * (number > 1)),
            sections=sections[: number + 1],
        )
        for number in PAGES
    }
    documents[ENTRY] = Document(
        "sanasto", "sanasto/#lapsi", "lapsi", "Sanasto", sections=sections[:1]
    )
    terms = [IndexTerm(lemma, sorted(forms.split()), *rest) for lemma, forms, *rest in TERMS]
    return Index(Lang.FI, documents, terms, ALIASES, NAMES, HEADINGS)


def written(patch: pytest.MonkeyPatch) -> dict[str, str]:
    """The example's files as the writer makes them now."""
    for name, limit in SMALL.items():
        patch.setattr(files, name, limit)
    patch.setattr(files, "function_words", lambda lang: frozenset({"on", "mikä", "ja"}))
    return files.files_of(example())


def kept() -> dict[str, str]:
    """The example's files as they are kept."""
    paths = (path for path in (EXAMPLE / "index").rglob("*") if path.is_file())
    return {path.relative_to(EXAMPLE / "index").as_posix(): read(path) for path in paths}


def read(file: Path) -> str:
    return file.read_bytes().decode()


def found(site: Path) -> dict[str, Any]:
    """What the engine finds in the kept files."""
    code = site / "assets/code/search"
    code.mkdir(parents=True)
    shutil.copytree(EXAMPLE / "index", site / FOLDER / "example")
    shutil.copy(PROJECT / "overrides" / CODE / "engine.js", code)
    (site / VERSIONS).write_text('{"fi": "example", "sv": "example"}\n\n', "utf-8")
    asked = {"queries": QUERIES, "letters": LETTERS}
    answers: dict[str, Any] = run_node([HERE / "format.mjs", site, Lang.FI], asked)
    return answers


def test_the_writer_gives_the_files_of_the_example(monkeypatch):
    assert written(monkeypatch) == kept()


@needs_node
def test_the_engine_finds_in_the_files_what_the_example_says(tmp_path):
    answers = found(tmp_path)["answers"]
    assert answers == json.loads(read(ANSWERS))


@needs_node
def test_both_sides_fold_letters_alike(tmp_path):
    assert found(tmp_path)["folded"] == [files.fold(letter) for letter in LETTERS]


def test_the_example_has_all_that_the_format_has():
    names = kept()
    posting = "".join(text for name, text in names.items() if name.startswith("p/"))
    shards = [name.removeprefix("t/").removesuffix(".txt") for name in names if name[0] == "t"]
    lines = [line for name in names if name[0] == "t" for line in names[name].splitlines()]
    assert sum(name.startswith("p/") for name in names) > 2, "several posting files"
    assert {"A", "Z", "a", "z"} <= set(posting), "weights at both ends of both alphabets"
    assert {1, 2, 8} <= {len(name) for name in shards if name.isalnum()}, "prefixes of each length"
    assert any(name.startswith("eu_2d_") for name in shards), "a name with another character"
    assert any(" =b,c" in line for line in lines), "an alias of several terms, in hexadecimal"
    assert any(line.startswith(" ") for line in lines), "forms that share nothing"
    assert any(line.endswith(" @2") for line in lines), "the name of a page"
    assert any(line.endswith(" #1,2") for line in lines), "a heading of two pages"
    assert names["manifest.txt"].startswith(f"{ENTRY}\n")


def _write_anew() -> None:
    with pytest.MonkeyPatch.context() as patch:
        fresh = written(patch)
    shutil.rmtree(EXAMPLE, ignore_errors=True)
    for path, text in fresh.items():
        file = EXAMPLE / "index" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    with tempfile.TemporaryDirectory() as folder:
        answers = found(Path(folder))["answers"]
    ANSWERS.write_text(json.dumps(answers, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    _write_anew()
