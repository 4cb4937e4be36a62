"""What a change brought is told from what was there before it, in a shallow clone as well."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import check as check_command
import pytest
import translations as translations_command
from kb import check
from kb.finding import Severity
from kb.read import read
from kb.read.snapshot import Snapshot, read_snapshot
from kb.report.report import brought_by_change
from kb.text import Text
from test_history import Repository

OLD_MISTAKE = {"docs/a.fi.md": "# A\n\n[x](ei.md)\n", "docs/a.sv.md": "# A\n"}
Command = Callable[[Path, str], int]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository whose content has an old mistake."""
    made = Repository(tmp_path / "origin")
    made.git("branch", "-m", "main")
    made.commit("2026-01-01", **OLD_MISTAKE)
    return made


@pytest.fixture
def proposal(repository: Repository) -> Repository:
    """The same, with a branch for a change to page `a`; main has gone on to page `b`."""
    repository.git("switch", "--quiet", "--create", "proposal")
    repository.commit("2026-01-02", **{"docs/a.fi.md": f"{OLD_MISTAKE['docs/a.fi.md']}\nUutta.\n"})
    repository.git("switch", "--quiet", "main")
    repository.commit("2026-01-03", **{"docs/b.fi.md": "# B\n", "docs/b.sv.md": "# B\n"})
    return repository


def cloned(origin: Repository, *options: str) -> Path:
    """The content of a clone of the proposal, by git's own transport: a path would ignore depth."""
    target = origin.folder.parent / "clone"
    command = ["git", "clone", "--quiet", "--branch", "proposal", *options]
    subprocess.run([*command, f"file://{origin.folder}", target], check=True, capture_output=True)
    return target / "docs"


def checked(docs: Path, revision: str) -> int:
    memory = str(docs.parent / "memory")
    asked = ["--format", "json", "--changed-since", revision, "--cache", memory]
    return check_command.main([str(docs), *asked])


def compared(docs: Path, revision: str) -> int:
    asked = ["status", "--json", "--changed-since", revision]
    return translations_command.main(["--docs", str(docs), *asked])


both_commands = pytest.mark.parametrize("command", [checked, compared])


def pages_before(docs: Path, revision: str) -> tuple[list[str], Text | None]:
    snapshot = read_snapshot(docs, docs, revision)
    assert isinstance(snapshot, Snapshot)
    return sorted(snapshot.catalogue.pairs), snapshot.caveat


def test_what_a_change_brought_is_told_from_what_was_there(repository: Repository) -> None:
    docs = repository.folder / "docs"
    (docs / "a.sv.md").rename(docs / "b.sv.md")
    repository.commit("2026-01-02", **{"docs/a.fi.md": "# A\n\nUutta.\n\n[x](ei.md)\n"})
    snapshot = read_snapshot(docs, docs, "HEAD~1")
    assert isinstance(snapshot, Snapshot)
    now = check.run(read(docs, docs))
    assert [(f.path, f.line, f.rule.id) for f in now if f.severity is Severity.ERROR] == [
        ("docs/a.fi.md", 5, "broken-link")
    ]
    assert {(f.path, f.rule.id) for f in brought_by_change(now, check.run(snapshot.catalogue))} == {
        ("docs/a.fi.md", "missing-translation"),
        ("docs/b.sv.md", "missing-translation"),
    }


def test_before_the_folder_was_there_it_was_empty(repository: Repository) -> None:
    new = repository.folder / "uusi"
    new.mkdir()
    assert pages_before(new, "HEAD") == ([], None)


def test_the_content_may_be_the_whole_repository(tmp_path: Path) -> None:
    alone = Repository(tmp_path / "docs")
    alone.commit("2026-01-01", **{"a.fi.md": "# A\n"})
    snapshot = read_snapshot(alone.folder, alone.folder, "HEAD")
    assert isinstance(snapshot, Snapshot)
    assert [page.path for page in snapshot.catalogue.pages()] == ["docs/a.fi.md"]


def test_a_change_is_compared_with_where_it_began(proposal: Repository) -> None:
    assert pages_before(cloned(proposal), "origin/main") == (["a"], None)


def test_a_shallow_clone_compares_with_the_revision_itself_and_says_so(
    proposal: Repository,
) -> None:
    docs = cloned(proposal, "--depth", "1", "--no-single-branch")
    known, caveat = pages_before(docs, "origin/main")
    assert known == ["a", "b"]
    assert caveat is not None
    assert "”origin/main”" in caveat.fi


def test_deepening_a_shallow_clone_takes_the_caveat_away(proposal: Repository) -> None:
    docs = cloned(proposal, "--depth", "1", "--no-single-branch")
    subprocess.run(["git", "-C", docs, "fetch", "--quiet", "--unshallow"], check=True)
    assert pages_before(docs, "origin/main") == (["a"], None)


@both_commands
def test_both_commands_tell_of_a_shallow_clone_and_go_on(
    command: Command, proposal: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = cloned(proposal, "--depth", "1", "--no-single-branch")
    assert command(docs, "origin/main") == (1 if command is checked else 0)
    told = capsys.readouterr()
    assert "Tästä kloonista puuttuu osa historiasta" in told.err
    assert "Den här klonen saknar en del av historiken" in told.err
    assert json.loads(told.out)


@both_commands
def test_both_commands_refuse_what_a_shallow_clone_has_not_fetched(
    command: Command, proposal: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = cloned(proposal, "--depth", "1")
    assert command(docs, "HEAD~1") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Versiota ”HEAD~1” ei ole tässä kloonissa" in told.err
    assert "Versionen ”HEAD~1” finns inte i den här klonen" in told.err
    assert "git fetch --unshallow" in told.err


@both_commands
def test_both_commands_refuse_a_revision_that_git_does_not_know(
    command: Command, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(repository.folder / "docs", "olematon") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "git ei tunne versiota ”olematon”" in told.err
    assert "git känner inte versionen ”olematon”" in told.err


@both_commands
def test_both_commands_refuse_outside_a_repository(
    command: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.fi.md").write_text("# A\n", "utf-8")
    assert command(docs, "main") == 2
    assert "sisältö ei ole git-arkistossa" in capsys.readouterr().err
