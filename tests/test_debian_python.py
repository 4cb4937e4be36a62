"""Debian's own Python builds the same site as the one that runs the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from serve import Build, Built

DEBIAN = Path("/usr/bin/python3")
FILES = {
    "index.fi.md": "# Koti\n\nLAPE oli ohjelma.\n\n[Aihe](aihe.md)\n",
    "index.sv.md": "# Hem\n\nLAPE var ett program.\n\n[Ämne](aihe.md)\n",
    "aihe.fi.md": "# Aihe\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
    "aihe.sv.md": "---\nslug: amne\n---\n\n# Ämne\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
}


def version(python: Path) -> tuple[int, ...]:
    command = [python, "-c", "import sys; print(*sys.version_info[:3])"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return tuple(map(int, done.stdout.split()))


def environment(folder: Path) -> Path:
    """An environment of Debian's Python with the packages of this one."""
    (folder / "bin").mkdir(parents=True)
    (folder / "pyvenv.cfg").write_text(f"home = {DEBIAN.parent}\n", "utf-8")
    (folder / "bin/python").symlink_to(DEBIAN)
    for part in ("lib", "share"):
        (folder / part).symlink_to(Path(sys.prefix) / part)
    return folder / "bin/python"


def test_a_site_built_by_debian_s_python_is_the_same(tmp_path: Path, build: Build) -> None:
    if not DEBIAN.exists():
        pytest.skip(f"there is no {DEBIAN}")
    theirs, ours = version(DEBIAN), sys.version_info[:3]
    if theirs == ours or theirs[:2] != ours[:2]:
        # Compiled packages fit one minor version; another patch of it is what may differ.
        pytest.skip(f"{DEBIAN} is {theirs}, and the tests run on {ours}")
    docs = tmp_path / "docs"
    docs.mkdir()
    for name, text in FILES.items():
        (docs / name).write_text(text, "utf-8")
    python = environment(tmp_path / "environment")
    done = subprocess.run(
        [python, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", tmp_path / "theirs"],
        cwd=ROOT,
        env=os.environ | {"KB_DOCS": str(docs)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert Built(tmp_path / "theirs").files == build(docs, tmp_path / "ours").files
