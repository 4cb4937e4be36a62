"""Reads Markdown line by line: prose and code, headings, and what the lines refer to.

Patterns instead of a parser, because each finding needs the line that it stands on and a check
reads every page a dozen times. They read one line at a time and never look across lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kb.model.page import DirectiveUse, Heading, Mention

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_ANCHOR = re.compile(r"\s*\{[^}]*#([\w-]+)[^}]*\}\s*$")
# The text may hold brackets one level deep, as citations and images do; the target may stand in
# angle brackets and have a title after it.
_TARGET = r"\(\s*<?([^)\s>]+)>?(?:\s+[\"'][^)]*)?\s*\)"
_LINK = re.compile(rf"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]{_TARGET}")
_IMAGE = re.compile(rf"!\[[^\]]*\]{_TARGET}")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]^]+\]:\s+<?([^\s>]+)")
_HTML_TARGET = re.compile(r"<\w+\b[^>]*?\s(href|src)\s*=\s*[\"']([^\"'>]*)[\"']")
_LINKED = re.compile(r"!?\[((?:[^\[\]])*)\]\([^)]*\)")
# Underscores inside a word are no emphasis: `search_words`.
_EMPHASIS = re.compile(r"[*`]|~~|(?<!\w)_+|_+(?!\w)")
_MARKS = frozenset("*`_~")
_CODE_SPAN = re.compile(r"`[^`\n]*`")
_DIRECTIVE = re.compile(r"\s*<!--\s*kb:([a-z-]+)((?:\s+[a-z]+=[^\s>]+)*)\s*-->\s*$")
_DIRECTIVE_START = re.compile(r"<!--\s*kb:(?!ok\b)")
CITATION = re.compile(r"\[\^([SPTH]-\d+[a-z]?)\]")
"""A fact's id in the brackets of a note."""
ATTRIBUTES = re.compile(r"\s*\{:?\s*(?:[#.]|\w+=)[^{}\n]*\}")
"""`{#id .class key=value}`, with the space before it; other braces are text."""


def prose_lines(text: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """The lines outside fenced code, numbered from `first_line`."""
    for number, (line, is_code) in enumerate(fenced_lines(text.split("\n")), first_line):
        if is_code is False:
            yield number, line


def fenced_lines(lines: Iterable[str]) -> Iterator[tuple[str, bool | None]]:
    """Each line, with True if it is code, False if it is prose and None if it is a fence."""
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
            yield line, None
        # A fence closes with the same mark, at least as long, and nothing after it.
        elif mark and mark[1].startswith(fence) and not line.strip().strip("`~"):
            fence = ""
            yield line, None
        else:
            yield line, bool(fence)


def without_code(line: str) -> str:
    """The line without its code spans."""
    return _CODE_SPAN.sub("", line) if "`" in line else line


def open_fence(text: str, first_line: int = 1) -> tuple[int, str] | None:
    """The line and the mark of a fence that nothing closes; None if there is none."""
    begun = None
    for number, (line, is_code) in enumerate(fenced_lines(text.split("\n")), first_line):
        if is_code is None:
            begun = None if begun else (number, line.strip()[:3])
    return begun


def headings(text: str, first_line: int = 1) -> Iterator[Heading]:
    """The headings of the text, without their `{#anchor}`."""
    for number, line in prose_lines(text, first_line):
        if heading := _HEADING.match(line):
            marks, words = heading.groups()
            anchor = _ANCHOR.search(words)
            title = words[: anchor.start()] if anchor else words
            yield Heading(len(marks), plain(title), anchor[1] if anchor else "", number)


def citations(text: str, first_line: int = 1) -> Iterator[Mention]:
    """The fact ids that the text cites as `[^S-001]`."""
    return _mentions(CITATION, text, first_line)


def links(text: str, first_line: int = 1) -> Iterator[Mention]:
    """The targets of the inline links."""
    return _mentions(_LINK, text, first_line)


def targets(text: str, first_line: int = 1) -> Iterator[Mention]:
    """Everything that the text leads to or shows: links, images and those of raw HTML."""
    for number, line in prose_lines(text, first_line):
        if not ("](" in line or "]:" in line or "<" in line):
            continue
        text_only = without_code(line)
        for pattern in (_LINK, _IMAGE, _DEFINITION):
            for match in pattern.finditer(text_only):
                yield Mention(match[1], number)
        for match in _HTML_TARGET.finditer(text_only):
            yield Mention(match[2], number)


def directives(text: str, first_line: int = 1) -> Iterator[DirectiveUse]:
    """The directives; one that is misspelt or not alone on its line has the name ''."""
    for number, line in prose_lines(text, first_line):
        if not _DIRECTIVE_START.search(without_code(line)):
            continue
        written = _DIRECTIVE.match(line)
        name, words = written.groups() if written else ("", "")
        pairs = (word.partition("=") for word in words.split())
        arguments = tuple((key, value) for key, _, value in pairs)
        yield DirectiveUse(name, arguments, number, line.strip())


def plain(markdown: str) -> str:
    """Inline Markdown as plain text: no emphasis, no citations, link texts only."""
    text = without_links(markdown)
    return _EMPHASIS.sub("", text).strip() if _MARKS.intersection(text) else text


def without_links(markdown: str) -> str:
    """Inline Markdown without citations and with link texts only; emphasis stays."""
    if "[" not in markdown:
        return markdown.strip()
    return _LINKED.sub(r"\1", CITATION.sub("", markdown)).strip()


def _mentions(pattern: re.Pattern[str], text: str, first_line: int) -> Iterator[Mention]:
    for number, line in prose_lines(text, first_line):
        if "[" in line:
            for match in pattern.finditer(without_code(line)):
                yield Mention(match[1], number)
