"""Dates known to the year, the month or the day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_EARLIEST, _LATEST = 1800, 2199
"""Years that anything here can be about."""
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as its source: `2016`, `2016-11` or `2016-11-04`."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date that an ISO text names; ValueError if no calendar of ours has it."""
        match = _ISO.fullmatch(text.strip())
        if not match:
            raise ValueError(text)
        parsed = cls(*(int(part) for part in match.groups() if part))
        date(
            parsed.year,
            1 if parsed.month is None else parsed.month,  # not `or`: month 0 is a mistake
            1 if parsed.day is None else parsed.day,
        )
        if not _EARLIEST <= parsed.year <= _LATEST:
            raise ValueError(text)
        return parsed

    @property
    def first_day(self) -> date:
        """The earliest day that the date can mean; events are ordered by it."""
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)
