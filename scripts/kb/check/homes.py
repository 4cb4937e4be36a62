"""The address of a house of which nobody says whose it is: it may be somebody's home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check
from kb.check.people import record_texts
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.catalogue import Catalogue
from kb.model.people import Organisation
from kb.model.record import Record
from kb.model.services import Organiser
from kb.text import Lang
from kb.words.personal import buildings

_PARTS = re.compile(r"\n(?=[ \t]*(?:\n|[-*+|>] |\d+[.)] |#))")
"""Where a paragraph, an item or a row ends: what stands in another does not say whose it is."""
_AT_WORK = re.compile(
    r"virast|ministeri|laito[sk]|kesku[ks]|toimist|toimipai|koulu|kirjasto|päiväko[td]|neuvola|"
    r"sairaala|asema\b|yhdisty|liit(?:to|on)|säätiö|kunta\b|kunnan|kaupungin|kaupunki|talo(?:lla|ssa)?\b|"
    r"seurakun|yliopist|korkeakoul|hallin|sali(?:ssa)?\b|kerros|käyntiosoit|postiosoit|kirjaamo|"
    r"palvelu|hyvinvointialu|tilaisuu|kokou|seminaar|hotelli|museo|\b(?:Oyj?|ry|rf|Ab)\b|"
    r"verk(?:et)?\b|departement|institut|central|byrå|kontor|skola|bibliotek|daghem|rådgivning|"
    r"sjukhus|förening|förbund|stiftelse|kommun|stad(?:en|s)|hus(?:et)?\b|församling|universitet|"
    r"högskol|förvaltning|sal(?:en)?\b|våning|besöksadress|postadress|registrator|tjänst|"
    r"välfärdsområd|möte|hotell|muse|vaihde|växel",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"\b(?:asu(?:u|vat|i|nut|vansa|mme|t|n)|ko[td]i(?:na|in|nsa|mme|osoit\w*)?|koto[na]a|"
    r"yksityis\w*|bo(?:r|dde|tt|ende|satt)|hem(?:ma|met|adress\w*)?|privat\w*)\b",
    re.IGNORECASE,
)

LIKELY_HOME = Rule.warning(
    "likely-home",
    "”{mark}” voi olla jonkun kotiosoite. Jos siinä toimii virasto tai muu työpaikka, kirjoita "
    "samaan kohtaan mikä. Muuten poista osoite.",
    "”{mark}” kan vara någons hemadress. Om en myndighet eller en annan arbetsplats finns där, "
    "skriv på samma ställe vilken. Ta annars bort adressen.",
    may_stay=True,
).guarding_readers()


@check
def likely_home(catalogue: Catalogue) -> Iterator[Finding]:
    """The address of a house, and nothing beside it that says what works there.

    Bad: `Aino Virtanen, Koivukuja 7, 00100 Helsinki`. Good: `Kirjaamo, Koivukuja 7`.
    """
    names = _names(catalogue)
    for page in catalogue.pages():
        text = "\n".join(map(markdown.without_code, page.body.split("\n")))
        line = page.body_line
        for part in _PARTS.split(text):
            for below, mark in _homes(part, names):
                yield LIKELY_HOME.at(page.path, line + below, mark=mark)
            line += part.count("\n") + 1
    for records in catalogue.records.values():
        for record in records.values():
            yield from _in_record(record, names)


def _in_record(record: Record, names: re.Pattern[str]) -> Iterator[Finding]:
    """The same in a record, which says in any of its fields whose the address is."""
    said = list(record_texts(record))
    whole = "\n".join(words for _, words in said)
    is_at_work = isinstance(record, (Organisation, Organiser)) or _AT_WORK.search(whole)
    if is_at_work and not _AT_HOME.search(whole):
        return
    for line, words in said:
        for _, mark in _homes(words, names):
            yield LIKELY_HOME.at(record.place.path, line, mark=mark)


def _homes(text: str, names: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The addresses of a text that nobody works at, as far as it says, with their lines."""
    for line, mark in buildings(text):
        beside = text.replace(mark, " ")
        if _AT_HOME.search(beside) or not (_AT_WORK.search(beside) or names.search(beside)):
            yield line, mark


def _names(catalogue: Catalogue) -> re.Pattern[str]:
    """What the organisations are called, long and short, in both languages."""
    names: set[str] = set()
    bodies: list[Organisation | Organiser] = [*catalogue.all(Organisation).values()]
    for one in [*bodies, *catalogue.all(Organiser).values()]:
        names |= {one.name[lang] for lang in Lang}
        if isinstance(one, Organisation) and one.abbreviation:
            names |= {one.abbreviation[lang] for lang in Lang}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b") if names else _NONE


_NONE = re.compile(r"(?!)")
