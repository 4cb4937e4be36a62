"""The same numbers, dates and names stand on both sides of a pair."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import check
from kb.check.pairs import both_ways
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.page import Page
from kb.model.people import Contact
from kb.model.prose import prose
from kb.text import Lang, Text
from kb.words.numbers import numbers, shown

_ON_PAGE = {
    Lang.FI: Text("suomenkielisellä", "den finska"),
    Lang.SV: Text("ruotsinkielisellä", "den svenska"),
}

UNEQUAL_NUMBERS = Rule.error(
    "unequal-numbers",
    "Luku tai päivä ”{number}” on tällä sivulla mutta ei {side}. Korjaa jompikumpi sivu.",
    "Talet eller datumet ”{number}” står på den här sidan men inte på {side}. Rätta den ena sidan.",
)


@check
def unequal_numbers(catalogue: Catalogue) -> Iterator[Finding]:
    """A number or a date stands in one language only.

    Bad: `19 aluetta` and `18 områden`. Good: `19 aluetta` and `19 områden`.
    """
    first_lines = {page.path: _first_lines(page) for page in catalogue.pages()}
    for page, other in both_ways(catalogue):
        there = first_lines[other.path]
        for number, line in first_lines[page.path].items():
            if number not in there:
                yield UNEQUAL_NUMBERS.at(
                    page.path, line, number=shown(number), side=_ON_PAGE[other.lang]
                )


UNEQUAL_NAMES = Rule.error(
    "unequal-names",
    "Nimi ”{name}” on tällä sivulla mutta ei {side}. Lisää se sinne tai poista tästä.",
    "Namnet ”{name}” står på den här sidan men inte på {side}. Lägg till det där eller ta bort "
    "det här.",
)


@check
def unequal_names(catalogue: Catalogue) -> Iterator[Finding]:
    """A person is named in one language only.

    Bad: Hanne Kalmari on the Finnish side alone. Good: the name on both sides.
    """
    names = {contact.name for contact in catalogue.all(Contact).values()}
    for page, other in both_ways(catalogue) if names else ():
        there = " ".join(text for _, text in prose(other))
        for line, text in prose(page):
            for name in sorted(names):
                if _names(text, name) and not _names(there, name):
                    yield UNEQUAL_NAMES.at(page.path, line, name=name, side=_ON_PAGE[other.lang])


def _first_lines(page: Page) -> dict[str, int]:
    found: dict[str, int] = {}
    for line, text in prose(page):
        for number in numbers(text, page.lang):
            found.setdefault(number, line)
    return found


def _names(text: str, name: str) -> bool:
    """True if the surname stands in the text, in any case form."""
    return name.rpartition(" ")[2][:-1] in text
