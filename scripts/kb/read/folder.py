"""The folder as a whole: which files there are, and what is wrong with any of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from kb.finding import Finding
from kb.model.addresses import address_word
from kb.read import messages
from kb.words.identity import identity_codes

LARGEST_IMAGE = 500_000
"""Bytes: what a reader in a train still gets in a second or two."""
_IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"}
_TEXTS = {".md", ".yml", ".yaml", ".txt", ".csv", ".json", ".svg", ".html"}
_NAME = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


def read_folder(content: Path) -> tuple[frozenset[str], list[Finding]]:
    """Every file below `content` by its path inside it, and what any file can have wrong."""
    files = sorted(_files(content))
    findings: list[Finding] = []
    for file in files:
        inside = file.relative_to(content).as_posix()
        path = f"{content.name}/{inside}"
        # Records are named by their ids, which have capitals.
        if not inside.startswith("_"):
            findings += _bad_name(file, path)
        findings += _large_image(file, path)
        findings += _identity_codes(file, path)
    return frozenset(file.relative_to(content).as_posix() for file in files), findings


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if not name.startswith("."))


def _bad_name(file: Path, path: str) -> Iterator[Finding]:
    if not _NAME.fullmatch(file.name):
        message = messages.BAD_FILE_NAME.format(name=file.name, better=_plain(file.name))
        yield Finding(path, 1, "bad-file-name", message)


def _large_image(file: Path, path: str) -> Iterator[Finding]:
    if file.suffix.lower() in _IMAGES and (size := file.stat().st_size) > LARGEST_IMAGE:
        message = messages.LARGE_IMAGE.format(size=size // 1000, largest=LARGEST_IMAGE // 1000)
        yield Finding(path, 1, "large-image", message)


def _identity_codes(file: Path, path: str) -> Iterator[Finding]:
    if file.suffix.lower() in _TEXTS:
        for line, shown in identity_codes(file.read_text("utf-8", errors="replace")):
            message = messages.PERSONAL_IDENTITY_CODE.format(shown=shown)
            yield Finding(path, line, "personal-identity-code", message)


def _plain(name: str) -> str:
    """The name in the letters of addresses, dots kept: `Pää sivu.fi.md` is `paa-sivu.fi.md`."""
    return ".".join(filter(None, map(address_word, name.split(".")))) or "sivu.fi.md"
