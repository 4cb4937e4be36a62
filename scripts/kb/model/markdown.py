"""Markdown read line by line: what is prose, what is code, and what the lines name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model.page import DirectiveUse, Heading, Mention

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_ANCHOR = re.compile(r"\s*\{[^}]*#([\w-]+)[^}]*\}\s*$")
_CITATION = re.compile(r"\[\^([SPTH]-\d+)\](?!:)")
_LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)")
_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]^]+\]:\s+<?([^\s>]+)")
_HTML_TARGET = re.compile(r"<\w+\b[^>]*?\s(href|src)\s*=\s*[\"']([^\"'>]*)[\"']")
_LINKED = re.compile(r"!?\[((?:[^\[\]])*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"[*`]|(?<!\w)_+|_+(?!\w)")
_MARKS = frozenset("*`_")
_CODE_SPAN = re.compile(r"`[^`\n]*`")
_DIRECTIVE = re.compile(r"\s*<!--\s*kb:([a-z-]+)((?:\s+[a-z]+=[^\s>]+)*)\s*-->\s*$")
_DIRECTIVE_START = re.compile(r"<!--\s*kb:")


def prose_lines(text: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """The lines outside fenced code, numbered from `first_line`."""
    fence = ""
    for number, line in enumerate(text.split("\n"), first_line):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not line.strip().strip("`~"):
            fence = ""
        elif not fence:
            yield number, line


def headings(text: str, first_line: int = 1) -> Iterator[Heading]:
    """The headings of the text, without their `{#anchor}`."""
    for number, line in prose_lines(text, first_line):
        if found := _HEADING.match(line):
            words = found[2]
            anchor = _ANCHOR.search(words)
            title = words[: anchor.start()] if anchor else words
            yield Heading(len(found[1]), plain(title), anchor[1] if anchor else "", number)


def citations(text: str, first_line: int = 1) -> Iterator[Mention]:
    """The fact ids that the text cites as `[^S-001]`."""
    return _mentions(_CITATION, text, first_line)


def links(text: str, first_line: int = 1) -> Iterator[Mention]:
    """The targets of the inline links."""
    return _mentions(_LINK, text, first_line)


def targets(text: str, first_line: int = 1) -> Iterator[Mention]:
    """Everything that the text leads to or shows: links, images and those of raw HTML."""
    for number, line in prose_lines(text, first_line):
        if not ("](" in line or "]:" in line or "<" in line):
            continue
        shown = _CODE_SPAN.sub("", line)
        for pattern in (_LINK, _IMAGE, _DEFINITION):
            for found in pattern.finditer(shown):
                yield Mention(found[1], number)
        for found in _HTML_TARGET.finditer(shown):
            yield Mention(found[2], number)


def directives(text: str, first_line: int = 1) -> Iterator[DirectiveUse]:
    """The directives; one that is misspelt or not alone on its line has the name ''."""
    for number, line in prose_lines(text, first_line):
        if not _DIRECTIVE_START.search(_CODE_SPAN.sub("", line)):
            continue
        found = _DIRECTIVE.match(line)
        pairs = [tuple(word.split("=", 1)) for word in found[2].split()] if found else []
        arguments = tuple((pair[0], pair[1]) for pair in pairs)
        yield DirectiveUse(found[1] if found else "", arguments, number, line.strip())


def plain(markdown: str) -> str:
    """Inline Markdown as plain text: no emphasis, no citations, link texts only."""
    text = without_links(markdown)
    return _EMPHASIS.sub("", text).strip() if _MARKS.intersection(text) else text


def without_links(markdown: str) -> str:
    """Inline Markdown without citations and with link texts only; emphasis stays."""
    if "[" not in markdown:
        return markdown.strip()
    return _LINKED.sub(r"\1", _CITATION.sub("", markdown)).strip()


def _mentions(pattern: re.Pattern[str], text: str, first_line: int) -> Iterator[Mention]:
    for number, line in prose_lines(text, first_line):
        if "[" in line:
            for found in pattern.finditer(_CODE_SPAN.sub("", line)):
                yield Mention(found[1], number)
