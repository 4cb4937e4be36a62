"""Sentences, their length and the readability index LIX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_END = re.compile(r"(?<=[.!?:])\s+(?=[\"”(A-ZÅÄÖ0-9])")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NOT_AN_END = re.compile(
    r"(?:\b(?:esim|ks|mm|nro|klo|kl|tfn|s|t|bl|a)|(?<!\d)\d{1,2})\.$", re.IGNORECASE
)
_LONG = 6


def sentences(paragraph: str) -> Iterator[str]:
    """The sentences of a paragraph; a date or an abbreviation does not end one."""
    held = ""
    for piece in _END.split(paragraph):
        held = f"{held} {piece}".strip()
        if not _NOT_AN_END.search(held) or held.endswith(("?", "!")):
            yield held
            held = ""
    if held:
        yield held


def words(text: str) -> list[str]:
    """The words of a text, numbers left out."""
    return _WORD.findall(text)


def lix(paragraphs: Sequence[str]) -> float:
    """Björnsson's LIX: mean words a sentence plus the percentage of words over six letters."""
    found = [words(s) for paragraph in paragraphs for s in sentences(paragraph)]
    found = [sentence for sentence in found if sentence]
    total = sum(map(len, found))
    if not total:
        return 0.0
    long = sum(len(word) > _LONG for sentence in found for word in sentence)
    return total / len(found) + 100 * long / total
