"""Hyphens that stand for a part of a word, and those that stand for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import Reference, check_with_reference
from kb.finding import Finding, Rule
from kb.model.catalogue import Catalogue
from kb.model.passages import spelt_words
from kb.text import Lang
from kb.words.spelling import Speller

_JOINING = (
    *("ja", "tai", "sekä", "eli", "eikä", "vai", "kuin", "mutta", "että", "saati"),
    *("och", "eller", "samt", "respektive", "men", "till", "än", "inte", "plus"),
)
"""Words of either language, as names of the other stand in its texts."""
_LETTERS = r"[^\W\d_]"
_GAP = re.compile(
    rf"(?<![\w-])({_LETTERS}{{3,}})- (?!(?:{'|'.join(_JOINING)})\b)({_LETTERS}{{3,}})"
)
_STUCK = re.compile(
    rf"(?<![\w-])({_LETTERS}{{3,}})-(ja|tai|sekä|och|eller|samt) ({_LETTERS}{{3,}})"
)
_SUSPENDED = {
    Lang.FI: re.compile(
        rf"(?<![\w-])({_LETTERS}{{3,}}n)- (ja|tai|sekä) ({_LETTERS}{{3,}})(?![\w-])"
    ),
    Lang.SV: re.compile(
        rf"(?<![\w-])({_LETTERS}{{3,}}s)- (och|eller|samt) ({_LETTERS}{{2,}})(?![\w-])"
    ),
}
"""A word that may be a genitive with a hyphen after it, and what is joined to it."""
_SHORTEST_PART = 3

LOOSE_HYPHEN = Rule.warning(
    "loose-hyphen",
    "Sanan osien välissä on väli: ”{mark}”. Kirjoita: {better}",
    "Det finns ett mellanrum inne i ett ord: ”{mark}”. Skriv: {better}",
    may_stay=True,
    of_a_word=True,
)
_STANDS_FOR_NOTHING = LOOSE_HYPHEN.saying(
    "Yhdysmerkki on turha: ”{mark}”. Sanoilla ei ole yhteistä loppua. Kirjoita: {better}",
    "Bindestrecket behövs inte: ”{mark}”. Orden har inget gemensamt slut. Skriv: {better}",
)
_NO_GAP = LOOSE_HYPHEN.saying(
    "Yhdysmerkin jälkeen puuttuu väli: ”{mark}”. Kirjoita: {better}",
    "Ett mellanrum saknas efter bindestrecket: ”{mark}”. Skriv: {better}",
)


@check_with_reference
def loose_hyphen(catalogue: Catalogue, reference: Reference) -> Iterator[Finding]:
    """A gap inside a compound, or a hyphen after a word that has no part in common with the next.

    Bad: `lapsi- perheiden`, `lasten- ja nuorten`. Good: `sosiaali- ja terveyspalvelut`.
    """
    for one in catalogue.passages():
        if "-" not in one.words or one.is_name:
            continue
        text = spelt_words(one.words)
        for found in _GAP.finditer(text):
            better = found[1] + found[2]
            yield LOOSE_HYPHEN.at(one.path, one.line, mark=found[0], better=better)
        for found in _STUCK.finditer(text):
            better = f"{found[1]}- {found[2]} {found[3]}"
            yield _NO_GAP.at(one.path, one.line, mark=found[0], better=better)
        speller = reference.spellers.get(one.lang)
        for found in _SUSPENDED[one.lang].finditer(text) if speller else ():
            if speller and not _has_common_end(found[1], found[3], speller):
                better = f"{found[1]} {found[2]} {found[3]}"
                yield _STANDS_FOR_NOTHING.at(one.path, one.line, mark=found[0], better=better)


def _has_common_end(word: str, other: str, speller: Speller) -> bool:
    """True if the end of the other word makes a known word of this one."""
    ends = range(_SHORTEST_PART, len(other) - _SHORTEST_PART + 1)
    return any(speller.knows(word.lower() + other[at:]) for at in ends)
