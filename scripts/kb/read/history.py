"""When a file or some lines last changed, from git; an archive without it does not know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from kb.read.git import git, is_shallow

_COMMITTED = re.compile(r"^committer-time (\d+)$", re.MULTILINE)
_UNCOMMITTED = re.compile(r"^0{40,} ", re.MULTILINE)

Lines = tuple[int, int]
"""The first and the last of some lines, counted from 1."""


@dataclass(frozen=True, slots=True)
class Moments:
    """When a file was first and last committed (UTC)."""

    first: datetime
    last: datetime


class History(Protocol):
    """What the site asks of a version history."""

    def last_changed(self, file: Path, lines: Lines | None = None) -> date | None:
        """The day of the last commit that touched the file, or some lines; None if unknown."""

    def first_seen(self, file: Path) -> date | None:
        """The day of the first commit that touched the file; None if unknown."""

    def moments(self, file: Path) -> Moments | None:
        """The first and the last commit that touched the file; None if unknown."""

    def is_known(self) -> bool:
        """False without a repository, or where only a part of its history is at hand."""


class NoHistory:
    """The history of a source archive."""

    def last_changed(self, file: Path, lines: Lines | None = None) -> date | None:
        """Nothing is known."""
        return None

    def first_seen(self, file: Path) -> date | None:
        """Nothing is known."""
        return None

    def moments(self, file: Path) -> Moments | None:
        """Nothing is known."""
        return None

    def is_known(self) -> bool:
        """Never."""
        return False


class GitHistory:
    """The history of a git checkout, read once for all files."""

    def __init__(self, top: Path, moments: dict[str, Moments]) -> None:
        self._top = top
        self._moments = moments

    def last_changed(self, file: Path, lines: Lines | None = None) -> date | None:
        """The day (UTC) of the last commit that touched the file, or these lines."""
        if lines:
            return _lines_changed(file, lines)
        moments = self.moments(file)
        return moments.last.date() if moments else None

    def first_seen(self, file: Path) -> date | None:
        """The day (UTC) of the first commit that touched the file under its present name."""
        moments = self.moments(file)
        return moments.first.date() if moments else None

    def moments(self, file: Path) -> Moments | None:
        """The commits that touched the file under its present name."""
        try:
            return self._moments.get(file.resolve().relative_to(self._top).as_posix())
        except ValueError:
            return None

    def is_known(self) -> bool:
        """True."""
        return True


def history_of(folder: Path) -> History:
    """The git history of a folder, or `NoHistory` where git has none or only its tip."""
    top = git(folder, "rev-parse", "--show-toplevel")
    if not top or is_shallow(folder):
        return NoHistory()
    log = git(folder, "log", "--format=%x00%ct", "--name-only", "--no-renames", "--", ".")
    if log is None:
        return NoHistory()
    found: dict[str, Moments] = {}
    for commit in log.split("\0")[1:]:
        seconds, *names = commit.split("\n")
        moment = datetime.fromtimestamp(int(seconds), UTC)
        for name in filter(None, names):
            last = found[name].last if name in found else moment
            found[name] = Moments(moment, last)
    return GitHistory(Path(top).resolve(), found)


def _lines_changed(file: Path, lines: Lines) -> date | None:
    span = f"{lines[0]},{lines[1]}"
    found = git(file.parent, "blame", "-w", "--line-porcelain", "-L", span, "--", file.name)
    if found is None or _UNCOMMITTED.search(found):
        return None
    return _day(max(map(int, _COMMITTED.findall(found)), default=0))


def _day(seconds: int) -> date:
    return datetime.fromtimestamp(seconds, UTC).date()
