"""What was made once, by the digest of all that it depends on: found again, or made again.

Each entry is a file of its own, written whole and checked when it is read, so that a build that was
killed, that is not alone or whose disk has lost a byte only makes the entry again.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

MOST_BYTES = 400_000_000
"""On the disk; some ten thousand pages. What was used the longest ago goes first."""
_DIGEST = 16
_QUICKLY = 1
"""zlib's level: pages become a fifth of their size in less time than writing the rest takes."""


def digest(*parts: object) -> str:
    """A name for values: equal only if all of them are written alike."""
    return blake2b(json.dumps(list(map(str, parts))).encode(), digest_size=_DIGEST).hexdigest()


def digest_of_files(files: Iterable[Path], below: Path) -> str:
    """A name for files: for where they stand below a folder, and for what is in them."""
    found = blake2b(digest_size=_DIGEST)
    for file in sorted(files):
        content = file.read_bytes()
        found.update(f"{file.relative_to(below).as_posix()}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


class Store:
    """A folder of entries, which may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def is_empty(self) -> bool:
        """True before the first entry."""
        return not self._folder.is_dir()

    def get(self, name: str) -> Any:
        """The JSON value that was put under a name; None if there is none that is whole."""
        file = self._folder / name
        try:
            data = file.read_bytes()
            os.utime(file)
            if blake2b(data[_DIGEST:], digest_size=_DIGEST).digest() != data[:_DIGEST]:
                return None
            return json.loads(zlib.decompress(data[_DIGEST:]))
        except (OSError, ValueError, zlib.error):
            return None

    def put(self, name: str, value: object) -> None:
        """Keep a JSON value; where the disk refuses, the next build makes it again."""
        data = zlib.compress(json.dumps(value, ensure_ascii=False).encode(), _QUICKLY)
        draft = self._folder / f".{name}.{os.getpid()}"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(blake2b(data, digest_size=_DIGEST).digest() + data)
            draft.replace(self._folder / name)

    def trim(self, most: int = MOST_BYTES) -> None:
        """Delete what was used the longest ago until at most so many bytes are left."""
        with suppress(OSError):
            files = [(entry.stat(), entry.path) for entry in os.scandir(self._folder)]
            total = sum(stat.st_size for stat, _ in files)
            for stat, path in sorted(files, key=lambda one: one[0].st_mtime_ns):
                if total <= most:
                    return
                Path(path).unlink(missing_ok=True)
                total -= stat.st_size
