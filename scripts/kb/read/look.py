"""How the site looks, for what is drawn: the colours of its style sheet and its mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_TOKEN = re.compile(r"--([\w-]+):[^;#]*(#[0-9a-fA-F]{3,8})\b")


@dataclass(frozen=True)
class Look:
    """Colours by the name of their design token, the mark as SVG, and two faces as font files."""

    colours: dict[str, str]
    mark: str
    serif: bytes
    sans: bytes


def read_look(styles: Path, mark: Path, serif: Path, sans: Path) -> Look:
    """The look that a folder of styles and a mark define; light colours come first in a token."""
    colours: dict[str, str] = {}
    for file in sorted(styles.glob("*.css")):
        for name, value in _TOKEN.findall(file.read_text("utf-8")):
            colours.setdefault(name, value)
    return Look(colours, mark.read_text("utf-8"), serif.read_bytes(), sans.read_bytes())
