"""The folder as a whole: which files there are, and what is wrong with any of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from kb.finding import Finding, Rule
from kb.model.addresses import address_word
from kb.read.limits import folders_beyond, too_large
from kb.words.identity import identity_codes

LARGEST_IMAGE = 500_000
"""Bytes: what a reader in a train still gets in a second or two."""
_IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"}
_TEXTS = {".md", ".yml", ".yaml", ".txt", ".csv", ".json", ".svg", ".html"}
_NAME = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


def read_folder(content: Path) -> tuple[frozenset[str], list[Finding]]:
    """Every file below `content` by its path inside it, and what any file can have wrong."""
    files = sorted(_files(content))
    findings: list[Finding] = []
    for file in files:
        inside = file.relative_to(content).as_posix()
        path = f"{content.name}/{inside}"
        # Records are named by their ids, which have capitals.
        if not inside.startswith("_"):
            findings += _bad_name(inside, path)
        if deep := folders_beyond(inside, path):
            findings.append(deep)
        findings += _large_image(file, path)
        findings += _identity_codes(file, path)
    return frozenset(file.relative_to(content).as_posix() for file in files), findings


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if not name.startswith("."))


BAD_FILE_NAME = Rule.error(
    "bad-file-name",
    "Tiedoston nimessä ”{name}” on muita merkkejä kuin a–z, 0–9, yhdysviiva ja piste. Vaihda "
    "nimeksi esimerkiksi ”{better}”.",
    "Filnamnet ”{name}” innehåller andra tecken än a–z, 0–9, bindestreck och punkt. Byt det till "
    "exempel till ”{better}”.",
)


_BAD_FOLDER_NAME = BAD_FILE_NAME.saying(
    "Kansion nimessä ”{name}” on muita merkkejä kuin a–z, 0–9, yhdysviiva ja piste. Vaihda nimeksi "
    "esimerkiksi ”{better}”.",
    "Mappens namn ”{name}” innehåller andra tecken än a–z, 0–9, bindestreck och punkt. Byt det "
    "till exempel till ”{better}”.",
)


def _bad_name(inside: str, path: str) -> Iterator[Finding]:
    *folders, name = inside.split("/")
    if not _NAME.fullmatch(name):
        yield BAD_FILE_NAME.at(path, 1, name=name, better=_plain(name, "sivu.fi.md"))
    for folder in folders:
        if not _NAME.fullmatch(folder):
            yield _BAD_FOLDER_NAME.at(path, 1, name=folder, better=_plain(folder, "teemat"))


LARGE_IMAGE = Rule.error(
    "large-image",
    "Kuvan koko on {size} kt, ja enintään {largest} kt sallitaan. Pienennä kuva noin 1600 "
    "kuvapisteen levyiseksi ja tallenna se uudelleen.",
    "Bilden är {size} kB, och högst {largest} kB är tillåtet. Förminska bilden till ungefär 1600 "
    "bildpunkters bredd och spara den på nytt.",
)


def _large_image(file: Path, path: str) -> Iterator[Finding]:
    if file.suffix.lower() in _IMAGES and (size := file.stat().st_size) > LARGEST_IMAGE:
        yield LARGE_IMAGE.at(path, 1, size=size // 1000, largest=LARGEST_IMAGE // 1000)


PERSONAL_IDENTITY_CODE = Rule.error(
    "personal-identity-code",
    "Rivillä on henkilötunnus ({shown}). Poista se heti ja kerro ylläpidolle: tunnus jää "
    "versiohistoriaan, josta se on poistettava erikseen.",
    "På raden finns en personbeteckning ({shown}). Ta bort den genast och meddela dem som "
    "underhåller webbplatsen: beteckningen finns kvar i versionshistoriken och måste raderas där "
    "också.",
)


def _identity_codes(file: Path, path: str) -> Iterator[Finding]:
    if file.suffix.lower() not in _TEXTS:
        return
    if large := too_large(file.stat().st_size, path):
        yield large
    else:
        for line, shown in identity_codes(file.read_text("utf-8", errors="replace")):
            yield PERSONAL_IDENTITY_CODE.at(path, line, shown=shown)


def _plain(name: str, otherwise: str) -> str:
    """The name in the letters of addresses, dots kept: `Pää sivu.fi.md` is `paa-sivu.fi.md`."""
    return ".".join(filter(None, map(address_word, name.split(".")))) or otherwise
