"""Text from files: UTF-8 or a finding."""

from __future__ import annotations

from pathlib import Path

from kb.finding import Finding
from kb.text import Text

_NOT_UTF8 = Text(
    "Tiedostoa ei voi lukea: se ei ole UTF-8-muodossa (tavu {byte}). Tallenna tiedosto UTF-8-muodossa.",
    "Filen går inte att läsa: den är inte i formatet UTF-8 (byte {byte}). Spara filen i formatet UTF-8.",
)
_EMPTY = Text(
    "Tiedosto on tyhjä. Palauta sisältö versiohistoriasta tai poista tiedosto.",
    "Filen är tom. Återställ innehållet ur versionshistoriken eller ta bort filen.",
)


def read_text(file: Path, path: str) -> str | Finding:
    """The file's text with LF line ends and no byte-order mark, or what is wrong with it."""
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Finding(path, line, "not-utf8", _NOT_UTF8.format(byte=f"0x{data[error.start]:02x}"))
    if not text.strip():
        return Finding(path, 1, "empty-file", _EMPTY)
    return text.replace("\r\n", "\n").replace("\r", "\n")
