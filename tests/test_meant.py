"""Mistakes in what is meant: many in one proposal, each told at its own line.

Good texts that are like them are told nothing of.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from builders import PROJECT, known_of
from confirmed import confirm_all
from good_meant import GOOD
from kb import check
from kb.finding import Finding
from kb.read import read
from memoised import memoised
from mistakes import Mistake
from mistakes_meant import MEANT, NOT_TOLD_YET
from mistakes_typed import TYPED
from test_editors import line_of

pytestmark = pytest.mark.slow
MENU = "_data/menu.yml"


@pytest.fixture(scope="module", autouse=True)
def once() -> Iterator[None]:
    """What the edits leave alone is worked out once."""
    with memoised():
        yield


def apart(mistakes: Iterable[Mistake]) -> list[tuple[Mistake, ...]]:
    """The mistakes in as few proposals as there may be without two in one file."""
    groups: list[dict[str, Mistake]] = []
    for one in mistakes:
        group = next((group for group in groups if one.file not in group), None)
        if group is None:
            groups.append(group := {})
        group[one.file] = one
    return [tuple(group.values()) for group in groups]


KINDS = {**MEANT, **TYPED}
EVERY = [(kind, mistake) for kind, tried in KINDS.items() for mistake in tried]
TOLD = [one for kind, one in EVERY if (kind, one.name) not in NOT_TOLD_YET]
# What cannot be read silences what may follow from it, and a name in the menu that is no page's
# silences what it may have meant: such causes are tried by themselves.
CAUSES = [one for one in TOLD if one.rule == "yaml-syntax" or one.file == MENU]
GROUPS = [*apart(one for one in TOLD if one not in CAUSES), *apart(CAUSES)]
LEFT = apart(one for kind, one in EVERY if (kind, one.name) in NOT_TOLD_YET)


def edited(tmp_path: Path, memory: Path, mistakes: tuple[Mistake, ...]) -> list[Finding]:
    """What is found after all of these edits."""
    docs = tmp_path / "docs"
    shutil.copytree(PROJECT / "docs", docs)
    for mistake in mistakes:
        for step in mistake.steps:
            step(docs)
    return found_in(docs, memory)


def found_in(docs: Path, memory: Path) -> list[Finding]:
    return check.run(read(docs, docs), known_of(docs, memory))


def test_each_kind_is_tried_three_times_and_no_two_mistakes_are_alike() -> None:
    assert {kind: len(tried) for kind, tried in KINDS.items() if len(tried) < 3} == {}
    for tried in KINDS.values():
        assert len({mistake.name for mistake in tried}) == len(tried)


def untold(tmp_path: Path, memory: Path, mistakes: tuple[Mistake, ...]) -> dict[str, object]:
    """What is told of the file instead, by each mistake that is not told at its line."""
    told = {(f.path, f.line, f.rule.id) for f in edited(tmp_path, memory, mistakes)}
    left: dict[str, object] = {}
    for one in mistakes:
        place = f"docs/{one.file}", line_of(tmp_path / "docs" / one.file, one.at), one.rule
        if place not in told:
            left[one.name] = place, [other for other in told if other[0] == place[0]]
    return left


@pytest.mark.parametrize("number", range(len(GROUPS)))
def test_a_mistake_is_told_at_its_line(number: int, tmp_path: Path, spellers_memory: Path) -> None:
    assert untold(tmp_path, spellers_memory, GROUPS[number]) == {}


def test_what_is_not_told_yet_is_named_only_as_long_as_that_is_so(
    tmp_path: Path, spellers_memory: Path
) -> None:
    assert sum(map(len, LEFT)) == len(NOT_TOLD_YET), "each is a mistake that there is"
    for number, group in enumerate(LEFT):
        left = untold(tmp_path / str(number), spellers_memory, group)
        assert left.keys() == {one.name for one in group}


def test_good_texts_are_told_nothing_of(tmp_path: Path, spellers_memory: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(PROJECT / "docs", docs)
    for change in GOOD:
        for step in change.steps:
            step(docs)
    confirm_all(docs)
    assert [line for one in found_in(docs, spellers_memory) for line in one.lines()] == []
