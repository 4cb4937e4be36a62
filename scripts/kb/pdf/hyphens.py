"""Finnish hyphenation for WeasyPrint, whose own patterns (pyphen) know Swedish but no Finnish."""

from __future__ import annotations

from functools import cache

import libvoikko
import pyphen

_LANGUAGE = "fi"


class FinnishHyphens:
    """What pyphen asks of a language, answered by Voikko, which knows where compounds join."""

    def __init__(self) -> None:
        self._voikko = libvoikko.Voikko(_LANGUAGE)
        self._voikko.setNoUglyHyphenation(True)

    @cache  # noqa: B019 one object lives as long as the program
    def positions(self, word: str) -> list[int]:
        """The places before which the word may be broken: `perhekeskus` → 3, 5, 8."""
        pattern = self._voikko.getHyphenationPattern(word)
        return [pyphen.DataInt(place) for place, mark in enumerate(pattern) if mark == "-"]


def teach_finnish() -> None:
    """After this pyphen hyphenates Finnish; delete when pyphen has a Finnish dictionary."""
    if _LANGUAGE not in pyphen.LANGUAGES:
        pyphen.LANGUAGES[_LANGUAGE] = _LANGUAGE
        pyphen.LANGUAGES_LOWERCASE[_LANGUAGE] = _LANGUAGE
        pyphen.hdcache[_LANGUAGE] = FinnishHyphens()
