"""When a file or some lines last changed, from git; an archive without it does not know."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from kb.read.git import git, is_shallow

_COMMITTED = re.compile(r"^committer-time (\d+)$", re.MULTILINE)
_UNCOMMITTED = re.compile(r"^0{40,} ", re.MULTILINE)

Lines = tuple[int, int]
"""The first and the last of some lines, counted from 1."""


class History(Protocol):
    """What the site asks of a version history."""

    def last_changed(self, file: Path, lines: Lines | None = None) -> date | None:
        """The day of the last commit that touched the file, or some lines; None if unknown."""

    def first_seen(self, file: Path) -> date | None:
        """The day of the first commit that touched the file; None if unknown."""

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

    def is_known(self) -> bool:
        """Never."""
        return False


class GitHistory:
    """The history of a git checkout, read once for all files."""

    def __init__(self, top: Path, days: dict[str, tuple[date, date]]) -> None:
        self._top = top
        self._days = days

    def last_changed(self, file: Path, lines: Lines | None = None) -> date | None:
        """The day (UTC) of the last commit that touched the file, or these lines."""
        if lines:
            return _lines_changed(file, lines)
        days = self._of(file)
        return days[1] if days else None

    def first_seen(self, file: Path) -> date | None:
        """The day (UTC) of the first commit that touched the file under its present name."""
        days = self._of(file)
        return days[0] if days else None

    def is_known(self) -> bool:
        """True."""
        return True

    def _of(self, file: Path) -> tuple[date, date] | None:
        try:
            return self._days.get(file.resolve().relative_to(self._top).as_posix())
        except ValueError:
            return None


def history_of(folder: Path) -> History:
    """The git history of a folder, or `NoHistory` where git has none or only its tip."""
    top = git(folder, "rev-parse", "--show-toplevel")
    if not top or is_shallow(folder):
        return NoHistory()
    log = git(folder, "log", "--format=%x00%ct", "--name-only", "--no-renames", "--", ".")
    if log is None:
        return NoHistory()
    days: dict[str, tuple[date, date]] = {}
    for commit in log.split("\0")[1:]:
        seconds, *names = commit.split("\n")
        day = _day(int(seconds))
        for name in filter(None, names):
            _, last = days.get(name, (day, day))
            days[name] = (day, last)
    return GitHistory(Path(top).resolve(), days)


def _lines_changed(file: Path, lines: Lines) -> date | None:
    span = f"{lines[0]},{lines[1]}"
    found = git(file.parent, "blame", "-w", "--line-porcelain", "-L", span, "--", file.name)
    if found is None or _UNCOMMITTED.search(found):
        return None
    return _day(max(map(int, _COMMITTED.findall(found)), default=0))


def _day(seconds: int) -> date:
    return datetime.fromtimestamp(seconds, UTC).date()
