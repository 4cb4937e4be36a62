"""How much a file may hold: what is beyond is told before anything slow looks at the text.

Markdown takes time by the square of the marks in one paragraph, and goes as deep as lists do; a
page beyond these limits would stop a check, or end it. No page that somebody reads comes near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.finding import Finding, Rule
from kb.text import Text

LARGEST_PAGE = 100_000
"""Characters of a page; the longest of ours has 17,000."""
LARGEST_DATA = 1_000_000
LARGEST_FILE = 4 * LARGEST_DATA
"""Bytes: no more of any text is read."""
MOST_LINES = 3_000
"""Of a page; the longest of ours has 600."""
MOST_DATA_LINES = 20_000
LONGEST_LINE = 5_000
LONGEST_GAP = 200
"""Spaces and tabs in a row."""
MOST_DIRECTIVES = 40
"""Of a page: each may print all the data that there is."""
LONGEST_WORD = 200
"""Letters and figures; spellers take time by the number of ways to divide a compound."""
MOST_MARKS = 1_000
"""In one paragraph; or fewer in each of several, by the square of their number."""
DEEPEST = 6
"""Lists in lists, quotes in quotes, folders in folders."""
DEEPEST_DATA = 10

_LONG_WORD = re.compile(rf"(?:[^\W_][-’':]?){{{LONGEST_WORD + 1},}}")
_LONG_GAP = re.compile(rf"[ \t]{{{LONGEST_GAP + 1},}}")
_DIRECTIVE = re.compile(r"<!--\s*kb:(?!ok\b)")
_INDENT = 4
_WEIGHS = 0.25
"""A line of a paragraph or a list, beside a mark."""
_MARKED = re.compile(r"[ \t]*(?:[-*+:]|\d+[.)])[ \t]")
_QUOTE = re.compile(rf"[ \t]*(?:>[ \t]?){{{DEEPEST + 1}}}")
_MARKS_IN_ROW = re.compile(rf"[ \t]*(?:(?:[-*+>]|\d{{1,9}}[.)])[ \t]+){{{DEEPEST + 1},}}[^-*+\s]")
_IN_ROW = re.compile(rf"[ \t]*(?:[-?:][ \t]+){{{DEEPEST_DATA + 1}}}")
_MOST_OPEN = 50
"""Brackets of YAML that are open on one line."""

TOO_LONG = Rule.error(
    "too-long",
    "Liian pitkä: {what} on {size} merkkiä, kun enintään {most} sallitaan. Jaa teksti osiin.",
    "För långt: {what} har {size} tecken, medan högst {most} är tillåtet. Dela upp texten.",
)
_FILE = Text("tiedostossa", "filen")
_LINE = Text("rivillä", "raden")
_WORD = Text("rivin pisimmässä sanassa", "radens längsta ord")
_GAP = Text("rivin pisimmässä välissä", "radens längsta mellanrum")
_LINES = TOO_LONG.saying(
    "Tiedostossa on {size} riviä, kun enintään {most} sallitaan. Jaa se useammaksi tiedostoksi.",
    "Filen har {size} rader, medan högst {most} är tillåtet. Dela upp den i flera filer.",
)
_DIRECTIVES = TOO_LONG.saying(
    "Sivulla on {size} kb-riviä, kun enintään {most} sallitaan. Jaa sivu useammaksi.",
    "Sidan har {size} kb-rader, medan högst {most} är tillåtet. Dela upp sidan i flera.",
)
_MARKS = TOO_LONG.saying(
    "Samassa kappaleessa on liikaa merkkejä [ ja < tai liikaa rivejä. Jaa kappale osiin tyhjillä "
    "riveillä tai poista merkit.",
    "I samma stycke finns för många tecken [ och < eller för många rader. Dela upp stycket med "
    "tomma rader eller ta bort tecknen.",
)
TOO_DEEP = Rule.error(
    "too-deep",
    "Tässä on sisäkkäin enemmän kuin {most} luetteloa tai lainausta. Poista tasoja.",
    "Här finns fler än {most} listor eller citat inuti varandra. Ta bort nivåer.",
)
_FOLDERS = TOO_DEEP.saying(
    "Kansio on jo {most} kansion sisällä, eikä sitä lueta. Siirrä sen tiedostot ylemmäs.",
    "Mappen ligger redan inuti {most} mappar och läses inte. Flytta dess filer uppåt.",
)


def folder_beyond(inside: str, path: str) -> Finding | None:
    """What is said of a folder in too many folders, by its path in the content folder."""
    return _FOLDERS.at(path, 1, most=DEEPEST) if inside.count("/") >= DEEPEST else None


def too_large(size: int, path: str) -> Finding | None:
    """What is said of a file of so many bytes, before it is read; None if it may be."""
    if size <= LARGEST_FILE:
        return None
    return TOO_LONG.at(path, 1, what=_FILE, size=size, most=LARGEST_DATA)


def beyond(text: str, path: str) -> Finding | None:
    """The first limit that a file's text goes over; None for nearly every file there is."""
    is_page = path.endswith(".md")
    most = LARGEST_PAGE if is_page else LARGEST_DATA
    if len(text) > most:
        return TOO_LONG.at(path, 1, what=_FILE, size=len(text), most=most)
    lines = text.split("\n")
    most = MOST_LINES if is_page else MOST_DATA_LINES
    if len(lines) > most:
        return _LINES.at(path, 1, size=len(lines), most=most)
    return _line(lines, path) or (_page(lines, path) if is_page else _data(lines, path))


