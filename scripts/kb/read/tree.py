"""The plain files of a content folder. Nothing else that stands there is ever opened.

A link could lead out of the folder, a device or a pipe would never end, and a folder inside itself
has no end either.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.finding import Finding, Rule
from kb.read.limits import DEEPEST, folder_beyond

_HIDDEN = "."
_OF_GIT = ".git"


def is_of_git(file: str) -> bool:
    """True for a file that git or the code host obeys: .gitattributes can hide what changes."""
    return file.rpartition("/")[2].startswith(_OF_GIT)


@dataclass(frozen=True, slots=True)
class Tree:
    """The plain files below `content` by their path inside it, in order; hidden only git's."""

    content: Path
    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    """What is there and is no plain file."""

    def below(self, folder: str, suffix: str = "") -> list[str]:
        """The files inside a folder and its folders whose names end in the suffix."""
        return [f for f in self.files if f.startswith(f"{folder}/") and f.endswith(suffix)]

    def directly_in(self, folder: str, suffix: str) -> list[str]:
        """The same without what is in folders inside the folder."""
        return [f for f in self.below(folder, suffix) if f.rpartition("/")[0] == folder]

    def path(self, file: str) -> str:
        """A file's path as findings tell it: from the content folder's parent."""
        return f"{self.content.name}/{file}"


LINK_OR_DEVICE = Rule.error(
    "link-or-device",
    "”{name}” on linkki toiseen paikkaan, joten sitä ei lueta eikä julkaista. Kopioi itse tiedosto "
    "sen tilalle.",
    "”{name}” är en länk till en annan plats, så den varken läses eller publiceras. Kopiera själva "
    "filen i stället.",
)
_DEVICE = LINK_OR_DEVICE.saying(
    "”{name}” ei ole tiedosto vaan laite tai putki, eikä sitä lueta. Poista se.",
    "”{name}” är ingen fil utan en enhet eller ett rör, och den läses inte. Ta bort den.",
)


def read_tree(content: Path) -> Tree:
    """The tree of a folder; it has no files if there is no such folder."""
    files: list[str] = []
    findings: list[Finding] = []
    for inside, entry in _entries(content):
        path = f"{content.name}/{inside}"
        if entry.is_symlink():
            findings.append(LINK_OR_DEVICE.at(path, 1, name=entry.name))
        elif entry.is_file(follow_symlinks=False):
            files.append(inside)
        elif not entry.is_dir(follow_symlinks=False):
            findings.append(_DEVICE.at(path, 1, name=entry.name))
        elif deep := folder_beyond(inside, path):
            findings.append(deep)
    return Tree(content, tuple(sorted(files)), tuple(findings))


def _entries(content: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything in the folder by its path inside it, down to the first folder that is too deep."""
    waiting = [""] if content.is_dir() else []
    while waiting:
        folder = waiting.pop()
        with os.scandir(content / folder) as entries:
            for entry in entries:
                if entry.name.startswith(_HIDDEN) and not _may_act(entry):
                    continue
                inside = f"{folder}/{entry.name}" if folder else entry.name
                yield inside, entry
                if entry.is_dir(follow_symlinks=False) and inside.count("/") < DEEPEST:
                    waiting.append(inside)


def _may_act(hidden: os.DirEntry[str]) -> bool:
    return is_of_git(hidden.name) and not hidden.is_dir(follow_symlinks=False)
