"""Small numbers in letters: kolme, kolmas, tre, tredje."""

from __future__ import annotations

import re

from kb.text import Lang

_FINNISH = {
    1: r"yksi|yht[äe]|yhde(?!ks)|ensimmäi|ensin",
    2: r"kaksi|kahta|kahte|kahde(?!ks)|toinen|toise|toista",
    3: r"kolm",
    4: r"nelj",
    5: r"viisi|viittä|viite(?:en|nä)\b|viide",
    6: r"kuusi|kuutta|kuute|kuude",
    7: r"seitsem|seitsen",
    8: r"kahdeks",
    9: r"yhdeks",
    10: r"kymmen",
    11: r"yksitoista|yh\w+toista|yhdestoista",
    12: r"kaksitoista|kah\w+toista|kahdestoista",
}
_SWEDISH = {
    1: r"en|ett|ena|första",
    2: r"två\w*|båda|andra|dubbel\w*",
    3: r"tre|tre(?:årig|dubb|språk|dagars|års)\w*|tredje\w*",
    4: r"fyra|fyr(?:a?årig|dubb|språk|års)\w*|fjärde\w*|fjärdedel\w*",
    5: r"fem|fem(?:årig|dubb|språk|dagars|års)\w*|femte\w*",
    6: r"sex|sex(?:årig|års)\w*|sjätte\w*",
    7: r"sju|sju(?:årig|års)\w*|sjunde\w*",
    8: r"åtta|åtta(?:årig|års)\w*|åttonde\w*",
    9: r"nio|nio(?:årig|års)\w*|nionde\w*",
    10: r"tio|tio(?:årig|års|tal)\w*|tionde\w*",
    11: r"elva|elva(?:årig|års)\w*|elfte\w*",
    12: r"tolv|tolv(?:årig|års)\w*|tolfte\w*",
}
_PATTERNS = {
    Lang.FI: {n: re.compile(rf"\b(?:{stem})", re.IGNORECASE) for n, stem in _FINNISH.items()},
    Lang.SV: {n: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for n, words in _SWEDISH.items()},
}
_FROM = 3
"""One and two mean other things, too."""
_ANY = {
    Lang.FI: re.compile(rf"\b(?:{'|'.join(list(_FINNISH.values())[_FROM - 1 :])})", re.IGNORECASE),
    Lang.SV: re.compile(rf"\b(?:{'|'.join(list(_SWEDISH.values())[_FROM - 1 :])})", re.IGNORECASE),
}
"""Where a number in letters may begin: most texts have none."""
LARGEST = max(_FINNISH)
"""So small a number may stand in figures in one language and in letters in the other."""


def is_spelt(number: str, text: str, lang: Lang) -> bool:
    """True if the number is small and stands in letters in the text, in any form."""
    if not number.isdecimal() or not 0 < int(number) <= LARGEST:
        return False
    return _PATTERNS[lang][int(number)].search(text) is not None


def spelt(text: str, lang: Lang) -> set[str]:
    """The small numbers that stand in letters, from three."""
    if not _ANY[lang].search(text):
        return set()
    return {str(n) for n, one in _PATTERNS[lang].items() if n >= _FROM and one.search(text)}
