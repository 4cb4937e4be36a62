"""Tables that are no tables, and rows that lost or gained a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from kb.check import check_alone
from kb.check.lost_pipes import likely_cells
from kb.finding import Finding, Rule
from kb.model.blocks import Line, blocks
from kb.model.catalogue import Catalogue
from kb.text import Text

BROKEN_TABLE = Rule.error(
    "broken-table",
    "Taulukon sarakkeet ovat ”{columns}”, mutta rivin soluja on {here} eikä {wanted}. {advice}",
    "Tabellens kolumner är ”{columns}”, men antalet celler på raden är {here}, inte {wanted}. "
    "{advice}",
)
_WRITE = Text("Kirjoita rivi näin: {better}", "Skriv raden så här: {better}")
_ADD = Text(
    "Lisää pystyviiva siihen, missä yksi sarake loppuu ja toinen alkaa. Jos rivin viimeinen solu "
    "on tyhjä, kirjoita: {better}",
    "Lägg till ett lodstreck där en kolumn slutar och nästa börjar. Om radens sista cell är tom, "
    "skriv: {better}",
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

_PASTED_ROW = BROKEN_TABLE.saying(
    "Taulukkolaskennasta liitetystä rivistä ei tule taulukon riviä, koska sen soluja erottaa "
    "sarkain. Kirjoita: {better} – ja muut liitetyt rivit samoin.",
    "En rad som klistrats in ur ett kalkylblad blir ingen rad i tabellen, eftersom dess celler "
    "skiljs åt av en tabb. Skriv: {better} – och de andra inklistrade raderna på samma sätt.",
)

_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_CELLS = re.compile(r"(?!(?:[^\w\s|]|o|\d{1,2}[.)])\t[^\t]*$)\S[^\t|]*\t(?=.*\S)")
"""A line with cells as of a spreadsheet; a list's mark and a tab are none."""


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


Values = dict[str, Text | str | int]
Wrong = tuple[Rule, int, Values]
"""A rule that a line breaks, its number, and what the message is filled with."""


def _wrong(block: Sequence[Line], above: Sequence[Line]) -> Iterator[Wrong]:
    head = _head(block)
    pasted = [line for line in block if _CELLS.match(line.text)]
    if head is not None:
        yield from _wrong_rows(block[head], block[head + 2 :])
    elif len(pasted) > 1:
        cells = _pasted_cells(pasted[0])
        yield _PASTED, pasted[0].number, {"better": _row(cells), "rule": _rule(len(cells))}
    elif rows := _rows(block):
        yield from _without_head(rows, above if rows[0] is block[0] else ())


def _rows(block: Sequence[Line]) -> Sequence[Line]:
    """The lines of a block that are rows in a reader's eye: with pipes around, or all with one."""
    first = next((at for at, line in enumerate(block) if _is_row(line)), None)
    if first is not None:
        return list(takewhile(_is_row, block[first:]))
    inside = {line.text.count(" | ") for line in block}
    return block if len(block) > 1 and len(inside) == 1 and inside != {0} else ()


def _pasted_cells(line: Line) -> list[str]:
    return [cell.strip() for cell in line.typed.strip().split("\t")]


def _head(block: Sequence[Line]) -> int | None:
    """Which line of the block is the head of a table: it has a line of dashes below it."""
    for at, line in enumerate(block[1:]):
        if "|" in line.text and "|" in block[at].text and _RULE.fullmatch(line.text):
            return at if _width(line) == _width(block[at]) else None
    return None


def _wrong_rows(head: Line, rows: Sequence[Line]) -> Iterator[Wrong]:
    wanted = _width(head)
    is_pasted = False
    for row in rows:
        here = _width(row)
        if _CELLS.match(row.text):
            if not is_pasted:
                yield _PASTED_ROW, row.number, {"better": _row(_pasted_cells(row))}
            is_pasted = True
        elif "|" not in row.text:
            yield _TEXT_BELOW, row.number, {}
            return
        elif here != wanted:
            columns = ", ".join(_cells(head.typed))
            said: Values = {"columns": columns, "here": here, "wanted": wanted}
            yield BROKEN_TABLE, row.number, {**said, "advice": _advice(row, rows, wanted)}


def _advice(row: Line, rows: Sequence[Line], wanted: int) -> Text:
    cells = _cells(row.typed)
    others = [_cells(one.typed) for one in rows if _width(one) == wanted]
    if mended := likely_cells(cells, others, wanted):
        return _WRITE.format(better=_row(mended))
    if len(cells) > wanted:
        return _TAKE
    return _ADD.format(better=_row([*cells, *[""] * (wanted - len(cells))]))


def _without_head(block: Sequence[Line], above: Sequence[Line]) -> Iterator[Wrong]:
    first = block[0]
    follows = bool(above) and above[-1].number == first.number - 2
    if follows and _head(above) is not None and _width(above[-1]) == _width(first):
        yield _GAP, first.number, {}
    elif len(block) > 1 and _RULE.fullmatch(block[1].text):
        yield _WRONG_RULE, block[1].number, {"better": _rule(_width(first))}
    elif _width(first) > 1:
        yield _NO_RULE, first.number, {"better": _rule(_width(first))}


def _is_row(line: Line) -> bool:
    text = line.text.strip()
    return len(text) > 1 and text.startswith("|") and text.endswith("|")


def _width(line: Line) -> int:
    """The number of cells."""
    return line.text.strip().removeprefix("|").removesuffix("|").count("|") + 1


def _cells(typed: str) -> list[str]:
    """The texts of the cells; a pipe with a backslash before it is text."""
    inside = typed.strip().removeprefix("|").removesuffix("|")
    return [cell.strip(" ") for cell in _PIPE.split(inside)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(width: int) -> str:
    return f"|{'---|' * width}"
