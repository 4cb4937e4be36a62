"""A build makes objects by the million and keeps them; Python looks for garbage among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Make objects without looking for garbage among them, then leave them out of every look.

    A collection goes through all objects there are: it was a third of what a build takes.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
