"""The opening of a page as it was meant: three dashes on the first line, and three more below."""

from __future__ import annotations

import re

from kb.finding import Finding, Rule

_DASHES = "---"
BAD_OPENING = Rule.error(
    "bad-opening",
    "Ennen merkkejä --- on tyhjää, joten sivun tiedot näkyisivät lukijalle. Poista tyhjä, niin "
    "että --- on tiedoston ensimmäisellä rivillä ja sen alussa.",
    "Före --- finns det tomrum, så sidans uppgifter skulle synas för läsaren. Ta bort det så att "
    "--- står på filens första rad och i början av den.",
)
_OTHER_DASHES = BAD_OPENING.saying(
    "Sivun tiedot erotetaan tekstistä kolmella yhdysviivalla eikä merkeillä ”{mark}”. Kirjoita: "
    "---",
    "Sidans uppgifter avgränsas från texten med tre bindestreck, inte med ”{mark}”. Skriv: ---",
)

_EARLY = re.compile(r"(?P<gap>\s+)---[ \t]*\n")
_DATA = re.compile(r"---[ \t]*\r?\n.*?^---", re.DOTALL | re.MULTILINE)
_OTHER = re.compile(r"(?:--?|-{4,}|[—–−]+-?|\+{3}|_{3}|\*{3}|={3})[ \t]*")
_FIELD = re.compile(r"[\w-]+:(?:\s|$)|\s+\S|-\s|#|$")
"""How a line of a page's data begins."""


def opening_as_meant(text: str, path: str) -> tuple[str, list[Finding]]:
    """The text with `---` where it was meant, on the same lines, and what was there instead."""
    if early := _EARLY.match(text):
        empty = "\n" * early["gap"].count("\n")
        return f"{_DASHES}\n{empty}{text[early.end() :]}", [BAD_OPENING.at(path, 1)]
    lines = text.split("\n")
    findings: list[Finding] = []
    if len(lines) > 1 and _OTHER.fullmatch(lines[0]) and _FIELD.match(lines[1] or "x"):
        findings.append(_mended(lines, 0, path))
    if lines[0].rstrip() == _DASHES and (end := _other_end(lines)):
        findings.append(_mended(lines, end, path))
    return ("\n".join(lines) if findings else text), findings


def front_matter(text: str) -> str:
    """The lines of a page's data with the dashes above them; empty without any."""
    found = _DATA.match(text)
    return found[0] if found else ""


def _mended(lines: list[str], at: int, path: str) -> Finding:
    mark, lines[at] = lines[at].strip(), _DASHES
    return _OTHER_DASHES.at(path, at + 1, mark=mark)


def _other_end(lines: list[str]) -> int:
    """The line that ends the data with other marks; 0 if it ends as it should or not at all."""
    for at, line in enumerate(lines[1:], 1):
        if _OTHER.fullmatch(line):
            return at
        if line.rstrip() in (_DASHES, "...") or not _FIELD.match(line):
            return 0
    return 0
