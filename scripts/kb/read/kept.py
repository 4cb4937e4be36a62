"""What pages alone decide, kept between runs: what `once_a_page` declares."""

from __future__ import annotations

from typing import Any

from kb.model.catalogue import Catalogue
from kb.read.program import code
from kb.read.store import Store, digest


class KnownTexts:
    """Texts that are known to be as they should be; those of the last run are kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._name = digest("texts", code())
        self._known = frozenset(store.get(self._name) or ())
        self._met: set[str] = set()

    def has(self, *named: str) -> bool:
        """True for a text that was added in the last run."""
        return digest(*named) in self._known

    def add(self, *named: str) -> None:
        """Keep it for the next run."""
        self._met.add(digest(*named))

    def save(self) -> None:
        """Keep what was added, unless it is what is kept already."""
        if self._met != self._known:
            self._store.put(self._name, sorted(self._met))


class KeptPages:
    """Each page has what earlier runs of the same code made of its file; `save` keeps what is."""

    def __init__(self, catalogue: Catalogue, store: Store) -> None:
        self._catalogue = catalogue
        self._store = store
        self._name = digest("pages", code())
        self._known: dict[str, dict[str, Any]] = store.get(self._name) or {}
        for page in catalogue.pages():
            page.kept.update(self._known.get(page.digest, {}))

    def save(self) -> None:
        """Keep what the pages have now, unless it is what is kept already."""
        now = {page.digest: page.kept.copy() for page in self._catalogue.pages() if page.digest}
        if now != self._known:
            self._store.put(self._name, now)
            self._known = now
