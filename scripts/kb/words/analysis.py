"""What search knows of a word: its dictionary forms and, for a compound, the words inside it.

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
from kb.words.lists import is_listed, lemmatizer, swedish, voikko

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
        return _finnish(word) if self.lang is Lang.FI else _swedish(word)

    def _hyphenated(self, word: str) -> tuple[list[str], list[str]]:
        """`lape-ryhmien`: only the last piece is inflected, every piece is a part."""
        first, _, last = word.rpartition("-")
        tail = self.of(last)
        heads = [
            lemma for piece in first.split("-") if piece for lemma in self.of(piece).lemmas[:1]
        ]
        lemmas = [f"{first}-{lemma}" for lemma in tail.lemmas]
        return lemmas, _unique([*heads, *tail.lemmas, *tail.parts])


def simple_lemma(word: str, lang: Lang) -> str:
    """Simplemma's lemma of a word, itself if unknown."""
    return str(lemmatizer()(word, lang=str(lang), greedy=lang is Lang.SV)).lower()


def _finnish(word: str) -> tuple[list[str], list[str]]:
    lemmas: list[str] = []
    parts: list[str] = []
    for reading in _voikko_readings(word):
        lemmas.append(_clean(reading.BASEFORM or word))
        inside = [
            (part.FORM.lower(), _clean(part.BASEFORM or part.FORM))
            for part in reading.COMPOUND_PARTS or ()
        ]
        parts += _inside(inside)
    simple = simple_lemma(word, Lang.FI)
    # Simplemma sometimes takes a part for the whole: yhteistyö for yhteistyöalue.
    return _unique([*lemmas, *([] if simple in parts else [simple])]), _unique(parts)


def _swedish(word: str) -> tuple[list[str], list[str]]:
    simple = simple_lemma(word, Lang.SV)
    lemmas = [simple]
    parts: list[str] = []
    for form in islice(swedish().lookuper.good_forms(word), _READINGS):
        if hasattr(form, "parts"):
            inside = [(part.text.lower(), _swedish_part(part)) for part in form.parts]
            before = "".join(text for text, _ in inside[:-1])
            lemmas.append(before + inside[-1][1])
            parts += _inside(inside)
        else:
            lemmas.append(form.stem.lower())
    # Simplemma leaves a form that it does not know as it is, and that is no dictionary form.
    own = word in lemmas[1:] and len(word) < len(simple)
    own |= word == simple and is_listed()(word, lang="sv")
    found = [*([word] if own else []), *_shortest_first(lemmas, word)]
    return _unique([*found, *_plural_of(word), *irregular_lemmas(word)]), _unique(parts)


def _plural_of(word: str) -> list[str]:
    """`träff` of träffar, for simplemma only a form of the verb: träffarna is no verb's."""
    definite = f"{word}na"
    plural = word.endswith(("ar", "er", "or")) and is_listed()(definite, lang="sv")
    lemma = simple_lemma(definite, Lang.SV) if plural else ""
    # Arbetarna are those who do what arbetar says.
    return [lemma] if lemma and not lemma.endswith("are") else []


def _swedish_part(part: Any) -> str:
    text = part.text.lower()
    return simple_lemma(text.removesuffix("s") if part.stem + "s" == text else text, Lang.SV)


def _shortest_first(lemmas: list[str], word: str) -> list[str]:
    """A lemma that simplemma left inflected gives way to a shorter one from the word list."""
    real = [lemma for lemma in lemmas if lemma != word]
    return sorted(real, key=len) or lemmas


def _inside(parts: list[tuple[str, str]]) -> Iterable[str]:
    """Every run of parts shorter than the whole: `lastensuojelu` of lasten + suojelu + ilmoitus."""
    count = len(parts)
    for start in range(count):
        for end in range(start + 1, count + 1):
            if end - start < count:
                before = "".join(text for text, _ in parts[start : end - 1])
                lemma = before + parts[end - 1][1]
                if len(lemma) > 2:
                    yield lemma


def _clean(lemma: str) -> str:
    """Voikko marks inner seams with `=` and doubles a hyphen."""
    return lemma.replace("=", "").replace("--", "-").lower()


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _voikko_readings(word: str) -> list[Any]:
    try:
        return list(voikko()(word))[:_READINGS]
    except Exception:  # pyvoikko raises several kinds for letters outside its alphabet
        return []
