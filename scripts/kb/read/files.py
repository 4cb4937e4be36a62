"""Text from files: UTF-8 that an editor wrote, or a finding that says what it is instead."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from unicodedata import normalize

from kb.finding import Finding, Rule
from kb.read.limits import beyond, too_large

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
MOST_FILES = 20_000
"""Kept as they were read while a program runs: `make serve` looks again only at what changed."""
_OURS, _THEIRS = "<<<<<<< ", ">>>>>>> "

BINARY_FILE = Rule.error(
    "binary-file",
    "Tiedostossa ei ole tekstiä vaan toisen ohjelman tallennusmuoto ({kind}). Liitä tekstin "
    "tilalle pelkkä teksti, ja tallenna kuva omaksi tiedostokseen.",
    "Filen innehåller inte text utan ett annat programs format ({kind}). Klistra in bara texten "
    "och spara en bild som en egen fil.",
)
NOT_UTF8 = Rule.error(
    "not-utf8",
    "Tiedoston ä ja ö eivät näy oikein, koska se on tallennettu vanhaan tapaan (merkki {byte}). "
    "Liitä teksti uudelleen GitHubissa, tai tallenna tiedosto ohjelmassasi valinnalla UTF-8.",
    "Filens ä och ö visas fel, eftersom den är sparad på gammalt sätt (tecken {byte}). Klistra "
    "in texten på nytt i GitHub, eller spara filen i ditt program med valet UTF-8.",
)
EMPTY_FILE = Rule.error(
    "empty-file",
    "Tiedosto on tyhjä. Kirjoita teksti takaisin (vanha on GitHubissa painikkeen History "
    "takana), tai poista koko tiedosto.",
    "Filen är tom. Skriv tillbaka texten (den gamla finns i GitHub bakom knappen History), eller "
    "ta bort hela filen.",
)


def read_text(file: Path, path: str) -> str | Finding:
    """The file's text with LF line ends and no byte-order mark, or what is wrong with it."""
    if large := too_large(file.stat().st_size, path):
        return large
    return _text(file.read_bytes(), path)


@lru_cache(MOST_FILES)
def _text(data: bytes, path: str) -> str | Finding:
    if found := _not_text(data):
        return BINARY_FILE.at(path, 1, kind=found)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return NOT_UTF8.at(path, line, byte=f"0x{data[error.start]:02x}")
    if not text.strip():
        return EMPTY_FILE.at(path, 1)
    text = _composed(text.replace("\r\n", "\n").replace("\r", "\n"))
    return _conflict(text, path) or beyond(text, path) or text


def _composed(text: str) -> str:
    """The text with each letter as one character and no soft hyphens, which copying brings.

    Readers see no difference; search, spellers and comparisons would.
    """
    return text if text.isascii() else normalize("NFC", text).replace("\u00ad", "")


def _not_text(data: bytes) -> str:
    """The kind of a file that another program wrote; empty for text."""
    for start, kind in _OTHER_PROGRAMS.items():
        if data.startswith(start):
            return kind
    return "0x00" if b"\0" in data and not data.startswith(_UTF_16) else ""


MERGE_CONFLICT = Rule.error(
    "merge-conflict",
    "Kaksi ihmistä on muuttanut samaa kohtaa, ja molemmat versiot jäivät tiedostoon. Valitse "
    "rivien ”<<<<<<<”, ”=======” ja ”>>>>>>>” väleistä oikea teksti ja poista nuo merkkirivit.",
    "Två personer har ändrat samma ställe, och båda versionerna blev kvar i filen. Välj rätt text "
    "mellan raderna ”<<<<<<<”, ”=======” och ”>>>>>>>” och ta bort de tre raderna med tecken.",
)


def _conflict(text: str, path: str) -> Finding | None:
    """Where git left both versions of a line for somebody to choose from."""
    if _OURS not in text and _THEIRS not in text:
        return None
    for line, words in enumerate(text.split("\n"), 1):
        if words.startswith((_OURS, _THEIRS)):
            return MERGE_CONFLICT.at(path, line)
    return None
