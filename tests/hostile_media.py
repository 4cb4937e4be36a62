"""What is inside pictures and documents that somebody with bad intent could propose."""

from __future__ import annotations

from struct import pack
from zlib import compress, crc32

from toy import PIXEL


def wide(side: int) -> bytes:
    """The first bytes of a picture of so many pixels a side."""
    head = b"IHDR" + pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return PIXEL[:12] + head + pack(">I", crc32(head)) + PIXEL[33:]


OTHERWISE = b"/ObjStm /Filter [/ASCIIHexDecode] >> stream\n3c3c>\nendstream"
SCRIPT = b"<</S /JavaScript /JS (x)>>"
PACKED = b"/ObjStm %s >> stream\n" + compress(SCRIPT) + b"\nendstream"
ONCE = PACKED.replace(b"%s", b"/Filter /FlateDecode")
PREDICTED = PACKED.replace(b"%s", b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 9>>")
BURSTING = (
    b"/ObjStm /Filter /FlateDecode >> stream\n" + compress(bytes(50_000_000)) + b"\nendstream"
)
TWICE = (
    b"/ObjStm /Filter [/FlateDecode /FlateDecode] >> stream\n"
    + compress(compress(SCRIPT))
    + b"\nendstream"
)
