"""A new folder or link takes the place of the old one in one step: one of the two is there."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

_HERE = -100
"""AT_FDCWD: paths are as the process sees them."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux."""


def scratch(visible: Path) -> Path:
    """Where this process makes what will take the place of `visible`; nothing is there yet."""
    return visible.with_name(f"{visible.name}.new-{os.getpid()}")


def mend(visible: Path) -> None:
    """Undo what a killed run left beside `visible`; only for a run that is alone."""
    old = _old(visible)
    if old.exists() and not visible.exists():
        old.rename(visible)
    for one in visible.parent.iterdir():
        if one == old or one.name.startswith(f"{visible.name}.new"):
            shutil.rmtree(one, ignore_errors=True)


def replace_folder(visible: Path, new: Path) -> None:
    """Put the folder `new` where `visible` is, and remove what was there.

    Where the file system knows no exchange there is a moment without either, and a run that is
    killed in it leaves the old folder for `mend`.
    """
    if not visible.exists():
        new.rename(visible)
    elif _exchanged(new, visible):
        shutil.rmtree(new, ignore_errors=True)
    else:
        visible.rename(_old(visible))
        new.rename(visible)
        shutil.rmtree(_old(visible), ignore_errors=True)


def replace_link(visible: Path, target: str) -> None:
    """Let the symbolic link `visible` lead to `target`, which is relative to its folder."""
    new = visible.with_name(f".{visible.name}-{os.getpid()}")
    new.unlink(missing_ok=True)
    new.symlink_to(target)
    new.replace(visible)


def _old(visible: Path) -> Path:
    return visible.with_name(f"{visible.name}.old")


def _exchanged(one: Path, other: Path) -> bool:
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    names = (os.fsencode(one), os.fsencode(other))
    return rename is not None and rename(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0
