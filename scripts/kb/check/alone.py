"""What was found clean before is not looked at again by checks that look at one thing at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from kb.finding import Finding
from kb.model.catalogue import Catalogue
from kb.model.page import Page, Pair
from kb.model.record import Record

_One = Page | Record


@dataclass
class Clean:
    """Digests of the pages and records in which an earlier run found nothing to say."""

    code: str = ""
    """What the checks are: what others found is not to be trusted."""
    known: frozenset[str] = frozenset()
    now: frozenset[str] = field(default=frozenset(), init=False)
    """Those of what there is now, once it has been looked at."""

    def unknown(self, catalogue: Catalogue) -> tuple[Catalogue, Mapping[str, str]]:
        """The catalogue with only what has to be looked at, and every digest with its path."""
        paths: dict[str, str] = {}
        wanted: set[int] = set()
        for one in _everything(catalogue):
            digest = self._digest(one)
            paths[digest] = one.path if isinstance(one, Page) else one.place.path
            if digest not in self.known:
                wanted.add(id(one))
        return _narrowed(catalogue, wanted), paths

    def learn(self, paths: Mapping[str, str], found: Iterable[Finding]) -> None:
        """Remember the digests of the files in which nothing was found."""
        told = {finding.path for finding in found}
        self.now = frozenset(digest for digest, path in paths.items() if path not in told)

    def _digest(self, one: _One) -> str:
        said = (one.path, one.body_line, one.body, one.front) if isinstance(one, Page) else one
        return blake2b(f"{self.code} {said!r}".encode(), digest_size=12).hexdigest()


def _everything(catalogue: Catalogue) -> Iterator[_One]:
    yield from catalogue.pages()
    for records in catalogue.records.values():
        yield from records.values()


def _narrowed(catalogue: Catalogue, wanted: set[int]) -> Catalogue:
    """The catalogue with only those of its pages and records."""
    records = {
        kind: {key: one for key, one in every.items() if id(one) in wanted}
        for kind, every in catalogue.records.items()
    }
    versions = {
        key: {lang: page for lang, page in pair.versions.items() if id(page) in wanted}
        for key, pair in catalogue.pairs.items()
    }
    pairs = {key: Pair(key, found) for key, found in versions.items() if found}
    return replace(catalogue, records=records, pairs=pairs)
