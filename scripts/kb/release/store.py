"""Releases in an object store, which many servers read at once and which has no links to swap.

    assets/…                shared by all releases: a name always means the same content
    releases/<name>/…       the other files of a release, `release.json` last
    current                 the name of the release that readers see, as text and as metadata

What stands before the store (`serving/`) reads `current` and looks below that release's folder. So
readers see the old release, whole, until the one small object is replaced.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from kb.publish.headers import ASSETS, PAGES
from kb.release.failure import NotReleasedError
from kb.release.manifest import NAME, Manifest, is_asset
from kb.release.name import is_name
from kb.text import Text

CURRENT = "current"
RELEASES = "releases"
KEPT = 3
"""The release that readers see and two before it stay, with all that they need."""
SETTLED = timedelta(hours=1)
"""What was written more lately may belong to another publishing that is not finished."""

NOTHING_OLDER = Text(
    "Aiempaa ehjää julkaisua ei ole, joten palattavaa ei ole.",
    "Det finns ingen tidigare hel publicering att gå tillbaka till.",
)


class Store(Protocol):
    """What is needed of an object store; each object appears whole or not at all."""

    def listing(self) -> Mapping[str, datetime]:
        """Every object, and when it was written."""

    def read(self, name: str) -> bytes:
        """The object's content; OSError if it is not there."""

    def upload(self, folder: Path, names: Collection[str], place: str, cache: str) -> None:
        """Put those files of the folder below `place`, and make sure that they are there."""

    def write(self, name: str, text: str) -> None:
        """Write a small object, the text of which is its metadata `release`, too."""

    def delete(self, names: Collection[str]) -> None:
        """Remove the objects."""


@dataclass(frozen=True, slots=True)
class ReleaseStore:
    """The releases in one store."""

    store: Store

    @property
    def releases(self) -> list[str]:
        """The names of the finished releases, oldest first."""
        return _finished(self.store.listing())

    @property
    def current(self) -> str:
        """The release that readers see; '' if there is none."""
        return self._current(self.store.listing())

    def known(self) -> Manifest:
        """What readers see now."""
        release = self.current
        return self._manifest(release) if release else Manifest("", {})

    def publish(self, release: str, folder: Path) -> Manifest:
        """Let readers see the folder: its assets go first, its pages after, its name last."""
        made = Manifest.of(folder, release)
        pages = made.files.keys() - made.assets
        place = f"{RELEASES}/{release}"
        (folder / NAME).write_text(made.text, "utf-8")
        self.store.upload(folder, made.assets, "", ASSETS)
        self.store.upload(folder, pages, place, PAGES)
        self.store.upload(folder, [NAME], place, PAGES)
        self.store.write(CURRENT, release)
        return made

    def roll_back(self) -> str:
        """Let readers see the latest whole release before the one they see; its name."""
        there = self.store.listing()
        current = self._current(there)
        for release in reversed([one for one in _finished(there) if one < current]):
            if self._paths(release) <= there.keys():
                self.store.write(CURRENT, release)
                return release
        raise NotReleasedError(NOTHING_OLDER)

    def prune(self, now: datetime) -> None:
        """Remove old releases, then the assets that none of those left needs."""
        there = self.store.listing()
        current = self._current(there)
        kept = {current, *[one for one in _finished(there) if one <= current][-KEPT:]}
        newer = {one for one in _finished(there) if one > current}
        needed = {path for release in kept | newer for path in self._paths(release)} | {CURRENT}
        old = {name for name, written in there.items() if written < now - SETTLED} - needed
        self.store.delete(sorted(name for name in old if name.startswith(f"{RELEASES}/")))
        self.store.delete(sorted(name for name in old if is_asset(name)))

    def _manifest(self, release: str) -> Manifest:
        return Manifest.read(self.store.read(f"{RELEASES}/{release}/{NAME}"))

    def _paths(self, release: str) -> set[str]:
        files = [*self._manifest(release).files, NAME]
        return {path_of(release, name) for name in files}

    def _current(self, there: Mapping[str, datetime]) -> str:
        return self.store.read(CURRENT).decode().strip() if CURRENT in there else ""


def path_of(release: str, name: str) -> str:
    """Where a file of a release stands in the store."""
    return name if is_asset(name) else f"{RELEASES}/{release}/{name}"


def _finished(there: Iterable[str]) -> list[str]:
    parts = [name.split("/") for name in there]
    found = {one[1] for one in parts if one[0] == RELEASES and one[2:] == [NAME]}
    return sorted(name for name in found if is_name(name))
