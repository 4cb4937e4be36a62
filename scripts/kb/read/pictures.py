"""How large the content folder's pictures are, from their first bytes."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Callable, Collection
from pathlib import Path

from PIL import ExifTags, Image

Size = tuple[int, int]
"""Width and height in pixels."""
_FAR_TOO_MANY = 100_000
_NOT_OPENED = (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error)
_COORDINATES = {ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude}
_IN_WORDS = b"GPSLatitude"
"""How XMP, the other way of noting it, begins to."""


def longer_side(data: bytes) -> int:
    """Of the picture in a file, in pixels; 0 for what no program can open, or far too many."""
    with warnings.catch_warnings(action="ignore"):  # of what is large: its size is the answer
        try:
            with Image.open(io.BytesIO(data)) as picture:
                return max(picture.size)
        except Image.DecompressionBombError:
            return _FAR_TOO_MANY
        except (OSError, SyntaxError, ValueError):
            return 0


def tells_place(data: bytes) -> bool:
    """True if the file of a picture says where on earth it was taken."""
    with warnings.catch_warnings(action="ignore"):
        try:
            with Image.open(io.BytesIO(data)) as picture:
                place = picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        except (*_NOT_OPENED, Image.DecompressionBombError):
            place = {}
    return bool(_COORDINATES & place.keys()) or _IN_WORDS in data


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
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            return None

    return size_of
