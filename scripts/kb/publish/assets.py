"""Style sheet and scripts as files of the built site."""

from __future__ import annotations

from pathlib import Path

from kb.publish.files import write
from kb.render.sheet import script, sheet

_STYLES = "styles"
_ORDER = "site.css"
_ASSETS = "assets"


def write_assets(project: Path, site: Path) -> None:
    """Write `assets/site.css` from the parts in `styles/`, and our scripts made small."""
    parts = {file.name: file.read_text("utf-8") for file in (project / _STYLES).glob("*.css")}
    write(site / _ASSETS / _ORDER, sheet(parts[_ORDER], parts))
    scripts = project / "overrides"
    for file in (scripts / _ASSETS).rglob("*.js"):
        write(site / file.relative_to(scripts), script(file.read_text("utf-8")))
