"""The names of releases: in the order of their names they are in the order of their making."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

_MOMENT = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(\d{8}T\d{6}Z)(?:-[\w.-]+)?")


def new_name(now: datetime, commit: str, others: Iterable[str]) -> str:
    """The name of a release that is made now from the commit ('' if not known).

    It is later than all others by a second at least, even if the clock was set back: servers tell
    files of two releases apart by the second that they were made in.
    """
    latest = max((moment_of(other) for other in others), default=now - timedelta(seconds=1))
    moment = max(now, latest + timedelta(seconds=1)).astimezone(UTC).strftime(_MOMENT)
    return f"{moment}-{commit}" if commit else moment


def is_name(text: str) -> bool:
    """True for the name of a release."""
    return _NAME.fullmatch(text) is not None


def moment_of(name: str) -> datetime:
    """When the release was made; ValueError if that is no name."""
    return datetime.strptime(name.partition("-")[0], _MOMENT).replace(tzinfo=UTC)
