"""How large the content folder's pictures are, from their first bytes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PIL import Image

Size = tuple[int, int]
"""Width and height in pixels."""


def sizes_in(content: Path, media: Collection[str]) -> Callable[[str], Size | None]:
    """Gives the size of the picture at a path inside the folder.

    None for a drawing, which has no pixels, and for what is not among the media.
    """

    def size_of(path: str) -> Size | None:
        if path not in media:
            return None
        try:
            with Image.open(content / path) as picture:
                return picture.size
        except OSError:
            return None

    return size_of
