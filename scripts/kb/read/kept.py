"""What pages alone decide, kept between runs: what `once_a_page` declares."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kb.model.catalogue import Catalogue
from kb.read.program import code
from kb.read.store import Store, digest


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
