"""Lists that are no lists: marks of word processors, and marks that a space is missing after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model.blocks import Line, blocks
from kb.model.catalogue import Catalogue
from kb.words.letters import FONT_BULLETS

NOT_A_LIST = Rule.error(
    "not-a-list",
    "Rivi alkaa merkillä ”{mark}”, joka ei tee luetteloa: rivit sulautuvat yhdeksi kappaleeksi. "
    "Kirjoita: {better}",
    "Raden börjar med ”{mark}”, som inte gör någon lista: raderna flyter ihop till ett stycke. "
    "Skriv: {better}",
    may_stay=True,
)
_NO_SPACE = NOT_A_LIST.saying(
    "Luettelomerkin ”{mark}” jälkeen puuttuu välilyönti, joten rivit sulautuvat yhdeksi "
    "kappaleeksi. Kirjoita: {better}",
    "Efter listmärket ”{mark}” saknas ett mellanslag, så raderna flyter ihop till ett stycke. "
    "Skriv: {better}",
)

# The bullets of word processors: signs, those of their own fonts, and an `o` before a tab.
_BULLET = re.compile(rf"(\s*(?:[-*+] )?)([•●▪◦‣⁃∙■□➢➤·{FONT_BULLETS}]|[o§](?=\t))\s*(?=\S)")
_DASH = re.compile(r"(\s*)([–—−])\s+(?=\S)")
_LETTER = re.compile(r"(\s*)([a-zåäöA-ZÅÄÖ]\))\s+(?=\S)")
_NO_GAP = re.compile(r"(\s*)(-|\d{1,2}[.)])(?=[^\W\d_]{2})")
_FEWEST = 2
"""Lines before a dash is a list's: one may be a line of speech."""


@check_alone
def not_a_list(catalogue: Catalogue) -> Iterator[Finding]:
    """Lines that begin like a list's but run together into one paragraph.

    Bad: `• neuvola`, `a) neuvola`, `–neuvola`, `-neuvola`. Good: `- neuvola`.
    """
    for page in catalogue.pages():
        for block in blocks(page):
            if found := _first(block):
                rule, line, mark, better = found
                yield rule.at(page.path, line.number, mark=mark, better=better)


def _first(block: Sequence[Line]) -> tuple[Rule, Line, str, str] | None:
    """The first line of the block that is meant to be an item, and the line as it should be."""
    for rule, pattern, fewest in (
        (NOT_A_LIST, _BULLET, 1),
        (NOT_A_LIST, _DASH, _FEWEST),
        (NOT_A_LIST, _LETTER, _FEWEST),
        (_NO_SPACE, _NO_GAP, _FEWEST),
    ):
        items = [(line, mark) for line in block if (mark := pattern.match(line.text))]
        if len(items) >= fewest:
            line, mark = items[0]
            begin = mark[2] if rule is _NO_SPACE else "-"
            indent = " " * (len(mark[1]) - len(mark[1].lstrip()))
            shown = "•" if mark[2] in FONT_BULLETS else mark[2]
            return rule, line, shown, f"{indent}{begin} {line.typed[mark.end() :]}"
    return None
