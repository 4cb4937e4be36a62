"""Finds terms in running text, in any inflected form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.text import Lang
from kb.words.finnish import Lemmas
from kb.words.swedish import is_form

_WORD = re.compile(r"[A-Za-zÅÄÖåäöÉé]+(?:[-:][A-Za-zÅÄÖåäöé]+)*")


@dataclass(frozen=True, slots=True)
class Match:
    """A term in a text: where it stands and which term it is."""

    start: int
    end: int
    term: str


class TermFinder:
    """Finds terms of one language by their words' dictionary forms, the longest first."""

    def __init__(self, lang: Lang, names: Mapping[str, Sequence[str]], lemmas: Lemmas) -> None:
        self._same = self._finnish(lemmas) if lang is Lang.FI else is_form
        self._by_start: dict[str, list[tuple[list[str], str]]] = {}
        for term, forms in names.items():
            for form in forms:
                words = _WORD.findall(form)
                if words:
                    self._by_start.setdefault(_key(words[0]), []).append((words, term))
        for group in self._by_start.values():
            group.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str) -> Iterator[Match]:
        """The terms of the text from left to right, never overlapping."""
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            if starting_here := self._at(words, at):
                length, term = starting_here
                yield Match(words[at].start(), words[at + length - 1].end(), term)
                at += length
            else:
                at += 1

    def _at(self, words: list[re.Match[str]], at: int) -> tuple[int, str] | None:
        """The longest term that begins at a word, with its length in words."""
        for bases, term in self._by_start.get(_key(words[at][0]), []):
            here = words[at : at + len(bases)]
            if len(here) == len(bases) and all(
                self._same(word[0], base) for word, base in zip(here, bases, strict=True)
            ):
                return len(bases), term
        return None

    @staticmethod
    def _finnish(lemmas: Lemmas) -> Callable[[str, str], bool]:
        """Whether a word is a form of another: an abbreviation by itself, others by any lemma."""

        def same(word: str, base: str) -> bool:
            if base.isupper():
                return base in lemmas.of(word)
            return bool(lemmas.of(word) & lemmas.of(base))

        return same


def _key(word: str) -> str:
    """Two letters, which all forms of a word share: consonant gradation begins at the third."""
    return word[:2].lower()
