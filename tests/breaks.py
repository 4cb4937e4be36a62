"""One character or line broken at a random place of a real file, and what the check says of it.

    python -m breaks [COUNT [SEED]]     by `make breaks`: which breaks are told badly, and the share

A break may be no mistake at all: another letter in a sentence can be a word. What is told must then
still be true. Files are judged as the command reads them, without git and without spellers.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from builders import NOW, PROJECT
from kb import check
from kb.check.alone import Clean
from kb.finding import Finding
from kb.read import read
from memoised import memoised

DOCS = PROJECT / "docs"
SEED = 15
NEAR = 3
"""Lines: how far from the break its first finding may be."""
MOST = 3
"""Findings that one break may cause."""
LETTERS = "aeiknsx0123456789 :;,.'\"[](){}#*_-<>|&!?%@`~/\\\t”–"
WAYS = ("remove", "change", "insert", "double", "remove line", "double line", "swap")


@dataclass(frozen=True)
class Break:
    """A file, what stands in it now, and the line that is broken, counted from 1."""

    file: str
    line: int
    way: str
    was: str
    text: str

    @property
    def now(self) -> str:
        """The broken line."""
        lines = self.text.split("\n")
        return lines[self.line - 1] if self.line <= len(lines) else ""


def files(docs: Path) -> list[str]:
    """Every page and data file that somebody writes by hand."""
    found = [*docs.rglob("*.md"), *(docs / "_data").rglob("*.yml")]
    inside = (file.relative_to(docs).as_posix() for file in found)
    return sorted(file for file in inside if not file.startswith("_data/translations/"))


def breaks(docs: Path, count: int, seed: int = SEED) -> Iterator[Break]:
    """So many breaks, the same each time; half of them in pages and half in data."""
    dice = random.Random(seed)
    every = files(docs)
    kinds = [[f for f in every if f.endswith(".md")], [f for f in every if f.endswith(".yml")]]
    made = 0
    while made < count:
        file = dice.choice(kinds[made % 2])
        text = (docs / file).read_text("utf-8")
        if one := _broken(file, text, dice):
            made += 1
            yield one


def _broken(file: str, text: str, dice: random.Random) -> Break | None:
    lines = text.rstrip("\n").split("\n")
    at = dice.randrange(len(lines))
    line, way = lines[at], dice.choice(WAYS)
    place = dice.randrange(len(line)) if line else 0
    before, after = line[:place], line[place:]
    new = {
        "remove": [before + after[1:]],
        "change": [before + dice.choice(LETTERS) + after[1:]],
        "insert": [before + dice.choice(LETTERS) + after],
        "double": [before + after[:1] * 2 + after[1:]],
        "swap": [before + after[1:2] + after[:1] + after[2:]],
        "remove line": [],
        "double line": [line, line],
    }[way]
    broken = "\n".join([*lines[:at], *new, *lines[at + 1 :], ""])
    return Break(file, at + 1, way, line, broken) if broken != text else None


@dataclass(frozen=True)
class Verdict:
    """What was said of a break, and what is wrong with that; empty if all is well."""

    broken: Break
    told: list[Finding]
    wrong: str

    def __str__(self) -> str:
        one = self.broken
        said = "".join(f"\n    {line}" for found in self.told for line in found.lines()[:1])
        where = f"docs/{one.file}:{one.line} ({one.way})"
        return f"{self.wrong}: {where}\n  - {one.was}\n  + {one.now}{said}"


class Trial:
    """A copy of the content in which one file at a time is broken."""

    def __init__(self, folder: Path) -> None:
        self.docs = folder / "docs"
        shutil.copytree(DOCS, self.docs)
        whole = Clean()
        self._before = set(self._found(whole))
        self._clean = whole.now

    def verdicts(self, count: int, seed: int = SEED) -> Iterator[Verdict]:
        """The verdict on each of so many breaks."""
        return map(self.judge, breaks(self.docs, count, seed))

    def judge(self, one: Break) -> Verdict:
        """What the check says of one break, and whether that is as it should be."""
        file = self.docs / one.file
        whole = file.read_bytes()
        file.write_text(one.text, "utf-8")
        try:
            clean = Clean(known=self._clean)
            told = [found for found in self._found(clean) if found not in self._before]
        finally:
            file.write_bytes(whole)
        return Verdict(one, told, wrong(one, told))

    def _found(self, clean: Clean) -> list[Finding]:
        return check.run(read(self.docs, self.docs), check.Reference(NOW, 24, clean=clean))


def wrong(one: Break, told: list[Finding]) -> str:
    """Why the findings are not what they should be; empty if they are."""
    if not told:
        return ""
    path = f"docs/{one.file}"
    if told[0].path != path:
        return "the first finding is in another file"
    if abs(told[0].line - one.line) > NEAR:
        return "the first finding is far from the break"
    if elsewhere := [found for found in told if found.path != path]:
        return f"{len(elsewhere)} in other files"
    return f"{len(told)} findings" if len(told) > MOST else ""


@contextmanager
def trial() -> Iterator[Trial]:
    """A trial as long as the block runs; what one break leaves alone is not worked out again."""
    with tempfile.TemporaryDirectory() as place, memoised():
        yield Trial(Path(place))


def main(arguments: list[str]) -> int:
    """Print each break that is told badly and the share of the rest."""
    count, seed = (*map(int, arguments), *(500, SEED)[len(arguments) :])
    bad = mistakes = 0
    with trial() as tried:
        for verdict in tried.verdicts(count, seed):
            mistakes += bool(verdict.told)
            bad += bool(verdict.wrong)
            if verdict.wrong:
                sys.stdout.write(f"{verdict}\n\n")
                sys.stdout.flush()
    told = mistakes - bad
    sys.stdout.write(f"{count} breaks, {mistakes} of them mistakes, {told} told at their line\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
