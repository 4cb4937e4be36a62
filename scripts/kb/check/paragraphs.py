"""Paragraphs that stand on a page twice."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model.blocks import blocks
from kb.model.catalogue import Catalogue

REPEATED_PARAGRAPH = Rule.warning(
    "repeated-paragraph",
    "Sama kappale on jo rivillä {line}: ”{shown}”. Poista toinen.",
    "Samma stycke finns redan på rad {line}: ”{shown}”. Ta bort det ena.",
    may_stay=True,
)
_FEWEST = 50
"""Characters; shorter texts may well be the same."""
_SHOWN = 40


@check_alone
def repeated_paragraph(catalogue: Catalogue) -> Iterator[Finding]:
    """A paragraph that the page has already.

    Bad: the same text pasted twice. Good: each paragraph says something of its own.
    """
    for page in catalogue.pages():
        seen: dict[str, int] = {}
        for block in blocks(page):
            text = " ".join(" ".join(line.typed.split()) for line in block)
            if len(text) < _FEWEST or text[0] in "|#!<":
                continue
            number = block[0].number
            if (first := seen.setdefault(text, number)) != number:
                shown = f"{text[:_SHOWN].rstrip()}…"
                yield REPEATED_PARAGRAPH.at(page.path, number, line=first, shown=shown)
