"""Maintainers' command: build the site, make sure that it is whole, let readers see it in one step.

    publish.py TO [--site SITE]   TO is a folder, or a remote of rclone with a bucket: s3:bucket
    publish.py --rollback TO      readers see the release before the one they see

Whatever fails and whenever it is stopped, readers go on seeing the old release, whole. SITE is
published as it is in place of a new build.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from build import INTERRUPTED, PROJECT, build, refused, say
from kb.model.addresses import PDF, SEARCH, address
from kb.model.interface import Published
from kb.read import read
from kb.read.git import git
from kb.release.failure import NotReleasedError, of_system
from kb.release.folder import ReleaseFolder
from kb.release.lock import alone
from kb.release.manifest import Manifest, names
from kb.release.name import new_name
from kb.release.pages import addresses
from kb.release.rclone import RcloneStore
from kb.release.store import ReleaseStore
from kb.release.verify import Wanted, faults
from kb.text import Lang, Text

OWN = PROJECT / "docs"
DONE = Text(
    "Julkaistu: {release} ({files} tiedostoa) → {site}",
    "Publicerad: {release} ({files} filer) → {site}",
)
BACK = Text("Palattiin julkaisuun {release} → {site}", "Tillbaka till {release} → {site}")
NOTHING = Text(
    "Mitään ei julkaistu, ja lukijat näkevät saman kuin ennenkin ({site}): {reasons}",
    "Ingenting publicerades, och läsarna ser samma som förut ({site}): {reasons}",
)
NOT_PRUNED = Text(
    "Julkaisu onnistui, mutta vanhoja julkaisuja ei voitu poistaa: {reasons}",
    "Publiceringen lyckades, men gamla publiceringar kunde inte tas bort: {reasons}",
)
NO_RCLONE = Text(
    "rclone puuttuu: make publish TO=… asentaa sen.",
    "rclone saknas: make publish TO=… installerar det.",
)


def main(arguments: Sequence[str]) -> int:
    """Publish or roll back; 1 if nothing has changed for readers."""
    asked = _arguments().parse_args(arguments)
    to: str = asked.to
    try:
        # A colon before any slash is rclone's way to name a remote.
        remote = ":" in to.partition("/")[0]
        target = _StoreTarget(to) if remote else _FolderTarget(Path(to))
        if asked.rollback:
            say(BACK.format(release=target.roll_back(), site=to))
            return 0
        made = target.publish(asked.site)
        say(DONE.format(release=made.release, files=len(made.files), site=to))
    except NotReleasedError as error:
        return refused(NOTHING, to, *error.reasons)
    except OSError as error:
        return refused(NOTHING, to, of_system(error))
    except KeyboardInterrupt:
        return refused(NOTHING, to, INTERRUPTED)
    return 0


class _FolderTarget:
    def __init__(self, root: Path) -> None:
        self._place = ReleaseFolder(root.absolute())

    def publish(self, site: Path | None) -> Manifest:
        place = self._place
        with alone(place.lock, say) as lock:
            made = place.publish(_name(place.releases), _maker(site, lock), _check)
            _pruned(place.prune)
        return made

    def roll_back(self) -> str:
        with alone(self._place.lock, say):
            return self._place.roll_back()


class _StoreTarget:
    def __init__(self, remote: str) -> None:
        program = Path(sys.executable).with_name("rclone")
        found = shutil.which(program) or shutil.which("rclone")
        if not found:
            raise NotReleasedError(NO_RCLONE)
        self._place = ReleaseStore(RcloneStore(Path(found), remote))

    def publish(self, site: Path | None) -> Manifest:
        place = self._place
        with tempfile.TemporaryDirectory() as scratch, alone(Path(scratch) / "lock", say) as lock:
            folder = Path(scratch) / "site"
            _maker(site, lock)(folder)
            if wrong := _check(folder, frozenset(place.known().files)):
                raise NotReleasedError(*wrong)
            made = place.publish(_name(place.releases), folder)
            _pruned(lambda: place.prune(datetime.now(UTC)))
        return made

    def roll_back(self) -> str:
        return self._place.roll_back()


def _maker(site: Path | None, lock: int) -> Callable[[Path], None]:
    """What writes the site into a folder: a copy of the one that is there, or a build."""
    if site is not None:
        return lambda folder: _copied(site, folder)
    return lambda folder: build(folder, lock, os.environ | {"PDF": "1"})


def _copied(site: Path, folder: Path) -> None:
    for name in names(site):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / name, folder / name)


def _check(site: Path, before: frozenset[str]) -> list[Text]:
    content = Path(os.environ.get("KB_DOCS") or OWN).resolve()
    catalogue = read(content, OWN)
    pages = {
        lang: frozenset({SEARCH[lang], *(address(catalogue, one) for one in catalogue.pages(lang))})
        for lang in Lang
    }
    published = frozenset({*catalogue.all(Published), *addresses(before)})
    documents = frozenset(PDF[lang] for lang in Lang if any(catalogue.pages(lang)))
    return faults(site, Wanted(pages, published, documents))


def _name(others: Sequence[str]) -> str:
    commit = git(PROJECT, "describe", "--always", "--dirty", "--exclude=*") or ""
    return new_name(datetime.now(UTC), commit, others)


def _pruned(prune: Callable[[], None]) -> None:
    """Old releases are no reason to call a publishing that readers see a failure."""
    try:
        prune()
    except OSError as error:
        say(NOT_PRUNED.format(reasons=of_system(error)))
    except NotReleasedError as error:
        say(NOT_PRUNED.format(reasons=error.reasons[0]))


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("to")
    parser.add_argument("--site", type=Path)
    parser.add_argument("--rollback", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
