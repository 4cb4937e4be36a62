"""The spellers of both languages: the project's word lists and the cache of earlier runs."""

from __future__ import annotations

from pathlib import Path

from kb.finding import Finding
from kb.model.published import DATA
from kb.read.cache import remembered, save
from kb.read.files import read_text
from kb.read.tree import Tree, read_tree
from kb.text import Lang
from kb.words.spelling import Speller

_NAMES = "names"


def read_spellers(content: Path, cache: Path) -> dict[Lang, Speller]:
    """A speller for each language, with the lists of the content folder."""
    tree = read_tree(content)
    names = _words(tree, _NAMES)
    return {
        lang: Speller(lang, names | _words(tree, lang), remembered(_file(cache, lang)))
        for lang in Lang
    }


def remember(spellers: dict[Lang, Speller], cache: Path) -> None:
    """Keep what was worked out, so that the next run looks up only new words."""
    for lang, speller in spellers.items():
        if speller.learnt:
            save(_file(cache, lang), speller.known)


def _words(tree: Tree, name: str) -> frozenset[str]:
    file = f"{DATA}/words.{name}.txt"
    if file not in tree.files:
        return frozenset()
    text = read_text(tree.content / file, tree.path(file))
    return frozenset() if isinstance(text, Finding) else frozenset(text.split("\n")) - {""}


def _file(cache: Path, lang: Lang) -> Path:
    return cache / f"spelling.{lang}.json"
