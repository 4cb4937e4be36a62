"""How large the content folder's pictures are, from their first bytes."""

from __future__ import annotations

import io
import re
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
_MAY_MOVE = ("GIF", "PNG", "WEBP", "AVIF")
"""A JPEG of several pictures is a camera's: browsers show the first."""
_IN_WORDS = b"GPSLatitude"
"""How XMP, the other way of noting it, begins to."""
_HEAD = 4_000
"""Bytes in which a drawing says how large it is."""
_DRAWING = re.compile(rb"<svg\s[^>]*>")
_SIDES = re.compile(rb"\s(width|height)\s*=\s*[\"'](\d{1,5}(?:\.\d{1,9})?)(?:px)?[\"']")


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


def moves(data: bytes) -> bool:
    """True if the file of a picture has more pictures than one, shown in turn."""
    return _holds(data, lambda one: one.format in _MAY_MOVE and getattr(one, "is_animated", False))


def tells_place(data: bytes) -> bool:
    """True if the file of a picture says where on earth it was taken."""
    return _IN_WORDS in data or _holds(data, _has_coordinates)


def _has_coordinates(picture: Image.Image) -> bool:
    return bool(_COORDINATES & picture.getexif().get_ifd(ExifTags.IFD.GPSInfo).keys())


def _holds(data: bytes, asked: Callable[[Image.Image], bool]) -> bool:
    """What is asked of the picture in a file; False for what no program can open."""
    with warnings.catch_warnings(action="ignore"):
        try:
            with Image.open(io.BytesIO(data)) as picture:
                return asked(picture)
        except (*_NOT_OPENED, Image.DecompressionBombError):
            return False


def sizes_in(content: Path, media: Collection[str]) -> Callable[[str], Size | None]:
    """Gives the size of the picture at a path inside the folder; None for what has none there."""

    def size_of(path: str) -> Size | None:
        if path not in media:
            return None
        try:
            if path.endswith(".svg"):
                return _size_of_drawing((content / path).read_bytes()[:_HEAD])
            with Image.open(content / path) as picture:
                return picture.size
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            return None

    return size_of


def _size_of_drawing(head: bytes) -> Size | None:
    """What both sides of an SVG say in pixels; one with only a shape takes the room there is."""
    tag = _DRAWING.search(head)
    sides = dict(_SIDES.findall(tag[0])) if tag else {}
    return (
        (round(float(sides[b"width"])), round(float(sides[b"height"]))) if len(sides) == 2 else None
    )
