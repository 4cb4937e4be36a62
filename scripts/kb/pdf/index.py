"""The PDF's own index of its objects, written so that it takes a tenth of the room.

pydyf packs the index as it is. Each row is nearly the one above it, and PDF readers know how to add
rows up (predictor 12), as other programs write it. Delete this once pydyf does the same.
"""

from __future__ import annotations

import re
import zlib
from itertools import pairwise

_INDEX = re.compile(
    rb"(?P<head>\d+ 0 obj\n<</Type /XRef.*?/W \[(?P<widths>[\d ]+)\].*?)"
    rb"/Filter /FlateDecode/Length (?P<length>\d+)>>\nstream\n",
    re.DOTALL,
)
_UP = b"\x02"


def lighter(document: bytes) -> bytes:
    """The same PDF with its index packed row against row; as it was if it has no such index."""
    start = int(document[document.rindex(b"startxref") :].split()[1])
    found = _INDEX.match(document, start)
    if not found:
        return document
    end = found.end() + int(found["length"])
    width = sum(map(int, found["widths"].split()))
    packed = zlib.compress(_differences(zlib.decompress(document[found.end() : end]), width), 9)
    how = b"/Filter /FlateDecode/DecodeParms <</Predictor 12/Columns %d>>/Length %d>>\nstream\n"
    head = found["head"] + how % (width, len(packed))
    return document[:start] + head + packed + document[end:]


def _differences(table: bytes, width: int) -> bytes:
    """Each row as what it adds, byte by byte, to the one above it."""
    rows = [bytes(width), *(table[at : at + width] for at in range(0, len(table), width))]
    return b"".join(
        _UP + bytes((new - old) % 256 for old, new in zip(above, row, strict=True))
        for above, row in pairwise(rows)
    )
