"""Releases in a folder of a web server: `current` is a link to one of them, and is all that moves.

lock  current -> releases/20260901T120000Z-1a2b3c4  releases/<name>/…
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kb.release.compress import WAYS, compress
from kb.release.failure import NotReleasedError
from kb.release.manifest import NAME, Manifest, digest, names
from kb.release.name import is_name, moment_of
from kb.release.swap import replace_link
from kb.text import Text

KEPT = 5
"""So many releases stay in the folder."""
KEPT_ASSETS = 2
"""A page that a reader opened so many releases ago still finds its style sheet and scripts."""

NOT_A_LINK = Text(
    "{path} ei ole linkki julkaisuun. Siirrä se pois tieltä tai anna toinen kansio.",
    "{path} är ingen länk till en publicering. Flytta undan den eller ange en annan mapp.",
)
NO_OLDER = Text(
    "Aiempaa julkaisua ei ole, joten palattavaa ei ole.",
    "Det finns ingen tidigare publicering att gå tillbaka till.",
)
NOT_WHOLE = Text(
    "Julkaisu {release} ei ole enää ehjä: {examples}",
    "Publiceringen {release} är inte längre hel: {examples}",
)


@dataclass(frozen=True, slots=True)
class ReleaseFolder:
    """The folder at `root`; only a run that holds its lock may change it."""

    root: Path

    @property
    def lock(self) -> Path:
        """The file that a run locks."""
        return self.root / "lock"

    @property
    def releases(self) -> list[str]:
        """The names of the finished releases, oldest first."""
        if not self._folder.is_dir():
            return []
        return sorted(one.name for one in self._folder.iterdir() if is_name(one.name))

    @property
    def current(self) -> str:
        """The release that readers see; '' if there is none."""
        link = self.root / "current"
        if link.exists() and not link.is_symlink():
            raise NotReleasedError(NOT_A_LINK.format(path=str(link)))
        return link.readlink().name if link.is_symlink() else ""

    def publish(
        self,
        release: str,
        make: Callable[[Path], None],
        check: Callable[[Path, frozenset[str]], list[Text]],
    ) -> Manifest:
        """Let readers see what `make` writes into a folder, if `check` finds nothing wrong in it.

        `check` also gets the paths of the release that readers see now. NotReleasedError or OSError
        if nothing has changed for them.
        """
        current = self.current
        self._remove_drafts()
        draft = self._folder / f".{release}"
        try:
            make(draft)
            known = self._manifest(current)
            if faults := check(draft, frozenset(known.files)):
                raise NotReleasedError(*faults)
            made = self._finish(draft, release, known)
            draft.rename(self._folder / release)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        self._show(release)
        return made

    def roll_back(self) -> str:
        """Let readers see the release before the one they see; its name."""
        current = self.current
        older = [one for one in self.releases if one < current]
        if not older:
            raise NotReleasedError(NO_OLDER)
        target = older[-1]
        wrong = self._manifest(target).differences(self._folder / target)
        if wrong or not self._manifest(target).files:
            raise NotReleasedError(NOT_WHOLE.format(release=target, examples=", ".join(wrong[:5])))
        self._keep_assets(self._folder / target, [current])
        self._show(target)
        return target

    def prune(self) -> None:
        """Remove the oldest releases, but for the one that readers see."""
        for old in [one for one in self.releases[:-KEPT] if one != self.current]:
            going = self._folder / f".{old}"
            (self._folder / old).rename(going)
            shutil.rmtree(going)

    @property
    def _folder(self) -> Path:
        return self.root / "releases"

    def _manifest(self, release: str) -> Manifest:
        found = Manifest.load(self._folder / release) if release else None
        return found or Manifest(release, {})

    def _remove_drafts(self) -> None:
        for one in self._folder.glob(".*"):
            shutil.rmtree(one)

    def _finish(self, draft: Path, release: str, before: Manifest) -> Manifest:
        """Complete the draft with its compressed forms, its manifest and the assets of others."""
        second = int(moment_of(release).timestamp())
        was = self._folder / before.release
        for name in [one for one in names(draft) if one in before.files]:
            _adopt(draft, was, name, before)
        compress(draft)
        for name in [one for one in names(draft) if (draft / one).stat().st_nlink == 1]:
            os.utime(draft / name, (second, second))
        made = Manifest.of(draft, release)
        (draft / NAME).write_text(made.text, "utf-8")
        self._keep_assets(draft, self.releases[-KEPT_ASSETS:])
        os.sync()
        return made

    def _keep_assets(self, target: Path, releases: list[str]) -> None:
        for release in releases:
            for name in self._manifest(release).assets:
                if not (target / name).exists():
                    _link(self._folder / release / name, target / name)

    def _show(self, release: str) -> None:
        replace_link(self.root / "current", f"{self._folder.name}/{release}")


def _adopt(draft: Path, was: Path, name: str, before: Manifest) -> None:
    """Take the unchanged file and its compressed forms from the release before.

    Their times stay, so that readers' browsers are told that they have them already.
    """
    if digest(draft / name) != before.files[name]:
        return
    for one in (name, *(name + way for way in WAYS)):
        if one in before.files and digest(was / one) == before.files[one]:
            (draft / one).unlink(missing_ok=True)
            _link(was / one, draft / one)


def _link(file: Path, target: Path) -> None:
    """The same file at another path; a copy where the file system has no such links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.hardlink_to(file)
    except OSError:
        shutil.copy2(file, target)
