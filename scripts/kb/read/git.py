"""Git, asked about a folder; the answer is None where there is no git or it refuses."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str | None:
    """What git prints, as text without the line ends around it."""
    printed = git_bytes(folder, *arguments)
    return None if printed is None else printed.decode("utf-8", "replace").strip("\n")


def git_bytes(folder: Path, *arguments: str) -> bytes | None:
    """What git prints, byte for byte."""
    command = ["git", "-c", "core.quotepath=false", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def is_shallow(folder: Path) -> bool:
    """True in a clone that has only a part of its history."""
    return git(folder, "rev-parse", "--is-shallow-repository") == "true"
