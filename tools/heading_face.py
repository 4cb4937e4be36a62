"""Cuts the face of the headings out of Literata: one weight, the letters that headings have.

`make heading-face FROM=literata-latin-600-normal.woff2`, a file of the npm package
@fontsource/literata, writes `overrides/assets/headings.woff2`. Literata has no reserved font name,
so that a subset may keep it; the licence stands beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset

TO = Path(__file__).resolve().parent.parent / "overrides/assets/headings.woff2"
LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ abcdefghijklmnopqrstuvwxyzåäöéüšžŠŽ"
    "0123456789.,:;!?()[]/&%+–—-’”»…·§\u00a0\u00ad"
)
"""Finnish and Swedish, names in them, figures and what is written between them."""
FEATURES = ["kern"]
LICENCE = [0, 1, 2, 13, 14]
"""The names that a font keeps: copyright, family, style, licence and where it is."""


def main(arguments: list[str]) -> None:
    """Write the subset of the font file given."""
    (source,) = arguments
    options = subset.Options(
        flavor="woff2", hinting=False, layout_features=FEATURES, name_IDs=LICENCE
    )
    font = subset.load_font(source, options)
    font["head"].modified = font["head"].created  # the same bytes each time
    cutter = subset.Subsetter(options)
    cutter.populate(text=LETTERS)
    cutter.subset(font)
    font.recalcTimestamp = False
    subset.save_font(font, str(TO), options)
    print(f"{TO.name}: {TO.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
