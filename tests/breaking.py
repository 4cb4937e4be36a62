"""Real files of the project, one of each kind, to be broken; and what reading and checking say."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType

from builders import NOW, PROJECT
from kb import check
from kb.finding import Finding
from kb.model.catalogue import RECORD_TYPES, Catalogue
from kb.read import read
from kb.text import Lang

DOCS = PROJECT / "docs"
SECONDS = 5
"""Of the processor: how long one file may take, whatever is in it."""
STEMS = ("sivukartta", "rahoitus/index")
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
    """A content folder of the seeds, pages in one language only: fewer files are read faster."""
    for path, text in seeds().items():
        if not path.endswith(".fi.md"):
            _put(folder / path, text.encode())
    return folder


def found_in(folder: Path, path: str, raw: bytes) -> tuple[Catalogue, list[Finding]]:
    """What the folder says, and what is wrong in it, with one file written over for a while."""
    file = folder / path
    before = file.read_bytes() if file.exists() else None
    _put(file, raw)
    try:
        with at_most(SECONDS):
            catalogue = read(folder, folder)
            return catalogue, check.run(catalogue, check.Reference(NOW, 24))
    finally:
        file.unlink() if before is None else file.write_bytes(before)


def _put(file: Path, raw: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """TimeoutError where Python code takes more of the processor's time, however busy it is."""

    def too_long(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds} s")

    before = signal.signal(signal.SIGPROF, too_long)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
