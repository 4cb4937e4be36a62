"""Words that say little of what a text is about: function words, and how common the others are.

The lists of common words are made by `tools/common_words.py` from wordfreq's data (NOTICE.txt).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kb.text import Lang
from kb.words.lists import own_list

RAREST = 3.5
"""Zipf of the rarest words that are listed: the base-10 logarithm of a count per billion words."""
STEP = 0.2
"""Zipf values are rounded to multiples of this."""


@cache
def function_words(lang: Lang) -> frozenset[str]:
    """Pronouns, conjunctions and the like, in the inflected forms that people type."""
    return frozenset(word for line in own_list(f"function.{lang}.txt") for word in line.split())


@cache
def common_words(lang: Lang) -> Mapping[str, float]:
    """The zipf of each common word of the language by its dictionary form."""
    zipfs: dict[str, float] = {}
    for line in own_list(f"common.{lang}.txt"):
        zipf, *words = line.split(" ")
        zipfs |= dict.fromkeys(words, float(zipf))
    return zipfs
