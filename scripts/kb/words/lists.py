"""The word lists that others keep, each loaded once and only when a word is not in the cache.

Voikko takes a second to load, simplemma and spylls two: hence imports inside functions.
"""

from __future__ import annotations

import sysconfig
import warnings
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any


@cache
def voikko() -> Callable[[str], Iterable[Any]]:
    """Pyvoikko's readings of a Finnish word; it raises several kinds for foreign letters."""
    import pyvoikko  # noqa: PLC0415

    analyse: Callable[[str], Iterable[Any]] = pyvoikko.analyse
    return analyse


@cache
def lemmatizer() -> Callable[..., str]:
    """Simplemma's lemma of a word in a language."""
    import simplemma  # noqa: PLC0415

    lemmatize: Callable[..., str] = simplemma.lemmatize
    return lemmatize


@cache
def is_listed() -> Callable[..., bool]:
    """True if simplemma's list of a language has the word."""
    import simplemma  # noqa: PLC0415

    known: Callable[..., bool] = simplemma.is_known
    return known


@cache
def swedish() -> Any:
    """The hunspell-sv list, read by spylls."""
    from spylls.hunspell import Dictionary  # noqa: PLC0415

    path = f"{sysconfig.get_path('data')}/share/hunspell/sv_SE"
    with warnings.catch_warnings():
        # spylls 0.1.7 leaves its two files to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        return Dictionary.from_files(path)
