"""Runs killed at random moments, and two at once: what readers see is always one whole release."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from builders import PROJECT
from kb.release.folder import ReleaseFolder
from kb.release.manifest import Manifest
from publishing.sites import WORDS, Sites, same, write_docs

BUILD = PROJECT / "scripts/build.py"
PUBLISH = PROJECT / "scripts/publish.py"


def start(command: Sequence[str | Path], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """The Python program in a group of its own, with nobody listening to it."""
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, *command],
        env=environment,
        stdout=quiet,
        stderr=quiet,
        start_new_session=True,
    )


def run(command: Sequence[str | Path], environment: Mapping[str, str]) -> float:
    """Run it to its end; seconds."""
    began = time.monotonic()
    assert start(command, environment).wait() == 0, command
    return time.monotonic() - began


def killed(command: Sequence[str | Path], environment: Mapping[str, str], after: float) -> bool:
    """Start it and kill it with all that it started, or alone; False if it had ended before."""
    program = start(command, environment)
    try:
        program.wait(after)
    except subprocess.TimeoutExpired:
        kill = random.choice((os.killpg, os.kill))
        kill(program.pid, signal.SIGKILL)
        program.wait()
        return True
    return False


def publish_kills(sites: Sites, folder: Path, times: int) -> tuple[int, list[str]]:
    """How many publishings were killed while they ran, and what was not whole after which."""
    place = ReleaseFolder(folder)
    wrong: list[str] = []
    first, second = sites.releases

    def command(site: Path) -> list[str | Path]:
        return [PUBLISH, folder, "--site", site]

    took = run(command(first), sites.environment)
    count = 0
    for number in range(times):
        site = (second, first)[number % 2]
        after = random.uniform(0, took)
        count += killed(command(site), sites.environment, after)
        seen = folder / "current"
        manifest = Manifest.load(seen)
        if manifest is None or manifest.differences(seen) or sites.shown(seen) is None:
            wrong.append(f"publish {number}, killed after {after:.2f} s")
    run(command(second), sites.environment)
    if sites.shown(folder / "current") != 1 or any(folder.glob("releases/.*")):
        wrong.append("the last publishing, which nobody stopped")
    assert place.current == place.releases[-1]
    return count, wrong


def build_kills(sites: Sites, folder: Path, times: int) -> tuple[int, list[str]]:
    """The same for builds of pages that say two things in turn."""
    command = [BUILD, folder / "site"]
    known: list[Path] = []
    for words in WORDS:
        write_docs(sites.docs, words)
        run([BUILD, folder / f"whole-{words}"], sites.environment)
        known.append(folder / f"whole-{words}")
    took = run(command, sites.environment)
    wrong: list[str] = []
    count = 0
    for number in range(times):
        write_docs(sites.docs, WORDS[number % 2])
        after = random.uniform(0, took)
        count += killed(command, sites.environment, after)
        if not any(same(whole, folder / "site") for whole in known):
            wrong.append(f"build {number}, killed after {after:.2f} s")
    write_docs(sites.docs, WORDS[0])
    run(command, sites.environment)
    left = [one.name for one in folder.glob("site.*")]
    if not same(known[0], folder / "site") or left:
        wrong.append(f"the last build, which nobody stopped: {left}")
    return count, wrong


def pairs(sites: Sites, folder: Path, times: int) -> list[str]:
    """Builds of one site by two at once: both succeed, and the site is whole after each pair."""
    write_docs(sites.docs, WORDS[0])
    run([BUILD, folder / "whole"], sites.environment)
    return [
        f"pair {number}: {ends}"
        for number in range(times)
        if (ends := _ends(lambda: start([BUILD, folder / "site"], sites.environment))) != [0, 0]
        or not same(folder / "whole", folder / "site")
    ]


def _ends(begin: Callable[[], subprocess.Popen[bytes]]) -> list[int]:
    return [program.wait() for program in [begin(), begin()]]
