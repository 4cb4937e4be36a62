"""One run at a time where two would write in one place."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kb.text import Text

WAITING = Text(
    "Toinen ajo on kesken samassa paikassa ({lock}): odotetaan, että se päättyy.",
    "En annan körning pågår på samma ställe ({lock}): väntar tills den är klar.",
)


@contextmanager
def alone(lock: Path, say: Callable[[Text], None]) -> Iterator[int]:
    """Hold the lock, waiting for whoever holds it; the descriptor of its file.

    The lock ends with the last process that has the descriptor. A program that is started gets it
    too, so that a run whose parent was killed is still waited for.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(WAITING.format(lock=str(lock)))
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)
