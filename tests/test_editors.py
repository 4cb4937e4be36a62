"""Thirty mistakes and more are told at their line, and as many good changes raise nothing."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import PROJECT, TODAY
from confirmed import confirm_all
from editors import CHANGES, MISTAKES, Change, Mistake
from kb import check
from kb.finding import Finding, Weight
from kb.read import read
from kb.read.former import UnknownRevisionError, content_at
from kb.read.spellers import read_spellers
from kb.report.report import brought_by_change

DOCS = PROJECT / "docs"
REFERENCE = check.Reference(TODAY, 24, read_spellers(DOCS, PROJECT / ".cache"))


def findings(docs: Path) -> list[Finding]:
    return check.run(read(docs, docs), REFERENCE)


@pytest.fixture(scope="module")
def before() -> list[Finding]:
    return findings(DOCS)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DOCS, tmp_path / "docs"))


def line_of(file: Path, at: str) -> int:
    """The line of the first mention, or of the last one if the mistake says so."""
    last = at.endswith(" (the last)")
    lines = file.read_bytes().decode("utf-8", "replace").split("\n")
    found = [n for n, line in enumerate(lines, 1) if at.removesuffix(" (the last)") in line]
    return found[-1 if last else 0] if at else 1


def test_there_are_thirty_of_each_and_no_two_alike() -> None:
    for table in (MISTAKES, CHANGES):
        assert len({edit.name for edit in table}) == len(table) >= 30


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_at_its_line(mistake: Mistake, docs: Path, before: list[Finding]) -> None:
    for step in mistake.steps:
        step(docs)
    brought = brought_by_change(findings(docs), before)
    told = {(finding.path, finding.line, finding.rule) for finding in brought}
    line = line_of(docs / mistake.file, mistake.at)
    assert (f"docs/{mistake.file}", line, mistake.rule) in told, sorted(told)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_good_change_raises_nothing(change: Change, docs: Path, before: list[Finding]) -> None:
    for step in change.steps:
        step(docs)
    confirm_all(docs)
    brought = brought_by_change(findings(docs), before)
    assert [line for finding in brought for line in finding.lines()] == []


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.fi")
    subprocess.run(["git", "-C", folder, *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Path]:
    """A repository whose content has an old mistake."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.fi.md").write_text("# A\n\n[x](ei.md)\n", "utf-8")
    (docs / "a.sv.md").write_text("# A\n", "utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "docs")
    git(tmp_path, "commit", "-qm", "first")
    yield docs


def test_what_a_change_brought_is_told_from_what_was_there(repository: Path) -> None:
    text = (repository / "a.fi.md").read_text("utf-8")
    (repository / "a.fi.md").write_text(text.replace("# A\n", "# A\n\nUutta.\n"), "utf-8")
    (repository / "a.sv.md").rename(repository / "b.sv.md")
    git(repository.parent, "add", "-A")
    git(repository.parent, "commit", "-qm", "second")
    with content_at(repository, "HEAD~1") as former:
        earlier = check.run(read(former, former))
    now = check.run(read(repository, repository))
    assert [(f.path, f.line, f.rule) for f in now if f.weight is Weight.ERROR] == [
        ("docs/a.fi.md", 5, "broken-link")
    ]
    assert {(f.path, f.rule) for f in brought_by_change(now, earlier)} == {
        ("docs/a.fi.md", "missing-translation"),
        ("docs/b.sv.md", "missing-translation"),
    }


def test_a_revision_that_git_does_not_know_is_said(repository: Path) -> None:
    with pytest.raises(UnknownRevisionError), content_at(repository, "olematon"):
        pass


def test_before_the_folder_was_there_nothing_was_wrong(repository: Path) -> None:
    new = repository.parent / "uusi"
    new.mkdir()
    with content_at(new, "HEAD") as former:
        assert check.run(read(former, former)) == []
