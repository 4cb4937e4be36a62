"""Tables that are no tables, and rows that lost or gained a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model.blocks import Line, blocks
from kb.model.catalogue import Catalogue
from kb.text import Text

BROKEN_TABLE = Rule.error(
    "broken-table",
    "Rivin sarakkeiden määrä on {here}, mutta taulukon otsikossa niitä on {wanted}. {advice}",
    "Antalet kolumner på raden är {here}, men i tabellens rubrik är det {wanted}. {advice}",
)
_ADD = Text(
    "Lisää puuttuva pystyviiva, esimerkiksi: {better}",
    "Lägg till lodstrecket som saknas, till exempel: {better}",
)
_TAKE = Text(
    "Poista ylimääräinen pystyviiva, tai kirjoita tekstin oma pystyviiva näin: \\|",
    "Ta bort lodstrecket som är för mycket, eller skriv textens eget lodstreck så här: \\|",
)
_TEXT_BELOW = BROKEN_TABLE.saying(
    "Rivi on heti taulukon alla, joten siitä tulee taulukon rivi. Jätä taulukon jälkeen tyhjä "
    "rivi.",
    "Raden står genast under tabellen och blir därför en rad i den. Lämna en tom rad efter "
    "tabellen.",
)
_GAP = BROKEN_TABLE.saying(
    "Tyhjä rivi tämän rivin yläpuolella katkaisee taulukon, ja loput rivit näkyvät lukijalle "
    "pystyviivoina. Poista tyhjä rivi.",
    "Den tomma raden ovanför den här raden bryter tabellen, och resten av raderna syns för "
    "läsaren som lodstreck. Ta bort den tomma raden.",
)
_NO_RULE = BROKEN_TABLE.saying(
    "Taulukosta puuttuu otsikkorivin alta viivarivi, joten se näkyy pystyviivoina. Kirjoita tämän "
    "rivin alle: {better}",
    "Under tabellens rubrikrad saknas raden med streck, så tabellen syns som lodstreck. Skriv "
    "under den här raden: {better}",
)
_WRONG_RULE = BROKEN_TABLE.saying(
    "Viivarivillä on eri määrä sarakkeita kuin otsikossa, joten taulukko näkyy pystyviivoina. "
    "Kirjoita: {better}",
    "Raden med streck har ett annat antal kolumner än rubriken, så tabellen syns som lodstreck. "
    "Skriv: {better}",
)
_PASTED = BROKEN_TABLE.saying(
    "Taulukkolaskennasta liitetyistä riveistä ei tule taulukkoa. Erota sarakkeet pystyviivoin: "
    "{better}, sen alle {rule} ja muut rivit samoin.",
    "Rader som klistrats in ur ett kalkylblad blir ingen tabell. Skilj kolumnerna åt med "
    "lodstreck: {better}, under den {rule} och de andra raderna på samma sätt.",
)

_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CELLS = re.compile(r"\S[^\t]*\t(?=.*\S)")


@check_alone
def broken_table(catalogue: Catalogue) -> Iterator[Finding]:
    """A table whose rows have not the cells of its head, or that a reader sees as pipes.

    Bad: `| 2019 | 5 | 6 |` under `| Vuosi | Määrä |`. Good: `| 2019 | 5 |`.
    """
    for page in catalogue.pages():
        above: Sequence[Line] = ()
        for block in blocks(page):
            for rule, line, values in _wrong(block, above):
                yield rule.at(page.path, line, **values)
            above = block


Wrong = tuple[Rule, int, dict[str, Text | str | int]]
"""A rule that a line breaks, its number, and what the message is filled with."""


def _wrong(block: Sequence[Line], above: Sequence[Line]) -> Iterator[Wrong]:
    if len([line for line in block if _CELLS.match(line.text)]) > 1:
        cells = [cell.strip() for cell in block[0].typed.split("\t")]
        yield _PASTED, block[0].number, {"better": _row(cells), "rule": _rule(len(cells))}
    if not any("|" in line.text for line in block):
        return
    head = _head(block)
    if head is not None:
        yield from _wrong_rows(block[head], block[head + 2 :])
    elif all(_is_row(line) for line in block):
        yield from _without_head(block, above)


def _head(block: Sequence[Line]) -> int | None:
    """Which line of the block is the head of a table: it has a line of dashes below it."""
    for at, line in enumerate(block[1:]):
        if "|" in line.text and "|" in block[at].text and _RULE.fullmatch(line.text):
            return at if _width(line) == _width(block[at]) else None
    return None


def _wrong_rows(head: Line, rows: Sequence[Line]) -> Iterator[Wrong]:
    wanted = _width(head)
    for row in rows:
        here = _width(row)
        if "|" not in row.text:
            yield _TEXT_BELOW, row.number, {}
            return
        if here != wanted:
            better = f"{row.typed.rstrip().rstrip('|').rstrip()} |{'  |' * (wanted - here)}"
            advice = _ADD.format(better=better) if here < wanted else _TAKE
            yield BROKEN_TABLE, row.number, {"here": here, "wanted": wanted, "advice": advice}


def _without_head(block: Sequence[Line], above: Sequence[Line]) -> Iterator[Wrong]:
    first = block[0]
    follows = bool(above) and above[-1].number == first.number - 2
    if follows and _head(above) is not None and _width(above[-1]) == _width(first):
        yield _GAP, first.number, {}
    elif len(block) > 1 and _RULE.fullmatch(block[1].text):
        yield _WRONG_RULE, block[1].number, {"better": _rule(_width(first))}
    elif len(block) > 1 and _width(first) > 1:
        yield _NO_RULE, first.number, {"better": _rule(_width(first))}


def _is_row(line: Line) -> bool:
    text = line.text.strip()
    return len(text) > 1 and text.startswith("|") and text.endswith("|")


def _width(line: Line) -> int:
    """The number of cells."""
    return line.text.strip().removeprefix("|").removesuffix("|").count("|") + 1


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(width: int) -> str:
    return f"|{'---|' * width}"
