"""Maintainers' command: what is known of the words on our own pages, worked out anew.

    make known-words

It travels with the project (`kb/words/known/`), so that the first build of a fresh clone need not
load four word lists. Only what the lists themselves decide is in it, nothing of the pages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from kb.read.cache import TRAVELLING, load, save

PROJECT = Path(__file__).resolve().parent.parent
PARTS = ("overrides", "styles", "scripts")


def main() -> None:
    """Build and check a project that knows no word, and keep what it has learnt."""
    before = {file: file.read_bytes() for file in TRAVELLING.glob("*.json")}
    for file in before:
        file.unlink()
    try:
        _learn()
    except subprocess.CalledProcessError:
        for file, body in before.items():
            file.write_bytes(body)
        sys.exit("The project does not build: make build says why. Nothing was changed.")


def _learn() -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for part in PARTS:
            (project / part).symlink_to(PROJECT / part)
        shutil.copy2(PROJECT / "mkdocs.yml", project)  # MkDocs' project is where this file is
        shutil.copytree(PROJECT / "docs", project / "docs")  # and these are its own pages
        cache = project / ".cache"
        build = ["-m", "mkdocs", "build", "--quiet", "--site-dir", str(project / "site")]
        check = [str(PROJECT / "scripts/check.py"), "--cache", str(cache)]
        settings = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        for command in (build, check):
            subprocess.run(
                [sys.executable, *command],
                cwd=project,
                env=settings,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=True,
            )
        for file in sorted(cache.glob("*.json")):
            save(TRAVELLING / file.name, load(file))
            print(f"{TRAVELLING.name}/{file.name}: {len(load(file))}")


if __name__ == "__main__":
    main()
