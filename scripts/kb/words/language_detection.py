"""Which language a passage is in, by counting function words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kb.text import LANGUAGE_NAMES, Lang, Text
from kb.words.common import function_words
from kb.words.lists import own_list

_WORD = re.compile(r"[^\W\d_]{2,}")
"""Of two letters at least: single ones may be numbers of a list as well."""
_ENOUGH = 3
"""Function words of the other language before a passage is thought to be in it: names of laws and
programmes have one or two."""
_TIMES = 4
"""How many times more of them there must be than of the passage's own language, as some words
are written alike."""
_ENGLISH = frozenset(own_list("function.en.txt"))
_ENGLISH_NAME = Text("englanti", "engelska")
_SHARE = 5
"""One word in so many of English text is one of these: names of programmes have several, too."""


def other_language(text: str, lang: Lang) -> Text | None:
    """The name of the language that a passage, which should be in `lang`, is in instead."""
    words = [word.lower() for word in _WORD.findall(text)]
    own = _count(words, function_words(lang))
    if _is_more(_count(words, function_words(lang.other)), own):
        return LANGUAGE_NAMES[lang.other]
    english = _count(words, _ENGLISH - function_words(lang))
    is_enough = _SHARE * english > len(words)
    return _ENGLISH_NAME if is_enough and _is_more(english, own) else None


def _count(words: Sequence[str], listed: Collection[str]) -> int:
    return sum(word in listed for word in words)


def _is_more(other: int, own: int) -> bool:
    return other >= _ENOUGH and other > _TIMES * own
