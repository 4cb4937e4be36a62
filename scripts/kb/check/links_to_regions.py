"""A link that names a region leads to that region."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kb.check import check
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.links import page_link
from kb.model.programme import Region
from kb.text import Lang, Text

OTHER_REGION = Rule.warning(
    "other-region",
    "Linkin sanat nimeävät alueen {named}, mutta linkki vie sivulle {target}. Kirjoita oikea "
    "tiedosto: {better}",
    "Länkens ord nämner regionen {named}, men länken leder till {target}. Skriv rätt fil: {better}",
    may_stay=True,
)
_Regions = Mapping[str, Region]
_WORD = re.compile(r"[\w-]+")
_LONGEST_ENDING = 5
_LINK = re.compile(r"\[([^\[\]]{3,80})\]\(([^()\s]+)\)")


@check
def other_region(catalogue: Catalogue) -> Iterator[Finding]:
    """The words of a link are the name of one region, and its target the page of another.

    Bad: `[Kainuussa](pirkanmaa.md)`. Good: `[Kainuussa](kainuu.md)`.
    """
    regions = {one.page: one for one in catalogue.all(Region).values() if one.page}
    for page in catalogue.pages() if regions else ():
        for line, text in markdown.prose_lines(page.body, page.body_line):
            for words, target in _LINK.findall(text) if "](" in text else ():
                link = page_link(target, page.folder)
                if link and link.key in regions:
                    named = _named(words, regions, page.lang)
                    if named and named != link.key:
                        at = page.path, line
                        yield OTHER_REGION.at(*at, **_values(target, link.key, regions, named))


def _values(target: str, key: str, regions: _Regions, named: str) -> dict[str, Text | str]:
    better = target.replace(key.rpartition("/")[2], named.rpartition("/")[2])
    return {"named": regions[named].name, "target": target, "better": better}


def _named(words: str, regions: _Regions, lang: Lang) -> str:
    """The page of the region that the words are a form of the name of, and of no other."""
    said = words.strip(" *_").lower()
    found = {key for key, one in regions.items() if _is_form(said, one.name[lang].lower(), lang)}
    return found.pop() if len(found) == 1 else ""


def _is_form(said: str, name: str, lang: Lang) -> bool:
    """True for the name itself or in a case: Finnish changes its last three letters at the most."""
    if lang is Lang.SV:
        return said in (name, f"{name}s")
    last = name.rpartition("-")[2]
    stem = name[: max(len(name) - 3, len(name) - len(last) + 2, 3)]
    is_word = _WORD.fullmatch(said) is not None
    return is_word and said.startswith(stem) and len(said) <= len(name) + _LONGEST_ENDING
