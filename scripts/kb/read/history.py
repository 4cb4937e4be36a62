"""When a file last changed, from git; an archive without history simply does not know."""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol


class History(Protocol):
    """What the site asks of a version history."""

    def last_changed(self, file: Path) -> date | None:
        """The day of the last commit that touched the file; None if unknown."""

    def first_seen(self, file: Path) -> date | None:
        """The day of the first commit that touched the file; None if unknown."""

    def is_known(self) -> bool:
        """False without a repository, or where only a part of its history is at hand."""


class NoHistory:
    """The history of a source archive."""

    def last_changed(self, file: Path) -> date | None:
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

    def last_changed(self, file: Path) -> date | None:
        """The day (UTC) of the last commit that touched the file."""
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
    top = _git(folder, "rev-parse", "--show-toplevel")
    if not top or _git(folder, "rev-parse", "--is-shallow-repository") != "false":
        return NoHistory()
    log = _git(folder, "log", "--format=%x00%ct", "--name-only", "--no-renames", "--", ".")
    if log is None:
        return NoHistory()
    days: dict[str, tuple[date, date]] = {}
    for commit in log.split("\0")[1:]:
        seconds, *names = commit.split("\n")
        day = datetime.fromtimestamp(int(seconds), UTC).date()
        for name in filter(None, names):
            _, last = days.get(name, (day, day))
            days[name] = (day, last)
    return GitHistory(Path(top).resolve(), days)


def _git(folder: Path, *arguments: str) -> str | None:
    """What git prints, stripped; None if git is absent or refuses."""
    command = ["git", "-c", "core.quotepath=false", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return None
    return done.stdout.strip("\n") if done.returncode == 0 else None
