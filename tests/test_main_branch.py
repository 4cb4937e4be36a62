"""Where proposals are merged is known to make: from the code host, from what there is, or told."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from builders import PROJECT
from test_merging import git


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository whose main branch is `master`, as far as make looks."""
    folder = tmp_path / "there"
    folder.mkdir()
    for name in ("Makefile", "requirements.txt"):
        shutil.copyfile(PROJECT / name, folder / name)
    git(folder, "init", "--quiet", "--initial-branch", "master")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "a")
    return folder


def compared_with(folder: Path, **settings: str) -> str:
    (folder / ".venv").mkdir()
    (folder / ".venv/ready").touch()
    unset = {"MAIN_BRANCH", "EDIT_URI", "SINCE", "MAKEFLAGS", "MAKELEVEL"}
    around = {name: value for name, value in os.environ.items() if name not in unset}
    command = ["make", "--dry-run", "--no-print-directory", "annotate"]
    done = subprocess.run(
        command, cwd=folder, env={**around, **settings}, check=True, capture_output=True, text=True
    )
    return done.stdout.rpartition('--changed-since "')[2].strip().strip('"')


def test_a_repository_of_its_own_compares_with_the_branch_that_it_has(project: Path) -> None:
    assert compared_with(project) == "master"


def test_a_clone_compares_with_what_the_code_host_calls_its_main_branch(
    project: Path, tmp_path: Path
) -> None:
    git(project, "switch", "--quiet", "--create", "kehitys")
    git(project, "clone", "--quiet", str(project), str(tmp_path / "here"))
    assert compared_with(tmp_path / "here") == "origin/kehitys"


def test_what_is_told_wins(project: Path) -> None:
    assert compared_with(project, MAIN_BRANCH="julkaistu") == "julkaistu"
