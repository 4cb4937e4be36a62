"""Editors' command: a picture in a size for the site, in the place of the one that is too large."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageOps

WIDEST = 1600
"""Pixels of the longer side."""
QUALITY = 80


def main(arguments: Sequence[str]) -> int:
    """Rewrite each file; exit 2 if one is no picture."""
    for name in arguments:
        file = Path(name)
        try:
            with Image.open(file) as opened:
                picture = ImageOps.exif_transpose(opened)
                picture.info.pop("comment", None)  # Pillow would copy it; nobody sees it
                picture.thumbnail((WIDEST, WIDEST))
                # Beside it and then in its place: a full disk does not cost the picture.
                smaller = file.with_name(f"{file.name}.new")
                picture.save(smaller, opened.format, quality=QUALITY, optimize=True)
            smaller.replace(file)
        except (OSError, Image.DecompressionBombError):
            print(f"{file}: kuva ei aukea / bilden går inte att öppna", file=sys.stderr)
            return 2
        print(f"{file}: {picture.width} × {picture.height}, {file.stat().st_size // 1000} kt/kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
