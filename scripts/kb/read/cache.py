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

_ANALYSERS = ("pyvoikko", "simplemma", "spylls", "hunspell-sv")
_CODE = Path(__file__).resolve().parent.parent / "words"
_MADE_BY = "made by"
_KNOWN = "known"


def load(file: Path) -> dict[str, Any]:
    """The remembered analyses; empty if there are none, others made them or the file is damaged."""
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    ours = isinstance(found, dict) and found.get(_MADE_BY) == _analysers()
    known = found.get(_KNOWN) if ours else None
    return known if isinstance(known, dict) else {}


def save(file: Path, known: Mapping[str, object]) -> None:
    """Remember the analyses, whole or not at all: a build may be stopped, or not be alone.

    Where the disk refuses, the next run is only slower.
    """
    kept = {_MADE_BY: _analysers(), _KNOWN: known}
    draft = file.with_suffix(f".{getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(kept, ensure_ascii=False, sort_keys=True), "utf-8")
        draft.replace(file)
    except OSError:
        return


@cache
def _analysers() -> str:
    """A name for the code and the word lists: what older ones worked out is not to be trusted."""
    digest = blake2b(digest_size=6)
    for package in _ANALYSERS:
        digest.update(f"{package} {version(package)}\n".encode())
    for file in sorted([*_CODE.glob("*.py"), *_CODE.glob("*.txt")]):
        digest.update(file.read_bytes())
    return digest.hexdigest()
