"""Text from files: UTF-8 that an editor wrote, or a finding that says what it is instead."""

from __future__ import annotations

from pathlib import Path

from kb.finding import Finding
from kb.read import messages

_OTHER_PROGRAMS = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"%PDF": "PDF",
    b"PK\x03\x04": "Word, Excel, ZIP",
    b"\xd0\xcf\x11\xe0": "Word, Excel",
}
"""How the files of the programs that an editor has at hand begin."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_OURS, _THEIRS = "<<<<<<< ", ">>>>>>> "


def read_text(file: Path, path: str) -> str | Finding:
    """The file's text with LF line ends and no byte-order mark, or what is wrong with it."""
    data = file.read_bytes()
    if found := _not_text(data):
        return Finding(path, 1, "binary-file", messages.BINARY_FILE.format(kind=found))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Finding(
            path, line, "not-utf8", messages.NOT_UTF8.format(byte=f"0x{data[error.start]:02x}")
        )
    if not text.strip():
        return Finding(path, 1, "empty-file", messages.EMPTY_FILE)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _conflict(text, path) or text


def _not_text(data: bytes) -> str:
    """The kind of a file that another program wrote; empty for text."""
    for start, kind in _OTHER_PROGRAMS.items():
        if data.startswith(start):
            return kind
    return "0x00" if b"\0" in data and not data.startswith(_UTF_16) else ""


def _conflict(text: str, path: str) -> Finding | None:
    """Where git left both versions of a line for somebody to choose from."""
    if _OURS not in text and _THEIRS not in text:
        return None
    for line, words in enumerate(text.split("\n"), 1):
        if words.startswith((_OURS, _THEIRS)):
            return Finding(path, line, "merge-conflict", messages.MERGE_CONFLICT)
    return None
