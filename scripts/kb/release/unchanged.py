"""Whether a built site is still what a build would make: then there is nothing to build.

Beside the site stands a file with two names: of all that the site was made from, and of all that
is in it. If both still hold, another build would write the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kb.read.git import git, is_shallow
from kb.read.program import program
from kb.read.settings import today
from kb.read.store import digest, digest_of_files

_FROM_ENVIRONMENT = re.compile(r"!ENV \[(\w+)")
_OWN = "docs", "editor/dist"


def made_from(project: Path, settings: Mapping[str, str]) -> str:
    """A name for all that the site depends on: content, program, settings, history, the day."""
    content = Path(project, settings.get("KB_DOCS") or _OWN[0])
    named = _FROM_ENVIRONMENT.findall((project / "mkdocs.yml").read_text("utf-8"))
    told = {name: settings.get(name) for name in sorted({*named, "PYTHONPATH"} - {"SITE"})}
    files = [
        digest_of_files(_files(folder), folder)
        for folder in (content, *(project / own for own in _OWN))
    ]
    history = git(content, "rev-parse", "HEAD"), is_shallow(content)
    return digest(program(project), told, *files, *history, today())


def is_unchanged(site: Path, made: str) -> bool:
    """True if the site was made from exactly this and nobody has touched it since."""
    with suppress(OSError):
        return _record(site).read_text("utf-8") == _both(site, made)
    return False


def remember(site: Path, made: str) -> None:
    """Tell the next build what the site, which is whole, was made from."""
    with suppress(OSError):
        _record(site).write_text(_both(site, made), "utf-8")


def _record(site: Path) -> Path:
    return site.with_name(f".{site.name}.built")


def _both(site: Path, made: str) -> str:
    return f"{made}\n{digest_of_files(_files(site), site)}\n"


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
