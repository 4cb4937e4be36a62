"""Recognises the regular inflections of a Swedish noun or adjective."""

from __future__ import annotations

import re

_VOWELS = "aeiouyåäö"
_ENDINGS = re.compile(
    r"(?:s|n|ns|en|ens|et|ets|t|ts|na|nas|r|rs|rna|rnas|er|ers|erna|ernas|ar|ars|arna|arnas|"
    r"or|ors|orna|ornas|a|as|e|es|an|ans|or)?"
)
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,}")


def is_form(word: str, base: str) -> bool:
    """True if `word` is `base` with a regular ending: familjecentren of familjecenter."""
    if _ABBREVIATION.fullmatch(base):
        return word == base or word in (f"{base}:s", f"{base}s")
    word, base = word.lower(), base.lower()
    return any(
        word.startswith(stem) and _ENDINGS.fullmatch(word[len(stem) :]) is not None
        for stem in _stems(base)
    )


def _stems(base: str) -> list[str]:
    """The word, and without a final vowel or the e of -er, -el, -en: `centr` of center.

    Short words keep their vowels: what is left of them begins too many other words.
    """
    stems = [base]
    if len(base) > 4 and base[-1] in _VOWELS:
        stems.append(base[:-1])
    if len(base) > 5 and base[-2] == "e" and base[-1] in "rln":
        stems.append(base[:-2] + base[-1])
    return stems
