"""What a PDF does when it is opened, and what it says besides its pages."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import islice

_HEXED = re.compile(rb"#([0-9a-fA-F]{2})")
_ACTS = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|EF|RichMedia|XFA|SubmitForm|ImportData|Encrypt|AA"
    rb"|GoTo[RE])\b|/(URI)\s*\(\s*(?!(?i:https?:|mailto:|tel:))"
)
_PACKED = re.compile(b"/" + b"".join(b"(?:%c|#%02x)" % (one, one) for one in b"ObjStm"), re.I)
_UNPACKED_BY = re.compile(rb"/(?:\w+Decode|DecodeParms|DP|Crypt|F|Fl|LZW|A85|AHx|RL)\b")
"""What a reader of packed objects would do to their bytes: only one thing is known here."""
_OPENS = re.compile(rb"/OpenAction\s*(?:(\d+\s+\d+)\s+R|(<<.*?>>)|\[)", re.DOTALL)
_GOES_TO_PAGE = re.compile(rb"\s*(?:\[|<<(?:(?!<<|>>).)*/S\s*/GoTo\b)", re.DOTALL)
_UNPACKED = 20_000_000
"""Bytes at most of what a PDF has packed together."""
_NOTE = re.compile(
    rb"/(?:Title|Author|Subject|Keywords|Creator|Producer|Company|Manager|Comments|Contents)\s*"
    rb"(?:\(((?:[^()\\]|\\.){0,5000})\)|<([0-9A-Fa-f\s]{0,20000})>)",
    re.DOTALL,
)
_XMP, _XMP_END = b"<x:xmpmeta", b"</x:xmpmeta>"
_OF_METADATA = re.compile(rb"/Type\s*/Metadata\b")
_MOST_STREAMS = 20
"""Of metadata: a document has one, and one for each of its pictures."""
_NEAR, _LONGEST_STREAM = 500, 200_000
_ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(.))", re.DOTALL)
_UTF_16 = b"\xfe\xff"


def acts_of(document: bytes) -> list[str]:
    """The names of a PDF, plain or packed, that make it do something or carry other files."""
    try:
        readable = b"\n".join(_readable(document))
    except zlib.error:
        return ["/ObjStm"]
    names = _plain_names(readable)
    acts = [f"/{(name or other).decode()}" for name, other in _ACTS.findall(names)]
    return acts + ["/OpenAction"] * (not all(map(_goes_to_page, _opened(names))))


def _opened(document: bytes) -> Iterator[bytes]:
    """What the document does when it is opened; empty if that cannot be seen."""
    for found in _OPENS.finditer(document):
        if named := found[1]:
            start = rb"(?<!\d)" + rb"\s+".join(named.split()) + rb"\s+obj\b"
            yield from re.findall(start + rb"(.*?)endobj", document, re.DOTALL) or [b""]
        elif found[2]:
            yield found[2]


def _goes_to_page(action: bytes) -> bool:
    """True if it only shows a page of the document's own, as it is."""
    return bool(_GOES_TO_PAGE.match(action)) and not re.search(rb"/(?:URI|Next)\b", action)


def _readable(document: bytes) -> Iterator[bytes]:
    """The document, and what its packed objects say.

    zlib.error if they are packed otherwise, or are more than any document has.
    """
    yield document
    left, end = _UNPACKED, 0
    while left > 0 and (packed := _PACKED.search(document, end)):
        start = document.find(b"stream", packed.end())
        end = document.find(b"endstream", start)
        if start < 0 or end < 0:
            return
        said = document[document.rfind(b"obj", 0, packed.start()) : start]
        if _UNPACKED_BY.findall(_plain_names(said)) != [b"/FlateDecode"]:
            raise zlib.error
        packed_data = document[start + len(b"stream") : end].lstrip(b"\r\n")
        unpacked = zlib.decompressobj().decompress(packed_data, left)
        if len(unpacked) == left:
            raise zlib.error
        yield unpacked
        left -= len(unpacked)


def _plain_names(document: bytes) -> bytes:
    return _HEXED.sub(lambda found: bytes([int(found[1], 16)]), document)


def notes_of(document: bytes) -> str:
    """What it says of itself: its title, author and comments, and its metadata stream."""
    try:
        readable = b"\n".join(_readable(document))
    except zlib.error:
        readable = document
    said = [_letters(plain, hexed) for plain, hexed in _NOTE.findall(readable)]
    return "\n".join([*said, *_streams(readable)])


def _letters(plain: bytes, hexed: bytes) -> str:
    """A text of a document, written plainly or in hexadecimal figures."""
    figures = re.sub(rb"\s", b"", hexed).decode()
    said = _ESCAPED.sub(_escaped, plain) or bytes.fromhex(figures + "0" * (len(figures) % 2))
    is_wide = said.startswith(_UTF_16)
    return said.decode("utf-16", "replace") if is_wide else said.decode("utf-8", "replace")


def _escaped(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 8) & 255]) if found[1] else found[2]


def _streams(document: bytes) -> Iterator[str]:
    for start in islice(re.finditer(_XMP, document), _MOST_STREAMS):
        end = document.find(_XMP_END, start.end(), start.end() + _UNPACKED)
        yield document[start.start() : max(end, start.end())].decode("utf-8", "replace")
    for start in islice(_OF_METADATA.finditer(document), _MOST_STREAMS):
        begin = document.find(b"stream", start.end(), start.end() + _NEAR)
        packed = document[begin + len(b"stream") :][:_LONGEST_STREAM].lstrip(b"\r\n")
        try:
            yield zlib.decompressobj().decompress(packed, _UNPACKED).decode("utf-8", "replace")
        except zlib.error:
            continue  # not packed: read above
