"""Finnish dictionary forms by Voikko's word list (pyvoikko, pure Python, offline)."""

from __future__ import annotations

import re

from kb.words.lists import voikko_lemma, voikko_readings

_ABBREVIATION = re.compile(r"([A-ZÅÄÖ]{2,})(?::?[a-zåäö]+)?")

_SUPERLATIVE = re.compile(r"\w{3}(?:in|imm\w+|imp\w+)")


def same_degree(word: str, base: str) -> bool:
    """False for `vaativa` and `vaativin`, which are forms of one word but not the same level.

    Only where the name itself is a superlative: -in ends many other forms.
    """
    is_superlative = base.lower().endswith("in")
    return not is_superlative or bool(_SUPERLATIVE.search(word.lower()))


class Lemmas:
    """The dictionary forms of words; `known` is the cache of earlier runs and grows with use."""

    def __init__(self, known: dict[str, list[str]] | None = None) -> None:
        self.known = known if known is not None else {}

    def of(self, word: str) -> frozenset[str]:
        """All dictionary forms that the word may be an inflection of, itself included."""
        if abbreviation := _ABBREVIATION.fullmatch(word):
            return frozenset({word, abbreviation[1]})
        lower = word.lower()
        if lower not in self.known:
            forms = {reading.BASEFORM for reading in voikko_readings(lower)}
            self.known[lower] = sorted(voikko_lemma(form) for form in forms if form)
        return frozenset({lower, *self.known[lower]})
