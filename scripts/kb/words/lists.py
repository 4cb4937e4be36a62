"""Word lists: our own beside this module, and those of other projects.

The others are loaded only when a word is not in the cache, hence the imports inside functions:
Voikko takes a second to load, simplemma two, spylls three.
"""

from __future__ import annotations

import sysconfig
import warnings
from functools import cache
from importlib.resources import files
from typing import Any
from unicodedata import normalize

from kb.text import Lang


def own_list(name: str) -> list[str]:
    """The lines of a text file in this package; package data, which is there wherever code is."""
    return (files("kb.words") / name).read_text("utf-8").splitlines()


def voikko_readings(word: str) -> list[Any]:
    """Pyvoikko's analyses of a Finnish word, the likeliest first; empty if it knows none.

    Its automaton runs on kfst-rs, or without it on kfst: the same analyses, ordered otherwise.
    """
    import pyvoikko  # noqa: PLC0415

    try:
        return sorted(pyvoikko.analyse(word), key=_likelihood)
    except Exception:  # pyvoikko raises several kinds for letters outside its alphabet
        return []


def _likelihood(reading: Any) -> tuple[bool, int, str]:
    """Names last, then the fewest parts; the rest by Voikko's own marks, where nouns come first."""
    is_name = reading.CLASS in {"nimi", "etunimi", "sukunimi", "paikannimi"}
    return is_name, len(reading.COMPOUND_PARTS or ()), reading.FSTOUTPUT


def voikko_lemma(form: str) -> str:
    """A dictionary form without Voikko's marks: `=` at seams, a doubled hyphen."""
    return form.replace("=", "").replace("--", "-").lower()


def simple_lemma(word: str, lang: Lang) -> str:
    """Simplemma's lemma of a word, the word itself if it knows none."""
    return str(_lemmatizer(lang).lemmatize(word, str(lang))).lower()


def is_listed(word: str, lang: Lang) -> bool:
    """True if simplemma's list of a language has the word."""
    from simplemma.strategies import DictionaryLookupStrategy  # noqa: PLC0415

    from kb.words.packed_list import PACKED  # noqa: PLC0415

    lookup = DictionaryLookupStrategy(PACKED)
    return lookup.get_lemma(normalize("NFC", word), str(lang)) is not None


@cache
def _lemmatizer(lang: Lang) -> Any:
    """Greedy lookup searches by endings once more; Finnish leaves those to Voikko."""
    from simplemma import Lemmatizer  # noqa: PLC0415
    from simplemma.strategies import DefaultStrategy  # noqa: PLC0415

    from kb.words.packed_list import PACKED  # noqa: PLC0415

    return Lemmatizer(
        lemmatization_strategy=DefaultStrategy(lang is Lang.SV, dictionary_factory=PACKED)
    )


@cache
def hunspell_swedish() -> Any:
    """The hunspell-sv list, read by spylls."""
    from spylls.hunspell import Dictionary  # noqa: PLC0415

    path = f"{sysconfig.get_path('data')}/share/hunspell/sv_SE"
    with warnings.catch_warnings():
        # spylls 0.1.7 leaves its two files to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        return Dictionary.from_files(path)
