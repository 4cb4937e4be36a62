"""What has changed between two texts, as words: ”128” has become ”130”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_OUTSIDE = re.compile(r"^[^\w⟦\[]+|[^\w⟧\]?!%]+$")
_TARGET = re.compile(r"⟦|⟧")
_MOST = 12
"""Words of a change that are shown."""
_NEAR = 1
"""So few words between two changes do not divide them."""
_TOO_MANY = 3_000
"""Words of a section: longer ones would take long to compare."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words, what stands instead (either may be empty), and in which of the new sentences."""

    old: str
    new: str
    at: int


def changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """The changes from some sentences to others, in the order of the new ones."""
    before = [word for sentence in old for word in _words(sentence)]
    after = [(word, at) for at, sentence in enumerate(new) for word in _words(sentence)]
    if max(len(before), len(after)) > _TOO_MANY:
        return []
    same = SequenceMatcher(
        None, [*map(_alike, before)], [_alike(word) for word, _ in after], autojunk=False
    )
    found = []
    for start, end, first, last in _joined(same.get_opcodes()):
        at = after[min(first, len(after) - 1)][1] if after else 0
        words = [word for word, _ in after[first:last]]
        found.append(Change(_shown(before[start:end]), _shown(words), at))
    return found


def _joined(
    opcodes: Sequence[tuple[str, int, int, int, int]],
) -> Iterator[tuple[int, int, int, int]]:
    """The spans that differ; those that hardly anything divides are one."""
    spans: list[list[int]] = []
    for tag, start, end, first, last in opcodes:
        if tag == "equal":
            continue
        if spans and spans[-1][1] + _NEAR >= start and spans[-1][3] + _NEAR >= first:
            spans[-1][1], spans[-1][3] = end, last
        else:
            spans.append([start, end, first, last])
    yield from ((one[0], one[1], one[2], one[3]) for one in spans)


def _words(sentence: str) -> list[str]:
    """The words, citations apart from those that they follow."""
    return sentence.replace("[^", " [^").split()


def _alike(word: str) -> str:
    """The word without what parts are divided by: `Rahaa,` is `rahaa`."""
    return _OUTSIDE.sub("", word).lower() or word


def _shown(words: Sequence[str]) -> str:
    whole = len(words) <= _MOST
    text = _TARGET.sub("", " ".join(words[:_MOST])).replace(" [^", "[^")
    return _OUTSIDE.sub("", text) if whole else f"{text} …"
