"""Finnish dictionary forms by Voikko's word list (pyvoikko, pure Python, offline)."""

from __future__ import annotations

import re

from kb.words.lists import voikko

_ABBREVIATION = re.compile(r"([A-ZÅÄÖ]{2,})(?::?[a-zåäö]+)?")


class Lemmas:
    """The dictionary forms of words; `known` is the cache of earlier runs and grows with use."""

    def __init__(self, known: dict[str, list[str]] | None = None) -> None:
        self.known = known if known is not None else {}

    def of(self, word: str) -> frozenset[str]:
        """All dictionary forms that the word may be an inflection of, itself included."""
        if found := _ABBREVIATION.fullmatch(word):
            return frozenset({word, found[1]})
        lower = word.lower()
        if lower not in self.known:
            self.known[lower] = sorted(_analysed(lower))
        return frozenset({lower, *self.known[lower]})


def _analysed(word: str) -> set[str]:
    try:
        readings = voikko()(word)
    except Exception:  # pyvoikko raises several kinds for letters outside its alphabet
        return set()
    forms = (getattr(reading, "BASEFORM", None) for reading in readings)
    return {form.lower().replace("--", "-") for form in forms if form}
