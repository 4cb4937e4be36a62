"""Which of the two languages a passage is in, by counting frequent function words."""

from __future__ import annotations

import re

from kb.text import Lang

_FINNISH = """
    ja on ei että joka jotka oli ovat myös mutta kun tai sekä niin hän tämä nämä voi olla mukaan
    kuin vain jos siitä sen niitä niiden siinä jossa joita joiden eivät kaikki vuonna lisäksi
    kanssa ennen jälkeen sitä heidän
"""
_SWEDISH = """
    och att det som är för med inte av på till den har ett om var vid men eller från också efter
    under hade kan ska inom där när alla mellan deras sina sin detta denna dessa blev åren året
    enligt utan
"""
_SMALL = {Lang.FI: frozenset(_FINNISH.split()), Lang.SV: frozenset(_SWEDISH.split())}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 3
"""Small words of the other language before a passage is thought to be in it."""


def is_in_other(text: str, lang: Lang) -> bool:
    """True if most small words of the passage, and at least three, are the other language's."""
    words = [word.lower() for word in _WORD.findall(text)]
    other = sum(word in _SMALL[lang.other] for word in words)
    return other >= _ENOUGH and other > 4 * sum(word in _SMALL[lang] for word in words)
