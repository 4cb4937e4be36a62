"""What an editor says is right all the same: `<!-- kb:ok rule reason -->`, in data after `#`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.model.markdown import fenced_lines

_EXCUSE = re.compile(r"(?:<!--|#)\s*kb:ok\b[ \t]*(?P<rule>[\w-]*)[ \t]*(?P<reason>.*?)\s*(?:-->|$)")
_ALONE = re.compile(r"\s*(?:<!--|#)\s*kb:ok\b.*")
_BEHIND = re.compile(r"(?<=\S)[ \t]+<!--\s*kb:ok\b[^\n]*-->\s*$")
_CODE = re.compile(r"`[^`]*`")


@dataclass(frozen=True, slots=True)
class Excuse:
    """A line on which a rule may be broken, and why."""

    path: str
    line: int
    rule: str
    reason: str
    covers: int
    """The line that it is about: its own, or the next one if it stands alone."""


def excuses_in(text: str, path: str) -> Iterator[Excuse]:
    """The excuses of a file, in order."""
    if "kb:ok" not in text:
        return
    lines = text.split("\n")
    for at, written in enumerate(lines):
        line = _CODE.sub("", written)
        for found in _EXCUSE.finditer(line):
            covers = _below(lines, at) if _ALONE.fullmatch(line) else at
            yield Excuse(path, at + 1, found["rule"], found["reason"], covers + 1)


def without_excuses(text: str) -> str:
    """A page's text without those behind its lines: a mark would stand before the space."""
    if "kb:ok" not in text:
        return text
    lines = fenced_lines(text.split("\n"))
    return "\n".join(line if is_code else _BEHIND.sub("", line) for line, is_code in lines)


def _below(lines: list[str], at: int) -> int:
    """The next line that says something, past other excuses."""
    rest = range(at + 1, len(lines))
    return next((n for n in rest if lines[n].strip() and not _ALONE.fullmatch(lines[n])), at)


def is_excused(excuses: Iterable[Excuse], path: str, line: int, rule: str) -> bool:
    """True if one of them is about this rule on this line and gives a reason."""
    return any(
        (one.path, one.covers, one.rule) == (path, line, rule) and one.reason for one in excuses
    )
