"""Thirty mistakes and more, each a pull request that is checked, and as many good changes in a few.

One repository holds the real content; each pull request is a commit on a branch of its own, which
the editors' command checks against the branch that it left. Mistakes are told at their line; of
good changes nothing is said, however many they are.
"""

from __future__ import annotations

import gc
import json
import shutil
import subprocess
from calendar import timegm
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import check as command
import pytest
from builders import NOW, PROJECT
from confirmed import confirm_all
from edits import Step
from good_changes import CHANGES
from kb.check import Reference
from kb.finding import Finding
from memoised import memoised
from mistakes import MISTAKES, Mistake
from sampling import some

pytestmark = pytest.mark.slow

Told = list[dict[str, Any]]
PULL_REQUESTS = 6

REQUESTS = [CHANGES[start::PULL_REQUESTS] for start in range(PULL_REQUESTS)]
"""Good changes, a few in each pull request; of neighbours in the table no two are together."""


class Proposals:
    """A repository whose main branch is the content as it is; each edit leaves it on a branch."""

    def __init__(self, folder: Path, memory: Path) -> None:
        self.docs = folder / "docs"
        self._memory = memory
        shutil.copytree(PROJECT / "docs", self.docs)
        self._git("init", "--quiet", "--initial-branch", "main")
        self._commit("all")

    def propose(self, steps: Sequence[Step], *, confirmed: bool = False) -> None:
        """One pull request: a branch of main with a commit of these steps."""
        self._git("switch", "--quiet", "--force-create", "proposal", "main")
        for step in steps:
            step(self.docs)
        if confirmed:
            confirm_all(self.docs)
        self._commit("edit")

    def checked(self, capsys: pytest.CaptureFixture[str]) -> Told:
        """What the check says that the pull request brought."""
        asked = ["--changed-since", "main", "--format", "json", "--cache", str(self._memory)]
        status = command.main([str(self.docs), *asked])
        told: Told = json.loads(capsys.readouterr().out)
        brought = [one for one in told if one["brought"]]
        assert status == any(one["severity"] == "error" for one in brought)
        return brought

    def _commit(self, message: str) -> None:
        self._git("add", "--all", "docs")
        self._git("commit", "--quiet", "--message", message)

    def _git(self, *arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.fi", "-c", "core.autocrlf=false")
        command = ["git", "-C", str(self.docs.parent), *who, *arguments]
        subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="module")
def proposals(
    tmp_path_factory: pytest.TempPathFactory, spellers_memory: Path
) -> Iterator[Proposals]:
    """The repository, with main checked once for all who left it; garbage waits."""
    known: dict[str, list[Finding]] = {}
    before = command.before

    def once(content: Path, revision: str, reference: Reference) -> list[Finding]:
        if revision not in known:
            known[revision] = before(content, revision, reference)
        return known[revision]

    with pytest.MonkeyPatch.context() as patch, memoised():
        patch.setenv("SOURCE_DATE_EPOCH", str(timegm(NOW.timetuple())))
        patch.setattr(command, "before", once)
        gc.disable()
        yield Proposals(tmp_path_factory.mktemp("proposals"), spellers_memory)
        gc.enable()


def line_of(file: Path, at: str) -> int:
    """The line of the first mention; the first line of all if nothing is mentioned."""
    lines = file.read_bytes().decode("utf-8", "replace").split("\n")
    return next(n for n, line in enumerate(lines, 1) if at in line)


def test_there_are_thirty_of_each_and_no_two_alike() -> None:
    for table in (MISTAKES, CHANGES):
        assert len({edit.name for edit in table}) == len(table) >= 30


@pytest.mark.parametrize("mistake", some(MISTAKES, 3), ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_at_its_line(
    mistake: Mistake, proposals: Proposals, capsys: pytest.CaptureFixture[str]
) -> None:
    proposals.propose(mistake.steps)
    told = {(one["path"], one["line"], one["rule"]) for one in proposals.checked(capsys)}
    line = line_of(proposals.docs / mistake.file, mistake.at)
    assert (f"docs/{mistake.file}", line, mistake.rule) in told, sorted(told)


@pytest.mark.parametrize("number", range(len(REQUESTS)))
def test_good_changes_raise_nothing(
    number: int, proposals: Proposals, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = REQUESTS[number]
    proposals.propose([step for change in changes for step in change.steps], confirmed=True)
    assert proposals.checked(capsys) == [], [change.name for change in changes]
