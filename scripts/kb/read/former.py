"""The content as it was at an earlier commit, so that a change can be told from what was there."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class UnknownRevisionError(Exception):
    """Git does not know the revision, or there is no git."""


@contextmanager
def content_at(content: Path, revision: str) -> Iterator[Path]:
    """A copy of the content folder at a revision, for as long as it is needed; empty if new."""
    top = Path(_git(content, "rev-parse", "--show-toplevel").decode().strip())
    commit = _git(top, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    base = _common(top, commit.decode().strip())
    inside = content.resolve().relative_to(top.resolve()).as_posix()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, inside)
        copy.mkdir(parents=True, exist_ok=True)
        if _git(top, "ls-tree", base, "--", inside):
            packed = _git(top, "archive", "--format=tar", base, "--", inside)
            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                archive.extractall(folder, filter="data")
        yield copy


def _common(top: Path, commit: str) -> str:
    """Where the present parted from a commit; the commit itself in a clone too shallow to tell."""
    try:
        return _git(top, "merge-base", "HEAD", commit).decode().strip()
    except UnknownRevisionError:
        return commit


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        command = ["git", "-C", str(folder), *arguments]
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise UnknownRevisionError(str(error)) from error
    if done.returncode:
        raise UnknownRevisionError(done.stderr.decode(errors="replace").strip())
    return done.stdout
