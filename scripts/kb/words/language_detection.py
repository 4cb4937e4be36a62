"""Which of the two languages a passage is in, by counting function words."""

from __future__ import annotations

import re

from kb.text import Lang
from kb.words.common import function_words

_WORD = re.compile(r"[^\W\d_]{2,}")
"""Of two letters at least: single ones may be numbers of a list as well."""
_ENOUGH = 3
"""Function words of the other language before a passage is thought to be in it: names of laws and
programmes have one or two."""
_TIMES = 4
"""How many times more of them there must be than of the passage's own language, as some words
are written alike."""


def is_in_other(text: str, lang: Lang) -> bool:
    """True if the passage, which should be in `lang`, is in the other language."""
    words = [word.lower() for word in _WORD.findall(text)]
    own, other = (
        sum(word in listed for word in words)
        for listed in (function_words(lang), function_words(lang.other))
    )
    return other >= _ENOUGH and other > _TIMES * own
