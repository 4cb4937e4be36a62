"""What a change brought is told from what was there before it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from kb import check
from kb.finding import Severity
from kb.read import read
from kb.read.former import UnknownRevisionError, content_at
from kb.report.report import brought_by_change


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
    assert [(f.path, f.line, f.rule) for f in now if f.severity is Severity.ERROR] == [
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
