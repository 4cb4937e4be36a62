"""Text that a reader cannot see: too small, pushed out of sight, or behind a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.catalogue import Catalogue

_SMALLER = re.compile(r"<(?P<end>/?)su[bp]\b[^<>]*>", re.IGNORECASE)
_DEEPEST_SMALL = 2
_GAPS = re.compile(
    r"(?:(?:<br\b[^<>]*>|&nbsp;|&#0*160;|&#xa0;|\u00a0|&e[mn]sp;|\\(?=\n))\s*){5,}", re.I
)
"""So many empty lines that what follows is out of sight."""
_EMPTY_FOLD = re.compile(r"<summary\b[^<>]*>(?:\s|&nbsp;|&#\w+;)*</summary>", re.IGNORECASE)
_MOST_EMPTY = 6
"""Lines in a row with marks only: rules, quotes and rows of a table without a word."""
_BEHIND = re.compile(
    r"<\w+\b[^<>]*\btitle\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)')", re.IGNORECASE
)
_LONGEST_BEHIND = 120
"""Letters of what is shown when somebody points at a word: an abbreviation in full is shorter."""

HIDDEN_TEXT = Rule.error(
    "hidden-text",
    "Kohdassa on yli {most} alaindeksiä tai yläindeksiä sisäkkäin, joten teksti on liian pientä "
    "luettavaksi. Poista ne.",
    "Här finns fler än {most} nedsänkta eller upphöjda tecken inuti varandra, så texten är för "
    "liten att läsa. Ta bort dem.",
)
_PUSHED = HIDDEN_TEXT.saying(
    "Kohdassa on monta tyhjää riviä peräkkäin, joten lukija ei näe, mitä niiden jälkeen on. Poista "
    "rivinvaihdot.",
    "Här finns många tomma rader efter varandra, så läsaren ser inte vad som kommer efter dem. Ta "
    "bort radbrytningarna.",
)
_LONG_TITLE = HIDDEN_TEXT.saying(
    "Sanan selityksessä on {size} merkkiä, ja kaikki lukijat eivät näe sitä. Kirjoita selitys "
    "tekstiin.",
    "Ordets förklaring har {size} tecken, och alla läsare ser den inte. Skriv förklaringen "
    "i texten.",
)

_NO_SUMMARY = HIDDEN_TEXT.saying(
    "Avattavalla kohdalla ei ole otsikkoa, joten lukija ei huomaa sitä. Kirjoita otsikko elementin "
    "”summary” sisään.",
    "Det utfällbara stället har ingen rubrik, så läsaren märker det inte. Skriv en rubrik inom "
    "elementet ”summary”.",
)


@check_alone
def hidden_text(catalogue: Catalogue) -> Iterator[Finding]:
    """Text made so small, put so far down or behind a word that readers do not see it.

    Bad: `<sub><sub><sub>teksti</sub></sub></sub>`. Good: `CO<sub>2</sub>`.
    """
    for page in catalogue.pages():
        lines = markdown.prose_lines(page.body, page.body_line)
        shown = {number: markdown.without_code(line) for number, line in lines}
        yield from _too_small(shown, page.path)
        yield from _nothing_in_a_row(shown, page.path)
        for number, line in shown.items():
            yield from _on_line(line, page.path, number)
        for found in _GAPS.finditer(page.body):
            yield _PUSHED.at(page.path, page.body_line + page.body.count("\n", 0, found.start()))


def _on_line(line: str, path: str, number: int) -> Iterator[Finding]:
    if _EMPTY_FOLD.search(line):
        yield _NO_SUMMARY.at(path, number)
    for found in _BEHIND.finditer(line):
        if (size := len(found["a"] or found["b"] or "")) > _LONGEST_BEHIND:
            yield _LONG_TITLE.at(path, number, size=size)


def _nothing_in_a_row(lines: dict[int, str], path: str) -> Iterator[Finding]:
    count = 0
    for number, line in lines.items():
        if line.strip():
            count = 0 if re.search(r"\w", line.replace("&nbsp;", "")) else count + 1
            if count == _MOST_EMPTY:
                yield _PUSHED.at(path, number)


def _too_small(lines: dict[int, str], path: str) -> Iterator[Finding]:
    depth = 0
    for number, line in lines.items():
        depth = depth if line.strip() else 0  # a paragraph ends what was open
        before = depth
        deepest = depth
        for found in _SMALLER.finditer(line):
            depth = max(0, depth + (-1 if found["end"] else 1))
            deepest = max(deepest, depth)
        if deepest > _DEEPEST_SMALL >= before:
            yield HIDDEN_TEXT.at(path, number, most=_DEEPEST_SMALL)
