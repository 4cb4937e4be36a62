"""Somebody's own code, number, home or mailbox where nobody looks: in names and notes of files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kb.finding import Finding, Rule
from kb.model.published import DOCUMENTS
from kb.read.limits import too_large
from kb.read.texts import LIKELY_IDENTITY_CODE, PERSONAL_IDENTITY_CODE
from kb.words.identity import identity_codes, likely_codes
from kb.words.personal import Detail, details, details_in_name

PERSONAL_DETAIL = Rule.error(
    "personal-detail",
    "”{mark}” on matkapuhelimen numero, joka voi olla jonkun oma. Kirjoita työpaikan vaihteen "
    "numero tai poista numero.",
    "”{mark}” är ett mobilnummer som kan vara någons eget. Skriv numret till arbetsplatsens växel "
    "eller ta bort numret.",
    may_stay=True,
).guarding_readers()
_ADDRESS = PERSONAL_DETAIL.saying(
    "”{mark}” näyttää kotiosoitteelta. Kirjoita työpaikan osoite tai poista se.",
    "”{mark}” ser ut som en hemadress. Skriv arbetsplatsens adress eller ta bort den.",
)
_MAILBOX = PERSONAL_DETAIL.saying(
    "”{mark}” on jonkun oma sähköpostiosoite. Kirjoita työpaikan osoite tai poista se.",
    "”{mark}” är någons egen e-postadress. Skriv arbetsplatsens adress eller ta bort den.",
)
_RULES = {Detail.MOBILE: PERSONAL_DETAIL, Detail.HOME: _ADDRESS, Detail.MAILBOX: _MAILBOX}
_IN_NAME = PERSONAL_DETAIL.firmly(
    "Tiedoston tai kansion nimessä on ”{mark}”, joka voi olla jonkun oma. Anna toinen nimi.",
    "I filens eller mappens namn står ”{mark}”, som kan vara någons eget. Ge den ett annat namn.",
)
_IN_PICTURE = PERSONAL_DETAIL.firmly(
    "Kuvatiedostossa on ”{mark}”, joka voi olla jonkun oma, vaikka sitä ei näy kuvassa. Tallenna "
    "kuva ilman sitä: make picture FILE={file}.",
    "I bildfilen finns ”{mark}”, som kan vara någons eget, fast det inte syns på bilden. Spara "
    "bilden utan det: make picture FILE={file}.",
)
_IN_DOCUMENT = PERSONAL_DETAIL.firmly(
    "PDF-tiedoston ominaisuuksissa on ”{mark}”, joka voi olla jonkun oma. Tallenna tiedosto "
    "uudelleen ilman sitä: {file}.",
    "I PDF-filens egenskaper finns ”{mark}”, som kan vara någons eget. Spara filen på nytt utan "
    "det: {file}.",
)
_IN_TEXT = PERSONAL_DETAIL.firmly(
    "Tiedostossa on ”{mark}”, joka voi olla jonkun oma. Sitä ei julkaista, mutta kuka tahansa voi "
    "lukea tiedoston. Poista se.",
    "I filen finns ”{mark}”, som kan vara någons eget. Det publiceras inte, men vem som helst kan "
    "läsa filen. Ta bort det.",
)
_COMMENT = re.compile(r"(<!--.*?-->)", re.DOTALL)
_CODE_IN_NAME = PERSONAL_IDENTITY_CODE.saying(
    "Tiedoston tai kansion nimessä on henkilötunnus ({shown}). Vaihda nimi heti ja kerro "
    "ylläpidolle: tunnus jää versiohistoriaan, josta se on poistettava erikseen.",
    "I filens eller mappens namn finns en personbeteckning ({shown}). Byt namnet genast och "
    "meddela dem som underhåller webbplatsen: beteckningen finns kvar i versionshistoriken och "
    "måste raderas där också.",
)
_LIKELY_IN_NAME = LIKELY_IDENTITY_CODE.firmly(
    "Tiedoston tai kansion nimessä on luultavasti henkilötunnus ({shown}), vaikka sen "
    "tarkistusmerkki ei täsmää. Anna toinen nimi.",
    "I filens eller mappens namn finns sannolikt en personbeteckning ({shown}), fast "
    "kontrolltecknet inte stämmer. Ge den ett annat namn.",
)
_CODE_IN_NOTES = PERSONAL_IDENTITY_CODE.saying(
    "Tiedoston sisällä on henkilötunnus ({shown}), vaikka sitä ei näy. Poista tiedosto heti ja "
    "kerro ylläpidolle: tunnus jää versiohistoriaan, josta se on poistettava erikseen.",
    "I filen finns en personbeteckning ({shown}), fast den inte syns. Ta bort filen genast och "
    "meddela dem som underhåller webbplatsen: beteckningen finns kvar i versionshistoriken och "
    "måste raderas där också.",
)


def personal(detail: Detail, path: str, line: int, mark: str) -> Finding:
    """What is said of a detail in a text."""
    return _RULES[detail].at(path, line, mark=mark)


def personal_beside(file: Path, path: str) -> Iterator[Finding]:
    """What a text tells of somebody where no reader sees it: drafts, lists of words, comments."""
    if too_large(file.stat().st_size, path):
        return  # another rule says so
    text = file.read_bytes().decode("utf-8", "replace")
    if path.endswith(".yml"):
        text = "\n".join(line.partition("#")[2] for line in text.split("\n"))
    elif path.endswith(".svg"):
        # Figures of a drawing are no numbers.
        around = enumerate(_COMMENT.split(text))
        text = "".join(said if at % 2 else "\n" * said.count("\n") for at, said in around)
    for _, line, mark in details(text):
        yield _IN_TEXT.at(path, line + 1, mark=mark)


def personal_in_name(file: str, path: str) -> Iterator[Finding]:
    """What the name of a file or of a folder above it tells of somebody."""
    for _, shown in identity_codes(file):
        yield _CODE_IN_NAME.at(path, 1, shown=shown)
    for _, shown in likely_codes(file):
        yield _LIKELY_IN_NAME.at(path, 1, shown=shown)
    for mark in dict.fromkeys(mark for _, mark in details_in_name(file)):
        yield _IN_NAME.at(path, 1, mark=mark)


def personal_in_notes(notes: str, path: str) -> Iterator[Finding]:
    """What a file says of somebody where nobody sees it."""
    for shown in dict.fromkeys(shown for _, shown in identity_codes(notes)):
        yield _CODE_IN_NOTES.at(path, 1, shown=shown)
    rule = _IN_DOCUMENT if path.endswith(DOCUMENTS) else _IN_PICTURE
    for mark in dict.fromkeys(mark for _, _, mark in details(notes)):
        yield rule.at(path, 1, mark=mark, file=path)
