"""The spellers of both languages: the project's word lists and the cache of earlier runs."""

from __future__ import annotations

from pathlib import Path

from kb.read.cache import load, save
from kb.read.data import FOLDER
from kb.text import Lang
from kb.words.spelling import Speller

_NAMES = "names"


def read_spellers(content: Path, cache: Path) -> dict[Lang, Speller]:
    """A speller for each language, with the lists of the content folder."""
    names = _words(content, _NAMES)
    return {
        lang: Speller(lang, names | _words(content, lang), load(_file(cache, lang)))
        for lang in Lang
    }


def remember(spellers: dict[Lang, Speller], cache: Path) -> None:
    """Keep what was worked out, so that the next run looks up only new words."""
    for lang, speller in spellers.items():
        if speller.learnt:
            save(_file(cache, lang), speller.known)


def _words(content: Path, name: str) -> frozenset[str]:
    file = content / FOLDER / f"words.{name}.txt"
    return frozenset(file.read_text("utf-8").split("\n")) - {""} if file.is_file() else frozenset()


def _file(cache: Path, lang: Lang) -> Path:
    return cache / f"spelling.{lang}.json"
