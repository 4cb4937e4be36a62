"""The form editor's files: the program that `make editor` has bundled, and its configuration."""

from __future__ import annotations

import json
from pathlib import Path

from kb.editor.configuration import configuration
from kb.model.addresses import EDITOR
from kb.model.catalogue import Catalogue
from kb.model.settings import Settings
from kb.publish.files import write

BUNDLE = "editor/dist"
CONFIGURATION = "configuration.json"


def write_editor(project: Path, site: Path, catalogue: Catalogue, settings: Settings) -> None:
    """Write the editor into the built site; FileNotFoundError if nobody has bundled it."""
    bundle = project / BUNDLE
    if not (bundle / "editor.js").is_file():
        raise FileNotFoundError(f"{BUNDLE}: EDITOR=1 needs `make editor` first")
    folder = site / EDITOR
    for file in sorted(bundle.rglob("*")):
        if file.is_file():
            write(folder / file.relative_to(bundle), file.read_bytes())
    told = configuration(catalogue, settings)
    write(Path(folder, CONFIGURATION), json.dumps(told, ensure_ascii=False, sort_keys=False))
