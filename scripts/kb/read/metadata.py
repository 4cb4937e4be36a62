"""What the file of a picture says besides the picture: camera, place, names, comments.

Nobody sees it on the page, and everybody can read it in the file: the build leaves it out.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_SHOWS = frozenset({
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
    b"sBIT", b"bKGD", b"pHYs",
})  # fmt: skip
_WEBP_SHOWS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"})
_WEBP_NOTES, _WEBP_EXIF = 0b1100, 0b1000
"""The bits by which a WebP announces EXIF and XMP, and the first of them."""
_EXIF, _FAR = b"Exif\0\0", 400
_JPEG_ALONE = range(0xD0, 0xDA)
_JPEG_SCAN, _JPEG_END = 0xDA, b"\xff\xd9"
_JPEG_NOTES = frozenset({*range(0xE0, 0xF0), 0xFE})
_TURNED = re.compile(
    rb"(?:II\*\0.{4,}?\x12\x01\x03\0\x01\0\0\0([\1-\x08])\0"
    rb"|MM\0\*.{4,}?\x01\x12\0\x03\0\0\0\x01\0([\1-\x08]))",
    re.DOTALL,
)
_ANY_NOTES = re.compile(
    rb"(?i:exif)|XMP |xmpmeta|[tiz]TXt|tEXt|Photoshop|infe.{8}mime|[!\xff]\xfe", re.DOTALL
)
"""What may tell something in a kind that is not taken apart, or in a file that is broken."""
_MARKS = re.compile(rb"UNICODE\0|ASCII\0\0\0")
"""How a comment of EXIF begins."""
_WIDE = re.compile(rb"(?:[ -~\xa0-\xff]\0){4,}|(?:\0[ -~\xa0-\xff]){4,}")
_CONTROL = re.compile(rb"[\0-\x08\x0e-\x1f]+")
_UNPACKED, _KEY = 1_000_000, 100
"""Bytes at most of what is packed, and of what stands before it."""
_MOST = 2_000_000
"""Bytes of notes that are read for what they tell."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A file in two: what shows the picture, and what else it says."""

    shows: bytes
    says: bytes
    is_whole: bool = True
    """False for what has notes and could not be taken apart: all of it is shown."""


def parts(data: bytes, suffix: str) -> Parts:
    """The parts of a picture, by how its kind is built."""
    split = _SPLIT.get(suffix)
    try:
        pieces = list(split(data)) if split else []
    except (struct.error, IndexError, ValueError):
        pieces = []
    if not pieces:
        return Parts(data, data, is_whole=not _ANY_NOTES.search(data))
    shows = b"".join(piece for is_shown, piece in pieces if is_shown)
    says = b"\n".join(_unpacked([piece for is_shown, piece in pieces if not is_shown]))
    return Parts(_sized(shows) if suffix == ".webp" else shows, says)


def notes(data: bytes, suffix: str) -> str:
    """What a picture says besides what it shows, in whatever letters."""
    said = _MARKS.sub(b"\n", parts(data, suffix).says[:_MOST])
    wide = (one.replace(b"\0", b"") for one in _WIDE.findall(said))
    return "\n".join(one.decode("utf-8", "replace") for one in (_CONTROL.sub(b"\n", said), *wide))


_Pieces = Iterator[tuple[bool, bytes]]
"""The pieces of a file in order, and whether the picture needs each."""


def _of_png(data: bytes) -> _Pieces:
    yield True, data[: len(_PNG)]
    at = len(_PNG)
    while at < len(data):
        (size,), name = struct.unpack_from(">I", data, at), data[at + 4 : at + 8]
        end = at + 12 + size
        yield name in _PNG_SHOWS, data[at:end]
        if tags := _tags(data[at + 8 : end]) if name == b"eXIf" else b"":
            yield True, struct.pack(">I", len(tags)) + _checked(name + tags)
        at = end
        if name == b"IEND":
            break
    yield False, data[at:]


def _checked(chunk: bytes) -> bytes:
    return chunk + struct.pack(">I", zlib.crc32(chunk))


