"""Creates new pages: both files of a pair, or the language that a page lacks.

Existing files are never written over. The only module besides `kb.read` that writes content.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kb.model.addresses import address_word
from kb.model.catalogue import Catalogue
from kb.model.outline import missing_language, new_page
from kb.model.page import key_of_name
from kb.text import Lang, Text

BAD_NAME = Text(
    "Nimi ”{name}” ei kelpaa sivun nimeksi. Käytä kirjaimia a–z, numeroita ja yhdysviivoja, esimerkiksi {example}.",
    "Namnet ”{name}” duger inte som namn på en sida. Använd bokstäverna a–z, siffror och bindestreck, till exempel {example}.",
)
BAD_TITLE = Text(
    "Otsikossa ”{title}” on jotakin muuta kuin tavallista tekstiä (< > {{ }} [ ] ` * _ # | \\ tai rivinvaihto). Kirjoita otsikko ilman sitä.",
    "Rubriken ”{title}” innehåller annat än vanlig text (< > {{ }} [ ] ` * _ # | \\ eller ett radbyte). Skriv rubriken utan det.",
)
IS_THERE = Text(
    "Sivu ”{name}” on jo molemmilla kielillä: {fi} ja {sv}. Muokkaa niitä tai anna uudelle sivulle toinen nimi.",
    "Sidan ”{name}” finns redan på båda språken: {fi} och {sv}. Redigera dem eller ge den nya sidan ett annat namn.",
)
FILE_IS_THERE = Text(
    "Tiedosto {path} on jo olemassa, eikä sitä kirjoiteta yli. Muokkaa sitä tai anna uudelle sivulle toinen nimi.",
    "Filen {path} finns redan och skrivs inte över. Redigera den eller ge den nya sidan ett annat namn.",
)
WRITTEN = Text(
    "Kirjoitettiin {path}. Täytä kohdat, joissa on ”…”.",
    "Skrev {path}. Fyll i ställena där det står ”…”.",
)
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
# What Markdown, YAML or templates would read as markup, control characters, and the invisible
# characters of Unicode that break lines or turn the direction of writing.
_MARKUP = re.compile(r"[<>{}\[\]`*_#|\\\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_EXAMPLE = "teemat/uusi-sivu"


@dataclass(frozen=True)
class NewPages:
    """The files to write, by their path from the content folder, or why none is written."""

    files: dict[str, str] = field(default_factory=dict)
    refused: tuple[Text, ...] = ()


def plan(catalogue: Catalogue, name: str, titles: Mapping[Lang, str]) -> NewPages:
    """The files of a new page, or of the language that a page lacks, or why there are none."""
    key = key_of_name(name)
    refused = [BAD_TITLE.format(title=t) for t in titles.values() if _MARKUP.search(t)]
    if not _NAME.fullmatch(key):
        refused.append(BAD_NAME.format(name=name, example=_example(key)))
    pair = catalogue.pairs.get(key)
    if pair and pair.is_whole:
        paths = {lang.value: pair.versions[lang].path for lang in Lang}
        refused.append(IS_THERE.format(name=key, **paths))
    if refused:
        return NewPages(refused=tuple(refused))
    if pair:
        return NewPages({f"{key}.{pair.any.lang.other}.md": missing_language(pair.any)})
    given = {lang: " ".join(titles.get(lang, "").split()) for lang in Lang}
    slug = address_word(given[Lang.SV])
    return NewPages({f"{key}.{lang}.md": new_page(lang, given[lang], slug) for lang in Lang})


def write(content: Path, planned: NewPages) -> list[Text]:
    """Write all the files or none; returns why nothing was written, and nothing if all were."""
    in_the_way = [path for path in planned.files if (content / path).exists()]
    if planned.refused or in_the_way:
        return [
            *planned.refused,
            *(FILE_IS_THERE.format(path=f"{content.name}/{path}") for path in in_the_way),
        ]
    for path, text in planned.files.items():
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as written:
            written.write(text)
    return []


def _example(key: str) -> str:
    return "/".join(filter(None, map(address_word, key.split("/")))) or _EXAMPLE
