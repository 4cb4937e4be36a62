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
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from builders import PROJECT, TODAY
from kb import check
from kb.check import dates, languages, lying_links, rendered, told_numbers, wording
from kb.finding import Finding
from kb.model import differences, markdown, translations
from kb.read import data, folder, pages, read

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
        self._before = set(self._found())

    def judge(self, one: Break) -> Verdict:
        """What the check says of one break, and whether that is as it should be."""
        file = self.docs / one.file
        whole = file.read_bytes()
        file.write_text(one.text, "utf-8")
        try:
            told = [found for found in self._found() if found not in self._before]
        finally:
            file.write_bytes(whole)
        return Verdict(one, told, wrong(one, told))

    def _found(self) -> list[Finding]:
        return check.run(read(self.docs, self.docs), check.Reference(TODAY, 24))


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


def kept() -> Iterator[mock._patch[Any]]:
    """What a file or a page alone decides is worked out once: a break leaves all others alone."""

    def by_bytes(function: Callable[..., Any], file_at: int) -> Callable[..., Any]:
        known: dict[Any, Any] = {}

        def once(*given: Any) -> Any:
            key = (*given, given[file_at].read_bytes())
            if key not in known:
                made = function(*given)
                known[key] = list(made) if isinstance(made, Iterator) else made
            return known[key]

        return once

    yield mock.patch.object(data, "_read", by_bytes(data._read, 1))
    yield mock.patch.object(folder, "_in_text", by_bytes(folder._in_text, 0))
    yield mock.patch.object(pages, "parse_page", _fresh_lists(pages.parse_page))
    for module, name in ((told_numbers, "_on_page"), (wording, "readability")):
        yield mock.patch.object(module, name, _by_page(getattr(module, name)))
    for module, name in (
        *((told_numbers, "_figures"), (differences, "numbers")),
        *((lying_links, "_links"), (rendered, "judged"), (wording, "sentences")),
        *((dates, "_impossible"), (languages, "_is_foreign"), (markdown, "targets")),
    ):
        yield mock.patch.object(module, name, _by_text(getattr(module, name)))
    own_sections = translations.sections
    by_ids = _by_page(lambda page, ids: own_sections(page, dict(ids)))
    yield mock.patch.object(
        translations, "sections", lambda page, ids: by_ids(page, tuple(ids.items()))
    )


def _by_text(function: Callable[..., Any]) -> Callable[..., Any]:
    @cache
    def once(*given: Any) -> Any:
        made = function(*given)
        return list(made) if isinstance(made, Iterator) else made

    return once


def _by_page(function: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[Any, Any] = {}

    def once(page: Any, *more: Any) -> Any:
        key = (id(page), *more)
        if key not in known:
            made = function(page, *more)
            # The page is kept, too: another must not come to stand in its place in memory.
            known[key] = page, list(made) if isinstance(made, Iterator) else made
        return known[key][1]

    return once


def _fresh_lists(parse: Callable[..., Any]) -> Callable[..., Any]:
    known = cache(parse)
    return lambda *given: (known(*given)[0], list(known(*given)[1]))


def trials(count: int, seed: int = SEED) -> Iterator[Verdict]:
    """The verdict on each of so many breaks."""
    with ExitStack() as stack:
        place = stack.enter_context(tempfile.TemporaryDirectory())
        for patch in kept():
            stack.enter_context(patch)
        trial = Trial(Path(place))
        yield from map(trial.judge, breaks(trial.docs, count, seed))


def main(arguments: list[str]) -> int:
    """Print each break that is told badly and the share of the rest."""
    count, seed = (*map(int, arguments), *(500, SEED)[len(arguments) :])
    bad = mistakes = 0
    for verdict in trials(count, seed):
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
