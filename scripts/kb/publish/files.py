"""Files of the built site."""

from __future__ import annotations

from pathlib import Path


def write(file: Path, content: str | bytes) -> None:
    """Write the file and the folders above it; text is UTF-8."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
