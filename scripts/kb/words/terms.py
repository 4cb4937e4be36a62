"""Finds terms in running text, in any inflected form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.text import Lang
from kb.words import swedish
from kb.words.finnish import Lemmas, same_degree

_WORD = re.compile(r"[A-Za-zÅÄÖåäöÉé]+(?:[-:][A-Za-zÅÄÖåäöé]+)*")
_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?:;–(])\s*$")
_NAME_GOES_ON = re.compile(r" [A-ZÅÄÖ][a-zåäö]")


@dataclass(frozen=True, slots=True)
class Match:
    """A term in a text: where it stands and which term it is."""

    start: int
    end: int
    term: str


class TermFinder:
    """Finds terms of one language by their words' dictionary forms, the longest first."""

    def __init__(self, lang: Lang, names: Mapping[str, Sequence[str]], lemmas: Lemmas) -> None:
        self._lang = lang
        self._same = self._finnish(lemmas) if lang is Lang.FI else swedish.is_part_form
        self._by_start: dict[str, list[tuple[list[str], str]]] = {}
        for term, forms in names.items():
            for form in forms:
                for words in self._phrases(form):
                    for key in self._keys(words):
                        self._by_start.setdefault(key, []).append((words, term))
        for group in self._by_start.values():
            group.sort(key=lambda entry: -len(entry[0]))
        self._beginning: dict[str, list[tuple[list[str], str]]] = {}
        """The phrases that a word may begin, with their terms: each word is looked at once."""

    def find(self, text: str) -> Iterator[Match]:
        """The terms of the text from left to right, never overlapping."""
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            length = 1
            if starting_here := self._at(words, at):
                phrase, term = starting_here
                length = len(phrase)
                match = Match(words[at].start(), words[at + length - 1].end(), term)
                if _is_used(text, match, phrase[0]):
                    yield match
            at += length

    def _at(self, words: list[re.Match[str]], at: int) -> tuple[list[str], str] | None:
        """The longest phrase that begins at a word, with its term."""
        for bases, term in self._beginning_with(words[at][0]):
            others = words[at + 1 : at + len(bases)]
            if len(others) == len(bases) - 1 and all(
                self._same(word[0], base) for word, base in zip(others, bases[1:], strict=True)
            ):
                return bases, term
        return None

    def _beginning_with(self, word: str) -> list[tuple[list[str], str]]:
        if word not in self._beginning:
            alike = self._by_start.get(_key(word), [])
            self._beginning[word] = [one for one in alike if self._same(word, one[0][0])]
        return self._beginning[word]

    def _phrases(self, name: str) -> list[list[str]]:
        words = _WORD.findall(name)
        if not words:
            return []
        return [words] if self._lang is Lang.FI else swedish.phrases(words)

    def _keys(self, words: list[str]) -> set[str]:
        is_phrase = self._lang is Lang.SV and len(words) > 1
        return swedish.first_letters(words[0]) if is_phrase else {_key(words[0])}

    @staticmethod
    def _finnish(lemmas: Lemmas) -> Callable[[str, str], bool]:
        """Whether a word is a form of another: an abbreviation by itself, others by any lemma."""

        def same(word: str, base: str) -> bool:
            if base.isupper():
                return base in lemmas.of(word)
            return bool(lemmas.of(word) & lemmas.of(base)) and same_degree(word, base)

        return same


def _is_used(text: str, match: Match, base: str) -> bool:
    """True if the text speaks of the thing: neither a part of another name nor a title in quotes.

    Parts of names: `sote-` of sote- ja sivistysjohto, `Barnskydd` of Centralförbundet för
    Barnskydd, `Lastensuojelun` of Lastensuojelun Keskusliitto.
    """
    if text.startswith("-", match.end) or text.count("”", 0, match.start) % 2:
        return False
    if not text[match.start].isupper() or base[0].isupper():
        return True
    begins_sentence = _BEGINS_SENTENCE.search(text, 0, match.start)
    return bool(begins_sentence) and not _NAME_GOES_ON.match(text, match.end)


def _key(word: str) -> str:
    """Two letters, which all forms of a word share: consonant gradation begins at the third."""
    return word[:2].lower()
