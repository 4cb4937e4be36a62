"""Analyses words for search: their dictionary forms and, for a compound, the words inside it.

Finnish by Voikko's list (pyvoikko) with simplemma's, Swedish by simplemma with the hunspell-sv list
(spylls). All of it runs while building; nothing of the analysers is published.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from kb.text import Lang
from kb.words.irregular import irregular_lemmas
from kb.words.lists import (
    hunspell_swedish,
    is_listed,
    simple_lemma,
    voikko_lemma,
    voikko_readings,
)

_READINGS = 6
"""A compound can be cut in dozens of ways; the first few are the likely ones."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """The lemmas of a word, the likeliest first, and the lemmas of its parts."""

    lemmas: tuple[str, ...]
    parts: tuple[str, ...] = ()


class Analyser:
    """Analyses words of one language; `known` is the cache of earlier runs and grows with use."""

    def __init__(self, lang: Lang, known: dict[str, list[list[str]]] | None = None) -> None:
        self.lang = lang
        self.known = known if known is not None else {}

    def of(self, word: str) -> Analysis:
        """The analysis of a word in lower case; a word that no list has is its own lemma."""
        if word not in self.known:
            lemmas, parts = self._hyphenated(word) if "-" in word else self._plain(word)
            self.known[word] = [lemmas or [word], [part for part in parts if part not in lemmas]]
        lemmas, parts = self.known[word]
        return Analysis(tuple(lemmas), tuple(parts))

    def _plain(self, word: str) -> tuple[list[str], list[str]]:
        if word.isdecimal():  # counts change with every page: no list is loaded for one
            return [word], []
        return _finnish(word) if self.lang is Lang.FI else _swedish(word)

    def _hyphenated(self, word: str) -> tuple[list[str], list[str]]:
        """`lape-ryhmien`: only the last piece is inflected, every piece is a part."""
        beginning, _, last = word.rpartition("-")
        end = self.of(last)
        pieces = [
            lemma for piece in beginning.split("-") if piece for lemma in self.of(piece).lemmas[:1]
        ]
        lemmas = [f"{beginning}-{lemma}" for lemma in end.lemmas]
        return lemmas, _unique([*pieces, *end.lemmas, *end.parts])


def _finnish(word: str) -> tuple[list[str], list[str]]:
    lemmas: list[str] = []
    parts: list[str] = []
    for reading in voikko_readings(word)[:_READINGS]:
        lemmas.append(voikko_lemma(reading.BASEFORM or word))
        forms_and_lemmas = [
            (part.FORM.lower(), voikko_lemma(part.BASEFORM or part.FORM))
            for part in reading.COMPOUND_PARTS or ()
        ]
        parts += _runs_of_parts(forms_and_lemmas)
    simple = simple_lemma(word, Lang.FI)
    # Simplemma sometimes takes a part for the whole: yhteistyö for yhteistyöalue.
    return _unique([*lemmas, *([] if simple in parts else [simple])]), _unique(parts)


def _swedish(word: str) -> tuple[list[str], list[str]]:
    simple = simple_lemma(word, Lang.SV)
    lemmas = [simple]
    parts: list[str] = []
    for form in islice(hunspell_swedish().lookuper.good_forms(word), _READINGS):
        if hasattr(form, "parts"):
            forms_and_lemmas = [(part.text.lower(), _swedish_part(part)) for part in form.parts]
            before = "".join(text for text, _ in forms_and_lemmas[:-1])
            lemmas.append(before + forms_and_lemmas[-1][1])
            parts += _runs_of_parts(forms_and_lemmas)
        else:
            lemmas.append(form.stem.lower())
    # The word is its own lemma where hunspell says so and simplemma's is longer, or simplemma's
    # list has it: a form that simplemma does not know comes back as it is and proves nothing.
    is_lemma = word in lemmas[1:] and len(word) < len(simple)
    is_lemma |= word == simple and is_listed(word, Lang.SV)
    likeliest = [word] if is_lemma else []
    every = [*likeliest, *_inflected_last(lemmas, word), *_plural_of(word), *irregular_lemmas(word)]
    return _unique(every), _unique(parts)


def _plural_of(word: str) -> list[str]:
    """`träff` of träffar, which simplemma takes for a verb only: träffarna cannot be a verb."""
    definite = f"{word}na"
    is_plural = word.endswith(("ar", "er", "or")) and is_listed(definite, Lang.SV)
    lemma = simple_lemma(definite, Lang.SV) if is_plural else ""
    # arbetare of arbetarna is another word: whoever writes arbetar means the verb.
    return [lemma] if lemma and not lemma.endswith("are") else []


def _swedish_part(part: Any) -> str:
    """The lemma of a compound's part, without the -s- that joins it to the next."""
    text = part.text.lower()
    return simple_lemma(text.removesuffix("s") if part.stem + "s" == text else text, Lang.SV)


def _inflected_last(lemmas: list[str], word: str) -> list[str]:
    """The shortest lemma first: simplemma's may be an inflected form, and those are longer."""
    others = [lemma for lemma in lemmas if lemma != word]
    return sorted(others, key=len) or lemmas


def _runs_of_parts(parts: list[tuple[str, str]]) -> Iterable[str]:
    """Every run of parts shorter than the whole: `lastensuojelu` of lasten + suojelu + ilmoitus.

    `parts` are (form, lemma); in a run, as in any compound, only the last part becomes its lemma.
    """
    count = len(parts)
    for start in range(count):
        for end in range(start + 1, count + 1):
            if end - start < count:
                before = "".join(text for text, _ in parts[start : end - 1])
                lemma = before + parts[end - 1][1]
                if len(lemma) > 2:  # two letters, such as yö, stand in too many words
                    yield lemma


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
