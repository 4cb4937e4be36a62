"""The order in which pages are read: worked out once, looked up for each page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kb.model.page import HOME, Pair, front_first
from kb.text import Lang


class ReadingOrder:
    """The menu's order first, then the rest by folder and name, fronts first.

    The home page takes part only if the menu lists it.
    """

    def __init__(self, pairs: Mapping[str, Pair], listed: Iterable[str]) -> None:
        in_menu = dict.fromkeys(key for key in listed if key in pairs)
        others = sorted(pairs.keys() - in_menu.keys() - {HOME}, key=front_first)
        self.keys = [*in_menu, *others]
        self._place = _places(self.keys)
        self._folders: dict[str, list[str]] = {}
        for key in self.keys:
            self._folders.setdefault(key.rpartition("/")[0], []).append(key)
        self._in_language = {lang: [key for key in self.keys if pairs[key][lang]] for lang in Lang}
        self._places = {lang: _places(keys) for lang, keys in self._in_language.items()}
        self._places_in_folder = {
            key: place for keys in self._folders.values() for key, place in _places(keys).items()
        }

    def place(self, key: str) -> int:
        """Where a page stands in the order."""
        return self._place[key]

    def folder_of(self, key: str) -> tuple[list[str], int]:
        """The keys in a page's folder, and its place among them."""
        return self._folders[key.rpartition("/")[0]], self._places_in_folder[key]

    def neighbours(self, key: str, lang: Lang) -> tuple[str | None, str | None]:
        """The keys before and after a page among those that exist in its language."""
        keys, at = self._in_language[lang], self._places[lang][key]
        return keys[at - 1] if at else None, keys[at + 1] if at + 1 < len(keys) else None


def _places(keys: list[str]) -> dict[str, int]:
    return {key: place for place, key in enumerate(keys)}
