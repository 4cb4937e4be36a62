"""How large the content folder's pictures are, from their first bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image

Size = tuple[int, int]
"""Width and height in pixels."""


def sizes_in(content: Path) -> Callable[[str], Size | None]:
    """Gives the size of the picture at a path inside the folder.

    None for a drawing, which has no pixels, and for what is no picture or is not there.
    """

    def size_of(path: str) -> Size | None:
        try:
            with Image.open(content / path) as picture:
                return picture.size
        except OSError:
            return None

    return size_of
