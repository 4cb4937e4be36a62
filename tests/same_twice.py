"""The site's bytes do not tell where it was built, when, by whom or with what memory of words.

python -m same_twice     by `make same-twice`: what is committed, with its PDF, built twice
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from builders import PROJECT
from serve import Built

EPOCH = "1790000000"
CLOCK = """
import datetime, time
ahead = 400 * 86_400 + 12_345
seconds = time.time
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(seconds() + ahead, tz)
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)
class LaterDay(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(seconds() + ahead)
datetime.datetime, datetime.date = Later, LaterDay
time.time = lambda: seconds() + ahead
"""
"""A `sitecustomize.py` for which it is more than a year later."""


@dataclass(frozen=True)
class Builder:
    """Somebody who builds: the folder below which, how files are made and what is set."""

    folder: str
    umask: int
    clock: str = ""
    environment: dict[str, str] = field(default_factory=dict)


BUILDERS = (
    Builder("a", 0o022, environment={"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
    Builder(
        "Kansio, jossa on väli/syvemmällä",
        0o077,
        CLOCK,
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "fi_FI.UTF-8", "PYTHONHASHSEED": "2"},
    ),
)


def built(project: Path, builder: Builder, *targets: str) -> dict[str, bytes]:
    """The files of the site that make builds of the project, with nothing installed for it."""
    clock = project.parent / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(builder.clock, "utf-8")
    environment = {"PYTHONPATH": str(clock), "SOURCE_DATE_EPOCH": EPOCH, **builder.environment}
    subprocess.run(
        ["make", "--old-file", ".venv/ready", "--old-file", "pdf-system", *targets],
        cwd=project,
        env=os.environ | environment,
        umask=builder.umask,
        check=True,
    )
    return Built(project / "site").files


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that only one of them has, or that are not the same."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def main() -> int:
    """Build twice and name what differs; 1 if anything does."""
    sites = []
    with tempfile.TemporaryDirectory() as scratch:
        for builder in BUILDERS:
            project = Path(scratch) / builder.folder / "project"
            subprocess.run(["git", "clone", "--quiet", PROJECT, project], check=True)
            (project / ".venv").symlink_to(PROJECT / ".venv")
            sites.append(built(project, builder, "pdf"))
    found = differing(*sites)
    print("\n".join(found) or f"{len(sites[0])} files, the same bytes twice")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
