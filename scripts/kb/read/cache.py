"""What earlier runs worked out, so that a rebuild analyses only what is new."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from os import getpid
from pathlib import Path
from typing import Any

_ANALYSERS = ("pyvoikko", "kfst", "simplemma", "spylls", "hunspell-sv")
_READERS = ("Markdown", "pymdown-extensions", "tinyhtml5", "python-stdnum")
_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = _PACKAGE / "words"
_JSON = json.JSONEncoder(ensure_ascii=False).encode

TRAVELLING = _CODE / "known"
"""What the project itself brings of its own words, so that a fresh clone need not work it out."""


def remembered(file: Path) -> dict[str, Any]:
    """What earlier runs know, or else what the project brings."""
    return load(file) or load(TRAVELLING / file.name)


def load(file: Path) -> dict[str, Any]:
    """The remembered analyses; empty if there are none, others made them or the file is damaged."""
    try:
        label, _, body = file.read_bytes().partition(b"\n")
        known = json.loads(body) if label == _label(body) else {}
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def save(file: Path, known: Mapping[str, object]) -> None:
    """Remember the analyses, whole or not at all: a build may be stopped, or not be alone.

    Where the disk refuses, the next run is only slower.
    """
    # An entry a line, so that a version history of the file stays small.
    entries = (f"{_JSON(key)}: {_JSON(known[key])}" for key in sorted(known))
    body = ("{" + ",\n".join(entries) + "}").encode()
    draft = file.with_suffix(f".{getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(_label(body) + b"\n" + body)
        draft.replace(file)
    except OSError:
        return


def _label(body: bytes) -> bytes:
    """The first line of a file: who worked it out, and a digest that shows any damage."""
    return f"{_analysers()} {blake2b(body, digest_size=16).hexdigest()}".encode()


@cache
def _analysers() -> str:
    """A name for the code and the word lists: what older ones worked out is not to be trusted."""
    digest = blake2b(digest_size=6)
    for package in _ANALYSERS:
        digest.update(f"{package} {version(package)}\n".encode())
    for file in sorted([*_CODE.glob("*.py"), *_CODE.glob("*.txt")]):
        digest.update(file.read_bytes())
    return digest.hexdigest()


@cache
def code() -> str:
    """A name for all of the package's code and for what it reads Markdown and numbers with."""
    digest = blake2b(digest_size=6)
    for package in _READERS:
        digest.update(f"{package} {version(package)}\n".encode())
    for file in sorted(_PACKAGE.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