def _of_jpeg(data: bytes) -> _Pieces:
    yield True, data[:2]
    at = 2
    while data[at] == 0xFF and data[at + 1] != _JPEG_SCAN:
        mark = data[at + 1]
        (size,) = (
            (0,) if mark in _JPEG_ALONE or mark == 0xFF else struct.unpack_from(">H", data, at + 2)
        )
        piece = data[at : at + 2 + size]
        yield mark not in _JPEG_NOTES or _shows_jpeg(piece), piece
        if tags := _tags(piece[10:]) if piece[4:10] == _EXIF else b"":
            yield True, b"\xff\xe1" + struct.pack(">H", len(tags) + 8) + _EXIF + tags
        at += 2 + size if mark != 0xFF else 1
    end = data.find(_JPEG_END, at) + 2
    if end < at:
        raise ValueError
    # A progressive picture has several scans, and tables between them.
    while data[end : end + 1] == b"\xff" and data[end + 1 : end + 2] != b"\xd8":
        end = data.find(_JPEG_END, end) + 2
    yield True, data[at:end]
    yield False, data[end:]


def _shows_jpeg(piece: bytes) -> bool:
    """True for what a browser needs of a program's own notes: sizes, colours."""
    return piece[4:].startswith((b"JFIF\0", b"ICC_PROFILE\0", b"Adobe\0"))


def _tags(notes: bytes) -> bytes:
    """Which way up the picture is, alone of all that a camera notes; empty if it does not say."""
    found = _TURNED.search(notes, 0, _FAR)
    way = next(filter(None, found.groups())) if found else b"\1"
    if way == b"\1":
        return b""
    return b"MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0" + way + bytes(6)


def _of_webp(data: bytes) -> _Pieces:
    yield True, data[:12]
    at, end = 12, 8 + struct.unpack_from("<I", data, 4)[0]
    is_turned = bool(_tags(data[data.rfind(b"EXIF") + 8 :]))
    while at < min(end, len(data)):
        name, (size,) = data[at : at + 4], struct.unpack_from("<I", data, at + 4)
        after = at + 8 + size + size % 2
        piece = data[at:after]
        if name == b"VP8X":
            bits = piece[8] & ~_WEBP_NOTES | _WEBP_EXIF * is_turned
            piece = piece[:8] + bytes([bits]) + piece[9:]
        yield name in _WEBP_SHOWS, piece
        if name == b"EXIF" and (tags := _tags(piece[8:])):
            yield True, name + struct.pack("<I", len(tags)) + tags
        at = after
    yield False, data[at:]


def _sized(webp: bytes) -> bytes:
    """The file with its length written anew."""
    return webp[:4] + struct.pack("<I", len(webp) - 8) + webp[8:] if webp[8:12] == b"WEBP" else webp


def _of_gif(data: bytes) -> _Pieces:
    at = 13 + _table(data[10])
    yield True, data[:at]
    while data[at] != 0x3B:
        start, is_note = at, data[at] == 0x21 and data[at + 1] != 0xF9
        at += 2 if data[at] == 0x21 else 10 + _table(data[at + 9]) + 1
        while size := data[at]:
            at += size + 1
        at += 1
        yield not is_note, data[start:at]
    yield True, data[at : at + 1]
    yield False, data[at + 1 :]


def _table(flags: int) -> int:
    """Bytes of a table of colours, as a byte of flags tells them."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


_SPLIT = {
    ".png": _of_png,
    ".jpg": _of_jpeg,
    ".jpeg": _of_jpeg,
    ".webp": _of_webp,
    ".gif": _of_gif,
}


def _unpacked(pieces: list[bytes]) -> Iterator[bytes]:
    """The notes, each with what is packed in it, up to more than any picture has."""
    left = _UNPACKED
    for piece in pieces:
        yield piece
        packed = piece.find(b"x", 8) if piece[4:8] in (b"zTXt", b"iTXt") else -1
        while packed >= 0 and left > 0:
            try:
                unpacked = zlib.decompressobj().decompress(piece[packed:], left)
            except zlib.error:
                packed = piece.find(b"x", packed + 1, packed + _KEY)
                continue
            left -= len(unpacked)
            yield unpacked
            break
