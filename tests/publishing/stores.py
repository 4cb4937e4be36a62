"""Publishing into a real object store, with a server before it, stopped at any object."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from kb.release.manifest import NAME, Manifest
from kb.release.rclone import RcloneStore
from kb.release.store import ReleaseStore
from publishing.kills import PUBLISH, killed, run
from publishing.load import get
from publishing.servers import nginx_before, seaweed, tool
from publishing.sites import Sites

BUCKET = "lape"
REMOTE = f"trial:{BUCKET}"


@contextmanager
def serving_store(folder: Path) -> Iterator[tuple[ReleaseStore, str]]:
    """A store, which rclone in this process knows as `trial`, and the address readers use."""
    with seaweed(folder / "weed") as store:
        settings = {"TYPE": "s3", "PROVIDER": "SeaweedFS", "ENDPOINT": store}
        settings |= {"ACCESS_KEY_ID": "any", "SECRET_ACCESS_KEY": "any"}
        os.environ |= {f"RCLONE_CONFIG_TRIAL_{name}": value for name, value in settings.items()}
        os.environ["RCLONE_CONFIG"] = "/dev/null"
        with nginx_before(f"{store}/{BUCKET}", folder / "nginx") as address:
            yield ReleaseStore(RcloneStore(tool("rclone"), REMOTE)), address


def seen(address: str, sites: Sites) -> int | None:
    """Which of the two releases readers see, whole; None if neither."""
    status, _, text = get(address + NAME)
    if status != 200:
        return None
    manifest = Manifest.read(text)
    for name, known in manifest.files.items():
        path = name.removesuffix("index.html") if name.endswith("/index.html") else name
        status, _, content = get(address + path)
        if sha256(content).hexdigest() != known:
            return None
    first = Manifest.of(sites.releases[0], "").files
    return 0 if manifest.files == first else 1


def store_kills(
    sites: Sites, place: ReleaseStore, address: str, times: int
) -> tuple[int, list[str]]:
    """How many publishings were killed while they ran, and after which readers saw no whole one."""
    wrong: list[str] = []
    environment = sites.environment

    def command(number: int) -> list[str | Path]:
        return [PUBLISH, REMOTE, "--site", sites.releases[number]]

    took = run(command(0), environment)
    count = 0
    for number in range(times):
        after = random.uniform(0.3 * took, took)
        count += killed(command((number + 1) % 2), environment, after)
        if seen(address, sites) is None:
            wrong.append(f"publish {number}, killed after {after:.2f} s")
    run(command(1), environment)
    assert place.current == place.releases[-1]
    return count, wrong
