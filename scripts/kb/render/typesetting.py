"""A title set in lines for a card: as large as fits, evenly long, words whole while they can be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

Measure = Callable[[str, int], float]
"""The width in pixels of a text at a size."""

_SIZES = range(112, 42, -4)
_WHOLE_WORDS_DOWN_TO = 60
"""Below this a broken word is easier on the eye than a small title."""

_LEADING = 1.14
_SHY = "\u00ad"
_LEAST_PART = 3
_SYLLABLE = re.compile(r"(?<=\w)(?=[bcdfghjklmnpqrstvwxz][aeiouyåäö])", re.IGNORECASE)
_UNDRAWABLE = {"Cc", "Cf", "Cn", "Co", "Cs", "So"}


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one size in pixels; `leading` is from one baseline to the next."""

    lines: tuple[str, ...]
    size: int

    @property
    def leading(self) -> int:
        """Whole pixels from line to line."""
        return round(self.size * _LEADING)


def drawable(text: str) -> str:
    """The text without what a text face has no letter for, such as emoji."""
    kept = (c for c in text if c == _SHY or unicodedata.category(c) not in _UNDRAWABLE)
    return " ".join("".join(c for c in kept if not _is_variation(c)).split())


def set_in_lines(title: str, measure: Measure, width: int, height: int) -> Block:
    """The title in the largest size that fits; what fits in none ends in an ellipsis."""
    words = drawable(title).split()
    whole = [[word.replace(_SHY, "")] for word in words]
    large = [size for size in _SIZES if size >= _WHOLE_WORDS_DOWN_TO]
    if block := _largest(whole, measure, width, height, large):
        wide = _sized(measure, block.size)
        return Block(_balanced(whole, wide, width, block.lines), block.size)
    syllables = [_parts(word) for word in words]
    if block := _largest(syllables, measure, width, height, _SIZES):
        return block
    letters = [list(word.replace(_SHY, "")) for word in words]
    return _cut(letters, measure, width, height)


def _largest(
    words: list[list[str]], measure: Measure, width: int, height: int, sizes: Iterable[int]
) -> Block | None:
    for size in sizes:
        lines = _fitted(words, _sized(measure, size), width)
        if lines is not None and len(lines) <= _room(height, size):
            return Block(tuple(lines), size)
    return None


def _cut(words: list[list[str]], measure: Measure, width: int, height: int) -> Block:
    size = _SIZES[-1]
    lines = _fitted(words, _sized(measure, size), width) or []
    most = _room(height, size)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1][:-1].rstrip(' -,–')}…"]
    return Block(tuple(lines), size)


def _room(height: int, size: int) -> int:
    """How many lines of the size stand in the height."""
    return int(height // (size * _LEADING))


def _is_variation(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f"


def _sized(measure: Measure, size: int) -> Callable[[str], float]:
    return lambda text: measure(text, size)


def _parts(word: str) -> list[str]:
    """Where a word may break: at its own hyphens and marks, else before consonant and vowel.

    That is the rule of Finnish and the main rule of Swedish; at least three letters stay together.
    """
    return [part for piece in re.split(r"(?<=[-–/])", word) if piece for part in _syllables(piece)]


def _syllables(piece: str) -> Iterator[str]:
    if _SHY in piece:
        yield from piece.split(_SHY)
        return
    start = 0
    for found in _SYLLABLE.finditer(piece):
        if found.start() - start >= _LEAST_PART and len(piece) - found.start() >= _LEAST_PART:
            yield piece[start : found.start()]
            start = found.start()
    yield piece[start:]


def _fitted(words: list[list[str]], wide: Callable[[str], float], width: float) -> list[str] | None:
    """The words in lines no wider than that; None if a part of a word is wider."""
    lines = [""]
    for parts in words:
        joined = f"{lines[-1]} {''.join(parts)}".strip()
        if wide(joined) <= width:
            lines[-1] = joined
        elif len(parts) == 1 or wide("".join(parts)) <= width:
            lines.append("".join(parts))
        else:
            lines = _broken_into(lines, parts, wide, width)
        if wide(lines[-1]) > width:
            return None
    return [line for line in lines if line]


def _broken_into(
    lines: list[str], parts: list[str], wide: Callable[[str], float], width: float
) -> list[str]:
    """The lines with a long word added, hyphenated where it must break."""
    *done, at = lines
    gap = " " if at else ""
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        if wide(at + gap + part + ("" if last else "-")) > width and at:
            done.append(at if gap or at[-1] in "-–/" else f"{at}-")
            at = part
        else:
            at += gap + part
        gap = ""
    return [*done, at]


def _balanced(
    words: list[list[str]], wide: Callable[[str], float], width: int, lines: tuple[str, ...]
) -> tuple[str, ...]:
    """The same number of lines in the narrowest measure that holds them."""
    low, high = 0, width
    while high - low > 1:
        middle = (low + high) // 2
        narrower = _fitted(words, wide, middle)
        if narrower and len(narrower) == len(lines):
            lines, high = tuple(narrower), middle
        else:
            low = middle
    return lines
