"""A new module breaks the layers wherever it stands, without being listed anywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from builders import PROJECT

INTRUDERS = {
    "kb.fresh": ("", "- kb.fresh"),
    "kb.fresh.part": ("import mkdocs.config\n", "kb.fresh.part -> mkdocs"),
    "kb.words.fresh": ("from kb.model import page\n", "kb.words.fresh -> kb.model.page"),
    "kb.read.fresh": ("from mkdocs_static_i18n import plugin\n", "-> mkdocs_static_i18n"),
    "kb.model.fresh": ("import subprocess\n", "kb.model.fresh -> subprocess"),
    "kb.publish.fresh": ("from os import path\n", "kb.publish.fresh -> os"),
    "kb.release.fresh": ("from kb import site\n", "kb.release.fresh -> kb.site"),
    "kb.render.fresh": ("def f():\n    import pathlib\n", "kb.render.fresh -> pathlib"),
}
"""What is wrong in each module, and the words of the report that name it."""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The package and its contracts, to be spoilt."""
    shutil.copy(PROJECT / ".importlinter", tmp_path)
    shutil.copytree(PROJECT / "scripts/kb", tmp_path / "scripts/kb")
    return tmp_path


def linted(folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": "scripts"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_the_package_keeps_its_layers(copied: Path) -> None:
    status, told = linted(copied)
    assert status == 0, told


@pytest.mark.parametrize("name", INTRUDERS)
def test_a_new_module_is_held_to_the_layers(copied: Path, name: str) -> None:
    text, says = INTRUDERS[name]
    module = copied / "scripts" / f"{name.replace('.', '/')}.py"
    module.parent.mkdir(exist_ok=True)
    (module.parent / "__init__.py").touch()
    module.write_text(text, "utf-8")
    status, told = linted(copied)
    assert status == 1
    assert says in told
