"""What makes the site besides its content, as one name: another program makes other pages."""

from __future__ import annotations

import sys
import sysconfig
from functools import cache
from pathlib import Path

from kb.read.store import digest, digest_of_files

_CODE = Path(__file__).resolve().parent.parent.parent
_PARTS = ("overrides", "styles")
_SETTINGS = "mkdocs.yml"


@cache
def code() -> str:
    """A name for our code, for all packages by version, and for Python."""
    files = [file for file in _CODE.rglob("*.*") if file.suffix in (".py", ".txt")]
    packages = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    versions = sorted(package.name for package in packages)
    return digest(digest_of_files(files, _CODE), sys.version, versions)


def program(project: Path) -> str:
    """The same with templates, styles and settings."""
    own = [file for part in _PARTS for file in (project / part).rglob("*.*") if file.is_file()]
    own += [file for file in [project / _SETTINGS] if file.is_file()]
    return digest(code(), digest_of_files(own, project))
