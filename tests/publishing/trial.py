"""Maintainers' command: what publishing promises, tried; status 1 if a promise was not kept.

    trial.py [--part NAME …] [--site SITE] [--seconds N] [--kills N] [--build-kills N] [--pairs N]

Needs nginx with its Brotli module, Caddy and wrk (Debian's) and seaweedfs (requirements-trial.txt).
SITE is what the servers under load publish: the project's own pages with PDF, or else a few.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median

from kb.release.manifest import names
from publishing.disks import full_disk
from publishing.kills import PUBLISH, build_kills, pairs, publish_kills, run
from publishing.load import rate, readers, wrk
from publishing.servers import caddy, nginx
from publishing.sites import Sites, small_sites, vary
from publishing.stores import REMOTE, seen, serving_store, store_kills

SERVERS = {"nginx": nginx, "caddy": caddy}
EVERY = 4
"""After so many publishings one is taken back."""
POINTER_SECONDS = 6
"""As long a server before a store may go on showing the release before."""
READ = 5
"""So many pages a reader looks at with all that they ask for."""
LEAST_RATE = 0.8
"""Of the same server's rate for the file as it is, at least this with Brotli."""
MEASURED, TURNS = 2, 5


class Trial:
    """Each part tells what it found and yields what was not as promised."""

    def __init__(self, asked: argparse.Namespace, folder: Path) -> None:
        self.asked = asked
        self.folder = folder
        self.sites = small_sites(folder / "sites")

    def nginx(self) -> Iterator[str]:
        yield from self._under_load("nginx")

    def caddy(self) -> Iterator[str]:
        yield from self._under_load("caddy")

    def publish_kills(self) -> Iterator[str]:
        found = publish_kills(self.sites, self.folder / "killed", self.asked.kills)
        yield from told("publish", self.asked.kills, *found)

    def build_kills(self) -> Iterator[str]:
        found = build_kills(self._own("build"), self.folder / "builds", self.asked.build_kills)
        yield from told("build", self.asked.build_kills, *found)

    def pairs(self) -> Iterator[str]:
        wrong = pairs(self._own("pairs"), self.folder / "paired", self.asked.pairs)
        print(f"build: {self.asked.pairs} pairs at once, {len(wrong)} broken", flush=True)
        yield from wrong

    def full_disk(self) -> Iterator[str]:
        wrong = full_disk(self.sites, self.folder / "disk")
        print(f"full disk: {len(wrong)} promises broken", flush=True)
        yield from wrong

    def store(self) -> Iterator[str]:
        with serving_store(self.folder / "store") as (place, address):
            found = store_kills(self.sites, place, address, self.asked.store_kills)
            yield from told("store", self.asked.store_kills, *found)
            yield from self._back_in_store(address)

    def _back_in_store(self, address: str) -> Iterator[str]:
        time.sleep(POINTER_SECONDS)
        before = seen(address, self.sites)
        if before is None:
            yield "store: no whole release"
            return
        run([PUBLISH, REMOTE, "--site", self.sites.releases[1 - before]], self.sites.environment)
        run([PUBLISH, "--rollback", REMOTE], self.sites.environment)
        time.sleep(POINTER_SECONDS)
        print(f"store: release {before} before, {seen(address, self.sites)} after going back")
        if seen(address, self.sites) != before:
            yield "store: rollback"

    def _own(self, name: str) -> Sites:
        """The small pages in a folder of their own, which builds write into."""
        return Sites(self.folder / name / "docs", self.sites.releases)

    def _under_load(self, name: str) -> Iterator[str]:
        folder = self.folder / name
        folder.mkdir()
        place = folder / "place"
        releases = self._releases(folder)
        publish = [PUBLISH, place, "--site"]
        run([*publish, releases[0]], self._environment)
        paths = asked_for(place / "current")
        pages = [path for path in paths if not Path(path).suffix][:READ]
        with SERVERS[name](place / "current", folder / "server") as address:
            plain, packed = rates(address, folder)
            print(f"{name}: {plain:.0f} requests/s plain, {packed:.0f} with Brotli", flush=True)
            with wrk(address, paths, folder) as asked, readers(address, pages) as read:
                began = time.monotonic()
                turns = list(self._turns(place, releases))
                time.sleep(max(0.0, self.asked.seconds - (time.monotonic() - began)))
                seconds = time.monotonic() - began
        failed = [*asked.failed, *read.failed]
        print(
            f"{name}: {seconds:.0f} s, {turns.count('publish')} publishings and "
            f"{turns.count('rollback')} rollbacks: {asked.requests + read.requests} requests, "
            f"{len(failed)} failed"
        )
        yield from failed[:10]
        if packed < LEAST_RATE * plain:
            yield f"{name}: with Brotli {packed / plain:.2f} of the rate without"

    def _turns(self, place: Path, releases: Sequence[Path]) -> Iterator[str]:
        """Publish and roll back, as often as asked."""
        turn = cycle(reversed(releases))
        for number in range(1, self.asked.publishings + 1):
            run([PUBLISH, place, "--site", next(turn)], self._environment)
            yield "publish"
            if number % EVERY == 0:
                run([PUBLISH, "--rollback", place], self._environment)
                yield "rollback"

    @property
    def _environment(self) -> dict[str, str]:
        """The project's own pages are checked by the project's own list of them."""
        own = {"KB_DOCS": ""} if self.asked.site else {}
        return self.sites.environment | own

    def _releases(self, folder: Path) -> Sequence[Path]:
        if self.asked.site is None:
            return self.sites.releases
        first, second = folder / "one", folder / "two"
        shutil.copytree(self.asked.site, first)
        vary(first, second)
        return first, second


def asked_for(site: Path) -> list[str]:
    """The addresses of pages and of what they are made with, the home page first."""
    found = [name for name in names(site) if name.endswith(("index.html", ".css", ".js", ".svg"))]
    return sorted(name.removesuffix("index.html") for name in found)


def rates(address: str, folder: Path) -> tuple[float, float]:
    """Requests a second for the home page as it is and with Brotli: the medians of turns."""
    found = [
        [rate(address, "", folder, MEASURED, brotli) for brotli in (False, True)]
        for _ in range(TURNS)
    ]
    plain, packed = (median(column) for column in zip(*found, strict=True))
    return plain, packed


def told(what: str, times: int, count: int, wrong: Sequence[str]) -> Sequence[str]:
    """Tell how the kills went; what was wrong."""
    print(f"{what}: {times} runs, {count} killed before their end, {len(wrong)} not whole")
    sys.stdout.flush()
    return wrong


PARTS: dict[str, Callable[[Trial], Iterator[str]]] = {
    "nginx": Trial.nginx,
    "caddy": Trial.caddy,
    "publish-kills": Trial.publish_kills,
    "build-kills": Trial.build_kills,
    "pairs": Trial.pairs,
    "full-disk": Trial.full_disk,
    "store": Trial.store,
}


def main(arguments: Sequence[str]) -> int:
    """Try the parts and print what each found."""
    asked = _arguments().parse_args(arguments)
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="publish-trial-") as folder:
        trial = Trial(asked, Path(folder))
        for name in asked.part or PARTS:
            wrong += PARTS[name](trial)
    print(*wrong, sep="\n", file=sys.stderr)
    return 1 if wrong else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--part", action="append", choices=list(PARTS))
    parser.add_argument("--site", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--publishings", type=int, default=20)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--build-kills", type=int, default=40)
    parser.add_argument("--store-kills", type=int, default=20)
    parser.add_argument("--pairs", type=int, default=20)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
