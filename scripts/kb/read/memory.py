"""What earlier runs worked out, so that a rebuild analyses and draws only what is new."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def load(file: Path) -> dict[str, Any]:
    """The remembered analyses; empty if there are none or the file is damaged."""
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def save(file: Path, known: Mapping[str, object]) -> None:
    """Remember the analyses; where the disk refuses, the next run is only slower."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(known, ensure_ascii=False, sort_keys=True), "utf-8")
    except OSError:
        return


def load_bytes(file: Path) -> bytes | None:
    """The remembered file; None if there is none."""
    try:
        return file.read_bytes()
    except OSError:
        return None


def save_bytes(file: Path, data: bytes) -> None:
    """Remember the file whole or not at all: a build may be stopped at any moment."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(".new")
        draft.write_bytes(data)
        draft.replace(file)
    except OSError:
        return
