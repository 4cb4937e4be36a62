"""A page's text as its readers read it, line by line: no targets, ids, citations or code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.model import markdown
from kb.model.page import Page

_COMMENT = re.compile(r"<!--.*?-->")
_TAG = re.compile(r"<[^<>\n]+>")
# Marks of a list item, a heading or a box.
_MARK = re.compile(r"^\s*(?:[-*+]|\d+[.)]|#{1,6}|!!!\s+\w+)(?:\s+|$)")
LONGEST_TYPED = 3_000
"""Characters of a line that somebody types: longer ones are not searched for slips of the hand."""
_LONGEST_LEAD = 160
"""Characters: search engines cut a description at about so many."""
# The line between a table's head and its body.
_RULE = re.compile(r"^\s*\|?(?:\s*:?-+:?\s*\|)+")


def prose(
    page: Page, *, keep_emphasis: bool = False, tables: bool = True
) -> Sequence[tuple[int, str]]:
    """The lines with something to read, by their number in the file; table cells are lines."""
    name = f"prose, {keep_emphasis=}, {tables=}"
    if name not in page.worked_out:
        page.worked_out[name] = tuple(_prose(page, keep_emphasis, tables))
    lines: Sequence[tuple[int, str]] = page.worked_out[name]
    return lines


def _prose(page: Page, keep_emphasis: bool, tables: bool) -> Iterator[tuple[int, str]]:
    clean = markdown.without_links if keep_emphasis else markdown.plain
    first = page.body_line
    for number, line in markdown.prose_lines(page.body, first):
        if not line or _RULE.match(line) or (not tables and line.lstrip().startswith("|")):
            continue
        text = _COMMENT.sub("", markdown.without_code(line)) if "`" in line or "<" in line else line
        is_row = text.lstrip().startswith("|")
        for cell in text.strip().strip("|").split("|") if is_row else [text]:
            if words := clean(_without_marks(cell)):
                yield number, words


def _without_marks(cell: str) -> str:
    words = _MARK.sub("", cell)
    if "{" in words:
        words = markdown.ATTRIBUTES.sub("", words)
    return _TAG.sub("", words) if "<" in words else words


def lead(page: Page) -> str:
    """The page's first paragraph as plain text, cut at a word; empty if there is none."""
    headings = {heading.line for heading in page.headings}
    words = ""
    last = 0
    for number, line in prose(page, tables=False):
        if number in headings or line.startswith("!!!"):
            continue
        if words and number > last + 1:
            break
        words, last = f"{words} {line}".strip(), number
    if len(words) <= _LONGEST_LEAD:
        return words
    return f"{words[:_LONGEST_LEAD].rpartition(' ')[0].rstrip(' ,;:–')}…"
