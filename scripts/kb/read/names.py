"""Names of files and folders: plain words of an address, and such that every disk can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from kb.finding import Finding, Rule
from kb.model.addresses import address_word
from kb.model.published import PAGE, Kind, kind_of
from kb.read.tree import Tree
from kb.text import Lang

_NAME = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_OF_A_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE
)
"""What Windows takes for a device, whatever stands behind a dot."""
_NOT_ON_WINDOWS = re.compile(r"[<>:\"|?*\\\x00-\x1f]|[. ]$")
LONGEST_NAME = 100
"""Letters of a name; Windows takes 260 with all folders, an address and a reader fewer."""

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
_DOT_IN_PAGE = BAD_FILE_NAME.saying(
    "Sivun nimessä ”{name}” on ylimääräinen piste. Nimen lopussa on vain .fi.md tai .sv.md: "
    "esimerkiksi ”{better}”.",
    "Sidans namn ”{name}” har en punkt för mycket. Namnet slutar bara på .fi.md eller .sv.md: till "
    "exempel ”{better}”.",
)
_DEVICE = BAD_FILE_NAME.saying(
    "Nimi ”{name}” on Windowsissa laitteen nimi, eikä tiedostoa saa siellä auki. Vaihda nimeksi "
    "esimerkiksi ”{better}”.",
    "Namnet ”{name}” är namnet på en enhet i Windows, och filen går inte att öppna där. Byt det "
    "till exempel till ”{better}”.",
)
_NOT_PORTABLE = BAD_FILE_NAME.saying(
    "Nimessä ”{name}” on merkki, jota kaikki tietokoneet eivät salli, tai se päättyy pisteeseen "
    "tai väliin. Vaihda nimi.",
    "Namnet ”{name}” har ett tecken som inte alla datorer tillåter, eller så slutar det med en "
    "punkt eller ett mellanslag. Byt namnet.",
)
_LONG = BAD_FILE_NAME.saying(
    "Nimessä ”{name}” on {size} merkkiä, kun enintään {most} sallitaan. Lyhennä nimi.",
    "Namnet ”{name}” har {size} tecken, medan högst {most} är tillåtet. Förkorta namnet.",
)
_ALIKE = BAD_FILE_NAME.saying(
    "Nimet ”{name}” ja ”{other}” eroavat vain kirjainten koosta tai kirjoitustavasta, eivätkä "
    "kaikki tietokoneet erota niitä. Vaihda toinen nimi.",
    "Namnen ”{name}” och ”{other}” skiljer sig bara i stora och små bokstäver eller i hur tecknen "
    "är kodade, och alla datorer skiljer dem inte åt. Byt det ena namnet.",
)
_LANGUAGES = tuple(f".{lang}" for lang in Lang)


def is_of_a_device(name: str) -> bool:
    """True for what Windows takes for a device."""
    return bool(_OF_A_DEVICE.fullmatch(name.partition(".")[0].rstrip()))


def bad_names(file: str, path: str) -> Iterator[Finding]:
    """What no address has, in the name of a file that is published or of a folder above it."""
    *folders, name = file.split("/")
    yield from not_portable(file, path)
    for folder in folders:
        if not _NAME.fullmatch(folder):
            yield _BAD_FOLDER_NAME.at(path, 1, name=folder, better=plain_name(folder, "teemat"))
    if kind_of(file) is Kind.OTHER:
        return  # of its name is said all when it is not published
    if not _NAME.fullmatch(name):
        yield BAD_FILE_NAME.at(path, 1, name=name, better=plain_name(name, "sivu.fi.md"))
    elif kind_of(file) is Kind.PAGE and "." in (stem := _stem(name)):
        better = name.replace(stem, stem.replace(".", "-"), 1)
        yield _DOT_IN_PAGE.at(path, 1, name=name, better=better)


def not_portable(file: str, path: str) -> Iterator[Finding]:
    """What some disk cannot hold, in the name of any file or of a folder above it."""
    is_address = kind_of(file) not in (Kind.DATA, Kind.NOT_READ)
    for name in file.split("/"):
        stem, dot, ending = name.partition(".")
        if is_of_a_device(name):
            yield _DEVICE.at(path, 1, name=name, better=f"{stem.rstrip()}-1{dot}{ending}".lower())
        elif _NOT_ON_WINDOWS.search(name) and not is_address:
            yield _NOT_PORTABLE.at(path, 1, name=name)  # of an address all is said already
        elif len(name) > LONGEST_NAME:
            yield _LONG.at(path, 1, name=name, size=len(name), most=LONGEST_NAME)


def alike(tree: Tree) -> Iterator[Finding]:
    """Files and folders that are one on disks which know no capitals, or one form of a letter."""
    seen: dict[str, str] = {}
    told: set[str] = set()
    for file in tree.files:
        parts = file.split("/")
        for depth in range(1, len(parts) + 1):
            name = "/".join(parts[:depth])
            first = seen.setdefault(normalize("NFKC", name).casefold(), name)
            if first != name and name not in told:
                told.add(name)
                yield _ALIKE.at(tree.path(file), 1, name=name, other=first)
                break


def _stem(page: str) -> str:
    """The name of a page without its language."""
    name = page.removesuffix(PAGE)
    return name[:-3] if name.endswith(_LANGUAGES) else name


def plain_name(name: str, otherwise: str) -> str:
    """The name in the letters of addresses, dots kept: `Pää sivu.fi.md` is `paa-sivu.fi.md`."""
    return ".".join(filter(None, map(address_word, name.split(".")))) or otherwise
