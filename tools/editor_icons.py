"""Cuts the icons that the form editor shows out of Material Symbols, of which a bundle needs few.

`python -m editor_icons FONT FOLDER` writes `icons.woff2` beside the bundle in FOLDER. Icons are
ligatures: those stay whose names stand alone between quotation marks anywhere in the bundle, which
is rather too many than too few.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

_QUOTED = re.compile(r"[\"'`]([a-z0-9_]{2,40})[\"'`]")
_WEIGHT = 400


def main(arguments: list[str]) -> None:
    """Write the subset of the font file given."""
    source, folder = map(Path, arguments)
    words = {
        word for file in folder.glob("*.js") for word in _QUOTED.findall(file.read_text("utf-8"))
    }
    font = TTFont(source, recalcTimestamp=False)
    kept = _keep(font, words)
    instantiateVariableFont(font, {"wght": _WEIGHT}, inplace=True)
    options = subset.Options(
        flavor="woff2", hinting=False, layout_features=["*"], name_IDs=[0, 1, 2, 13, 14]
    )
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(set("".join(kept)))))
    cutter.subset(font)
    target = folder / "icons.woff2"
    subset.save_font(font, str(target), options)
    print(f"{target.name}: {len(kept)} icons, {target.stat().st_size} bytes")


def _keep(font: TTFont, words: set[str]) -> list[str]:
    """Only ligatures that spell one of the words stay; the words that do."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    kept: list[str] = []
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in (getattr(one, "ExtSubTable", one) for one in lookup.SubTable):
            for first, ligatures in list(getattr(table, "ligatures", {}).items()):
                stay = [one for one in ligatures if _name(letters, first, one) in words]
                kept += [_name(letters, first, one) for one in stay]
                table.ligatures[first] = stay
                if not stay:
                    del table.ligatures[first]
    return sorted(kept)


def _name(letters: dict[str, str], first: str, ligature: Any) -> str:
    return "".join(letters.get(glyph, "?") for glyph in (first, *ligature.Component))


if __name__ == "__main__":
    main(sys.argv[1:])
