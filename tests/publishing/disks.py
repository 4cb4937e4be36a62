"""Publishing onto a disk that is too small for two releases; needs the right to mount one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from publishing.kills import PUBLISH, run
from publishing.sites import Sites

BLOCK, KILOBYTE = 512, 1024


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    folder.mkdir()
    size = f"size={kilobytes}k"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def full_disk(sites: Sites, folder: Path) -> list[str]:
    """What was not as promised when the second release did not fit, and then did."""
    first, second = sites.releases
    run([PUBLISH, folder.with_name("room"), "--site", first], sites.environment)
    release = folder.with_name("room") / "current"
    blocks = sum(file.stat().st_blocks for file in release.resolve().rglob("*") if file.is_file())
    size = blocks * BLOCK // KILOBYTE
    place = folder / "place"
    # Of a second release only what has changed stays, but all of it is first written.
    with small_disk(folder, size + size // 10):
        run([PUBLISH, place, "--site", first], sites.environment)
        command = [sys.executable, PUBLISH, place, "--site", second]
        done = subprocess.run(
            command, env=sites.environment, capture_output=True, text=True, check=False
        )
        said = done.stderr.strip()
        wrong = [] if sites.shown(place / "current") == 0 else ["the old release is not whole"]
        if done.returncode != 1 or "No space left" not in said or "Traceback" in said:
            wrong.append(f"status {done.returncode}: {said}")
        if [*place.glob("releases/.*")]:
            wrong.append("the unfinished release is still there")
        subprocess.run(["mount", "-o", f"remount,size={4 * size}k", folder], check=True)
        run(command[1:], sites.environment)
        if sites.shown(place / "current") != 1:
            wrong.append("the disk had room, and nothing was published")
    return wrong
