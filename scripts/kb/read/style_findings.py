"""Where a data file first leaves house style, and the line that belongs there."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import takewhile

from kb.finding import Finding, Rule
from kb.text import Text

_KEY = re.compile(r"(?P<indent> *(?:- )?)(?P<key>\w+):")

NOT_FORMATTED = Rule.warning(
    "not-formatted",
    "Rivi merkitsee oikeaa asiaa, mutta se on kirjoitettu toisin kuin muut. Kirjoita sen tilalle "
    "{lines}.",
    "Raden betyder rätt sak men är skriven på ett annat sätt än de andra. Skriv i stället {lines}.",
)
_LINES = NOT_FORMATTED.saying(
    "Rivit {first}–{last} merkitsevät oikeaa asiaa, mutta ne on kirjoitettu toisin kuin muut. "
    "Kirjoita niiden tilalle {lines}.",
    "Raderna {first}–{last} betyder rätt sak men är skrivna på ett annat sätt än de andra. Skriv i "
    "stället {lines}.",
)
_ORDER = NOT_FORMATTED.saying(
    "Kentät ovat toisessa järjestyksessä kuin muissa tiedostoissa. Siirrä kenttä ”{key}” tähän, "
    "kentän ”{after}” edelle.",
    "Fälten står i en annan ordning än i de andra filerna. Flytta fältet ”{key}” hit, före fältet "
    "”{after}”.",
)
_MISSING = NOT_FORMATTED.saying(
    "Lisää tämän rivin yläpuolelle {lines}.",
    "Lägg till {lines} ovanför den här raden.",
)
_NEEDLESS = NOT_FORMATTED.saying(
    "Rivi on turha. Poista se.",
    "Raden behövs inte. Ta bort den.",
)
_SPACES = NOT_FORMATTED.saying(
    "Rivin lopussa on välilyöntejä. Poista ne.",
    "Raden slutar med mellanslag. Ta bort dem.",
)
_NO_LINE_END = NOT_FORMATTED.saying(
    "Viimeiseltä riviltä puuttuu rivinvaihto. Siirry rivin loppuun ja paina enteriä.",
    "Den sista raden saknar radbrytning. Gå till radens slut och tryck på enter.",
)
_EMPTY_LINE = Text("tyhjä rivi", "en tom rad")


def not_formatted(path: str, text: str, styled: str) -> list[Finding]:
    """One finding at the first difference; none if the text is as it should be."""
    if text == styled:
        return []
    before, after = text.split("\n"), styled.split("\n")
    pairs = zip(before, after, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    line = min(same + 1, len(before), len(after))
    return [_difference(path, line, before[same:], after[same:])]


def _difference(path: str, line: int, before: list[str], after: list[str]) -> Finding:
    """What to do at a line, from which on `before` stands where `after` belongs."""
    if not before:
        return _NO_LINE_END.at(path, line)
    if not after:
        return _NEEDLESS.at(path, line)
    if before[0].rstrip() == after[0]:
        return _SPACES.at(path, line)
    old, new = _KEY.match(before[0]), _KEY.match(after[0])
    if old and new and old["key"] != new["key"] and old["indent"] == new["indent"]:
        return _ORDER.at(path, line, key=new["key"], after=old["key"])
    return _rewritten(path, line, before, after)


def _rewritten(path: str, line: int, before: list[str], after: list[str]) -> Finding:
    """The lines to write in place of those that differ; of several pairs only the first."""
    _, _, old, _, new = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()[0]
    if old == new:
        old = new = 1
    words = ", ".join(f"”{words}”" for words in after[:new])
    if not new:
        return _NEEDLESS.at(path, line)
    if not old:
        return _MISSING.at(path, line, lines=words if after[0] else _EMPTY_LINE)
    if old == 1:
        return NOT_FORMATTED.at(path, line, lines=words)
    return _LINES.at(path, line, first=line, last=line + old - 1, lines=words)
