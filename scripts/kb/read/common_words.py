"""How common words are in the language at large: what a query says with ”tell” is little.

The lists are made by `tools/common_words.py` from wordfreq's data (see NOTICE.txt beside them).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kb.text import Lang

FOLDER = Path(__file__).resolve().parent.parent / "words"
RAREST = 3.5
"""Zipf, the logarithm of a word's count in a billion words, of the rarest words listed."""
STEP = 0.2


@cache
def common_words(lang: Lang) -> Mapping[str, float]:
    """The zipf of each common word of the language by its dictionary form."""
    found: dict[str, float] = {}
    for line in (FOLDER / f"common.{lang}.txt").read_text("utf-8").splitlines():
        zipf, *words = line.split(" ")
        found |= dict.fromkeys(words, float(zipf))
    return found
