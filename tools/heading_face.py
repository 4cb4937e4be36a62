"""Cuts the face of the headings out of Literata: one weight, the letters that headings have.

`make heading-face FROM=literata-latin-600-normal.woff2`, a file of the npm package
@fontsource/literata, writes `overrides/assets/headings.woff2`. Literata has no reserved font name,
so that a subset may keep it; the licence stands beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

TO = Path(__file__).resolve().parent.parent / "overrides/assets/headings.woff2"
LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ abcdefghijklmnopqrstuvwxyzåäöéüšžŠŽ"
    "0123456789.,:;!?()/%–—-’”…·\u00a0\u00ad"
)
"""Finnish and Swedish, names in them, figures and what is written between them."""
FEATURES, SCRIPTS = ["kern"], ["latn"]
LEAST_KERN = 15
"""Thousandths of the size: smaller changes between two letters are not seen, but weigh much."""
UNUSED = ["vhea", "vmtx", "GSUB", "GDEF", "STAT"]
"""Tables of what headings do not do: lines downwards, other forms of letters, other weights."""
LICENCE = [0, 1, 2, 13, 14]
"""The names that a font keeps: copyright, family, style, licence and where it is."""


def main(arguments: list[str]) -> None:
    """Write the subset of the font file given."""
    (source,) = arguments
    options = subset.Options(
        flavor="woff2",
        hinting=False,
        layout_features=FEATURES,
        layout_scripts=SCRIPTS,
        name_IDs=LICENCE,
        drop_tables=UNUSED,
    )
    font = subset.load_font(source, options)
    font["head"].modified = font["head"].created  # the same bytes each time
    cutter = subset.Subsetter(options)
    cutter.populate(text=LETTERS)
    cutter.subset(font)
    _keep_kerning_that_is_seen(font)
    font.recalcTimestamp = False
    subset.save_font(font, str(TO), options)
    print(f"{TO.name}: {TO.stat().st_size} bytes")


def _keep_kerning_that_is_seen(font: TTFont) -> None:
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for record in _pairs(getattr(table, "ExtSubTable", table)):
                if record.Value1 and abs(record.Value1.XAdvance) < LEAST_KERN:
                    record.Value1.XAdvance = 0


def _pairs(table: Any) -> Iterator[Any]:
    """The records of pairs of letters, and of pairs of classes of them."""
    if table.Format == 1:
        for first in table.PairSet:
            yield from first.PairValueRecord
    else:
        for first in table.Class1Record:
            yield from first.Class2Record


if __name__ == "__main__":
    main(sys.argv[1:])
