"""An object store by rclone: any that it knows, named by a remote in its own settings."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kb.release.failure import NotReleasedError
from kb.text import Text

REFUSED = Text("rclone ilmoitti: {words}", "rclone meddelade: {words}")
_MISSING = 3, 4
"""Exit statuses of rclone: no such folder, no such file."""


@dataclass(frozen=True, slots=True)
class RcloneStore:
    """The store at `remote`, such as `s3:bucket`."""

    program: Path
    remote: str

    def listing(self) -> Mapping[str, datetime]:
        """Every object, and when it was written; nothing where there is no bucket yet."""
        printed = self._run("lsjson", "--recursive", "--files-only", self.remote, may_lack=True)
        found = json.loads(printed or "[]")
        return {one["Path"]: datetime.fromisoformat(one["ModTime"]) for one in found}

    def read(self, name: str) -> bytes:
        """The object's content."""
        return self._run("cat", f"{self.remote}/{name}")

    def upload(self, folder: Path, names: Collection[str], place: str, cache: str) -> None:
        """Put the files below `place`; those there with the same content stay as they are."""
        target = f"{self.remote}/{place}"
        header = f"Cache-Control: {cache}"
        with _listed(names) as listed:
            chosen = ("--files-from-raw", listed, str(folder), target)
            self._run("copy", "--checksum", "--header-upload", header, *chosen)
            self._run("check", "--one-way", *chosen)

    def write(self, name: str, text: str) -> None:
        """Write a small object; what stands before the store learns the text from its headers."""
        headers = (f"x-amz-meta-release: {text}", "Cache-Control: no-cache")
        said = [part for header in headers for part in ("--header-upload", header)]
        self._run("rcat", *said, f"{self.remote}/{name}", given=text.encode())

    def delete(self, names: Collection[str]) -> None:
        """Remove the objects."""
        if names:
            with _listed(names) as listed:
                self._run("delete", "--files-from-raw", listed, self.remote)

    def _run(self, *arguments: str, given: bytes = b"", may_lack: bool = False) -> bytes:
        quiet = ("--log-level", "ERROR", "--retries", "3")
        done = subprocess.run(
            [self.program, *arguments, *quiet], input=given, capture_output=True, check=False
        )
        if may_lack and done.returncode in _MISSING:
            return b""
        if done.returncode:
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
            words = lines[-1] if lines else str(done.returncode)
            raise NotReleasedError(REFUSED.format(words=words))
        return done.stdout


@contextmanager
def _listed(names: Collection[str]) -> Iterator[str]:
    """A file that rclone reads the names from; there it takes none of them for a pattern."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as listed:
        listed.write("".join(f"{name}\n" for name in sorted(names)))
        listed.flush()
        yield listed.name
