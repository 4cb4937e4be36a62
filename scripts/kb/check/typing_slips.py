"""Slips of the hand between words: marks and words twice, a space too few or too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.blocks import blocks, units
from kb.model.catalogue import Catalogue
from kb.model.passages import masked

TYPING_SLIP = Rule.warning(
    "typing-slip",
    "Kohdassa ”{mark}” on lyöntivirhe. Kirjoita: {better}",
    "I stället ”{mark}” finns ett skrivfel. Skriv: {better}",
    gives_way=True,
    may_stay=True,
)
_OPEN_PAIR = TYPING_SLIP.saying(
    "Merkki ”{mark}” on auki: sen toinen pää puuttuu. Kirjoita: {better}",
    "Tecknet ”{mark}” står öppet: dess andra ände saknas. Skriv: {better}",
)
_WORD = r"[^\W\d_]"
_SLIPS = (
    (re.compile(rf"({_WORD}+)(?:(?<!\.)\.\.(?!\.)|\.\s\.(?=\s|$))"), r"\1."),
    (re.compile(rf"({_WORD}+)([,;:])\s?\2+(?![,;:])"), r"\1\2"),
    (re.compile(rf"({_WORD}+)\s+([,;.!?])(?=\s|$)(?!\s?\.)"), r"\1\2"),
    (re.compile(rf"({_WORD}+)\s+,({_WORD}+)"), r"\1, \2"),
    (re.compile(rf"({_WORD}{{2,}}),({_WORD}{{2,}})"), r"\1, \2"),
    (re.compile(r"([a-zåäö]{3,})([.!?])([A-ZÅÄÖ][a-zåäö]+)"), r"\1\2 \3"),
    (re.compile(rf"(?<![\w-])({_WORD}{{2,}})\s+\1(?![\w-])", re.IGNORECASE), r"\1"),
    (re.compile(rf"\(\s+({_WORD}+)"), r"(\1"),
    (re.compile(rf"({_WORD}+)\s+\)"), r"\1)"),
)
"""What is typed by mistake, and what was meant."""
_PAIRS = ("()", "[]")
_ITEM = re.compile(r"(?<![\w(])\w{1,2}\)|[:;*]-?\)")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")


@check_alone
def typing_slip(catalogue: Catalogue) -> Iterator[Finding]:
    """A full stop, a comma or a word twice, a space before a comma or none after it, open brackets.

    Bad: `apua,, ja`, `apua ,ja`, `apua apua`. Good: `apua, ja`, `apua …`.
    """
    for path, line, text in _texts(catalogue):
        for pattern, better in _SLIPS:
            for found in pattern.finditer(text):
                yield TYPING_SLIP.at(path, line, mark=found[0], better=found.expand(better))
        for pair in _PAIRS:
            opens, closes = pair[0], pair[1]
            left = text.count(opens) - text.count(closes)
            if left < 0:  # `a)` and `1)` are marks of items
                left = min(0, text.count(opens) - _ITEM.sub("", text).count(closes))
            if left:
                mark = opens if left > 0 else closes
                yield _OPEN_PAIR.at(path, line, mark=mark, better=f"{opens}…{closes}")


def _texts(catalogue: Catalogue) -> Iterator[tuple[str, int, str]]:
    """Paragraphs, in which code is a letter, and texts of data."""
    for page in catalogue.pages():
        for block in blocks(page):
            for unit in units(block):
                words = "\n".join(
                    markdown.without_links(_IMAGE.sub("…", line.text)) for line in unit
                )
                yield page.path, unit[0].number, masked(markdown.ATTRIBUTES.sub("", words))
    for one in catalogue.passages_of_data:
        if not one.is_name:
            yield one.path, one.line, masked(one.words)
