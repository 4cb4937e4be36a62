"""Sentences, their length and the readability index LIX."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

# A full stop, then a space and what a sentence begins with; a colon, too, before a capital.
_END = re.compile(r"(?<=[.!?:])\s+(?=[\"”(A-ZÅÄÖ0-9])")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# A full stop after an abbreviation, or after the figures of a date or an ordinal number.
_NOT_AN_END = re.compile(
    r"(?:\b(?:esim|ks|mm|nro|klo|kl|tfn|s|t|bl|a)|(?<!\d)\d{1,2})\.$", re.IGNORECASE
)
# What a sentence may end with, with what closes after it: quotes, brackets, and what nobody sees.
_CLOSING = "\"”»’')]\u2060"
_STOP = re.compile(rf"[.!?…]+[{re.escape(_CLOSING)}]*(?=\s+[\"”»’'(\[\u2060–-]*\s?[A-ZÅÄÖ0-9])")
# An abbreviation that goes on before a capital or a figure, or somebody's initial.
_GOES_ON = re.compile(
    r"(?:\b(?:ns|n|em|vrt|puh|prof|tri|dr|st|kap|jfr|ca|resp|dvs|ex|k|m)"
    r"|(?:^|[\s(\u2060])[A-ZÅÄÖ])\.$"
)
_LONG = 6
"""Letters; a word with more is long in LIX."""


def sentences(paragraph: str) -> Iterator[str]:
    """The sentences of a paragraph; a date or an abbreviation does not end one."""
    sentence = ""
    for piece in _END.split(paragraph):
        sentence = f"{sentence} {piece}".strip()
        if not _NOT_AN_END.search(sentence):
            yield sentence
            sentence = ""
    if sentence:
        yield sentence


def ends(paragraph: str, sure: Container[int] = ()) -> Iterator[int]:
    """Where the sentences of a paragraph end, with what closes after the stop; a colon ends none.

    A stop at an offset that is `sure` ends one whatever stands before it.
    """
    whole = len(paragraph.rstrip())
    for stop in _STOP.finditer(paragraph):
        said = paragraph[: stop.end()].rstrip(_CLOSING)
        if stop.end() in sure or not (_NOT_AN_END.search(said) or _GOES_ON.search(said)):
            yield stop.end()
    yield whole


def words(text: str) -> list[str]:
    """The words of a text, numbers left out."""
    return _WORD.findall(text)


def lix(paragraphs: Sequence[str]) -> float:
    """Björnsson's LIX: mean words a sentence plus the percentage of words over six letters."""
    split = (words(s) for paragraph in paragraphs for s in sentences(paragraph))
    counted = [sentence for sentence in split if sentence]
    total = sum(map(len, counted))
    if not total:
        return 0.0
    long = sum(len(word) > _LONG for sentence in counted for word in sentence)
    return total / len(counted) + 100 * long / total
