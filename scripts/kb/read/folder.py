"""The folder as a whole: what is published of it, and what is wrong with any file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.finding import Finding, Rule
from kb.model.addresses import address_word, is_own
from kb.model.excuses import Excuse
from kb.model.published import (
    DOCUMENTS,
    MEDIA,
    PAGE,
    PICTURES,
    Kind,
    dotted_folder,
    kind_of,
    other_language,
)
from kb.read.media import media_findings
from kb.read.names import alike, bad_names, not_portable, plain_name
from kb.read.personal import personal_beside, personal_in_name
from kb.read.texts import in_text_file
from kb.read.tree import Tree, is_of_git
from kb.text import Lang

_TEXTS = (".md", ".yml", ".yaml", ".txt", ".csv", ".json", ".svg", ".html")


def read_folder(tree: Tree) -> tuple[frozenset[str], list[Finding], list[Excuse]]:
    """The files that a page may name, by their path, what any can have wrong, and excuses."""
    findings: list[Finding] = []
    excuses: list[Excuse] = []
    kinds = {file: kind_of(file) for file in tree.files}
    for file, kind in kinds.items():
        path = tree.path(file)
        # Records are named by their ids, which have capitals.
        is_address = kind not in (Kind.DATA, Kind.NOT_READ)
        findings += bad_names(file, path) if is_address else not_portable(file, path)
        findings += personal_in_name(file, path)
        if kind in MEDIA:
            findings += media_findings(tree.content / file, kind, path)
        findings += _not_published(file, kind, path)
        if file.endswith(_TEXTS):
            told = in_text_file(tree.content / file, path)
            excuses += (one for one in told if isinstance(one, Excuse))
            findings += (one for one in told if isinstance(one, Finding))
            if kind is Kind.NOT_READ or not file.endswith(PAGE):
                findings += personal_beside(tree.content / file, path)
    findings += alike(tree)
    named = (file for file, kind in kinds.items() if kind not in (Kind.DATA, Kind.NOT_READ))
    return frozenset(named), findings, excuses


UNPUBLISHED_FILE = Rule.error(
    "unpublished-file",
    "Tiedostoa ”{name}” ei voi julkaista. Sivut ovat .md-tiedostoja, kuvat {pictures} ja "
    "asiakirjat {documents}. Tallenna se johonkin näistä tai poista se.",
    "Filen ”{name}” kan inte publiceras. Sidor är .md-filer, bilder {pictures} och dokument "
    "{documents}. Spara den i något av dessa format eller ta bort den.",
)
_IN_OWN_PLACE = UNPUBLISHED_FILE.saying(
    "Paikka ”{name}” on varattu sivuston omalle tiedostolle. Siirrä tiedosto toiseen kansioon tai "
    "vaihda sen nimi.",
    "Platsen ”{name}” är reserverad för webbplatsens egen fil. Flytta filen till en annan mapp "
    "eller byt dess namn.",
)
_IN_DOTTED = UNPUBLISHED_FILE.saying(
    "Kansion nimessä ”{name}” on piste, ja sellaiset nimet on varattu tiedostoille. Vaihda kansion "
    "nimeksi esimerkiksi ”{better}”.",
    "Mappens namn ”{name}” har en punkt, och sådana namn är reserverade för filer. Byt mappens "
    "namn till exempel till ”{better}”.",
)
_OF_GIT = UNPUBLISHED_FILE.saying(
    "Tiedosto ”{name}” ohjaa versionhallintaa ja voi piilottaa muutoksia niiden tarkastajilta. "
    "Poista se.",
    "Filen ”{name}” styr versionshanteringen och kan dölja ändringar för dem som granskar. Ta "
    "bort den.",
)
_OTHER_NAME = UNPUBLISHED_FILE.saying(
    "Tiedostoa ”{name}” ei julkaista tällä nimellä. Vaihda nimeksi ”{better}”, tai poista "
    "tiedosto, jos se on vain kopio.",
    "Filen ”{name}” publiceras inte under det här namnet. Byt namn till ”{better}”, eller ta bort "
    "filen om den bara är en kopia.",
)
_OTHER_LANGUAGE = UNPUBLISHED_FILE.saying(
    "Sivun nimessä ”{name}” on kieli ”{lang}”, mutta sivut ovat suomeksi ja ruotsiksi. Vaihda "
    "nimeksi ”{better}.fi.md” tai ”{better}.sv.md”.",
    "Sidans namn ”{name}” har språket ”{lang}”, men sidorna är på finska och svenska. Byt namn "
    "till ”{better}.fi.md” eller ”{better}.sv.md”.",
)
_AS_PICTURE = UNPUBLISHED_FILE.saying(
    "Selaimet eivät näytä kuvaa ”{name}”. Avaa se ja tallenna tai vie se JPEG-kuvana: {better}",
    "Webbläsare visar inte bilden ”{name}”. Öppna den och spara eller exportera den som JPEG-bild: "
    "{better}",
)
_AS_DOCUMENT = UNPUBLISHED_FILE.saying(
    "Asiakirjaa ”{name}” ei voi julkaista, koska lukijalla ei ehkä ole sen ohjelmaa. Tallenna se "
    "PDF:nä: {better}",
    "Dokumentet ”{name}” kan inte publiceras, för läsaren har kanske inte programmet. Spara det "
    "som PDF: {better}",
)
_OTHER_PICTURES = (".heic", ".heif", ".tif", ".tiff", ".bmp", ".psd", ".raw", ".dng")
_OFFICE = (
    ".doc",
    ".docx",
    ".odt",
    ".rtf",
    ".xls",
    ".xlsx",
    ".ods",
    ".ppt",
    ".pptx",
    ".odp",
    ".pages",
)
_NEARLY_PAGE = re.compile(
    r"(?P<stem>.+?)(?:[._-](?P<lang>fi|sv))?\.(?:md|markdown|mdown|mkd|txt)(?:\.txt)?~?",
    re.IGNORECASE,
)
NOT_READ = Rule.warning(
    "not-read",
    "Tiedostoa ”{name}” ei lueta eikä julkaista, koska sen tai sen kansion nimi alkaa alaviivalla. "
    "Kun se on valmis, vaihda nimi.",
    "Filen ”{name}” varken läses eller publiceras eftersom namnet på den eller dess mapp börjar "
    "med ett understreck. Byt namn när den är färdig.",
)


def _not_published(file: str, kind: Kind, path: str) -> Iterator[Finding]:
    name = file.rpartition("/")[2]
    if is_of_git(file):
        yield _OF_GIT.at(path, 1, name=name)
    elif kind is Kind.NOT_READ:
        yield NOT_READ.at(path, 1, name=name)
    elif folder := dotted_folder(file) if kind is Kind.IN_OWN_PLACE else "":
        better = address_word(folder) or "teemat"
        yield _IN_DOTTED.at(path, 1, name=folder, better=better)
    elif kind is Kind.IN_OWN_PLACE or is_own(file):
        yield _IN_OWN_PLACE.at(path, 1, name=file)
    elif kind is Kind.OTHER:
        yield _of_other_kind(name, path)


def _of_other_kind(name: str, path: str) -> Finding:
    """What to do with a file that has no kind of those that are published."""
    if other := other_language(name):
        better, lang = other
        return _OTHER_LANGUAGE.at(path, 1, name=name, lang=lang, better=better)
    if better := _published_name(name):
        return _OTHER_NAME.at(path, 1, name=name, better=better)
    if name.lower().endswith(_OTHER_PICTURES):
        return _AS_PICTURE.at(path, 1, name=name, better=_saved_as(name, ".jpg"))
    if name.lower().endswith(_OFFICE):
        return _AS_DOCUMENT.at(path, 1, name=name, better=_saved_as(name, ".pdf"))
    pictures, documents = ", ".join(PICTURES), ", ".join(DOCUMENTS)
    return UNPUBLISHED_FILE.at(path, 1, name=name, pictures=pictures, documents=documents)


def _saved_as(name: str, ending: str) -> str:
    return f"{address_word(name.rpartition('.')[0]) or 'tiedosto'}{ending}"


def _published_name(name: str) -> str:
    """The name by which a file would be a page, a picture or a document; empty if by none."""
    if page := _NEARLY_PAGE.fullmatch(name):
        return f"{address_word(page['stem']) or 'sivu'}.{(page['lang'] or Lang.FI).lower()}{PAGE}"
    plain = plain_name(name, "")
    return plain if kind_of(plain) in MEDIA else ""
