"""Mistakes in what is meant: those of a kind in one proposal, each told at its own line.

Good texts that are like them are told nothing of.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from builders import PROJECT, TODAY
from confirmed import confirm_all
from good_meant import GOOD
from kb import check
from kb.check import Reference
from kb.finding import Finding
from kb.read import data, pages, read
from kb.read.spellers import read_spellers
from mistakes import Mistake
from mistakes_meant import MEANT
from test_editors import PARSERS, line_of

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def kept_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a text alone decides is worked out once."""
    for module, name in PARSERS:
        monkeypatch.setattr(module, name, _kept(module, name))


@cache
def _kept(module: object, name: str) -> object:
    return cache(getattr(module, name))


def edited(tmp_path: Path, memory: Path, mistakes: tuple[Mistake, ...]) -> list[Finding]:
    """What is found after all of these edits."""
    docs = tmp_path / "docs"
    shutil.copytree(PROJECT / "docs", docs)
    for mistake in mistakes:
        for step in mistake.steps:
            step(docs)
    return found_in(docs, memory)


def found_in(docs: Path, memory: Path) -> list[Finding]:
    reference = Reference(TODAY, 24, read_spellers(docs, memory))
    return check.run(read(docs, docs), reference)


def test_each_kind_is_tried_three_times_and_no_two_mistakes_are_alike() -> None:
    assert {kind: len(tried) for kind, tried in MEANT.items() if len(tried) < 3} == {}
    for tried in MEANT.values():
        assert len({mistake.name for mistake in tried}) == len(tried)


@pytest.mark.parametrize("kind", list(MEANT))
def test_mistakes_of_a_kind_are_told_at_their_lines(
    kind: str, tmp_path: Path, spellers_memory: Path
) -> None:
    for at, group in enumerate(_apart(MEANT[kind])):
        folder = tmp_path / str(at)
        told = {(f.path, f.line, f.rule.id) for f in edited(folder, spellers_memory, group)}
        for one in group:
            line = line_of(folder / "docs" / one.file, one.at)
            assert (f"docs/{one.file}", line, one.rule) in told, (one.name, line, sorted(told))


def _apart(mistakes: tuple[Mistake, ...]) -> Iterator[tuple[Mistake, ...]]:
    """The mistakes in as few groups as there may be without two in one file."""
    left = list(mistakes)
    while left:
        files: set[str] = set()
        group = [one for one in left if one.file not in files and not files.add(one.file)]
        yield tuple(group)
        left = [one for one in left if one not in group]


def test_good_texts_are_told_nothing_of(tmp_path: Path, spellers_memory: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(PROJECT / "docs", docs)
    for change in GOOD:
        for step in change.steps:
            step(docs)
    confirm_all(docs)
    assert [line for one in found_in(docs, spellers_memory) for line in one.lines()] == []
