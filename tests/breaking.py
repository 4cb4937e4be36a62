"""Real files of the project, one of each kind, to be broken; and what reading and checking say."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType

from builders import PROJECT, TODAY
from kb import check
from kb.finding import Finding
from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.read import read
from kb.text import Lang

DOCS = PROJECT / "docs"
SECONDS = 5
"""How long one file may take, whatever is in it."""
STEMS = ("index", "rahoitus/index", "teemat/perhekeskus")
RECORDS = 8
"""How many records of a long list are enough."""


@cache
def seeds() -> dict[str, str]:
    """A file of every kind by its path in a content folder: pages, data and a declaration."""
    data = DOCS / "_data"
    files = [DOCS / f"{stem}.{lang}.md" for stem in STEMS for lang in Lang]
    for kind in RECORD_TYPES.values():
        one = sorted(data.glob(f"{kind.kind}/*.yml"))[:1]
        files += one if kind.one_file_each else data.glob(f"{kind.kind}.yml")
    files.append(next(iter(sorted(data.glob("translations/*.yml")))))
    return {file.relative_to(DOCS).as_posix(): _short(file) for file in files}


def _short(file: Path) -> str:
    """The file, or the first records of a long list."""
    text = file.read_text("utf-8")
    listed = text.split("\n- ")
    return text if len(listed) <= RECORDS else "\n- ".join(listed[:RECORDS]) + "\n"


def content(folder: Path) -> Path:
    """A content folder of the seeds."""
    for path, text in seeds().items():
        _put(folder / path, text.encode())
    return folder


def found_in(folder: Path, path: str, raw: bytes) -> tuple[Catalogue, list[Finding]]:
    """What the folder says, and what is wrong in it, with one file written over for a while."""
    file = folder / path
    before = file.read_bytes() if file.exists() else b""
    _put(file, raw)
    try:
        with at_most(SECONDS):
            catalogue = read(folder, folder)
            return catalogue, check.run(catalogue, check.Reference(TODAY, 24))
    finally:
        file.write_bytes(before)


def _put(file: Path, raw: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """TimeoutError where something takes longer; only Python code can be interrupted."""

    def too_long(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds} s")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
