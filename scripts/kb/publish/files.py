"""Files of the built site."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup

_INDENT = re.compile(r"\n[ \t]+(?=<)")


def without_indents(html: Markup) -> Markup:
    """The page without what only the readers of its templates need; code keeps its own."""
    return html if "<pre" in html else Markup(_INDENT.sub("\n", html))  # noqa: S704 - as it was


def write(file: Path, content: str | bytes) -> None:
    """Write the file and the folders above it; text is UTF-8."""
    data = content.encode() if isinstance(content, str) else content
    try:
        file.write_bytes(data)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
