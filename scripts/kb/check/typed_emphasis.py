"""Stars and other marks that stand on the page as they were typed, or that nobody meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.check import check_alone
from kb.finding import Finding, Rule
from kb.model import markdown
from kb.model.blocks import Line, blocks, units
from kb.model.catalogue import Catalogue
from kb.model.prose import LONGEST_TYPED

OPEN_EMPHASIS = Rule.error(
    "open-emphasis",
    "Merkki ”{mark}” näkyy lukijalle, koska korostukselta puuttuu alku tai loppu: ”{where}”. "
    "Kirjoita sama merkki korostuksen molempiin päihin: {better}",
    "Tecknet ”{mark}” syns för läsaren, eftersom betoningen saknar början eller slut: ”{where}”. "
    "Skriv samma tecken i båda ändarna: {better}",
)
_SPACED = OPEN_EMPHASIS.saying(
    "Merkkien ”{mark}” ja korostettavan tekstin välissä on välilyönti, joten merkit näkyvät "
    "lukijalle. Kirjoita: {better}",
    "Mellan ”{mark}” och den betonade texten står ett mellanslag, så tecknen syns för läsaren. "
    "Skriv: {better}",
)
_FOREIGN = OPEN_EMPHASIS.saying(
    "Merkintä ”{mark}” näkyy lukijalle sellaisenaan. Kirjoita: {better}",
    "Beteckningen ”{mark}” syns för läsaren som den är. Skriv: {better}",
)
ACCIDENTAL_EMPHASIS = Rule.warning(
    "accidental-emphasis",
    "Tähdet ”{where}” tekevät välistään kursiivin ja katoavat. Jos tarkoitit kertomerkkiä, "
    "kirjoita: {better}",
    "Asteriskerna i ”{where}” gör texten mellan dem kursiv och försvinner. Om du menade "
    "multiplikation, skriv: {better}",
    may_stay=True,
)

_MARKS = re.compile(r"[*_~`]|==|:::|:[a-z]")
# Links' targets, addresses, attributes and HTML, in which marks are only characters.
_NOT_TEXT = re.compile(
    r"(?<=\])\([^)\s]*(?:\s+\"[^\"]*\")?\)|<[^<>\s][^<>]*>|(?<!\w)\w+://[^\s\])>*]+|\{[^{}]*\}"
)
_RUN = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|~~+|`+")
_ITEM = re.compile(r"\s*(?:>\s?)*(?:[-*+]|\d+[.)])\s+")
_PAIR = re.compile(r"(?<![*_~])(\*\*|__|~~)(?![*_~])([^*_~]+)\1(?![*_~])")
_FOREIGN_MARKS = (
    (re.compile(r"(?<![\w=])==([^\s=](?:[^=]*[^\s=])?)==(?![\w=])"), r"**\1**"),
    (re.compile(r"^\s*:{3,}\s*\w*\s*$"), '!!! note "…"'),
    (re.compile(r"(?<![\w:]):([a-z][a-z_]+[a-z]):(?![\w:])"), r"\1"),
)
_TIMES = re.compile(r"\d\s?\*\s?\d[\d\s,.]*\*\s?\d[\d\s,.*]*")
_NEAR = 20
_TWICE = 2
_MOST_OPEN = 50
"""Open marks that are looked at for the one that another closes: a page of nothing else is long."""


@check_alone
def open_emphasis(catalogue: Catalogue) -> Iterator[Finding]:
    """A mark of bold, italics, strike-through or code without its other end.

    Bad: `**tärkeä`, `** tärkeä **`. Good: `**tärkeä**`.
    """
    for page in catalogue.pages():
        for block in blocks(page):
            for unit in units(block):
                if any(_MARKS.search(line.text) for line in unit):
                    for rule, number, values in _wrong(unit):
                        yield rule.at(page.path, number, **values)


Wrong = tuple[Rule, int, dict[str, str]]
"""A rule that a line breaks, its number, and what the message is filled with."""


def _wrong(unit: Sequence[Line]) -> Iterator[Wrong]:
    for line in unit:
        if foreign := _foreign(line):
            yield _FOREIGN, line.number, foreign
            return
        if gaps := _with_gaps(line.text):
            yield _SPACED, line.number, gaps
            return
        if times := _TIMES.search(line.text):
            said = times[0].strip(" ,.*")
            better = re.sub(r"\s?\*\s?", " × ", said)
            if not re.search(r"\s\*\s", said):
                yield ACCIDENTAL_EMPHASIS, line.number, {"where": said, "better": better}
            return
    if found := _unclosed(unit):
        line, mark, at = found
        yield OPEN_EMPHASIS, line.number, _shown(line, mark, at)


def _with_gaps(text: str) -> dict[str, str] | None:
    """A bold text whose marks stand apart from it, in or after its pair of marks."""
    for found in _PAIR.finditer(text[:LONGEST_TYPED]):
        mark, words = found.groups()
        if words.strip() and words != words.strip():
            return {"mark": mark, "better": f"{mark}{words.strip()}{mark}"}
    return None


def _foreign(line: Line) -> dict[str, str] | None:
    for pattern, better in _FOREIGN_MARKS:
        if found := pattern.search(line.text):
            return {"mark": found[0].strip(), "better": found.expand(better)}
    return None


def _unclosed(unit: Sequence[Line]) -> tuple[Line, str, int] | None:
    """The first mark that has no other end: its line, itself and where it begins."""
    opened: list[tuple[Line, str, int]] = []
    for line in unit:
        begin = found.end() if (found := _ITEM.match(line.text)) else 0
        text = _NOT_TEXT.sub(lambda part: "x" * len(part[0]), line.text)
        for run in _RUN.finditer(text, begin):
            opens, closes = _ends(text, run)
            mark = run[0]
            if closes and (at := _opener(opened, mark)) is not None:
                rest = opened[at][1].removeprefix(mark)
                del opened[at:]
                if rest:
                    opened.append((line, rest, run.start()))
            elif opens or (closes and len(mark) == _TWICE):
                opened.append((line, mark, run.start()))
    seen = [one for one in opened if one[1] != "_" and one[1][0] != "x"]
    return seen[0] if seen else None


def _ends(text: str, run: re.Match[str]) -> tuple[bool, bool]:
    """Whether a mark may begin and end an emphasis: by what stands on its other side."""
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if run[0][0] == "`":
        return True, True
    opens = bool(after.strip()) and after not in ").,;:!?" and not before.isalnum()
    return opens, bool(before.strip())


def _opener(opened: Sequence[tuple[Line, str, int]], mark: str) -> int | None:
    """The last open mark that the mark closes, among the nearest."""
    for at in range(len(opened) - 1, max(-1, len(opened) - 1 - _MOST_OPEN), -1):
        if opened[at][1] == mark or (mark[0] == "*" and opened[at][1] in ("***", mark)):
            return at
    return None


def _shown(line: Line, mark: str, at: int) -> dict[str, str]:
    after = markdown.without_links(line.text[at:].strip(mark[0]))
    before = markdown.without_links(line.text[:at])
    begins = bool(after) and not after[0].isspace()
    words = after.split()[:1] if begins else before.split()[-1:]
    word = words[0].strip(".,;:!?*_~`") if words else ""
    return {
        "mark": mark,
        "where": line.text[max(0, at - _NEAR // 2) : at + _NEAR].strip(),
        "better": f"{mark}{word or '…'}{mark}",
    }
