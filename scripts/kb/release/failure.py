"""Why nothing was published."""

from __future__ import annotations

from kb.text import Text


class NotReleasedError(Exception):
    """Nothing has changed for readers; `reasons` say why, each in both languages."""

    def __init__(self, *reasons: Text) -> None:
        super().__init__(*(reason.both for reason in reasons))
        self.reasons = reasons


def of_system(error: OSError) -> Text:
    """What the operating system refused, with its own words: a full disk, a missing right."""
    where = error.filename or ""
    return _REFUSED.format(words=error.strerror or str(error), where=str(where))


_REFUSED = Text("Järjestelmä ilmoitti: {words} {where}", "Systemet meddelade: {words} {where}")
