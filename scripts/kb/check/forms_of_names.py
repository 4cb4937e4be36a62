"""Abbreviations as they are listed, and of this language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kb.check import check
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.evidence import Term
from kb.model.passages import spelt_words
from kb.model.people import Organisation
from kb.text import Lang

_SHORTEST = 3
"""Letters of an abbreviation that is no word of its own."""
_CASES = r"(?::?(?:n|ä|a|ssä|ssa|stä|sta|lle|llä|lla|ltä|lta|ksi|hen|een|en|s))?(?:-\w+)?"

OTHER_FORM_OF_NAME = Rule.error(
    "other-form-of-name",
    "”{word}” on toisen kielen lyhenne. Kirjoita: {better}",
    "”{word}” är det andra språkets förkortning. Skriv: {better}",
    may_stay=True,
)
_OTHER_CAPITALS = OTHER_FORM_OF_NAME.saying(
    "Lyhenne ”{word}” kirjoitetaan toisin. Kirjoita: {better}",
    "Förkortningen ”{word}” skrivs annorlunda. Skriv: {better}",
)


@check
def other_form_of_name(catalogue: Catalogue) -> Iterator[Finding]:
    """An abbreviation of the other language, or one with other capitals than it is listed with.

    Bad: `SHM:n ohje`, `Lape-työ`. Good: `STM:n ohje`, `LAPE-työ`, ”SHM” where it is talked about.
    """
    for lang in Lang:
        foreign, own = _abbreviations(catalogue, lang)
        if not own:
            continue
        known = {*foreign, *own}
        capitals = {name.upper() for name in known}
        listed = "|".join(map(re.escape, known))
        pattern = re.compile(rf"(?<![\w./:-])({listed})({_CASES})(?![\w/@]| \d)", re.IGNORECASE)
        for one in catalogue.passages(lang):
            words = one.words.upper()
            if one.is_name or not any(name in words for name in capitals):
                continue
            for found in pattern.finditer(spelt_words(one.words)):
                name, ending = found.groups()
                if name in foreign:
                    better = foreign[name] + ending
                    at = one.path, one.line
                    yield OTHER_FORM_OF_NAME.at(*at, word=found[0], better=better)
                elif name not in own and name.upper() in own:
                    better = name.upper() + ending
                    yield _OTHER_CAPITALS.at(one.path, one.line, word=found[0], better=better)


def _abbreviations(catalogue: Catalogue, lang: Lang) -> tuple[Mapping[str, str], frozenset[str]]:
    """Those of the other language only, with what they are in this one; and those of this one."""
    every = [one.abbreviation for one in catalogue.all(Organisation).values()]
    every += [one.abbreviation for one in catalogue.all(Term).values()]
    pairs = [one for one in every if one and one.fi.isupper() and len(one.fi) >= _SHORTEST]
    own = frozenset(one[lang] for one in pairs)
    foreign = {one[lang.other]: one[lang] for one in pairs if one[lang.other] not in own}
    return foreign, own
