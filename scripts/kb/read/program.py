"""What makes the site besides its content, as one name: another program makes other pages."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

from kb.read.store import digest, digest_of_files

_CODE = Path(__file__).resolve().parent.parent.parent
_PARTS = ("overrides", "styles")
_SETTINGS = "mkdocs.yml"


def program(project: Path) -> str:
    """A name for our code, templates, styles and settings, and for all packages by version."""
    code = [file for file in _CODE.rglob("*.*") if file.suffix in (".py", ".txt")]
    own = [file for part in _PARTS for file in (project / part).rglob("*.*") if file.is_file()]
    own += [file for file in [project / _SETTINGS] if file.is_file()]
    packages = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    versions = sorted(package.name for package in packages)
    files = digest_of_files(code, _CODE), digest_of_files(own, project)
    return digest(*files, sys.version, versions)
