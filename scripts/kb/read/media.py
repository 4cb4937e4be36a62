"""Whether a picture or a document is what its name says, and nothing more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kb.finding import Finding, Rule
from kb.model.published import Kind
from kb.read.document import acts_of, notes_of
from kb.read.metadata import notes, parts
from kb.read.notices import lured
from kb.read.personal import personal, personal_in_notes
from kb.read.pictures import longer_side, moves, tells_place
from kb.read.svg import drawing
from kb.words.letters import as_read
from kb.words.lures import lures
from kb.words.personal import details

LARGEST = {Kind.PICTURE: 500_000, Kind.DOCUMENT: 5_000_000}
"""Bytes: a picture that a reader in a train still gets in a second or two, and a document."""
MOST_PIXELS = 2_500
"""Of a side: more than any screen shows of a page."""
_BEGINS = {
    ".avif": rb"....ftypavi[fs]",
    ".gif": rb"GIF8[79]a",
    ".jpeg": rb"\xff\xd8\xff",
    ".jpg": rb"\xff\xd8\xff",
    ".pdf": rb"%PDF-\d",
    ".png": rb"\x89PNG\r\n\x1a\n",
    ".webp": rb"RIFF....WEBP",
}
_TAG = re.compile(r"<[^<>]*>")
_PAGE_INSIDE = re.compile(rb"<(?:script|html|svg|body|iframe|!doctype|\?php)\b", re.IGNORECASE)
_ELSE_INSIDE = re.compile(rb"PK\x03\x04|" + _PAGE_INSIDE.pattern, re.IGNORECASE)
"""What no document has after its end."""

LARGE_IMAGE = Rule.error(
    "large-image",
    "Kuvan koko on {size} kt, ja enintään {largest} kt sallitaan. Pienennä se 1600 kuvapisteen "
    "levyiseksi: make picture FILE={file}. Toimitusoppaan kohta ”Kuva ja asiakirja” kertoo muut "
    "tavat.",
    "Bilden är {size} kB, och högst {largest} kB är tillåtet. Förminska den till 1600 bildpunkters "
    "bredd: make picture FILE={file}. Avsnittet ”En bild och ett dokument” i redaktörsguiden "
    "berättar om andra sätt.",
)
_LARGE_DRAWING = LARGE_IMAGE.saying(
    "Piirroksen koko on {size} kt, ja enintään {largest} kt sallitaan. Yksinkertaista piirrosta, "
    "tai tallenna se PNG-kuvana.",
    "Ritningen är {size} kB, och högst {largest} kB är tillåtet. Förenkla ritningen, eller spara "
    "den som PNG-bild.",
)
_LARGE_DOCUMENT = LARGE_IMAGE.saying(
    "Asiakirjan koko on {size} kt, ja enintään {largest} kt sallitaan. Tallenna se pienempänä tai "
    "linkitä sen omaan paikkaan.",
    "Dokumentet är {size} kB, och högst {largest} kB är tillåtet. Spara det i mindre format eller "
    "länka till dess egen plats.",
)
_MANY_PIXELS = LARGE_IMAGE.saying(
    "Kuvan sivu on yli {most} kuvapistettä. Pienennä se 1600 kuvapisteen levyiseksi: make picture "
    "FILE={file}. Toimitusoppaan kohta ”Kuva ja asiakirja” kertoo muut tavat.",
    "Bildens sida är över {most} bildpunkter. Förminska den till 1600 bildpunkters bredd: make "
    "picture FILE={file}. Avsnittet ”En bild och ett dokument” i redaktörsguiden berättar om andra "
    "sätt.",
)
WRONG_CONTENT = Rule.error(
    "wrong-content",
    "Tiedoston sisältö ei ole sitä, mitä nimen loppu ”{suffix}” lupaa. Tallenna kuva tai asiakirja "
    "uudelleen oikeassa muodossa.",
    "Filens innehåll är inte det som namnets slut ”{suffix}” lovar. Spara bilden eller dokumentet "
    "på nytt i rätt format.",
)
_PAGE_IN_PICTURE = WRONG_CONTENT.saying(
    "Kuvatiedoston sisällä on verkkosivun koodia. Avaa kuva kuvankäsittelyohjelmassa ja tallenna "
    "se uudelleen.",
    "I bildfilen finns kod för en webbsida. Öppna bilden i ett bildprogram och spara den på nytt.",
)
_PLACE_IN_PICTURE = WRONG_CONTENT.saying(
    "Kuvatiedostossa on tieto siitä, missä kuva on otettu, vaikka sitä ei näy kuvassa. Tallenna "
    "kuva ilman sitä: make picture FILE={file}.",
    "I bildfilen står var bilden är tagen, fast det inte syns på bilden. Spara bilden utan det: "
    "make picture FILE={file}.",
)
_NOTES_STAY = WRONG_CONTENT.saying(
    "Kuvatiedosto on rikki tai siinä on kuvaajan tai kameran tietoja, joita sivusto ei osaa jättää "
    "pois. Tallenna kuva uudelleen: make picture FILE={file}.",
    "Bildfilen är trasig eller innehåller uppgifter om fotografen eller kameran som webbplatsen "
    "inte kan lämna bort. Spara bilden på nytt: make picture FILE={file}.",
)
_MOVES = WRONG_CONTENT.saying(
    "Kuva liikkuu, eikä lukija voi pysäyttää sitä; vilkkuva kuva voi aiheuttaa sairauskohtauksen. "
    "Tallenna siitä yksi kuva, joka pysyy paikallaan.",
    "Bilden rör sig, och läsaren kan inte stanna den; en blinkande bild kan utlösa ett "
    "sjukdomsanfall. Spara en enda bild av den, som står stilla.",
)
_ACTIVE_DRAWING = WRONG_CONTENT.saying(
    "SVG-piirroksessa on muutakin kuin piirros: {what}. Tallenna se piirrosohjelmasta muodossa "
    "”tavallinen SVG”.",
    "I SVG-ritningen finns annat än en ritning: {what}. Spara den i ritprogrammet som ”vanlig "
    "SVG”.",
)
_ACTIVE_DOCUMENT = WRONG_CONTENT.saying(
    "PDF-tiedostossa on toimintoja tai liitteitä: {what}. Tallenna se uudelleen tulostamalla "
    "tiedostoon.",
    "PDF-filen har funktioner eller bilagor: {what}. Spara den på nytt genom att skriva ut till "
    "fil.",
)


def media_findings(file: Path, kind: Kind, path: str) -> Iterator[Finding]:
    """What keeps a picture or a document from being published."""
    size, largest = file.stat().st_size, LARGEST[kind]
    if size > largest:
        yield _too_large(path, kind, size // 1000, largest // 1000)
        return
    data, suffix = file.read_bytes(), file.suffix
    if suffix == ".svg":
        if refused := drawing(data).refused:
            yield _ACTIVE_DRAWING.at(path, 1, what=_named(refused))
        yield from _words_of(data, path)
    elif not re.match(_BEGINS[suffix], data, re.DOTALL):
        yield WRONG_CONTENT.at(path, 1, suffix=suffix)
    elif kind is Kind.PICTURE:
        yield from _in_picture(data, suffix, path)
    elif acts := acts_of(data):
        yield _ACTIVE_DOCUMENT.at(path, 1, what=_named(acts))
    elif _ELSE_INSIDE.search(data, data.rfind(b"%%EOF")):
        yield WRONG_CONTENT.at(path, 1, suffix=suffix)
    else:
        yield from personal_in_notes(notes_of(data), path)


def _words_of(data: bytes, path: str) -> Iterator[Finding]:
    """What the words of a drawing tell of somebody, or lead a reader to."""
    words = _TAG.sub(" ", data.decode("utf-8", "replace"))
    for detail, line, mark in details(words):
        yield personal(detail, path, line + 1, mark)
    for line, said in enumerate(as_read(words).split("\n"), 1):
        yield from (lured(lure, path, line, mark) for lure, mark in lures(said))


def _in_picture(data: bytes, suffix: str, path: str) -> Iterator[Finding]:
    if _PAGE_INSIDE.search(data):
        yield _PAGE_IN_PICTURE.at(path, 1)
    elif longer_side(data) > MOST_PIXELS:
        yield _MANY_PIXELS.at(path, 1, most=MOST_PIXELS, file=path)
    elif moves(data):
        yield _MOVES.at(path, 1)
    elif tells_place(data):
        yield _PLACE_IN_PICTURE.at(path, 1, file=path)
    elif not parts(data, suffix).is_whole:
        yield _NOTES_STAY.at(path, 1, file=path)
    else:
        yield from personal_in_notes(notes(data, suffix), path)


def _too_large(path: str, kind: Kind, size: int, largest: int) -> Finding:
    if path.endswith(".svg"):
        return _LARGE_DRAWING.at(path, 1, size=size, largest=largest)
    if kind is Kind.PICTURE:
        return LARGE_IMAGE.at(path, 1, file=path, size=size, largest=largest)
    return _LARGE_DOCUMENT.at(path, 1, size=size, largest=largest)


def _named(what: list[str]) -> str:
    return ", ".join(dict.fromkeys(what[:5]))
