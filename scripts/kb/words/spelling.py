"""Which words are spelt right, by word lists.

A word passes if simplemma's list, Voikko (Finnish), the hunspell-sv list (Swedish) or the project's
own lists have it. Answers are cached, so that a later run loads no list at all.
"""

from __future__ import annotations

import re

from kb.text import Lang
from kb.words.lists import hunspell_swedish, is_listed, voikko_readings

WORD = re.compile(r"[^\W\d_]+(?:[-:’'][^\W\d_]+)*-?")
_SHORT = re.compile(r"([A-ZÅÄÖ]{2,})(?::?[a-zåäö]{1,5})?(?:-(.*))?")
_SEAM = re.compile(r"[-:’']")
_LONGEST = 80
"""Letters: no list has a longer word, and a list takes very long to say so."""
_MOST_SEAMS = 3
_SHORT_PART, _LONG_PART = 4, 5
"""Letters of parts of a compound that no list has as a whole: short parts are in any word."""


class Speller:
    """Knows the words of one language; `known` is the cache of earlier runs and grows with use."""

    def __init__(
        self, lang: Lang, own: frozenset[str] = frozenset(), known: dict[str, bool] | None = None
    ) -> None:
        self.lang = lang
        self.own = own
        self.known = known if known is not None else {}
        self.learnt = False
        # Simplemma's list loads in two seconds and answers at once, Voikko the other way round:
        # with a cache there are few words left to ask about, so Voikko is asked first.
        self._few = bool(self.known)

    def knows(self, word: str) -> bool:
        """True if some list has the word as it stands, or each of its pieces."""
        core = self._without_abbreviation(word)
        if not core or core in self.own:
            return True
        return self._listed(core) or self._pieces(core)

    def _without_abbreviation(self, word: str) -> str:
        """What is left for the lists to know: `akatemia` of LAPE-akatemia, nothing of STM:n."""
        short = _SHORT.fullmatch(word)
        return (short[2] or "") if short and short[1] in self.own else word

    def _pieces(self, word: str) -> bool:
        pieces = [piece for piece in _SEAM.split(word) if piece]
        return (len(pieces) > 1 or word.endswith("-")) and all(
            piece in self.own or self._listed(piece) for piece in pieces
        )

    def _listed(self, word: str) -> bool:
        """True if a dictionary has the word; never asked about own words, which may change."""
        if len(word) > _LONGEST or len(_SEAM.findall(word)) > _MOST_SEAMS:
            return False
        if word not in self.known:
            self.learnt = True
            self.known[word] = self._looked_up(word)
        return self.known[word]

    def _looked_up(self, word: str) -> bool:
        if self.lang is Lang.SV:
            is_known = is_listed(word, Lang.SV) or bool(hunspell_swedish().lookup(word))
            return is_known or _is_swedish_compound(word.lower())
        if self._few:
            return _voikko_knows(word) or is_listed(word, Lang.FI)
        return is_listed(word, Lang.FI) or _voikko_knows(word)


def _is_swedish_compound(word: str) -> bool:
    """True for two listed words as one, with an s at the seam or long: `fortsättning-s-fasen`."""
    for seam in range(_LONG_PART, len(word) - _SHORT_PART + 1):
        first, rest = word[:seam], word[seam:]
        has_s = first.endswith("s") and len(first) > _LONG_PART
        is_long = len(first) > _LONG_PART and len(rest) > _LONG_PART
        starts = (has_s and is_listed(first[:-1], Lang.SV)) or (
            is_long and is_listed(first, Lang.SV)
        )
        if starts and is_listed(rest, Lang.SV):
            return True
    return False


def _voikko_knows(word: str) -> bool:
    return bool(voikko_readings(word) or voikko_readings(word.lower()))
