"""Cuts the face of the headings out of Literata: one weight, the letters that headings have.

`make heading-face FROM=literata-latin-600-normal.woff2`, a file of the npm package
@fontsource/literata, writes `overrides/assets/headings.woff2`. Literata has no reserved font name,
so that a subset may keep it; the licence stands beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

PROJECT = Path(__file__).resolve().parent.parent
PAGES = PROJECT / "docs"
TO = PROJECT / "overrides/assets/headings.woff2"
LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ abcdefghijklmnopqrstuvwxyzåäöéüšžŠŽ"
    "0123456789.,:;!?()/%–—-’”…·\u00a0\u00ad"
)
"""Finnish and Swedish, names in them, figures and what is written between them."""
FEATURES, SCRIPTS = ["kern"], ["latn"]
LEAST_KERN = 40
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
    """Only between letters that stand side by side in our headings: a fifth of the file less."""
    letters = font.getBestCmap()
    tables = [getattr(one, "ExtSubTable", one) for one in _subtables(font)]
    rules = [
        f"pos {first} {second} {moved};"
        for first, second in sorted(_side_by_side(letters))
        if abs(moved := _kern(tables, first, second)) >= LEAST_KERN
    ]
    del font["GPOS"]
    feature = f"languagesystem latn dflt; feature kern {{ {' '.join(rules)} }} kern;"
    addOpenTypeFeaturesFromString(font, feature, tables=["GPOS"])


def _side_by_side(letters: Mapping[int, str]) -> set[tuple[str, str]]:
    """The glyphs of every two characters of a heading of a page."""
    headings = (
        line.lstrip("#").partition("{#")[0].strip()
        for file in PAGES.rglob("*.md")
        for line in file.read_text("utf-8").splitlines()
        if line.startswith("#")
    )
    return {
        (letters[ord(first)], letters[ord(second)])
        for heading in headings
        for first, second in pairwise(heading)
        if ord(first) in letters and ord(second) in letters
    }


def _subtables(font: TTFont) -> Iterator[Any]:
    for lookup in font["GPOS"].table.LookupList.Lookup:
        yield from lookup.SubTable


def _kern(tables: Iterable[Any], first: str, second: str) -> int:
    """How much the second glyph is moved; the first table that knows both decides."""
    for table in tables:
        if first not in table.Coverage.glyphs:
            continue
        if table.Format == 1:
            pairs = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
            value = next((pair.Value1 for pair in pairs if pair.SecondGlyph == second), None)
        else:
            of = table.ClassDef1.classDefs.get(first, 0), table.ClassDef2.classDefs.get(second, 0)
            value = table.Class1Record[of[0]].Class2Record[of[1]].Value1
        if value:
            return getattr(value, "XAdvance", 0)
    return 0


if __name__ == "__main__":
    main(sys.argv[1:])
