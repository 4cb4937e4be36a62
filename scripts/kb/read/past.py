"""The content as it was in an earlier version, out of git."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from kb.model.catalogue import Catalogue
from kb.read import read


def read_past(content: Path, ref: str) -> Catalogue | None:
    """The catalogue where this branch left `ref`; None if git does not know such a version."""
    base = _git(content, "merge-base", "--end-of-options", "HEAD", ref)
    tar = _git(content, "archive", base.decode().strip()) if base else None
    if tar is None:
        return None
    with TemporaryDirectory() as folder:
        past = Path(folder) / content.name
        with tarfile.open(fileobj=io.BytesIO(tar)) as archive:
            archive.extractall(past, filter="data")
        return read(past, past)


def _git(folder: Path, *arguments: str) -> bytes | None:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
