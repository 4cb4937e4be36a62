"""Each hostile file and value brings a finding; and the build alone publishes none of them."""

from __future__ import annotations

import re
from pathlib import Path

import check as command
import pytest
from hostile import BEYOND_MKDOCS, EVIL, HOSTILE_FILES, Make
from hostile_values import HOSTILE_VALUES
from kb import check
from kb.finding import Finding
from kb.publish import run
from kb.read import read
from serve import Build, Built
from toy import FILES, write

FEWEST_FILES, FEWEST_VALUES = 87, 51
USUAL = {"missing-translation", "page-without-facts", "missing-lead", "empty-section"}
"""What the toy has anyway."""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The toy's content."""
    return write(tmp_path / "docs", FILES)


def found(docs: Path) -> list[Finding]:
    return check.run(read(docs, docs))


def test_the_toy_alone_has_nothing_wrong(docs: Path) -> None:
    assert {finding.rule.id for finding in found(docs)} <= USUAL | {"not-read"}


def test_the_kinds_are_many() -> None:
    assert len(HOSTILE_FILES) >= FEWEST_FILES
    assert len(HOSTILE_VALUES) >= FEWEST_VALUES


@pytest.mark.parametrize("make", HOSTILE_FILES.values(), ids=HOSTILE_FILES)
def test_a_hostile_file_brings_a_finding(docs: Path, make: Make) -> None:
    before = set(found(docs))
    make(docs)
    assert [one for one in set(found(docs)) - before if one.rule.id not in USUAL]


@pytest.mark.parametrize("make", HOSTILE_VALUES.values(), ids=HOSTILE_VALUES)
def test_a_hostile_value_brings_a_finding(docs: Path, make: Make) -> None:
    before = set(found(docs))
    make(docs)
    assert [one for one in set(found(docs)) - before if one.rule.id not in USUAL]


@pytest.mark.parametrize("format", ["text", "github", "markdown", "json"])
def test_what_is_said_of_them_commands_nobody(
    docs: Path, format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, make in {**HOSTILE_FILES, **HOSTILE_VALUES}.items():
        if not name.startswith("four hundred"):
            make(docs)
    assert command.main([str(docs), "--format", format]) == 1
    told = capsys.readouterr().out
    assert [c for c in told if not c.isprintable() and c not in "\n\u00a0"] == []
    assert "##[" not in told
    commands = {line.split()[0] for line in told.split("\n") if line.lstrip().startswith("::")}
    ours = {"::error", "::warning", "::error::Lisäksi", "::warning::Lisäksi"}
    assert commands <= (ours if format == "github" else set())


@pytest.fixture(scope="module")
def unchecked(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Built:
    """A build with the hostile files all at once, for which no check was made."""
    folder = tmp_path_factory.mktemp("unchecked")
    docs = write(folder / "docs", FILES)
    for name in HOSTILE_FILES.keys() - BEYOND_MKDOCS:
        HOSTILE_FILES[name](docs)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run.check, "run", lambda *_: [])
        return build(docs, folder / "site")


def test_the_build_alone_publishes_pages_and_media_of_ours_only(unchecked: Built) -> None:
    ours = re.compile(r"assets/search/|data/|search\.json$|_headers$|_redirects$|\.well-known/")
    files = {name: body for name, body in unchecked.files.items() if not ours.match(name)}
    endings = {Path(name).suffix for name in files if not name.startswith("assets/")}
    assert endings <= {".html", ".png", ".txt", ".xml", ".gz", ".ico"}
    hidden = [name for name in files if "_" in name or "markdown" in name or "mdown" in name]
    assert hidden == []
    evil = [name for name, body in files.items() if EVIL.encode() in body]
    assert {Path(name).suffix for name in evil} == {".html"}, "pages may say what they like"
    assert [name for name in evil if name.startswith(("assets/", "sv/evil/"))] == []
    assert unchecked.pages["haku/"].one("h1").text == "Haku"
    assert unchecked.not_found.every("form")
    assert [name for name, body in files.items() if b"root:x:0" in body] == []
