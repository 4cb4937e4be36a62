"""Text from files: UTF-8 or a finding."""

from __future__ import annotations

import re
from pathlib import Path

from kb.finding import Finding
from kb.read import messages

_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def read_text(file: Path, path: str) -> str | Finding:
    """The file's text with LF line ends and no byte-order mark, or what is wrong with it."""
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Finding(
            path, line, "not-utf8", messages.NOT_UTF8.format(byte=f"0x{data[error.start]:02x}")
        )
    if not text.strip():
        return Finding(path, 1, "empty-file", messages.EMPTY_FILE)
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        return Finding(path, line, "merge-conflict", messages.MERGE_CONFLICT)
    return text.replace("\r\n", "\n").replace("\r", "\n")