def _line(lines: list[str], path: str) -> Finding | None:
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            return TOO_LONG.at(path, number, what=_LINE, size=len(line), most=LONGEST_LINE)
        if len(line) > LONGEST_WORD and (word := _LONG_WORD.search(line)):
            return TOO_LONG.at(path, number, what=_WORD, size=len(word[0]), most=LONGEST_WORD)
        if len(line) > LONGEST_GAP and (gap := _LONG_GAP.search(line)):
            return TOO_LONG.at(path, number, what=_GAP, size=len(gap[0]), most=LONGEST_GAP)
    return None


def _page(lines: list[str], path: str) -> Finding | None:
    shown = [number for number, line in enumerate(lines, 1) if _DIRECTIVE.search(line)]
    if len(shown) > MOST_DIRECTIVES:
        first = shown[MOST_DIRECTIVES]
        return _DIRECTIVES.at(path, first, size=len(shown), most=MOST_DIRECTIVES)
    for number, line in enumerate(lines, 1):
        in_list = _MARKED.match(line) and _indent(line) >= DEEPEST * _INDENT
        if in_list or _QUOTE.match(line) or _MARKS_IN_ROW.match(line):
            return TOO_DEEP.at(path, number, most=DEEPEST)
    total = 0.0
    for number, weight in _paragraphs(lines):
        total += weight**2
        if total > MOST_MARKS**2:
            return _MARKS.at(path, number)
    return None


def _data(lines: list[str], path: str) -> Finding | None:
    opened = 0
    for number, line in enumerate(lines, 1):
        opened += line.count("[") + line.count("{")
        is_deep = opened > _MOST_OPEN or _indent(line) > DEEPEST_DATA * _INDENT
        if is_deep or _IN_ROW.match(line):
            return TOO_DEEP.at(path, number, most=DEEPEST_DATA)
        opened = max(opened - line.count("]") - line.count("}"), 0)
    return None


def _indent(line: str) -> int:
    """The columns before the first character; none for an empty line."""
    rest = line.lstrip(" \t")
    return len(line[: len(line) - len(rest)].expandtabs(_INDENT)) if rest else 0


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, float]]:
    """Each paragraph's first line and what it weighs; each row of a table by itself."""
    begun, weight = 1, 0.0
    for number, line in enumerate(lines, 1):
        text = line.lstrip()
        if not text or text[0] == "|":
            yield begun, weight
            begun, weight = number, 0.0
        weight += line.count("[") + line.count("<") + (1 if text[:1] == ":" else _WEIGHS)
    yield begun, weight
