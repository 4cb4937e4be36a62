"""Paragraphs that stand on a page twice."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model.blocks import blocks, units
from kb.model.catalogue import Catalogue
from kb.model.page import Page

REPEATED_PARAGRAPH = Rule.warning(
    "repeated-paragraph",
    "Sama kappale on jo rivillä {line}: ”{shown}”. Poista toinen.",
    "Samma stycke finns redan på rad {line}: ”{shown}”. Ta bort det ena.",
    may_stay=True,
)
_FEWEST = 50
"""Characters; shorter texts may well be the same."""
_SHORTEST_ITEM = 20
_SHOWN = 40


@check_alone
def repeated_paragraph(catalogue: Catalogue) -> Iterator[Finding]:
    """A paragraph that the page has already.

    Bad: the same text pasted twice. Good: each paragraph says something of its own.
    """
    for page in catalogue.pages():
        seen: dict[tuple[int, str], int] = {}
        for number, text, table in _pieces(page):
            if (first := seen.setdefault((table, text), number)) != number:
                shown = f"{text[:_SHOWN].rstrip()}…"
                yield REPEATED_PARAGRAPH.at(page.path, number, line=first, shown=shown)


def _pieces(page: Page) -> Iterator[tuple[int, str, int]]:
    """Paragraphs, items and rows, each with its line; of a row also that of its table, or 0."""
    for block in blocks(page):
        for unit in units(block):
            text = " ".join(" ".join(line.typed.split()) for line in unit)
            if text[0] in "#!<" or len(text) < (_SHORTEST_ITEM if text[0] in "|-*" else _FEWEST):
                continue
            yield unit[0].number, text, block[0].number if text[0] == "|" else 0
