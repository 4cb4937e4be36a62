"""A page's text in the blocks that empty lines make, for rules about how marks are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb.model import markdown
from kb.model.page import Page

# From the first mark of a row of marks, or a row of thousands would be tried from each of them.
_CODE = re.compile(r"(?:(?<!`)|(?<=\\`))(`++)(?:[^`]|(?!\1(?!`))`)*?(?<!`)\1(?!`)")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_BEGINS = re.compile(r"\s*(?:>\s?)*\s*(?:(?:[-*+]|\d{1,9}[.)])\s|#|\||!!!|:\s{3})")


class Line(NamedTuple):
    """A line of prose: as it is typed, and with an `x` for all that is code or escaped."""

    number: int
    typed: str
    text: str


def blocks(page: Page) -> Sequence[Sequence[Line]]:
    """The lines of prose that follow each other, comments and directives left out."""
    if "blocks" not in page.worked_out:
        page.worked_out["blocks"] = tuple(_blocks(page))
    found: Sequence[Sequence[Line]] = page.worked_out["blocks"]
    return found


def units(block: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The parts of a block that marks cannot reach across: headings, items, rows, paragraphs."""
    unit: list[Line] = []
    for line in block:
        if unit and (_BEGINS.match(line.typed) or unit[0].typed.lstrip().startswith(("#", "|"))):
            yield unit
            unit = []
        unit.append(line)
    if unit:
        yield unit


def _blocks(page: Page) -> Iterator[Sequence[Line]]:
    block: list[Line] = []
    is_comment = False
    above = 0
    for number, typed in markdown.prose_lines(page.body, page.body_line):
        text, is_comment = _without_comments(_without_code(typed), is_comment)
        if block and (not text.strip() or number > above + 1):
            yield block
            block = []
        if text.strip():
            block.append(Line(number, typed, text))
        above = number
    if block:
        yield block


def _without_code(line: str) -> str:
    if "`" in line:
        line = _CODE.sub("x", line)
    return _ESCAPED.sub("x", line) if "\\" in line else line


def _without_comments(line: str, is_comment: bool) -> tuple[str, bool]:
    """The line without comments, and whether one is still open at its end."""
    kept = ""
    while (mark := "-->" if is_comment else "<!--") in line:
        before, _, line = line.partition(mark)
        kept += "" if is_comment else before
        is_comment = not is_comment
    return kept + ("" if is_comment else line), is_comment
