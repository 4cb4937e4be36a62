"""What pages alone decide, kept between runs: what `once_a_page` declares."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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


@contextmanager
def kept_pages(catalogue: Catalogue, store: Store) -> Iterator[None]:
    """While the block runs, each page has what earlier runs of the same code made of its file."""
    name = digest("pages", code())
    known = store.get(name) or {}
    for page in catalogue.pages():
        page.kept.update(known.get(page.digest, {}))
    yield
    now = {page.digest: page.kept for page in catalogue.pages() if page.digest}
    if now != known:
        store.put(name, now)
