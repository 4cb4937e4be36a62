"""Files in the forms that readers' browsers take them in, made once and not at each request."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from kb.release.manifest import names

_TEXTS = {".css", ".csv", ".html", ".ico", ".js", ".json", ".svg", ".txt", ".xml"}
_WAYS: Mapping[str, Callable[[bytes], bytes]] = {
    ".br": brotli.compress,
    ".gz": lambda content: gzip.compress(content, mtime=0),
}
WAYS = tuple(_WAYS)
"""The endings that a compressed form adds to the file's name."""


def compress(folder: Path) -> None:
    """Write the compressed forms beside each text that they make smaller; those there are kept."""
    texts = [folder / name for name in names(folder) if Path(name).suffix in _TEXTS]
    with ThreadPoolExecutor() as workers:
        list(workers.map(_compress, texts))


def _compress(file: Path) -> None:
    content = file.read_bytes()
    for ending, way in _WAYS.items():
        target = file.with_name(file.name + ending)
        if not target.exists() and len(packed := way(content)) < len(content):
            target.write_bytes(packed)
