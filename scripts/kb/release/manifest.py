"""What a release consists of, file by file, so that anybody can tell whether all of it is there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kb.publish.assets import IMMUTABLE

NAME = "release.json"
"""The manifest's own file in the root of a release; it is published with the rest."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A release's name, and the SHA-256 of each of its files by path below its root."""

    release: str
    files: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path, release: str) -> Manifest:
        """The manifest of what stands in the folder now."""
        return cls(release, {name: digest(folder / name) for name in names(folder)})

    @classmethod
    def read(cls, text: str | bytes) -> Manifest:
        """The manifest from its file; ValueError if it is none."""
        found = json.loads(text)
        try:
            return cls(found["release"], dict(found["files"]))
        except (KeyError, TypeError) as error:
            raise ValueError(f"{NAME}: not a manifest") from error

    @classmethod
    def load(cls, folder: Path) -> Manifest | None:
        """The manifest that the folder carries; None if it carries none."""
        try:
            return cls.read((folder / NAME).read_bytes())
        except (OSError, ValueError):
            return None

    @property
    def text(self) -> str:
        """The manifest as its file."""
        return json.dumps({"release": self.release, "files": self.files}, indent=0) + "\n"

    @property
    def assets(self) -> frozenset[str]:
        """The files whose addresses never get other content."""
        return frozenset(name for name in self.files if is_asset(name))

    def differences(self, folder: Path) -> list[str]:
        """The files that are missing, changed or not of this release.

        Assets of other releases may stand beside its own: their names say what is in them.
        """
        there = set(names(folder))
        foreign = {name for name in there - self.files.keys() if not is_asset(name)}
        changed = {
            name
            for name, known in self.files.items()
            if name not in there or digest(folder / name) != known
        }
        return sorted(foreign | changed)


def is_asset(name: str) -> bool:
    """True if no other content ever stands at this path."""
    return name.startswith(f"{IMMUTABLE}/")


def names(folder: Path) -> Iterator[str]:
    """The paths of the files below the folder, in order, but for the manifest."""
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and name != NAME:
            yield name


def digest(file: Path) -> str:
    """The SHA-256 of the file's content, in hexadecimal."""
    return sha256(file.read_bytes()).hexdigest()
