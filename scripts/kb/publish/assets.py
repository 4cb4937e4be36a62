"""Style sheet, scripts and pictures that every page shares, at addresses named by their content.

All of them stand in one folder that is named by what is in them: a page only ever meets the files
that it was made with, scripts find each other by relative addresses, and browsers may keep them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from kb.publish.files import write
from kb.render.sheet import scripts, sheets

IMMUTABLE = "assets"
"""The folder of the built site where no address ever gets other content."""
_STYLES = "styles"


@dataclass(frozen=True)
class Assets:
    """The files by the names that templates and our own modules know them by: `search/ui.js`."""

    files: Mapping[str, bytes]

    @cached_property
    def folder(self) -> str:
        """Where they are published, below the site's root."""
        digest = sha256()
        for name, content in sorted(self.files.items()):
            digest.update(f"{name} {len(content)}\n".encode() + content)
        return f"{IMMUTABLE}/{digest.hexdigest()[:12]}"

    def path(self, name: str) -> str:
        """The address of a file below the site's root; KeyError if there is no such file."""
        if name not in self.files:
            raise KeyError(f"overrides/{IMMUTABLE}: no {name}")
        return f"{self.folder}/{name}"

    def write(self, site: Path) -> None:
        """Write the files into the built site."""
        for name in self.files:
            write(site / self.path(name), self.files[name])


def read_assets(project: Path) -> Assets:
    """The assets of the project: style sheets from `styles/`, and scripts made small."""
    parts = {file.name: file.read_text("utf-8") for file in (project / _STYLES).glob("*.css")}
    folder = project / "overrides" / IMMUTABLE
    found = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*.*")}
    code = {name: file.read_text("utf-8") for name, file in found.items() if file.suffix == ".js"}
    made = {**sheets(parts), **scripts(code)}
    files = {name: file.read_bytes() for name, file in found.items() if name not in code}
    return Assets(files | {name: text.encode() for name, text in made.items()})
